"""The Ostrava report, as loaded from its fixture, says every value of the town's own document."""

import pytest

from reports.pdf import write_pdf
from tests.reports.html_tables import (
    export_html,
    missing,
    missing_on_paper,
    plain,
    read_report,
    text_of,
    typed,
    unbroken,
)
from tests.reports.ostrava_goal_values import (
    COUNTED_IN_4_1_2,
    IMPACT,
    MEASURES,
    NO_TERM,
    SUM_OF_TWO,
    VECTOR_LABELS,
)
from tests.reports.ostrava_values import (
    ABBREVIATIONS,
    ADVISORY_PROGRAMMES,
    CODE_IN_ANNEX_B,
    COMMENTARY,
    EVENTS,
    GLOBAL,
    GOALS,
    PRINTED_TOTALS,
    PROJECTS,
    STRATEGIC_GOALS,
    TITLE,
    TOTALS,
)

# Asks for the database that the report is printed from.
pytestmark = pytest.mark.django_db
GLOBAL_CHAPTER, PROJECTS_CHAPTER = "Globální indikátory", "Příloha A"
COMMENTARY_CHAPTER, YEAR_CHAPTER = "Komentář k vybraným indikátorům", "Spolupráce v roce 2023"
# What the document says of this goal is about the past year only.
WITHOUT_OUTLOOK = "4.1.2"
FUNDS = ["018 OPZ+", "14 IROP"]


@pytest.fixture(scope="module")
def html(django_db_setup, django_db_blocker):
    return export_html(django_db_blocker, "ostrava.yaml")


@pytest.fixture(scope="module")
def report(html):
    return read_report(html)


@pytest.fixture(scope="module")
def paper(html):
    return text_of(write_pdf(html))


def goal_block(report, code):
    return report.block(f"specifický cíl {code} ")


def rows_under(report, head):
    return [row for table in report.tables if table.rows[0][0] == plain(head) for row in table.rows[1:]]


def test_the_lists_are_complete():
    assert (len(GLOBAL), len(PROJECTS), len(IMPACT), len(MEASURES)) == (11, 20, 46, 47)
    assert (len(ABBREVIATIONS), len(EVENTS), len(GOALS), len(STRATEGIC_GOALS)) == (14, 17, 23, 12)


def test_the_title_page_says_which_evaluation_it_is(report):
    assert not missing(report.blocks[0].text, f"{TITLE}; Ostrava; 2022–2027")


@pytest.mark.parametrize(("short", "meaning"), ABBREVIATIONS.items())
def test_abbreviations(report, short, meaning):
    ((_, row),) = report.block("Seznam zkratek").rows_of(short)
    assert row == [plain(short), plain(meaning)]


@pytest.mark.parametrize(("label", "baseline", "current", "expected"), GLOBAL)
def test_global_indicators(report, label, baseline, current, expected):
    ((table, row),) = report.block(GLOBAL_CHAPTER).rows_of(label)
    assert not missing(table.under(row, "počáteční hodnota"), baseline), row
    assert not missing(table.under(row, "aktuální dostupná hodnota"), current), row
    assert row[table.column("očekáv")] == plain(expected)
    assert "2027" in table.under(row, "očekáv")


def test_there_is_no_other_global_indicator(report):
    assert sum(len(table.rows) - 1 for table in report.block(GLOBAL_CHAPTER).tables) == len(GLOBAL)


@pytest.mark.parametrize(("indicator", "figures"), COMMENTARY)
def test_commentary_on_indicators_off_the_trend(report, indicator, figures):
    text = report.block(COMMENTARY_CHAPTER).text
    others = [plain(name) for name, _ in COMMENTARY if name != indicator]
    start = text.index(plain(indicator))
    end = min((at for other in others if (at := text.find(other, start)) >= 0), default=len(text))
    assert not missing(text[start:end], figures)


@pytest.mark.parametrize(("month", "facts"), EVENTS)
def test_events_of_the_year(report, month, facts):
    events = report.block(YEAR_CHAPTER).happened(month)
    assert any(not missing(event, facts) for event in events), events


def test_there_are_seventeen_events_in_twelve_months(report):
    moments = report.block(YEAR_CHAPTER).moments
    assert [month for month, _ in moments] == [month for month, _ in EVENTS]


@pytest.mark.parametrize("programme", ADVISORY_PROGRAMMES)
def test_advisory_programmes(report, programme):
    assert not missing(report.block("Poradenské programy").text, programme)


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project[3])
def test_projects(report, project):
    area, measure, *cells = project
    (row,) = report.block(PROJECTS_CHAPTER).rows_saying(project[3])
    assert row.startswith(f"{plain(area)} {CODE_IN_ANNEX_B.get(measure, measure)} ")
    assert not missing(row, "; ".join([measure, *cells]))


def test_every_project_has_one_row(report):
    (table,) = report.block(PROJECTS_CHAPTER).tables
    assert len(table.rows) - 1 == len(PROJECTS) + len(TOTALS)


@pytest.mark.parametrize(("fund", "total"), TOTALS)
def test_totals_are_computed(report, fund, total):
    ((_, row),) = report.block(PROJECTS_CHAPTER).rows_of(fund)
    assert row[-1] == typed(total)


@pytest.mark.parametrize("total", PRINTED_TOTALS)
def test_rounded_totals_of_the_document_are_not_repeated(report, total):
    assert missing(report.block(PROJECTS_CHAPTER).text, total)


@pytest.mark.parametrize(("code", "title"), STRATEGIC_GOALS)
def test_strategic_goals(report, code, title):
    assert report.block(f"strategický cíl {code} ").title == plain(f"Strategický cíl {code} {title}")


@pytest.mark.parametrize(("code", "title"), GOALS)
def test_goal_sentences(report, code, title):
    assert goal_block(report, code).title.startswith(plain(f"Specifický cíl {code} {title}"))


@pytest.mark.parametrize(("code", "title"), GOALS)
def test_every_goal_has_one_summary(report, code, title):
    text = goal_block(report, code).text
    assert text.count(plain("Shrnutí za rok 2023")) == 1
    assert text.count(plain("Příležitosti v roce 2024")) == (code != WITHOUT_OUTLOOK)


@pytest.mark.parametrize(("goal", "label", "value", "as_of"), IMPACT)
def test_impact_indicators(report, goal, label, value, as_of):
    ((table, row),) = goal_block(report, goal).rows_of(label)
    assert not missing(row[table.column(as_of)], value), row


def test_there_is_no_other_impact_indicator(report):
    assert len(rows_under(report, "Indikátor dopadu")) == len(IMPACT)


@pytest.mark.parametrize("value", ["12/12/4/22", "11/12/4/13"])
def test_values_of_four_numbers_say_who_is_counted(report, value):
    (row,) = goal_block(report, "6.2.1").rows_saying(value)
    said = row[row.index(value) :]
    assert [label for label in VECTOR_LABELS if label not in said] == []


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure[1])
def test_measures(report, measure):
    goal, label, status, implementers, activity, term = measure
    found = goal_block(report, goal).rows_of(label)
    assert len(found) == sum(other[:2] == measure[:2] for other in MEASURES)
    for table, row in found:
        assert row[table.column("stav")] == plain(status)
        assert not missing(row[0], implementers), row
        assert not missing(row[table.column("aktivita")], activity), row
        assert term_of(table, row, term), row


def term_of(table, row, term):
    """A measure nobody carries out has no term; where none of the goal has one, there is no column."""
    column = table.column("termín")
    if term in ("", NO_TERM):
        return column is None or row[column] == NO_TERM
    return column is not None and row[column] == plain(term)


def test_there_is_no_other_measure(report):
    assert len(rows_under(report, "Opatření a realizátor")) == len(MEASURES)


def test_notes_say_that_two_measures_are_counted_under_another_goal(report):
    assert report.block("Poznámky").text.count("specifického cíle 4.1.2") == len(COUNTED_IN_4_1_2)


def test_a_value_that_is_a_sum_of_two_indicators_says_so(report):
    ((_, row),) = goal_block(report, "6.2.1").rows_of(SUM_OF_TWO)
    assert not missing(row[0], "součet; sociální služba; mimo sociální služby")


@pytest.mark.parametrize("code", COUNTED_IN_4_1_2)
def test_a_goal_says_which_measures_of_others_it_counts(report, code):
    assert not missing(goal_block(report, "4.1.2").text, code)


def printed_rows():
    """Every row as (label, what follows it before the next one), in the order of the report."""
    yield from ABBREVIATIONS.items()
    yield from ((label, "; ".join(cells)) for label, *cells in GLOBAL)
    for fund in FUNDS:
        for area, measure, *cells in PROJECTS:
            if cells[-1] == fund:
                label = f"{area} {CODE_IN_ANNEX_B.get(measure, measure)}"
                yield label, "; ".join(cells)
    yield TOTALS[-1]
    for goal, title in GOALS:
        yield f"Specifický cíl {goal} {title}", ""
        yield from ((label, value) for code, label, value, _ in IMPACT if code == goal)
        for code, label, *cells in MEASURES:
            if code == goal:
                yield label, "; ".join(cell for cell in cells if cell != NO_TERM)


def test_the_paper_says_the_same(paper):
    body = paper[paper.rindex(unbroken("Zkratka Význam")) :]
    assert missing_on_paper(body, printed_rows()) == []

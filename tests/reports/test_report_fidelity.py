"""The Krnov report, as loaded from its fixture, says every value of the town's own document."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from plans.models import Plan
from reports.content import report_content
from reports.layouts import ACTION_PLAN_TABLE
from reports.pdf import write_pdf
from reports.tree import build_tree
from reports.writers.html import write_html
from tests.reports.html_tables import (
    missing,
    missing_on_paper,
    plain,
    read_report,
    text_of,
    typed,
    unbroken,
)
from tests.reports.krnov_values import (
    ACTION_PLAN,
    AREA_PERIODS,
    CARDS,
    CONTEXT,
    GOAL_VALUES,
    IMPACT,
    IMPACT_AREA,
    IMPACT_PERIOD,
    OUTPUTS,
    PROJECTS,
    STATUS_COUNTS,
    TOTAL,
)

pytestmark = pytest.mark.django_db
PLAN_FILE = Path(settings.BASE_DIR) / "fixtures" / "krnov.yaml"
# On paper the year of a baseline stands above the column, not in the row.
IN_HEAD = re.compile(r"(rok|prosinec) \d{4}")
GOAL_CAPTION = re.compile("(strategický|specifický) cíl")
CONTEXT_CHAPTER, DETAIL_CHAPTER = "kontextové indikátory", "podrobné vyhodnocení vybraných oblastí"


@pytest.fixture(scope="module")
def html(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_plan", str(PLAN_FILE), verbosity=0)
        plan = Plan.objects.get(slug="krnov-psz-2022-2027")
        tree = build_tree(report_content(plan, plan.periods.last()), ACTION_PLAN_TABLE)
        transaction.set_rollback(True)
    return write_html(tree)


@pytest.fixture(scope="module")
def tables(html):
    return read_report(html).tables


@pytest.fixture(scope="module")
def paper(html):
    return text_of(write_pdf(html))


def table_under(tables, **headings):
    """The only table under these headings."""
    found = [
        table
        for table in tables
        if all(table.headings.get(level, "").startswith(plain(text)) for level, text in headings.items())
    ]
    assert len(found) == 1, headings
    return found[0]


def goal_table(tables, code):
    found = [table for table in tables if re.match(rf"{GOAL_CAPTION.pattern} {code} ", table.caption)]
    assert len(found) == 1, code
    return found[0]


def test_the_list_is_complete():
    assert (len(CONTEXT), len(ACTION_PLAN), len(CARDS), len(OUTPUTS), len(IMPACT)) == (44, 50, 23, 54, 2)


@pytest.mark.parametrize(("table", "label", "baseline", "earlier", "current"), CONTEXT)
def test_context_indicators(tables, table, label, baseline, earlier, current):
    found = table_under(tables, h2=CONTEXT_CHAPTER, h3=table)
    row = found.row(label)
    for head, cell in [("počáteční hodnota", baseline), ("rok 2022", earlier), ("rok 2023", current)]:
        assert not missing(found.under(row, head), cell), (head, row)


@pytest.mark.parametrize(("goal", "label", "status"), ACTION_PLAN)
def test_statuses_of_the_action_plan(tables, goal, label, status):
    assert goal_table(tables, goal).row(label)[1] == plain(status)


@pytest.mark.parametrize(("goal", "label", "value"), GOAL_VALUES)
def test_indicators_without_a_measure(tables, goal, label, value):
    assert not missing(goal_table(tables, goal).row(label)[2], value)


def test_the_action_plan_has_no_other_rows(tables):
    in_plan = [table for table in tables if GOAL_CAPTION.match(table.caption)]
    assert sum(len(table.rows) - 1 for table in in_plan) == len(ACTION_PLAN)


@pytest.mark.parametrize(("area", "period"), AREA_PERIODS.items())
def test_periods_of_areas(tables, area, period):
    titled = [table for table in tables if table.headings.get("h3", "").endswith(plain(area))]
    in_plan = [table for table in titled if GOAL_CAPTION.match(table.caption)]
    assert not missing(in_plan[0].lead, period)


def test_statuses_add_up(tables):
    table = next(table for table in tables if table.rows[0][0] == "oblast")
    total = dict(zip(table.rows[0], table.row("celkem"), strict=True))
    for status, number in STATUS_COUNTS.items():
        assert total[plain(status)] == str(number)


@pytest.mark.parametrize(("code", "title", "period", "implementers", "goal"), CARDS)
def test_cards(tables, code, title, period, implementers, goal):
    card = table_under(tables, h2=DETAIL_CHAPTER, h4=f"{code} {title}")
    for cell in (period, implementers, goal):
        assert not missing(card.lead, cell), card.lead


@pytest.mark.parametrize(("card", "label", "baseline", "target", "reality"), OUTPUTS)
def test_outputs(tables, card, label, baseline, target, reality):
    table = table_under(tables, h2=DETAIL_CHAPTER, h4=f"{card} ")
    row = table.row(label)
    assert not missing(table.under(row, "skutečnost"), reality), row
    for head, cell in [("počáteční hodnota", baseline), ("plánovaná hodnota", target)]:
        assert not cell or not missing(table.under(row, head), cell), row


@pytest.mark.parametrize(("label", "value"), IMPACT)
def test_impact(tables, label, value):
    (table,) = (table for table in tables if table.caption.startswith("indikátory dopadu"))
    assert table.headings["h3"].endswith(plain(IMPACT_AREA))
    assert not missing(table.caption, IMPACT_PERIOD)
    assert not missing(table.row(label)[-1], value)


@pytest.mark.parametrize("project", PROJECTS)
def test_projects(tables, project):
    area, *expected = project
    (table,) = (table for table in tables if table.column("registrační číslo") is not None)
    row = " ".join(table.row(area))
    assert not [part for cell in expected for part in missing(row, cell)], row


def test_the_total_is_computed(tables):
    (table,) = (table for table in tables if table.column("registrační číslo") is not None)
    assert table.row(TOTAL[0])[-1] == typed(TOTAL[1])


def printed_rows():
    """Every row as (label, what follows it before the next one), in the order of the report."""
    yield from ((label, "; ".join(cells)) for _, label, *cells in CONTEXT)
    yield from ((label, status) for _, label, status in ACTION_PLAN)
    for code, title, period, implementers, goal in CARDS:
        if code == "5.1.1.1":
            yield from IMPACT
        yield f"{code} {title}", f"{period}; {implementers}; {goal}"
        yield from ((label, "; ".join(cells)) for card, label, *cells in OUTPUTS if card == code)
    yield from ((area, "; ".join(cells)) for area, *cells in PROJECTS)
    yield TOTAL


def test_the_paper_says_the_same(paper):
    body = paper[paper.rindex(unbroken("Kontextové indikátory popisují")) :]
    wrong = missing_on_paper(body, printed_rows())
    assert [(label, part) for label, part in wrong if not IN_HEAD.match(part)] == []

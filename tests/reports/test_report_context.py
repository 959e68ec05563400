from datetime import date

import pytest

from indicators.models import Indicator, Target
from reports.blocks import Sparkline
from reports.chapters import context_indicators
from reports.content import report_content
from tests.reports.reading import cells, headings, tables, titles, words
from tests.reports.report_plans import (
    YEAR_2022,
    YEAR_2023,
    make_area,
    make_indicator,
    make_period,
    make_plan,
    make_value,
)

pytestmark = pytest.mark.django_db
YEAR_2017 = (date(2017, 1, 1), date(2017, 12, 31))
MONTH = (date(2020, 11, 1), date(2020, 11, 30))


class Town:
    """A plan with an earlier year, the period evaluated now, and rows added by the test."""

    def __init__(self):
        self.plan = make_plan(baseline_note="Z plánu.")
        self.earlier = make_period(self.plan, "2022", YEAR_2022)
        self.period = make_period(self.plan)
        self.area = make_area(self.plan)

    def row(self, name, baseline=None, earlier=None, current=None, **attributes):
        """One context indicator; a cell is (number, span) or attributes of the value."""
        attributes.setdefault("area", self.area)
        indicator = make_indicator(self.plan, name, "context", **attributes)
        for period, cell in [(None, baseline), (self.earlier, earlier), (self.period, current)]:
            if cell:
                number, span, *more = cell
                make_value(indicator, period, number, span, **(more[0] if more else {}))
        return indicator

    @property
    def blocks(self):
        return context_indicators(report_content(self.plan, self.period))

    @property
    def table(self):
        return tables(self.blocks)[0]


@pytest.fixture
def town():
    return Town()


def dash(span=None):
    return (None, span, {"missing_reason": "not_available"})


def test_a_column_is_headed_by_the_span_most_of_its_values_have(town):
    town.row("Byty", (9, YEAR_2017), (12, None), (14, YEAR_2023))
    town.row("Domy", (5, YEAR_2017), (6, None), (7, YEAR_2023))
    town.row("Index", (3, MONTH), (3, None), (2, YEAR_2023))
    assert titles(town.table) == [
        "Indikátor", "Počáteční hodnota (rok 2017)", "Rok 2022", "Rok 2023", "Vývoj a změna",
    ]  # fmt: skip
    assert sum(column.width for column in town.table.columns) == 166


def test_a_value_of_another_period_says_which(town):
    town.row("Byty", (9, YEAR_2017), None, (14, YEAR_2023))
    town.row("Domy", (5, YEAR_2017), None, (7, YEAR_2023))
    town.row("Index", (3, MONTH), None, (2, None))
    assert cells(town.table.rows[2])[1:3] == ["3 / listopad 2020", "2 / leden 2023 – červen 2024"]


def test_a_column_nobody_filled_is_left_out_except_the_current_one(town):
    town.row("Byty", None, None, None)
    assert titles(town.table) == ["Indikátor", "Leden 2023 – červen 2024", "Vývoj a změna"]
    assert cells(town.table.rows[0])[1] == "neuvedeno"


def test_share_parts_note_and_source_stay_with_the_figure(town):
    more = {"share": "10.3", "share_decimals": 1, "note": "odhad", "source": "ČSÚ", "footnote": "Jen Lhota."}
    town.row("Osoby", None, None, (1937, YEAR_2023, more), unit="osoba", value_kind="count_share")
    assert cells(town.table.rows[0])[1] == "1 937 osob[Jen Lhota.][Zdroj: ČSÚ] / tj. 10,3 % / odhad"


def test_a_dash_is_explained_below_with_the_source_of_the_table(town):
    town.area.context_footnote = "Zdroj: výzkum."
    town.area.save()
    town.row("Byty", dash(), dash(), (1, YEAR_2023))
    assert words(town.table.note) == "– údaj není k dispozici. Zdroj: výzkum."


def test_without_dashes_only_the_source_stands_below(town):
    town.row("Byty", None, None, (1, YEAR_2023))
    assert town.table.note == ()


def test_the_change_is_counted_from_the_first_number(town):
    town.row("Byty", ("896.4", YEAR_2017, {"decimals": 1}), (752, None), (998, YEAR_2023))
    trend = town.table.rows[0].cells[-1].lines[0]
    assert isinstance(trend[0], Sparkline)
    assert trend[0].title.replace("\u00a0", " ") == "2017: 896,4, 2022: 752, 2023: 998"
    assert words(trend[1]) == "+101,6"


def test_a_fall_of_a_share_is_in_percentage_points(town):
    more = {"decimals": 1}
    town.row("Podíl", ("4.5", YEAR_2017, more), None, ("4.2", YEAR_2023, more), value_kind="share")
    assert cells(town.table.rows[0])[-1] == "~−0,3 p. b."


@pytest.mark.parametrize(
    ("baseline", "current"),
    [
        ((5, YEAR_2017), dash(YEAR_2023)),
        (dash(), (5, YEAR_2023)),
        ((5, YEAR_2017), (None, YEAR_2023, {"share": "3"})),
        ((5, YEAR_2017), (3, YEAR_2023, {"upper": "6"})),
    ],
)
def test_what_is_not_two_numbers_cannot_be_compared(town, baseline, current):
    town.row("Osoby", baseline, None, current, value_kind="count_share")
    assert cells(town.table.rows[0])[-1] == "nelze srovnat"


def test_answers_are_not_compared(town):
    town.row("Vznikla?", (0, YEAR_2017), None, (1, YEAR_2023), value_kind="yes_no")
    assert cells(town.table.rows[0])[-1] == "nelze srovnat"


def test_trends_of_a_table_share_the_axis(town):
    town.row("Byty", (9, YEAR_2017), None, (14, YEAR_2023))
    town.row("Domy", None, (5, None), (6, YEAR_2023))
    for row in town.table.rows:
        sparkline = row.cells[-1].lines[0][0]
        assert (round(sparkline.first_year, 1), round(sparkline.last_year, 1)) == (2017.5, 2023.5)


def test_the_town_comes_first_and_areas_in_their_own_order(town):
    town.area.context_position, town.area.context_heading = 2, "2. Oblast bydlení"
    town.area.save()
    other = make_area(town.plan, "2", "Dluhy", context_position=1)
    town.row("Byty", None, None, (1, None))
    town.row("Exekuce", None, None, (1, None), area=other)
    town.row("Index sociálního vyloučení", None, None, (15, None), area=None)
    assert headings(town.blocks, 3) == ["Index sociálního vyloučení", "2 Dluhy", "2. Oblast bydlení"]


def test_the_origin_of_baselines_is_noted_once(town):
    other = make_area(town.plan, "2", "Dluhy")
    town.row("Byty", (9, YEAR_2017), None, (14, YEAR_2023))
    town.row("Exekuce", (9, YEAR_2017), None, (14, YEAR_2023), area=other)
    notes = [table.columns[1].note for table in tables(town.blocks)]
    assert [words(note) if note else None for note in notes] == ["[Z plánu.]", None]


def test_what_is_expected_stands_below_the_name(town):
    indicator = town.row("Index", None, None, (15, None), footnote="Škála 0 až 30.")
    Target.objects.create(indicator=indicator, operator="<", number=16, due_on=date(2027, 12, 31))
    assert (
        cells(town.table.rows[0])[0] == "Index[Škála 0 až 30.] / plánovaná hodnota: méně než 16 do roku 2027"
    )


def test_a_plan_without_context_indicators_has_no_chapter(town):
    Indicator.objects.all().delete()
    assert town.blocks == []

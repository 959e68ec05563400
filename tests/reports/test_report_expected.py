from datetime import date
from functools import partial

import pytest

from indicators.models import Part, Target
from plans.models import Territory
from reports.chapters import context_indicators, expectation_table
from reports.content import report_content
from tests.reports.reading import cells, headings, tables, titles
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
TITLE = "Globální indikátory"
CHAPTER = partial(context_indicators, title=TITLE, table_of=expectation_table)
END = date(2027, 12, 31)


class Town:
    """A plan whose indicators of the whole town have a start and a current value."""

    def __init__(self):
        self.plan = make_plan(baseline_note="Vliv pandemie.")
        self.period = make_period(self.plan)

    def row(self, before, after, direction="down", **target):
        indicator = make_indicator(self.plan, "Index", "context", desired_direction=direction)
        make_value(indicator, None, before, YEAR_2022, note="Lhota")
        make_value(indicator, self.period, after, YEAR_2023)
        if target:
            Target.objects.create(indicator=indicator, due_on=END, **target)
        return indicator

    @property
    def table(self):
        (table,) = tables(CHAPTER(report_content(self.plan, self.period)))
        return table

    @property
    def shift(self):
        return cells(self.table.rows[0])[-1]


@pytest.fixture
def town():
    return Town()


def test_start_present_and_expectation_stand_side_by_side(town):
    town.row(21, 20, operator="<", number=16, text="Méně než 16")
    assert titles(town.table) == [
        "Indikátor",
        "Počáteční hodnota",
        "Aktuální dostupná hodnota",
        "Očekáváno do roku 2027",
        "Posun",
    ]
    assert cells(town.table.rows[0]) == [
        "Index",
        "21 / rok 2022 / Lhota",
        "20 / rok 2023",
        "Méně než 16",
        "blíž k cíli",
    ]
    assert town.table.columns[1].note


@pytest.mark.parametrize(
    ("before", "after", "direction", "said"),
    [
        (589, 310, "up", "dál od cíle"),
        (199, 207, "down", "dál od cíle"),
        (5, 5, "down", "beze změny"),
        (3, 4, "none", "směr není určen"),
    ],
)
def test_the_shift_follows_the_stored_direction(town, before, after, direction, said):
    town.row(1, 2, "up")
    make_indicator(town.plan, "Bez směru", "context")
    indicator = town.row(before, after, direction, operator="fall")
    row = next(row for row in town.table.rows if cells(row)[1].startswith(str(before)))
    assert indicator and cells(row)[-1] == said


def test_a_share_compared_with_the_region_is_judged_by_the_gap(town):
    region = Territory.objects.create(name="Moravskoslezský kraj", kind=Territory.Kind.REGION)
    indicator = make_indicator(
        town.plan, "Podíl", "context", desired_direction="down", parts_kind="comparison", value_kind="share"
    )
    Target.objects.create(indicator=indicator, operator="below_region", due_on=END)
    for period, own, theirs in [(None, "3.01", "2.28"), (town.period, "2.99", "2.00")]:
        value = make_value(indicator, period, parts_only=True)
        for territory, number in [(town.plan.municipality, own), (region, theirs)]:
            Part.objects.create(value=value, territory=territory, number=number, kind="share", decimals=2)
    assert town.shift == "dál od cíle"


def test_a_missing_value_cannot_be_compared(town):
    indicator = town.row(11, 10)
    value = indicator.values.get(period=town.period)
    value.number, value.covers_start, value.covers_end = None, None, None
    value.missing_reason, value.printed = "not_available", "n. a."
    value.save()
    assert cells(town.table.rows[0])[2:] == ["n. a.", "nelze srovnat"]


def test_columns_without_anything_are_left_out(town):
    make_value(make_indicator(town.plan, "Byty", "context"), town.period, 3)
    assert titles(town.table) == ["Indikátor", "Aktuální dostupná hodnota"]
    assert sum(column.width for column in town.table.columns) == 166


def test_areas_have_headings_and_the_town_alone_has_none(town):
    town.row(1, 2)
    assert headings(CHAPTER(report_content(town.plan, town.period)), 3) == []
    make_indicator(town.plan, "Dluhy", "context", area=make_area(town.plan, "5", "Dluhy"))
    blocks = CHAPTER(report_content(town.plan, town.period))
    assert headings(blocks, 3) == ["Území jako celek", "5 Dluhy"]

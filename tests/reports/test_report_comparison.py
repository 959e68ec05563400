"""Srovnání s krajem a republikou: the town's shares beside public figures in its report."""

from datetime import date
from decimal import Decimal

import pytest

from indicators.models import Aggregation, Indicator, Role, SeriesBreak, ValueKind
from plans.models import Territory
from reports.blocks import Chart, Heading
from reports.chapters import comparison
from reports.content import report_content
from reports.layouts import ACTION_PLAN_TABLE
from reports.tree import build_tree
from reports.writers.html import write_html
from tests.builders import Town, make_indicator, make_period, make_value
from tests.comparison.measured import make_definition, tell

pytestmark = pytest.mark.django_db
REGION = "Moravskoslezský kraj"


@pytest.fixture
def region(krnov) -> Territory:
    found = Territory.objects.create(kind="region", name=REGION, code="CZ080")
    Territory.objects.filter(pk=krnov.territory.parent_id).update(parent=found)
    return found


@pytest.fixture
def shared(krnov, region) -> Indicator:
    """A share that other towns measure too, with Krnov's value."""
    leavers = make_definition("leavers", name="Předčasné odchody", aggregation=Aggregation.SHARE)
    indicator = make_indicator(
        krnov.plan, definition=leavers, role=Role.CONTEXT, value_kind=ValueKind.SHARE, name="Odchody"
    )
    make_value(indicator, krnov.period, share=Decimal("4.09"), share_decimals=2)
    return indicator


def chapter(town: Town):
    return comparison(report_content(town.plan, town.period))


def cells(row) -> list[str]:
    return ["".join(part.text for part in cell.lines[0]) for cell in row.cells]


def test_town_stands_beside_its_region_as_a_picture_and_in_numbers(krnov, region, shared):
    tell(shared.definition, region, 2023, "3.2", source="MPSV")
    heading, _, chart = chapter(krnov)
    assert isinstance(heading, Heading)
    assert isinstance(chart, Chart)
    assert [line.name for line in chart.drawing.series] == ["Krnov", REGION]
    assert [cells(row) for row in chart.table.rows] == [["Krnov", "4,09"], [REGION, "3,20"]]
    assert "MPSV" in chart.table.note[0].text


def test_a_break_of_the_whole_country_cuts_the_line_of_its_town(krnov, region, shared):
    country = Territory.country()
    Territory.objects.filter(pk=region.pk).update(parent=country)
    SeriesBreak.objects.create(
        definition=shared.definition, territory=country, year=2023, reason="Nový výkaz"
    )
    earlier = make_period(krnov.plan, slug="2022", start=date(2022, 1, 1), end=date(2022, 12, 31))
    make_value(shared, earlier, share=Decimal("5.1"), share_decimals=1)
    tell(shared.definition, region, 2023, "3.2", source="MPSV")
    *_, chart = chapter(krnov)
    assert chart.drawing.series[0].breaks == {2023}


def test_without_public_figures_there_is_no_chapter(krnov, region, shared):
    assert chapter(krnov) == []


def test_figure_of_the_town_alone_is_nothing_to_compare_with(krnov, region, shared):
    tell(shared.definition, krnov.territory, 2023, "3.2")
    assert chapter(krnov) == []


def test_later_years_do_not_get_into_an_earlier_report(krnov, region, shared):
    tell(shared.definition, region, 2023, "3.2")
    later = make_period(krnov.plan, slug="2025", start=date(2025, 1, 1), end=date(2025, 12, 31))
    make_value(shared, later, share=Decimal("9"))
    _, _, chart = chapter(krnov)
    assert [column.title for column in chart.table.columns] == ["Území", "2023"]


def test_half_years_beside_it_get_into_a_report_only_when_approved(krnov, region, shared):
    """A contributor may read the report; a draft of another period is not in it."""
    tell(shared.definition, region, 2023, "3.2")
    half = make_period(krnov.plan, slug="2023-2", start=date(2023, 7, 1), end=date(2023, 12, 31))
    make_value(shared, half, share=Decimal("9.9"), share_decimals=1)
    *_, chart = chapter(krnov)
    assert cells(chart.table.rows[0]) == ["Krnov", "4,09"]


def test_it_is_printed_with_the_drawing_and_its_table(krnov, region, shared):
    tell(shared.definition, region, 2023, "3.2")
    content = report_content(krnov.plan, krnov.period)
    html = write_html(build_tree(content, ACTION_PLAN_TABLE))
    assert "Srovnání s\u00a0krajem a\u00a0republikou" in html
    assert "<svg" in html
    assert "Předčasné odchody" in html


@pytest.mark.parametrize("count", [1, 5])
def test_seven_questions_for_any_number_of_indicators(
    krnov, region, shared, count, django_assert_max_num_queries
):
    for number in range(count):
        definition = make_definition(f"share-{number}", name=f"Podíl {number}", aggregation=Aggregation.SHARE)
        tell(definition, region, 2023, "3.2")
        shared = make_indicator(krnov.plan, definition=definition, role=Role.CONTEXT, name=str(number))
        make_value(shared, krnov.period, share=Decimal("4"))
    with django_assert_max_num_queries(32):
        report_content(krnov.plan, krnov.period)

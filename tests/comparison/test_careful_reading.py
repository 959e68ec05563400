"""Odd values of towns: what a careful reader would not take for a number, and what is told instead."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from indicators.models import Aggregation, Role, SeriesBreak, ValueKind
from plans.models import Territory
from reports.comparison.comparison import Origin
from tests.builders import make_indicator, make_period, make_plan, make_value
from tests.comparison.measured import (
    Measuring,
    compared,
    line_of,
    make_definition,
    make_measuring,
    make_share,
    says_share,
    tell,
)

pytestmark = pytest.mark.django_db


def half_years(town: Measuring, first: dict, second: dict):
    """Two values of one year, in periods of a half each."""
    for number, (value, months) in enumerate([(first, (1, 6)), (second, (7, 12))]):
        is_approved = value.pop("is_approved", True)
        period = town.period(2000 + number, is_approved)
        start, end = date(2023, months[0], 1), date(2023, months[1], 30)
        make_value(town.indicator, period, **value, covers_start=start, covers_end=end)


def test_approved_value_is_not_hidden_by_a_newer_draft(executions):
    krnov = make_measuring(executions)
    half_years(krnov, {"number": 10}, {"number": 12, "is_approved": False})
    assert line_of(compared(executions, krnov), krnov).cell(2023).number == 12
    approved = compared(executions, krnov, origin=Origin.APPROVED)
    cell = line_of(approved, krnov).cell(2023)
    assert cell.number == 10
    assert "další hodnoty zatím neschválené" in cell.note


def test_number_is_not_hidden_by_a_newer_reason(executions):
    krnov = make_measuring(executions)
    half_years(krnov, {"number": 10}, {"missing_reason": "not_yet"})
    assert line_of(compared(executions, krnov), krnov).cell(2023).number == 10


def test_town_that_waits_for_approval_says_so(executions):
    krnov = make_measuring(executions)
    krnov.says(2022, 1)
    krnov.says(2023, 2, is_approved=False)
    line = line_of(compared(executions, krnov, origin=Origin.APPROVED), krnov)
    assert line.cell(2023).reason == "zatím neschváleno"


def test_share_is_as_draft_as_its_whole(leavers):
    adults = make_definition("adults")
    leavers.denominator = adults
    leavers.save()
    krnov = make_measuring(leavers)
    krnov.says(2023, 9)
    other = make_plan(krnov.territory, slug="jiny")
    people = make_indicator(other, definition=adults, role=Role.CONTEXT)
    make_value(people, make_period(other, slug="2023", start=date(2023, 1, 1), end=date(2023, 12, 31)), 220)
    places = [krnov.place, replace(krnov.place, plan=other.pk)]
    assert line_of(compared(leavers, places=places), krnov).cell(2023).is_draft
    approved = compared(leavers, places=places, origin=Origin.APPROVED)
    assert line_of(approved, krnov).cell(2023).number is None


def test_per_cent_typed_as_a_number_is_a_share(leavers):
    krnov = make_measuring(leavers, unit="%")
    krnov.says(2023, Decimal("9.7"), decimals=1)
    cell = line_of(compared(leavers, krnov), krnov).cell(2023)
    assert (cell.number, cell.is_added) == (Decimal("9.7"), False)


def test_share_that_is_not_added_is_a_share_all_the_same():
    shares = make_definition("shares", unit="%", aggregation=Aggregation.NONE)
    krnov = make_measuring(shares, value_kind=ValueKind.COUNT_SHARE)
    krnov.says(2023, 7, share=Decimal("2.8"), share_decimals=1)
    found = compared(shares, krnov)
    assert line_of(found, krnov).cell(2023).number == Decimal("2.8")
    assert not found.has_total


def test_parts_without_a_sum_are_no_number(executions):
    krnov, most = make_measuring(executions), make_measuring(executions, "Most")
    krnov.says(2023, parts_only=True)
    most.says(2023, 1)
    cell = line_of(compared(executions, krnov, most), krnov).cell(2023)
    assert cell.reason == "uvádí jen části, bez součtu"


def test_break_of_a_district_holds_for_its_towns(executions):
    krnov = make_measuring(executions)
    SeriesBreak.objects.create(
        definition=executions, territory=krnov.territory.parent, year=2023, reason="Jiná evidence"
    )
    krnov.says(2022, 10)
    krnov.says(2023, 30)
    assert line_of(compared(executions, krnov), krnov).breaks == {2023: "Jiná evidence"}


def test_break_of_the_country_holds_for_everything_in_it(executions):
    town = make_measuring(executions)
    SeriesBreak.objects.create(
        definition=executions, territory=Territory.country(), year=2023, reason="Nový zákon"
    )
    town.says(2022, 10)
    town.says(2023, 30)
    found = compared(executions, town)
    assert line_of(found, town).breaks == {2023: "Nový zákon"}
    assert found.total_breaks == {2023: "Nový zákon"}


def test_other_source_is_found_over_a_year_that_names_none(executions):
    krnov = make_measuring(executions)
    for year, source in ((2021, "komora"), (2022, ""), (2023, "odbor")):
        krnov.says(year, 10, source=source)
    assert line_of(compared(executions, krnov), krnov).breaks == {2023: "jiný zdroj: odbor"}


def test_per_thousand_is_always_of_inhabitants():
    population = make_definition("population")
    helped = make_definition("helped", denominator=population)
    krnov = make_share(helped)
    says_share(krnov, 2023, 50, 100)
    tell(population, krnov.territory, 2023, 10_000)
    assert line_of(compared(helped, krnov, per_thousand=True), krnov).cell(2023).number == 5


def test_whole_that_is_a_range_is_no_whole(leavers):
    krnov = make_share(leavers)
    value = krnov.says(2023, 9, share=Decimal("4"))
    make_value(krnov.indicator.denominator, value.period, 15, upper=100)
    cell = line_of(compared(leavers, krnov), krnov).cell(2023)
    assert (cell.number, cell.is_added) == (4, False)


def test_borough_is_not_added_beside_its_city(executions):
    ostrava, borough = make_measuring(executions, "Ostrava"), make_measuring(executions, "Ostrava-Jih")
    Territory.objects.filter(pk=borough.territory.pk).update(kind="borough", parent=ostrava.territory)
    borough.territory = Territory.objects.select_related("parent__parent").get(pk=borough.territory.pk)
    ostrava.says(2023, 100)
    borough.says(2023, 40)
    total = compared(executions, ostrava, borough).totals[2023]
    assert total.number == 100
    assert [(part.town.name, part.cell.reason) for part in total.missing] == [
        ("Ostrava-Jih", "leží v území, které je už započtené")
    ]


def of_measures(definition, *numbers) -> Measuring:
    """A town that counts at as many measures; None stands for what is not known yet."""
    krnov = make_measuring(definition, role=Role.OUTPUT)
    rows = [krnov.indicator, *(make_indicator(krnov.plan, definition=definition) for _ in numbers[1:])]
    for indicator, number in zip(rows, numbers, strict=True):
        reason = {} if number is not None else {"missing_reason": "not_yet"}
        make_value(indicator, krnov.period(2023, is_approved=False), number, **reason)
    return krnov


def test_sum_says_of_how_many_indicators_it_is(executions):
    krnov = of_measures(executions, 10, None, 20)
    cell = line_of(compared(executions, krnov), krnov).cell(2023)
    assert (cell.number, cell.is_draft) == (30, True)
    assert cell.note == "součet 2 ze 3\xa0ukazatelů, tytéž osoby se mohou opakovat"


def test_sums_of_different_indicators_are_not_compared(executions):
    krnov = of_measures(executions, 10, 20)
    krnov.says(2022, 5)
    change = line_of(compared(executions, krnov), krnov).change(2022, 2023)
    assert change.reason == "jiné ukazatele"


def test_measure_that_gives_way_to_another_does_not_go_on(executions):
    krnov = make_measuring(executions, role=Role.OUTPUT)
    other = make_indicator(krnov.plan, definition=executions)
    krnov.says(2022, 5)
    make_value(other, krnov.period(2023), 30)
    line = line_of(compared(executions, krnov), krnov)
    assert line.change(2022, 2023).reason == "jiné ukazatele"


def test_half_a_year_of_a_measure_is_not_compared_with_a_whole_one(executions):
    krnov = make_measuring(executions, role=Role.OUTPUT)
    krnov.says(2022, 20)
    krnov.says(2023, 12, covers_start=date(2023, 7, 1), covers_end=date(2023, 12, 31))
    line = line_of(compared(executions, krnov), krnov)
    assert line.breaks == {2023: "jinak dlouhé období"}
    assert line.change(2022, 2023).reason == "jinak dlouhé období"


def test_what_is_told_of_a_whole_town_may_be_told_of_any_day(executions):
    krnov = make_measuring(executions)
    krnov.says(2022, 20)
    krnov.says(2023, 12, covers_start=date(2023, 7, 1), covers_end=date(2023, 7, 1))
    assert not line_of(compared(executions, krnov), krnov).breaks


def test_own_and_public_inhabitants_are_not_compared():
    population = make_definition("population")
    executions = make_definition(denominator=population)
    krnov = make_measuring(executions)
    people = make_indicator(krnov.plan, definition=population, role=Role.CONTEXT)
    make_value(people, krnov.says(2022, 50).period, 20_000)
    krnov.says(2023, 50)
    tell(population, krnov.territory, 2023, 40_000)
    line = line_of(compared(executions, krnov, per_thousand=True), krnov)
    assert line.change(2022, 2023).reason == "podíl z jiného celku"


def test_sums_of_different_indicators_do_not_change_the_total(executions):
    krnov, most = of_measures(executions, 10, 20), make_measuring(executions, "Most")
    krnov.says(2022, 5)
    for year in (2022, 2023):
        most.says(year, year - 2000)
    change = compared(executions, krnov, most).change
    assert (change.change.number, change.towns) == (1, 1)


def test_stated_share_is_not_compared_with_one_of_a_public_whole(leavers):
    leavers.denominator = make_definition("adults")
    leavers.save()
    krnov = make_measuring(leavers, value_kind=ValueKind.COUNT_SHARE)
    krnov.says(2022, share=Decimal("12"))
    krnov.says(2023, 1_833)
    tell(leavers.denominator, krnov.territory, 2023, 19_580)
    change = line_of(compared(leavers, krnov), krnov).change(2022, 2023)
    assert change.reason == "podíl z jiného celku"


def test_per_cents_of_measures_are_not_added_as_persons(executions):
    krnov = of_measures(executions, 50, 30)
    krnov.plan.indicators.update(unit="%")
    assert line_of(compared(executions, krnov), krnov).cell(2023).number is None


def test_wholes_that_cancel_out_give_no_share(leavers):
    leavers.denominator = make_definition("adults")
    leavers.save()
    towns = [make_measuring(leavers, name) for name in ("Krnov", "Most")]
    for town, whole in zip(towns, (-10, 10), strict=True):
        for year in (2022, 2023):
            town.says(year, 5)
            tell(leavers.denominator, town.territory, year, whole)
    found = compared(leavers, *towns)
    assert found.totals[2023].number == 50
    assert found.change.towns == 1

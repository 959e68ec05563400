"""One definition in towns and years: which number stands where, and why there is none."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from indicators.models import Part, PartsKind, Role, SeriesBreak, ValueKind
from reports.comparison.comparison import Origin
from reports.comparison.said import year_of
from tests.builders import make_indicator, make_period, make_plan, make_value
from tests.comparison.measured import (
    compared,
    line_of,
    make_definition,
    make_measuring,
    make_share,
    says_share,
    tell,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("start", "end", "year"),
    [
        (date(2023, 1, 1), date(2023, 12, 31), 2023),
        (date(2023, 1, 1), date(2024, 6, 30), 2023),
        (date(2018, 9, 1), date(2019, 8, 31), 2019),
        (date(2024, 4, 30), date(2024, 4, 30), 2024),
    ],
)
def test_value_belongs_to_the_year_in_the_middle_of_its_period(start, end, year):
    assert year_of(start, end) == year


def test_each_town_has_a_line_with_its_years(executions):
    krnov, most = make_measuring(executions, "Krnov"), make_measuring(executions, "Most")
    krnov.says(2021, 10)
    krnov.says(2022, 12)
    most.says(2022, 40)
    found = compared(executions, krnov, most)
    assert [line.town.name for line in found.lines] == ["Most", "Krnov"]
    assert list(found.years) == [2021, 2022]
    assert [line_of(found, krnov).cell(year).number for year in found.years] == [10, 12]


def test_start_of_an_indicator_stands_in_its_own_year(executions):
    krnov = make_measuring(executions)
    make_value(krnov.indicator, None, 7, covers_start=date(2020, 1, 1), covers_end=date(2020, 12, 31))
    krnov.says(2023, 9)
    assert line_of(compared(executions, krnov), krnov).cell(2020).number == 7


def test_own_period_of_a_value_goes_before_the_reporting_period(executions):
    krnov = make_measuring(executions)
    krnov.says(2023, 9, covers_start=date(2021, 9, 1), covers_end=date(2022, 8, 31))
    assert line_of(compared(executions, krnov), krnov).years == [2022]


def test_longer_period_is_told(executions):
    krnov = make_measuring(executions)
    krnov.says(2023, 9, covers_start=date(2023, 1, 1), covers_end=date(2024, 6, 30))
    assert "leden" in line_of(compared(executions, krnov), krnov).cell(2023).note


def test_number_that_is_not_exact_is_told(executions):
    krnov = make_measuring(executions)
    krnov.says(2023, 3_100, qualifier="about")
    cell = line_of(compared(executions, krnov), krnov).cell(2023)
    assert (cell.number, cell.note) == (3_100, "uvedeno „cca“")


def test_range_is_no_number_to_add(executions):
    krnov, most = make_measuring(executions), make_measuring(executions, "Most")
    krnov.says(2023, 15, upper=20)
    most.says(2023, 4)
    found = compared(executions, krnov, most)
    assert line_of(found, krnov).cell(2023).reason == "uvádí rozsah 15–20"
    assert found.totals[2023].numerator == 4


def test_missing_value_says_why(executions):
    krnov, most = make_measuring(executions, "Krnov"), make_measuring(executions, "Most")
    krnov.says(2022, 5)
    krnov.says(2023, missing_reason="not_monitored")
    most.says(2023, 4)
    found = compared(executions, krnov, most)
    assert line_of(found, krnov).cell(2023).reason == "nesledováno"
    assert line_of(found, most).cell(2022).reason == "hodnota nezadána"


def test_town_without_the_indicator_keeps_its_line(executions):
    krnov, sokolov = make_measuring(executions), make_measuring(make_definition("other"), "Sokolov")
    krnov.says(2023, 9)
    line = line_of(compared(executions, krnov, sokolov), sokolov)
    assert line.cell(2023).reason == "ukazatel v plánu není"


def test_value_not_approved_is_a_draft_and_may_be_left_out(executions):
    krnov = make_measuring(executions)
    krnov.says(2022, 5)
    krnov.says(2023, 9, is_approved=False)
    assert line_of(compared(executions, krnov), krnov).cell(2023).is_draft
    approved = compared(executions, krnov, origin=Origin.APPROVED)
    assert line_of(approved, krnov).years == [2022]


def test_share_is_computed_from_counts(leavers):
    krnov = make_share(leavers)
    says_share(krnov, 2023, 9, 220)
    cell = line_of(compared(leavers, krnov), krnov).cell(2023)
    assert round(cell.number, 2) == Decimal("4.09")
    assert (cell.numerator, cell.whole) == (9, 220)


def test_share_that_disagrees_with_its_counts_is_told(leavers):
    krnov = make_share(leavers)
    says_share(krnov, 2022, 7, 247, share=Decimal("2.3"), share_decimals=1)
    cell = line_of(compared(leavers, krnov), krnov).cell(2022)
    assert round(cell.number, 2) == Decimal("2.83")
    assert cell.note == "město uvádí 2,3\xa0%, z počtů vychází 2,83\xa0%; platí počty"


def test_town_with_shares_alone_is_shown_and_not_added(leavers):
    ostrava = make_measuring(leavers, "Ostrava", value_kind=ValueKind.SHARE)
    ostrava.says(2023, share=Decimal("6.88"), share_decimals=2)
    cell = line_of(compared(leavers, ostrava), ostrava).cell(2023)
    assert cell.number == Decimal("6.88")
    assert not cell.is_added
    assert cell.reason == "uvádí jen podíl, ne počty"


def test_own_share_is_found_among_compared_territories(leavers):
    ostrava = make_measuring(leavers, "Ostrava", value_kind=ValueKind.SHARE, parts_kind=PartsKind.COMPARISON)
    value = ostrava.says(2023, parts_only=True)
    for territory, number in ((ostrava.territory, "6.88"), (ostrava.territory.parent, "4.24")):
        Part.objects.create(value=value, territory=territory, kind=Part.Kind.SHARE, number=number, decimals=2)
    assert line_of(compared(leavers, ostrava), ostrava).cell(2023).number == Decimal("6.88")


def test_count_of_a_share_follows_from_a_public_whole(leavers):
    leavers.denominator = make_definition("adults")
    leavers.save()
    krnov = make_measuring(leavers, value_kind=ValueKind.SHARE)
    krnov.says(2023, share=Decimal("5"))
    tell(leavers.denominator, krnov.territory, 2023, 20_000)
    cell = line_of(compared(leavers, krnov), krnov).cell(2023)
    assert (cell.numerator, cell.whole, cell.is_computed) == (1_000, 20_000, True)


def test_share_of_a_public_whole_is_no_contradiction_of_the_town(leavers):
    leavers.denominator = make_definition("adults")
    leavers.save()
    krnov = make_measuring(leavers, value_kind=ValueKind.COUNT_SHARE)
    krnov.says(2023, 1_833, share=Decimal("9.7"), share_decimals=1)
    tell(leavers.denominator, krnov.territory, 2023, 19_580)
    cell = line_of(compared(leavers, krnov), krnov).cell(2023)
    assert round(cell.number, 2) == Decimal("9.36")
    assert cell.note == "město uvádí 9,7\xa0%, tady je podíl z počtu a veřejného celku"


@pytest.mark.parametrize("says", ["plan", "public"])
def test_count_per_thousand_needs_inhabitants_of_the_plan_or_of_public_figures(says):
    population = make_definition("population", counts_people=False)
    executions = make_definition(denominator=population)
    krnov = make_measuring(executions)
    krnov.says(2023, 50)
    if says == "plan":
        people = make_indicator(krnov.plan, definition=population, role=Role.CONTEXT)
        make_value(people, krnov.period(2023), 20_000)
    else:
        tell(population, krnov.territory, 2023, 20_000)
    cell = line_of(compared(executions, krnov, per_thousand=True), krnov).cell(2023)
    assert cell.number == Decimal("2.5")


def test_a_small_ratio_does_not_look_like_nothing():
    population = make_definition("population")
    executions = make_definition(denominator=population)
    krnov = make_measuring(executions)
    krnov.says(2023, 4)
    tell(population, krnov.territory, 2023, 300_000)
    cell = line_of(compared(executions, krnov, per_thousand=True), krnov).cell(2023)
    assert cell.decimals == 2, "0,01 and not 0,0"


def test_count_per_thousand_without_inhabitants_says_so():
    executions = make_definition(denominator=make_definition("population"))
    krnov = make_measuring(executions)
    krnov.says(2023, 50)
    cell = line_of(compared(executions, krnov, per_thousand=True), krnov).cell(2023)
    assert (cell.number, cell.reason) == (None, "chybí počet obyvatel")


def outputs(executions, *numbers) -> tuple:
    """A town that counts the same people at several measures."""
    krnov = make_measuring(executions, role=Role.OUTPUT)
    krnov.says(2023, numbers[0])
    for number in numbers[1:]:
        other = make_indicator(krnov.plan, definition=executions)
        make_value(other, krnov.period(2023), number)
    return krnov, line_of(compared(executions, krnov), krnov).cell(2023)


def test_outputs_of_measures_are_added_within_a_town():
    _, cell = outputs(make_definition(unit="služba"), 10, 20, 30)
    assert cell.number == 60
    assert cell.note == "součet 3\xa0ukazatelů"


@pytest.mark.parametrize("said", [{"unit": "osob"}, {"unit": "případ", "counts_people": True}])
def test_persons_of_measures_are_added_with_a_warning(said):
    _, cell = outputs(make_definition(**said), 10, 20)
    assert cell.note == "součet 2\xa0ukazatelů, tytéž osoby se mohou opakovat"


def test_context_of_two_plans_of_a_town_is_not_added(executions):
    krnov = make_measuring(executions)
    krnov.says(2023, 100)
    other = make_plan(krnov.territory, slug="krnov-kpss", kind="kpss")
    indicator = make_indicator(other, definition=executions, role=Role.CONTEXT)
    make_value(indicator, None, 90, covers_start=date(2023, 1, 1), covers_end=date(2023, 6, 30))
    places = [krnov.place, replace(krnov.place, plan=other.pk)]
    found = compared(executions, places=places)
    cell = line_of(found, krnov).cell(2023)
    assert cell.number == 100
    assert cell.note == ""


def test_start_of_a_new_plan_is_not_added_to_what_the_old_one_came_to():
    helped = make_definition("helped")
    krnov = make_measuring(helped, role=Role.OUTPUT)
    krnov.says(2023, 50)
    other = make_plan(krnov.territory, slug="krnov-novy")
    start = make_indicator(other, definition=helped)
    make_value(start, None, 50, covers_start=date(2023, 1, 1), covers_end=date(2023, 12, 31))
    found = compared(helped, places=[krnov.place, replace(krnov.place, plan=other.pk)])
    assert line_of(found, krnov).cell(2023).number == 50


def test_two_values_of_a_town_are_told(executions):
    krnov = make_measuring(executions)
    other = make_plan(krnov.territory, slug="krnov-kpss", kind="kpss")
    indicator = make_indicator(other, definition=executions, role=Role.CONTEXT)
    krnov.says(2023, 100)
    make_value(indicator, make_period(other, start=date(2023, 1, 1), end=date(2023, 12, 31)), 90)
    found = compared(executions, places=[krnov.place, replace(krnov.place, plan=other.pk)])
    assert "víc hodnot" in line_of(found, krnov).cell(2023).note


def test_break_is_not_computed_across(executions):
    SeriesBreak.objects.create(definition=executions, year=2022, reason="Nová dávka")
    krnov = make_measuring(executions)
    krnov.says(2021, 10)
    krnov.says(2023, 30)
    line = line_of(compared(executions, krnov), krnov)
    assert line.breaks == {2023: "Nová dávka"}
    assert line.change(2021, 2023).reason == "řada přerušená"


def test_break_of_one_town_is_no_break_of_others(executions):
    krnov, most = make_measuring(executions), make_measuring(executions, "Most")
    SeriesBreak.objects.create(definition=executions, territory=krnov.territory, year=2022, reason="Jinak")
    for town in (krnov, most):
        town.says(2021, 10)
        town.says(2022, 30)
    found = compared(executions, krnov, most)
    assert line_of(found, krnov).breaks
    assert line_of(found, most).change(2021, 2022).number == 20


def test_other_source_breaks_the_line(executions):
    krnov = make_measuring(executions)
    krnov.says(2021, 10, source="Exekutorská komora")
    krnov.says(2022, 30, source="evidence odboru")
    assert line_of(compared(executions, krnov), krnov).breaks == {2022: "jiný zdroj: evidence odboru"}


def test_the_same_source_of_another_year_does_not_break_it(executions):
    krnov = make_measuring(executions)
    krnov.says(2021, 10, source="ČSÚ, 2021")
    krnov.says(2022, 30, source="ČSÚ, 2022")
    line = line_of(compared(executions, krnov), krnov)
    assert not line.breaks
    assert line.change(2021, 2022).number == 20


@pytest.fixture
def executions_of_inhabitants():
    return make_definition("of_inhabitants", denominator=make_definition("population", name="Obyvatelé"))


def with_inhabitants(definition, *years, **sources):
    """Krnov in two years; inhabitants are public figures of the named sources."""
    krnov = make_measuring(definition)
    for year in years:
        krnov.says(year, 50)
        source = sources.get(f"in_{year}", "ČSÚ")
        tell(definition.denominator, krnov.territory, year, 20_000, source=source)
    return krnov


def test_break_of_the_whole_breaks_what_is_divided_by_it(executions_of_inhabitants):
    krnov = with_inhabitants(executions_of_inhabitants, 2021, 2022)
    whole = executions_of_inhabitants.denominator
    SeriesBreak.objects.create(definition=whole, year=2022, reason="Sčítání lidu")
    ratio = line_of(compared(executions_of_inhabitants, krnov, per_thousand=True), krnov)
    assert ratio.breaks == {2022: "Obyvatelé: Sčítání lidu"}
    assert ratio.change(2021, 2022).reason == "řada přerušená"
    assert not line_of(compared(executions_of_inhabitants, krnov), krnov).breaks, "nothing is divided"


def test_other_source_of_the_whole_breaks_the_line(executions_of_inhabitants):
    krnov = with_inhabitants(executions_of_inhabitants, 2021, 2022, in_2022="registr obyvatel")
    line = line_of(compared(executions_of_inhabitants, krnov, per_thousand=True), krnov)
    assert line.breaks == {2022: "jiný zdroj celku: registr obyvatel"}


def test_sum_of_more_indicators_than_before_is_another_series(executions):
    krnov = make_measuring(executions, role=Role.OUTPUT)
    other = make_indicator(krnov.plan, definition=executions)
    krnov.says(2022, 10)
    make_value(other, krnov.says(2023, 10).period, 10)
    line = line_of(compared(executions, krnov), krnov)
    assert line.breaks == {2023: "jiné ukazatele"}
    assert line.change(2022, 2023).reason == "jiné ukazatele"


def test_line_without_one_end_has_no_change(executions):
    krnov, most = make_measuring(executions), make_measuring(executions, "Most")
    krnov.says(2021, 10)
    most.says(2021, 10)
    most.says(2023, 10)
    found = compared(executions, krnov, most)
    assert line_of(found, krnov).change(2021, 2023).reason == "řada neúplná"


def test_towns_without_all_years_may_be_left_out(executions):
    krnov, most = make_measuring(executions), make_measuring(executions, "Most")
    for year in (2021, 2022):
        krnov.says(year, 10)
    most.says(2022, 10)
    found = compared(executions, krnov, most, only_whole_lines=True)
    assert [line.town.name for line in found.lines] == ["Krnov"]


def test_retired_measure_keeps_its_past_values(executions):
    krnov = make_measuring(executions)
    krnov.says(2022, 10)
    krnov.indicator.retired_on, krnov.indicator.retired_reason = date(2023, 1, 1), "Nesledujeme"
    krnov.indicator.save()
    assert line_of(compared(executions, krnov), krnov).years == [2022]

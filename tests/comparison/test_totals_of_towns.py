"""Totals that can be taken apart, and the region and the country beside them."""

from decimal import Decimal

import pytest

from indicators.models import Aggregation, Role, SeriesBreak, StatisticTotal, ValueKind
from plans.models import Territory
from reports.comparison.comparison import Origin
from reports.comparison.drawings import small_multiples, together
from reports.comparison.explanation import explain
from reports.comparison.wording import edition_words
from tests.builders import make_country, make_plan
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


@pytest.fixture
def towns(leavers) -> list[Measuring]:
    """Three with counts, of which Bruntál is not approved, and Ostrava with a share alone."""
    found = [make_share(leavers, name) for name in ("Krnov", "Most", "Bruntál")]
    for town, count, whole, is_approved in zip(
        found, (9, 30, 8), (220, 400, 164), (True, True, False), strict=True
    ):
        says_share(town, 2023, count, whole, is_approved=is_approved)
    ostrava = make_measuring(leavers, "Ostrava", value_kind=ValueKind.SHARE)
    ostrava.says(2023, share=Decimal("6.88"), share_decimals=2)
    return [*found, ostrava]


def test_share_of_towns_is_never_a_mean_of_shares(leavers, towns):
    total = compared(leavers, *towns).totals[2023]
    assert (total.numerator, total.whole) == (47, 784)
    assert total.number == Decimal(4700) / 784


def test_total_says_how_many_towns_are_in_it_and_who_is_not(leavers, towns):
    total = compared(leavers, *towns).totals[2023]
    assert (len(total.parts), total.towns, len(total.drafts)) == (3, 4, 1)
    assert [(part.town.name, part.cell.reason) for part in total.missing] == [
        ("Ostrava", "uvádí jen podíl, ne počty")
    ]


def test_total_is_told_without_what_is_not_approved(leavers, towns):
    explained = explain(compared(leavers, *towns), "")
    assert (explained.number, explained.without_drafts) == ("5,99\xa0%", "6,29\xa0%")
    assert [item.town for item in explained.drafts] == ["Bruntál (okres Okres Bruntál)"]


def test_total_opens_to_its_parts_when_asked(leavers, towns):
    found = compared(leavers, *towns)
    assert explain(found, "").items == []
    opened = explain(found, "2023").items
    assert sorted((item.numerator, item.whole) for item in opened) == [
        ("30", "400"), ("8", "164"), ("9", "220"),
    ]  # fmt: skip


def test_parts_that_were_counted_are_told_as_they_are():
    jobs = make_definition("jobs", unit="úvazek", denominator=make_definition("population"))
    towns = [make_measuring(jobs, name) for name in ("Krnov", "Most")]
    for town in towns:
        town.says(2023, Decimal("2.5"), decimals=1)
        tell(jobs.denominator, town.territory, 2023, 1_000)
    explained = explain(compared(jobs, *towns, per_thousand=True), "2023")
    assert [explained.numerator, *(item.numerator for item in explained.items)] == ["5", "2,5", "2,5"]


def test_year_that_nobody_shows_opens_nothing(leavers, towns):
    assert explain(compared(leavers, *towns), "1999").items == []
    assert explain(compared(leavers, *towns), "loni").items == []


def test_year_without_a_total_gives_way_to_the_last_that_has_one(leavers, towns):
    *_, ostrava = towns
    ostrava.says(2024, share=Decimal("6"))
    assert explain(compared(leavers, *towns, years=range(2020, 2025)), "").total.year == 2023


def test_change_of_the_total_is_of_the_same_towns(leavers, towns):
    krnov, most, *_ = towns
    says_share(krnov, 2022, 11, 200)
    change = compared(leavers, *towns).change
    assert change.towns == 1
    assert change.change.number == Decimal(900) / 220 - Decimal(1100) / 200


def test_town_whose_line_breaks_is_left_out_of_the_change(leavers, towns):
    krnov, most, *_ = towns
    says_share(krnov, 2022, 11, 200)
    says_share(most, 2022, 40, 400, source="jiná evidence")
    most.indicator.values.filter(period__slug="2023").update(source="ministerstvo")
    assert compared(leavers, *towns).change.towns == 1


def test_one_town_is_no_total(leavers, towns):
    assert not compared(leavers, towns[0]).has_total


def test_break_of_the_definition_cuts_the_total_once(leavers, towns):
    SeriesBreak.objects.create(definition=leavers, year=2022, reason="Nová vyhláška")
    krnov, most, *_ = towns
    says_share(krnov, 2021, 5, 100)
    says_share(most, 2022, 5, 100)
    found = compared(leavers, *towns)
    assert found.total_breaks == {2022: "Nová vyhláška"}
    assert together(found).series[0].breaks == {2022}


def count(*names) -> list[Measuring]:
    definition = make_definition("counted")
    return [make_measuring(definition, name) for name in names]


def test_total_whose_towns_all_change_their_source_is_cut():
    towns = count("Krnov", "Most")
    for town in towns:
        town.says(2022, 10, source="komora")
        town.says(2023, 90, source="ministerstvo")
    found = compared(towns[0].definition, *towns)
    assert found.total_breaks == {2023: "jiný zdroj: ministerstvo"}
    assert found.change.change.reason == "řada přerušená"


def test_total_is_joined_loosely_where_one_town_breaks_or_joins():
    krnov, most = towns = count("Krnov", "Most")
    for year in (2021, 2022, 2023):
        krnov.says(year, 10)
    for year, source in ((2022, "komora"), (2023, "ministerstvo")):
        most.says(year, 20, source=source)
    found = compared(krnov.definition, *towns)
    assert found.total_breaks == {}
    assert found.loose_years == together(found).series[0].loose == {2022, 2023}
    assert found.adds_other_towns


def test_total_of_quite_other_towns_does_not_go_on():
    krnov, most = towns = count("Krnov", "Most")
    krnov.says(2022, 10)
    most.says(2023, 4_000)
    found = compared(krnov.definition, *towns)
    assert found.total_breaks == {2023: "součet jiných měst"}


def test_total_of_the_same_towns_goes_on():
    krnov, most = towns = count("Krnov", "Most")
    for year in (2022, 2023):
        krnov.says(year, 10)
        most.says(year, 20)
    found = compared(krnov.definition, *towns)
    assert not found.total_breaks and not found.loose_years and not found.adds_other_towns


def test_small_charts_share_one_axis(leavers, towns):
    charts = small_multiples(compared(leavers, *towns))
    assert {chart.drawing.highest for chart in charts} == {Decimal("7.5")}


def test_direction_is_told_when_all_towns_want_the_same(leavers, towns):
    indicators = [town.indicator for town in towns]
    for indicator in indicators:
        indicator.desired_direction = "down"
        indicator.save()
    assert compared(leavers, *towns).direction.label == "pokles"
    indicators[0].desired_direction = "up"
    indicators[0].save()
    assert compared(leavers, *towns).direction is None


def test_persons_are_added_with_a_warning():
    helped = make_definition("helped", counts_people=True)
    towns = [make_measuring(helped, name, role=Role.OUTPUT) for name in ("Krnov", "Most")]
    for town in towns:
        town.says(2023, 10)
    explained = explain(compared(helped, *towns), "")
    assert explained.number == "20"
    assert explained.people == "tytéž osoby se mohou opakovat"


def test_people_of_whole_towns_do_not_repeat():
    executions = make_definition(counts_people=True)
    towns = [make_measuring(executions, name) for name in ("Krnov", "Most")]
    for town in towns:
        town.says(2023, 10)
    assert explain(compared(executions, *towns), "").people == ""


def test_what_is_not_added_has_no_total():
    rank = make_definition("rank", aggregation=Aggregation.NONE)
    towns = [make_measuring(rank, name) for name in ("Krnov", "Most")]
    for town in towns:
        town.says(2023, 10)
    found = compared(rank, *towns)
    assert not found.has_total
    assert explain(found, "") is None


@pytest.fixture
def country(leavers) -> list[Territory]:
    """A whole country whose districts all say the same: 5 % of 1 000."""
    adults = make_definition("adults")
    leavers.denominator = adults
    leavers.save()
    found = make_country()
    for territory in found:
        tell(adults, territory, 2023, 1_000)
        tell(leavers, territory, 2023, 5)
    StatisticTotal.objects.refresh()
    return found


def inhabitant_of(country: list[Territory], leavers) -> Measuring:
    plan = make_plan(country[0], slug="obec")
    return Measuring(country[0], plan, None, leavers)


def test_region_and_country_stand_beside_towns(leavers, country):
    town = inhabitant_of(country, leavers)
    found = compared(leavers, town, origin=Origin.PUBLIC)
    assert line_of(found, town).cell(2023).number == 5
    assert found.region.cell(2023).number == found.yardsticks.country.cell(2023).number == 5
    assert found.yardsticks.country.cell(2023).note == "77 ze\xa077 obcí"


def test_published_figure_of_a_region_goes_before_added_ones(leavers, country):
    region = country[0].parent.parent
    tell(leavers, region, 2023, "4.2", source="MPSV")
    cell = compared(leavers, inhabitant_of(country, leavers), origin=Origin.PUBLIC).region.cell(2023)
    assert (cell.number, cell.source) == (Decimal("4.2000"), "MPSV")


def test_published_count_without_its_whole_does_not_hide_what_municipalities_come_to(leavers, country):
    leavers.aggregation = Aggregation.SUM
    leavers.save()
    StatisticTotal.objects.refresh()
    tell(leavers, country[0].parent.parent, 2023, 190)
    town = inhabitant_of(country, leavers)
    found = compared(leavers, town, origin=Origin.PUBLIC, per_thousand=True)
    assert found.region.cell(2023).number == 5


def test_counts_are_not_compared_with_a_whole_region(country):
    adults = make_definition("counted", aggregation=Aggregation.SUM)
    for territory in country:
        tell(adults, territory, 2023, 10)
    StatisticTotal.objects.refresh()
    found = compared(adults, inhabitant_of(country, adults), origin=Origin.PUBLIC)
    assert found.yardsticks.country is None


def test_total_of_public_figures_never_mixes_editions(leavers):
    counted = make_definition("inhabitants")
    towns = [make_measuring(counted, name) for name in ("Krnov", "Most", "Bruntál")]
    for town in towns:
        tell(counted, town.territory, 2023, 100, edition="definitivní")
    tell(counted, towns[0].territory, 2023, 999, edition="předběžné")
    found = compared(counted, *towns, origin=Origin.PUBLIC)
    assert found.totals[2023].numerator == 300
    assert [edition_words(one) for one in found.editions] == [
        "Za rok 2023 počítáme vydání „definitivní“, ne „předběžné“."
    ]


def test_of_equal_editions_the_one_brought_last_is_used():
    counted = make_definition("inhabitants")
    town = make_measuring(counted)
    tell(counted, town.territory, 2023, 11_111, edition="předběžné")
    tell(counted, town.territory, 2023, 22_848, edition="definitivní")
    found = compared(counted, town, origin=Origin.PUBLIC)
    assert line_of(found, town).cell(2023).number == 22_848


def test_country_per_thousand_is_made_of_the_towns_whose_inhabitants_are_known(country):
    inhabitants = make_definition("inhabitants", aggregation=Aggregation.SUM)
    clients = make_definition("clients", aggregation=Aggregation.SUM, denominator=inhabitants)
    for territory in country:
        tell(clients, territory, 2023, 10)
    for territory in country[1:]:
        tell(inhabitants, territory, 2023, 1_000)
    StatisticTotal.objects.refresh()
    town = inhabitant_of(country, clients)
    cell = compared(clients, town, origin=Origin.PUBLIC, per_thousand=True).yardsticks.country.cell(2023)
    assert (cell.number, cell.numerator, cell.whole) == (10, 760, 76_000)
    assert cell.note == "76 ze\xa077 obcí"


def test_newer_edition_breaks_what_regions_come_to(leavers, country):
    for territory in country:
        tell(leavers, territory, 2022, 5, edition="stará metodika")
        tell(leavers.denominator, territory, 2022, 1_000)
    StatisticTotal.objects.refresh()
    found = compared(leavers, inhabitant_of(country, leavers), origin=Origin.PUBLIC)
    assert found.yardsticks.country.breaks == {2023: "jiný zdroj: součet obcí"}


def test_newer_edition_of_public_figures_breaks_the_line(leavers, country):
    tell(leavers, country[0], 2022, 5, source="ASZ")
    tell(leavers, country[0], 2023, 7, source="ASZ", edition="nová metodika")
    town = inhabitant_of(country, leavers)
    line = line_of(compared(leavers, town, origin=Origin.PUBLIC), town)
    assert line.cell(2023).number == 7
    assert line.breaks == {2023: "jiný zdroj: ASZ nová metodika"}

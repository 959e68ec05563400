"""Public figures of municipalities added up to districts, regions and the country."""

from decimal import Decimal

import pytest

from indicators.models import Aggregation, Definition, Statistic, StatisticTotal
from plans.models import COUNTRY, Territory
from tests.builders import make_country

Kind = Territory.Kind
YEAR = 2023


@pytest.fixture
def towns(db) -> list[Territory]:
    """A country of 77 districts in two regions, each district with one municipality."""
    return make_country()


@pytest.fixture
def adults(db) -> Definition:
    return Definition.objects.create(code="adults", name="Obyvatelé 15+", aggregation=Aggregation.SUM)


def share_of(adults: Definition, **fields) -> Definition:
    fields = {"aggregation": Aggregation.SHARE} | fields
    return Definition.objects.create(code="share", name="Podíl", denominator=adults, **fields)


def tell(definition: Definition, towns: list[Territory], *numbers, **fields):
    """The numbers in turn, over and over, one for each town."""
    Statistic.objects.bulk_create(
        Statistic(definition=definition, territory=town, year=YEAR, source="ČSÚ",
                  number=numbers[position % len(numbers)], **fields)
        for position, town in enumerate(towns)
    )  # fmt: skip


def total(definition: Definition, **territory) -> StatisticTotal:
    return StatisticTotal.objects.get(definition=definition, **territory)


def of_country(definition: Definition) -> StatisticTotal:
    return total(definition, territory__name=COUNTRY)


def test_counts_are_added(towns, adults):
    tell(adults, towns, 100, 300)
    StatisticTotal.objects.refresh()
    country = of_country(adults)
    assert (country.number, country.municipalities, country.expected) == (39 * 100 + 38 * 300, 77, 77)
    regions = StatisticTotal.objects.filter(definition=adults, territory__kind=Kind.REGION)
    assert sum(region.number for region in regions) == country.number


def test_share_is_a_sum_of_numerators_over_a_sum_of_wholes(towns, adults):
    tell(adults, towns, 100, 300)
    share = share_of(adults)
    tell(share, towns, 10, 2)
    StatisticTotal.objects.refresh()
    country = of_country(share)
    assert country.number == 39 * 10 + 38 * 6
    assert country.whole == 39 * 100 + 38 * 300
    assert (country.divided, country.with_whole) == (country.number, 77)


def test_index_is_weighted_by_its_whole(towns, adults):
    tell(adults, towns, 100, 300)
    index = share_of(adults, aggregation=Aggregation.WEIGHTED)
    tell(index, towns, 20, 4)
    StatisticTotal.objects.refresh()
    country = of_country(index)
    assert country.number / country.whole == Decimal(39 * 2000 + 38 * 1200) / (39 * 100 + 38 * 300)


def test_share_counts_only_where_its_whole_is_known(towns, adults):
    tell(adults, towns[1:], 100)
    share = share_of(adults)
    tell(share, towns, 10)
    StatisticTotal.objects.refresh()
    country = of_country(share)
    assert (country.number, country.whole, country.municipalities) == (760, 7600, 76)
    assert not StatisticTotal.objects.filter(definition=share, territory=towns[0].parent).exists()


def people_of(adults: Definition) -> Definition:
    """A count that is read per thousand."""
    return share_of(adults, aggregation=Aggregation.SUM)


def test_count_is_divided_by_the_wholes_of_the_same_municipalities(towns, adults):
    tell(adults, towns[1:], 100)
    people = people_of(adults)
    tell(people, towns, 10)
    StatisticTotal.objects.refresh()
    country = of_country(people)
    assert (country.number, country.municipalities) == (770, 77)
    assert (country.divided, country.whole, country.with_whole) == (760, 7600, 76)


def test_count_is_not_divided_where_most_wholes_are_missing(towns, adults):
    tell(adults, towns[:60], 100)
    people = people_of(adults)
    tell(people, towns, 10)
    StatisticTotal.objects.refresh()
    country = of_country(people)
    assert (country.number, country.municipalities) == (770, 77)
    assert (country.divided, country.whole, country.with_whole) == (None, None, None)


def test_what_is_not_added_has_no_total(towns):
    index = Definition.objects.create(code="index", name="Pořadí")
    tell(index, towns, 5)
    StatisticTotal.objects.refresh()
    assert not StatisticTotal.objects.exists()


def test_sample_of_towns_is_no_region(towns, adults):
    tell(adults, towns[:60], 100)
    StatisticTotal.objects.refresh()
    assert not StatisticTotal.objects.filter(territory__kind=Kind.STATE).exists()


def test_nothing_is_added_until_the_code_list_is_whole(towns, adults):
    tell(adults, towns, 100)
    Territory.objects.filter(pk=towns[0].parent_id).update(parent=None)
    StatisticTotal.objects.refresh()
    assert not StatisticTotal.objects.exists()


def test_editions_stay_apart(towns, adults):
    tell(adults, towns, 100)
    tell(adults, towns, 200, edition="2024")
    StatisticTotal.objects.refresh()
    totals = StatisticTotal.objects.filter(territory__name=COUNTRY)
    assert {one.edition: one.number for one in totals} == {"": 7700, "2024": 15400}


def test_new_whole_renews_the_shares_of_it(towns, adults):
    share = share_of(adults)
    tell(share, towns, 10)
    StatisticTotal.objects.refresh([share], YEAR)
    assert not StatisticTotal.objects.exists()
    tell(adults, towns, 100)
    StatisticTotal.objects.refresh([adults], YEAR)
    assert of_country(share).number == 770


def test_other_years_stay_as_they_are(towns, adults):
    tell(adults, towns, 100)
    StatisticTotal.objects.refresh()
    kept = of_country(adults).pk
    StatisticTotal.objects.refresh([adults], YEAR + 1)
    assert of_country(adults).pk == kept


@pytest.mark.parametrize("years", [None, YEAR])
def test_three_questions_and_two_writes_however_many_figures(
    towns, adults, years, django_assert_max_num_queries
):
    tell(adults, towns, 100)
    Territory.country()
    with django_assert_max_num_queries(9):
        StatisticTotal.objects.refresh([adults], years)

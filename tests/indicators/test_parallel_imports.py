"""Two people bring public data at the same moment: totals lack nothing and nobody is refused."""

from concurrent.futures import TimeoutError as NotYet
from contextlib import ExitStack, suppress

import pytest
from django.db import transaction

from exchange.public.statistics import Delivery, import_statistics
from exchange.public.territories import import_territories
from indicators.models import Aggregation, Definition, StatisticTotal
from plans.models import COUNTRY, Territory
from tests.builders import make_country
from tests.public.tables import CODE_LIST_HEAD, KRNOV, MOST, write_text
from tests.threads import at_once, started

# Threads see only what is really committed.
pytestmark = pytest.mark.django_db(transaction=True)
LONG_ENOUGH = 1  # seconds, for an import of 77 rows that need not wait
PEOPLE = 6


@pytest.fixture
def bring(tmp_path):
    """Brings the same number for all towns of a country."""
    towns, _ = make_country(), Territory.country()
    adults = Definition.objects.create(code="adults", name="Obyvatelé 15+", aggregation=Aggregation.SUM)
    Definition.objects.create(code="share", name="Podíl", aggregation=Aggregation.SHARE, denominator=adults)

    def bring(code: str, number: int, edition=""):
        lines = (f"{town.code};{number}" for town in towns)
        path = write_text(tmp_path, "Kód obce;Hodnota", *lines, name=f"{code}{edition}.csv")
        return import_statistics(path, Delivery(code, 2023, "ČSÚ", edition))

    return bring


def totals_of_country(code: str):
    return StatisticTotal.objects.filter(definition__code=code, territory__name=COUNTRY)


@pytest.mark.parametrize("first", ["adults", "share"])
def test_shares_and_their_wholes_brought_at_the_same_time_come_together(bring, first):
    numbers = {"adults": 100, "share": 10}
    second = next(code for code in numbers if code != first)
    with ExitStack() as until_committed, transaction.atomic():
        bring(first, numbers[first])
        other = until_committed.enter_context(started(lambda: bring(second, numbers[second])))
        with suppress(NotYet):
            other.result(timeout=LONG_ENOUGH)
    assert totals_of_country("share").get().number == 770


def test_editions_brought_at_the_same_time_have_their_totals(bring):
    bring("adults", 100)
    at_once([lambda year=year: bring("adults", 200, edition=f"{year}") for year in range(PEOPLE)])
    assert totals_of_country("adults").count() == 1 + PEOPLE


def test_the_same_first_code_list_brought_at_the_same_time_is_written_once(tmp_path):
    path = write_text(tmp_path, CODE_LIST_HEAD, KRNOV, MOST)
    results = at_once([lambda: import_territories(path)] * PEOPLE)
    assert sorted(result.new for result in results) == [0] * (PEOPLE - 1) + [8]


def test_the_country_asked_for_at_the_same_time_is_one():
    found = at_once([Territory.country] * PEOPLE)
    assert {country.pk for country in found} == {Territory.objects.get().pk}

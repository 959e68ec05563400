"""An indicator that is a difference finds its two terms, whichever of them stands first."""

import pytest

from exchange.problems import DocumentError
from indicators.models import Indicator
from tests.exchange.plan_text import PLAN, plan_with
from tests.exchange.test_exchange_saving import everything, load

pytestmark = pytest.mark.django_db
FLATS = """\
      - {name: Volné byty, role: context, difference: [Všechny byty, Obsazené byty]}
      - {name: Všechny byty, role: context}
      - {name: Obsazené byty, role: context}
      - {name: Byty po opravě, role: context}
"""
WITH_FLATS = plan_with("      - name: Počet obecních bytů\n", f"{FLATS}      - name: Počet obecních bytů\n")[
    0
]


def free() -> Indicator:
    return Indicator.objects.select_related("minuend", "subtrahend").get(name="Volné byty")


def test_the_terms_are_indicators_of_the_same_area():
    assert load(WITH_FLATS).changes == []
    assert (free().minuend.name, free().subtrahend.name) == ("Všechny byty", "Obsazené byty")


def test_loading_again_writes_nothing():
    load(WITH_FLATS)
    before = everything()
    assert load(WITH_FLATS).changed_nothing
    assert everything() == before


def test_other_terms_are_told_as_changes():
    load(WITH_FLATS)
    result = load(WITH_FLATS.replace("[Všechny byty,", "[Byty po opravě,"))
    assert result.changes == [
        "změněno: indikátor Volné byty, od čeho se odečítá: Všechny byty → Byty po opravě"
    ]
    assert free().minuend.name == "Byty po opravě"


def test_a_difference_left_out_is_forgotten():
    load(WITH_FLATS)
    load(WITH_FLATS.replace(", difference: [Všechny byty, Obsazené byty]", ""))
    assert (free().minuend, free().subtrahend) == (None, None)


def test_an_indicator_that_becomes_a_difference_later_is_a_change():
    load(WITH_FLATS.replace(", difference: [Všechny byty, Obsazené byty]", ""))
    assert len(load(WITH_FLATS).changes) == 2


def test_a_name_of_two_indicators_is_no_term():
    with pytest.raises(DocumentError, match="„Obsazené byty“ je na stejném místě plánu víckrát"):
        load(WITH_FLATS.replace("name: Byty po opravě", "name: Obsazené byty"))


def test_the_same_plan_without_differences_has_none():
    load(PLAN)
    assert not Indicator.objects.exclude(minuend=None).exists()

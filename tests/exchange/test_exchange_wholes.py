"""A share that names its whole finds it beside itself, or anywhere in the plan where it is the only one."""

import pytest

from exchange.problems import DocumentError
from indicators.models import Indicator
from indicators.models.indicator import WHOLE_IN_CHAIN, WHOLE_OF_COUNT_SHARE, WHOLE_OF_ITSELF
from tests.exchange.plan_text import PLAN, plan_with
from tests.exchange.test_exchange_saving import everything, load

pytestmark = pytest.mark.django_db
LEAVERS = """\
      - {name: Předčasné odchody, role: context, kind: count_share, share_of: Žáci}
      - {name: Žáci, role: context, unit: žák}
      - {name: Všichni žáci, role: context, unit: žák}
"""
FLATS = "      - name: Počet obecních bytů\n"
WITH_LEAVERS = plan_with(FLATS, LEAVERS + FLATS)[0]


def whole() -> Indicator | None:
    return Indicator.objects.select_related("denominator").get(name="Předčasné odchody").denominator


def test_the_whole_is_an_indicator_beside_it():
    assert load(WITH_LEAVERS).changes == []
    assert whole().name == "Žáci"


def test_loading_again_writes_nothing():
    load(WITH_LEAVERS)
    before = everything()
    assert load(WITH_LEAVERS).changed_nothing
    assert everything() == before


def test_another_whole_is_told_as_a_change():
    load(WITH_LEAVERS)
    result = load(WITH_LEAVERS.replace("share_of: Žáci", "share_of: Všichni žáci"))
    assert result.changes == [
        "změněno: indikátor Předčasné odchody, z čeho se počítá podíl: Žáci → Všichni žáci"
    ]


def test_a_whole_left_out_is_forgotten():
    load(WITH_LEAVERS)
    load(WITH_LEAVERS.replace(", share_of: Žáci", ""))
    assert whole() is None


def test_the_only_one_of_its_name_may_stand_elsewhere_in_the_plan():
    load(WITH_LEAVERS.replace("share_of: Žáci", "share_of: Počet osob"))
    assert whole().measure.code == "4.1.1.1"


def test_one_beside_it_comes_before_those_of_the_same_name_elsewhere():
    load(WITH_LEAVERS.replace(": Žáci", ": Počet osob"))
    assert whole().area.code == "4"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("share_of: Žáci", "share_of: Žaci", "Indikátor „Žaci“ v plánu není; mysleli jste „Žáci“?"),
        ("share_of: Žáci", "share_of: Předčasné odchody", WHOLE_OF_ITSELF),
        ("kind: count_share, share_of", "share_of", WHOLE_OF_COUNT_SHARE),
        ("name: Všichni žáci", "name: Žáci", "Indikátorů „Žáci“ je v plánu víc"),
        ("name: Žáci, role: context", "name: Žáci, role: context, kind: count_share, share_of: Všichni žáci",
         WHOLE_IN_CHAIN),
    ],
)  # fmt: skip
def test_what_cannot_be_a_whole_is_told_with_its_line(old, new, sentence):
    text = WITH_LEAVERS.replace(old, new, 1)
    with pytest.raises(DocumentError) as refused:
        load(text)
    (problem,) = refused.value.problems
    assert sentence in problem.text
    assert "Předčasné odchody" in text.splitlines()[problem.line - 1]


def test_the_same_plan_without_wholes_has_none():
    load(PLAN)
    assert not Indicator.objects.exclude(denominator=None).exists()

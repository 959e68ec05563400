"""What a definition measures says which figures cannot be true, whatever table brings them."""

import pytest

from exchange.problems import DocumentError
from exchange.public.definitions import highest_of
from exchange.public.statistics import Delivery, import_statistics
from indicators.models import Definition, Statistic
from tests.public.tables import make_municipality, write_text

pytestmark = pytest.mark.django_db
SHARE = {"code": "executions_share", "name": "Podíl obyvatel v exekuci"}
INHABITANTS = {"code": "population", "name": "Počet obyvatel", "unit": "obyvatel"}


def bring(folder, definition: Definition, label: str, *numbers):
    towns = (("Krnov", "597520"), ("Most", "567027"))
    lines = []
    for (name, code), number in zip(towns, numbers, strict=False):
        make_municipality(name, name, code=code)
        lines.append(f"{code};{number}")
    path = write_text(folder, f"Kód obce;{label}", *lines)
    return import_statistics(path, Delivery(definition.code, 2023, "ČSÚ"))


def test_a_share_of_the_index_has_its_limits_in_any_table(tmp_path):
    with pytest.raises(DocumentError) as refused:
        bring(tmp_path, Definition.objects.create(**SHARE), "Podíl %", 250, -3)
    assert str(refused.value).replace("\u00a0", " ").splitlines() == [
        "obce.csv, řádek 2, sloupec „Podíl %“: Hodnota 250 je mimo rozsah 0 až 100.",
        "obce.csv, řádek 3, sloupec „Podíl %“: Hodnota −3 je mimo rozsah 0 až 100.",
    ]
    assert not Statistic.objects.exists()


def test_inhabitants_are_not_fewer_than_none(tmp_path):
    with pytest.raises(DocumentError, match="řádek 2, sloupec „Počet“: Hodnota −5 je mimo rozsah 0 až"):
        bring(tmp_path, Definition.objects.create(**INHABITANTS), "Počet", -5)


def test_a_balance_may_be_negative(tmp_path):
    balance = Definition.objects.create(code="migration", name="Saldo migrace", unit="osoba")
    bring(tmp_path, balance, "Saldo", -5)
    assert Statistic.objects.get().number == -5


@pytest.mark.parametrize(
    ("definition", "highest"),
    [
        ({"code": "isv", "name": "Index"}, 30),
        ({"code": "pnb_share", "name": "Příjemci"}, 100),
        ({"code": "unemployment", "name": "Nezaměstnaní", "unit": "%"}, 100),
        ({"code": "insolvencies", "name": "Insolvence", "unit": "osoba", "aggregation": "share"}, 100),
        ({"code": "clients", "name": "Klienti", "counts_people": True}, 10**8),
        ({"code": "children", "name": "Děti", "unit": "osob"}, 10**8),
        (INHABITANTS, 10**8),
    ],
    ids=lambda value: value["code"] if isinstance(value, dict) else value,
)
def test_zero_is_the_lowest_and_this_the_highest(definition, highest):
    assert highest_of(Definition(**definition)) == highest


@pytest.mark.parametrize(
    "definition",
    [
        {"name": "Výdaje", "unit": "Kč"},
        {"name": "Přirozený přírůstek", "unit": "obyvatel"},
        {"name": "Meziroční změna nezaměstnanosti", "unit": "%"},
        {"name": "Teplota", "unit": ""},
    ],
    ids=lambda value: value["name"],
)
def test_nothing_is_said_of_the_rest(definition):
    assert highest_of(Definition(code="other", **definition)) is None


def test_a_share_of_people_with_changed_abilities_is_no_change():
    disabled = Definition(code="other", name="Podíl osob se změněnou schopností práce", unit="%")
    assert highest_of(disabled) == 100

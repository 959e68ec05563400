"""A name beside a code may be spelt in many ways, but it may not be that of another town."""

import pytest

from exchange.public.agreeing import contradicts
from plans.models import Territory

Kind = Territory.Kind


def town(name: str, district: str = "Bruntál") -> Territory:
    return Territory(name=name, kind=Kind.MUNICIPALITY, parent=Territory(name=district, kind=Kind.DISTRICT))


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ("Krnov", ""),
        ("Krnov", "KRNOV"),
        ("Krnov", "Krnov, okres Bruntál"),
        ("Krnov", "Krnov (okres Bruntál)"),
        ("Krnov", "Město Krnov"),
        ("Ostrava", "Statutární město Ostrava"),
        ("Ústí nad Labem", "Ústí n. L."),
        ("Jablonec nad Nisou", "Jablonec n.N."),
        ("Mnichovo Hradiště", "Mn. Hradiště"),
        ("Brandýs nad Labem-Stará Boleslav", "Brandys nad Labem - Stara Boleslav"),
        ("Brandýs nad Labem-Stará Boleslav", "Brandýs nad Labem"),
        ("Frýdek-Místek", "Frýdek Místek"),
        ("Praha", "Hlavní město Praha"),
        ("Krnov", "597520"),
        ("Krnov", "CZ0801"),
    ],
)
def test_the_same_town_in_other_words(known, told):
    assert not contradicts(town(known), told, "")


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ("Ostrava", "Krnov"),
        ("Ostrava", "Ostravice"),
        ("Mostek", "Most"),
        ("Krnov", "Jägerndorf"),
        ("Bruntál", "Krnov, okres Bruntál"),
        ("Krnov", "Krnov, okres Benešov"),
    ],
)
def test_another_town(known, told):
    assert contradicts(town(known), told, "")


def test_a_district_may_be_told_apart():
    assert not contradicts(town("Krnov"), "Krnov", "okres Bruntál")
    assert not contradicts(town("Krnov"), "Krnov", "CZ0801")
    assert contradicts(town("Krnov"), "Krnov", "Benešov")


def test_a_town_whose_district_nobody_knows_is_believed():
    assert not contradicts(Territory(name="Krnov", kind=Kind.MUNICIPALITY), "Krnov", "Benešov")


def test_regions_come_with_the_word_and_without_it():
    assert not contradicts(Territory(name="Kraj Vysočina", kind=Kind.REGION), "Vysočina", "")
    assert contradicts(Territory(name="Kraj Vysočina", kind=Kind.REGION), "Jihomoravský kraj", "")


def test_the_country_has_several_names():
    assert not contradicts(Territory(name="Česká republika", kind=Kind.STATE), "ČR", "")

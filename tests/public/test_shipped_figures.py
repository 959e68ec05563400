"""The public figures of the demo: real towns, their regions and the country."""

import csv
from decimal import Decimal

import pytest

from exchange.demo import DEMO_PUBLIC, load_demo
from indicators.models import SeriesBreak, Statistic
from plans.models import Territory

Kind = Territory.Kind
POPULATION_YEARS = range(2019, 2025)
LEVELS = ("obce", "ORP", "okresu", "kraje")


def lines_of(name: str) -> list[dict[str, str]]:
    with (DEMO_PUBLIC / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def population_of(year: int) -> dict[str, int]:
    """By the code of a territory of any level."""
    return {
        line["Kód"]: int(line[f"Počet obyvatel k 1. 1. {year}"]) for line in lines_of(f"obyvatele-{year}.csv")
    }


def test_codes_are_those_of_the_statistical_office():
    regions = {line["Kód kraje"] for line in lines_of("kraje.csv")}
    assert len(regions) == 14
    for line in lines_of("uzemi.csv"):
        code, orp, district, region = (line[f"Kód {level}"] for level in LEVELS)
        assert code.isdecimal() and len(code) == 6 and code[0] == "5", line
        assert orp.isdecimal() and len(orp) == 4 and orp[0] == region[3], line
        assert len(district) == 6 and district[:5] == region and region in regions, line


@pytest.mark.parametrize("year", POPULATION_YEARS)
def test_every_year_the_regions_add_up_to_the_country(year):
    found = population_of(year)
    regions = {code: number for code, number in found.items() if code.startswith("CZ") and code != "CZ"}
    assert len(regions) == 14
    assert sum(regions.values()) == found["CZ"]
    for line in lines_of("uzemi.csv"):
        assert found[line["Kód obce"]] < regions[line["Kód kraje"]], line


@pytest.mark.django_db
def test_each_town_of_the_demo_is_there_once_and_with_everything_above_it():
    load_demo()
    shipped = {line["Kód obce"]: line for line in lines_of("uzemi.csv")}
    towns = Territory.objects.filter(kind=Kind.MUNICIPALITY).select_related("orp", "parent__parent__parent")
    assert sorted(town.code for town in towns) == sorted(shipped)
    for town in towns:
        region = town.parent.parent
        found = [(one.code, one.name) for one in (town, town.orp, town.parent, region)]
        line = shipped[town.code]
        assert found == [(line[f"Kód {level}"], line[f"Název {level}"]) for level in LEVELS]
        assert region.parent.code == "CZ"


@pytest.mark.django_db
def test_figures_of_the_demo_are_those_of_the_files_with_their_publisher():
    load_demo()
    for year in POPULATION_YEARS:
        assert figures("population", year) == population_of(year)
    column = "Index soc. vyloučení 2023 (0-30 bodů)"
    assert figures("isv", 2023) == {
        line["Kód obce"]: int(line[column]) for line in lines_of("index-2023.csv")
    }
    # Most, its region and the country.
    executions = figures("executions_share", 2023)
    assert [executions[code] for code in ("567027", "CZ042", "CZ")] == [
        Decimal("17.51"),
        Decimal("13.14"),
        Decimal("6.77"),
    ]
    sources = set(Statistic.objects.values_list("source", flat=True))
    assert {source[:3] for source in sources} == {"ASZ", "ČSÚ"}


def figures(code: str, year: int) -> dict[str, Decimal]:
    found = Statistic.objects.filter(definition__code=code, year=year)
    return dict(found.values_list("territory__code", "number"))


@pytest.mark.django_db
def test_breaks_of_the_demo_are_told_with_their_reasons():
    load_demo()
    breaks = set(SeriesBreak.objects.values_list("definition__code", "year"))
    assert breaks >= {("population", 2022), ("pnb_share", 2025), ("pnz_share", 2025)}

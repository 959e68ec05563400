"""Public figures of towns, regions and the country, in three questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from indicators.models import Statistic, StatisticTotal
from plans.models import Territory

from .gauges import Amount, Gauge

UPPER = [Territory.Kind.REGION, Territory.Kind.STATE]


@dataclass(slots=True)
class Figure:
    number: Decimal
    source: str
    edition: str

    @property
    def words(self) -> str:
        return f"{self.source} {self.edition}".strip()

    @property
    def decimals(self) -> int:
        return max(0, -self.number.normalize().as_tuple().exponent)


@dataclass(frozen=True, slots=True)
class Unit:
    """A region or the country."""

    pk: int
    name: str
    code: str
    is_country: bool


@dataclass(frozen=True)
class PublicFigures:
    """By territory, definition and year; of a year with several editions the last by name."""

    figures: dict[tuple[int, int, int], Figure]
    units: dict[int, Unit]

    @property
    def country(self) -> int | None:
        return next((unit.pk for unit in self.units.values() if unit.is_country), None)

    def of(self, territory: int, definition: int | None, year: int) -> Figure | None:
        return self.figures.get((territory, definition, year))

    def of_units(self, definition: int) -> list[tuple[Unit, int]]:
        """Regions and the country with the years in which a figure of theirs was published."""
        known = ((unit, year) for unit, one, year in self.figures if one == definition)
        return [(self.units[unit], year) for unit, year in known if unit in self.units]


def upper_units() -> dict[int, Unit]:
    """Regions and the country, by their keys."""
    rows = Territory.objects.filter(kind__in=UPPER).values_list("pk", "name", "code", "kind")
    return {pk: Unit(pk, name, code, kind == Territory.Kind.STATE) for pk, name, code, kind in rows}


def public_figures(
    definitions: Iterable[int],
    of_towns: Iterable[int],
    towns: list[int],
    units: dict[int, Unit],
    years: range,
) -> PublicFigures:
    """Figures of definitions for the upper units, and of some of them for towns too."""
    # Asked by keys alone; a join would read the figures of all municipalities.
    asked = Q(definition__in=definitions, territory__in=list(units))
    if towns:
        asked |= Q(definition__in=of_towns, territory__among=towns)
    rows = Statistic.objects.filter(asked, year__range=(years[0], years[-1])).order_by("edition")
    named = rows.values_list("territory", "definition", "year", "number", "source", "edition")
    return PublicFigures({(unit, one, year): Figure(*figure) for unit, one, year, *figure in named}, units)


@dataclass(frozen=True, slots=True)
class Total:
    """What the municipalities of a region or of the country come to, and how many of them have a figure."""

    definition: int
    unit: Unit
    year: int
    edition: str
    number: Decimal
    whole: Decimal | None
    municipalities: int
    expected: int


def public_totals(definitions: Iterable[int], units: dict[int, Unit], years: range) -> list[Total]:
    rows = StatisticTotal.objects.filter(
        definition__in=definitions, territory__in=list(units), year__range=(years[0], years[-1])
    ).order_by("edition")
    sums = ("year", "edition", "number", "whole", "municipalities", "expected")
    named = rows.values_list("definition", "territory", *sums)
    return [Total(definition, units[unit], *figures) for definition, unit, *figures in named]


def amount_of(gauge: Gauge, figure: Figure, whole: Figure | None) -> Amount:
    """A public share is in per cent, everything else a number."""
    amount = Amount(whole=whole.number, whole_source=whole.words) if whole else Amount()
    if gauge.is_percent:
        amount.share, amount.share_decimals = figure.number, max(figure.decimals, gauge.usual_decimals)
    else:
        amount.count, amount.decimals = figure.number, figure.decimals
    return amount

"""Public figures of towns, regions and the country, in two questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from indicators.models import Definition, Statistic, StatisticTotal
from plans.models import Territory

from .gauges import Amount, Gauge

UPPER = [Territory.Kind.REGION, Territory.Kind.STATE]


@dataclass(frozen=True, slots=True)
class Figure:
    number: Decimal
    source: str
    edition: str

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
    """By territory, definition and year; of a year with several editions the last one."""

    figures: dict[tuple[int, int, int], Figure]
    units: dict[int, Unit]

    def of(self, territory: int, definition: int | None, year: int) -> Figure | None:
        return self.figures.get((territory, definition, year))

    def years_of(self, territory: int, definition: int) -> list[int]:
        return [year for unit, one, year in self.figures if (unit, one) == (territory, definition)]


def public_figures(definitions: Iterable[Definition], towns: Iterable[int], years: range) -> PublicFigures:
    rows = Statistic.objects.filter(
        Q(territory__in=towns) | Q(territory__kind__in=UPPER),
        definition__in=definitions,
        year__range=(years[0], years[-1]),
    ).order_by("edition")
    figures, units = {}, {}
    unit = ("territory__name", "territory__code", "territory__kind")
    for pk, definition, year, number, source, edition, name, code, kind in rows.values_list(
        "territory", "definition", "year", "number", "source", "edition", *unit
    ):
        figures[pk, definition, year] = Figure(number, source, edition)
        if kind in UPPER:
            units[pk] = Unit(pk, name, code, kind == Territory.Kind.STATE)
    return PublicFigures(figures, units)


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


def public_totals(definitions: Iterable[Definition], years: range) -> list[Total]:
    rows = StatisticTotal.objects.filter(
        definition__in=definitions, territory__kind__in=UPPER, year__range=(years[0], years[-1])
    ).order_by("edition")
    unit = ("territory", "territory__name", "territory__code", "territory__kind")
    sums = ("year", "edition", "number", "whole", "municipalities", "expected")
    return [
        Total(definition, Unit(pk, name, code, kind == Territory.Kind.STATE), *figures)
        for definition, pk, name, code, kind, *figures in rows.values_list("definition", *unit, *sums)
    ]


def amount_of(gauge: Gauge, figure: Figure, whole: Figure | None) -> Amount:
    """A public share is in per cent, everything else a number."""
    known = whole.number if whole else None
    if gauge == Gauge.SHARE:
        decimals = max(figure.decimals, gauge.usual_decimals)
        return Amount(share=figure.number, share_decimals=decimals, whole=known)
    return Amount(count=figure.number, decimals=figure.decimals, whole=known)

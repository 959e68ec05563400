"""Public figures of towns, regions and the country, in three questions."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

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


@dataclass
class Editions:
    """Those that a definition has in a year, of towns or of upper units; sums never mix them."""

    of: tuple[int, int, bool]  # definition, year, of upper units?
    sizes: Counter = field(default_factory=Counter)
    newest: dict[str, int] = field(default_factory=dict)  # the key of the figure brought last

    def meet(self, edition: str, figure: int):
        self.sizes[edition] += 1
        self.newest[edition] = max(figure, self.newest.get(edition, 0))

    @cached_property
    def used(self) -> str:
        """The one that has most figures, of equal ones that which was brought last."""
        return max(self.sizes, key=lambda edition: (self.sizes[edition], self.newest[edition]))

    @property
    def unused(self) -> list[str]:
        return sorted(self.sizes.keys() - {self.used})


@dataclass(frozen=True)
class PublicFigures:
    """By territory, definition and year; of towns in a year all are of one edition, and so of upper units."""

    figures: dict[tuple[int, int, int], Figure]
    units: dict[int, Unit]
    editions: tuple[Editions, ...] = ()

    @property
    def country(self) -> int | None:
        return next((unit.pk for unit in self.units.values() if unit.is_country), None)

    def of(self, territory: int, definition: int | None, year: int) -> Figure | None:
        return self.figures.get((territory, definition, year))

    def edition_of(self, definition: int, year: int) -> str | None:
        """The one that towns have."""
        chosen = (one.used for one in self.editions if one.of == (definition, year, False))
        return next(chosen, None)

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
    rows = Statistic.objects.filter(asked, year__range=(years[0], years[-1])).order_by()
    named = ("territory", "definition", "year", "edition", "pk", "number", "source")
    return _of_one_edition(list(rows.values_list(*named)), units)


def _of_one_edition(rows: list[tuple], units: dict[int, Unit]) -> PublicFigures:
    editions: dict[tuple[int, int, bool], Editions] = {}
    for unit, one, year, edition, pk, *_ in rows:
        of = (one, year, unit in units)
        editions.setdefault(of, Editions(of)).meet(edition, pk)
    figures = {
        (unit, one, year): Figure(number, source, edition)
        for unit, one, year, edition, _, number, source in rows
        if edition == editions[one, year, unit in units].used
    }
    return PublicFigures(figures, units, tuple(sorted(editions.values(), key=lambda one: one.of)))


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
    sums = ("year", "edition", "divided", "whole", "with_whole", "expected")
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

"""The region and the country beside the towns, from public figures."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from czech.plurals import genitive_text, out_of
from czech.printing import NBSP, number_text
from indicators.models import Definition

from .gauges import Cell, Gauge, cell_of
from .lines import Breaks
from .public import PublicFigures, Total, Unit, amount_of


@dataclass(frozen=True)
class Yardstick:
    """One region or the country; a cell that was added up says in its note from how many municipalities."""

    unit: Unit
    cells: dict[int, Cell] = field(default_factory=dict)
    breaks: dict[int, str] = field(default_factory=dict)

    def cell(self, year: int) -> Cell:
        return self.cells.get(year) or Cell()

    def has(self, year: int) -> bool:
        return self.cell(year).number is not None


@dataclass(frozen=True)
class Yardsticks:
    by_unit: dict[int, Yardstick]

    @property
    def country(self) -> Yardstick | None:
        return next((one for one in self.by_unit.values() if one.unit.is_country), None)

    @property
    def regions(self) -> list[Yardstick]:
        return [one for one in self.by_unit.values() if not one.unit.is_country]

    def of_region(self, region: int | None) -> Yardstick | None:
        return self.by_unit.get(region)


def yardsticks(
    definition: Definition, gauge: Gauge, public: PublicFigures, totals: list[Total], breaks: Breaks
) -> Yardsticks:
    """A published figure of a region comes first; otherwise its municipalities are added up."""
    if gauge == Gauge.COUNT:
        return Yardsticks({})
    cells: dict[Unit, dict[int, Cell]] = defaultdict(dict)

    def fitness(total: Total):
        """The edition that towns have, otherwise the one that has most municipalities; it comes last."""
        return total.edition == public.edition_of(definition.pk, total.year), total.municipalities

    for total in sorted(totals, key=fitness):
        if cell := _added(gauge, total):
            cells[total.unit][total.year] = cell
    for unit, year in public.of_units(definition.pk):
        published = _published(definition, gauge, public, unit, year)
        if published.number is not None or year not in cells[unit]:
            cells[unit][year] = published
    return Yardsticks(
        {
            unit.pk: Yardstick(unit, found, breaks.of(found, unit.pk))
            for unit, found in ((unit, cells[unit]) for unit in public.units.values())
            if any(cell.number is not None for cell in found.values())
        }
    )


def _added(gauge: Gauge, total: Total) -> Cell | None:
    number: Decimal | None = gauge.of(total.number, total.whole)
    if number is None:
        return None
    expected = f"{out_of(total.expected)}{NBSP}{number_text(total.expected)}"
    note = f"{number_text(total.municipalities)} {expected} {genitive_text(total.expected, 'obec')}"
    source = f"součet obcí {total.edition}".strip()
    return Cell(number, gauge.decimals_for(number), total.number, total.whole, note=note, source=source)


def _published(definition, gauge: Gauge, public: PublicFigures, unit: Unit, year: int) -> Cell:
    figure = public.of(unit.pk, definition.pk, year)
    whole = public.of(unit.pk, definition.denominator_id, year)
    return cell_of(gauge, amount_of(gauge, figure, whole), source=figure.words)

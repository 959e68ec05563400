"""Everything that the page, the workbook and the pictures say of one definition; no request, no markup."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from indicators.models import Definition, Direction

from .gauges import Cell, Gauge, cell_of, gauge_of
from .lines import NO_FIGURE, Breaks, TownLine
from .own import OwnFigures, PlanFigures
from .places import Place, Town, towns_of
from .public import (
    Editions,
    PublicFigures,
    Total,
    Unit,
    amount_of,
    public_figures,
    public_totals,
    upper_units,
)
from .reader import own_lines
from .totals import Passage, TotalChange, YearTotal, passages, total_change, year_total
from .yardsticks import Yardstick, Yardsticks, yardsticks

MOST_YEARS = 10


class Origin(StrEnum):
    """Whose figures stand in the lines of towns; the values stand in addresses."""

    ALL = "vse"
    APPROVED = "schvalene"
    PUBLIC = "verejne"


@dataclass(frozen=True)
class Question:
    """What a person wants to compare."""

    definition: Definition
    places: list[Place]
    years: range
    origin: Origin = Origin.ALL
    per_thousand: bool = False
    only_whole_lines: bool = False

    @property
    def gauge(self) -> Gauge:
        return gauge_of(self.definition, self.per_thousand)


@dataclass(frozen=True)
class Comparison:
    question: Question
    years: range  # those for which somebody has a number
    lines: list[TownLine]  # towns with numbers first, the highest last number first
    yardsticks: Yardsticks
    breaks: Breaks
    directions: frozenset[str]
    may_repeat: bool  # people counted in one place may be counted in another
    editions: list[Editions]  # of years that have more of them
    left_out: int  # towns that miss some year, where only whole lines are wanted

    @property
    def definition(self) -> Definition:
        return self.question.definition

    @property
    def gauge(self) -> Gauge:
        return self.question.gauge

    @property
    def towns(self) -> list[Town]:
        """In Czech order."""
        return towns_of(self.question.places)

    @cached_property
    def counted(self) -> list[TownLine]:
        return [line for line in self.lines if not line.is_empty]

    @cached_property
    def has_total(self) -> bool:
        """One town is no total."""
        added = {part.town.pk for total in self.totals.values() for part in total.parts}
        return self.gauge.is_added and len(added) > 1

    @property
    def direction(self) -> Direction | None:
        """What all towns want; nothing when they differ or do not say."""
        return Direction(*self.directions) if len(self.directions) == 1 else None

    @cached_property
    def region(self) -> Yardstick | None:
        """The region of all towns with numbers, when there is one."""
        regions = {line.town.region for line in self.counted}
        return self.yardsticks.of_region(*regions) if len(regions) == 1 else None

    @cached_property
    def totals(self) -> dict[int, YearTotal]:
        return {year: year_total(self.gauge, self.lines, year) for year in self.years}

    @cached_property
    def change(self) -> TotalChange:
        return total_change(self.gauge, self.lines, self.years[0], self.years[-1])

    @cached_property
    def passages(self) -> dict[int, Passage]:
        return passages(self.lines, self.totals.values())

    @cached_property
    def total_breaks(self) -> dict[int, str]:
        """What was declared for all towns, and where not even one town goes on."""
        cells = {year: Cell(total.number) for year, total in self.totals.items()}
        cuts = {year: passage.cut for year, passage in self.passages.items() if passage.cut}
        return cuts | self.breaks.of(cells)

    @property
    def loose_years(self) -> frozenset[int]:
        """Those whose total adds other towns or other series than the total before."""
        return frozenset(year for year, passage in self.passages.items() if not passage.is_whole)

    @property
    def adds_other_towns(self) -> bool:
        """Does the total of some year add other towns than the one before?"""
        return self.has_total and any(one.shared < one.towns for one in self.passages.values())

    @property
    def highest(self) -> Decimal | None:
        numbers = [
            cell.number
            for line in [*self.lines, *self._beside()]
            for cell in line.cells.values()
            if cell.number is not None
        ]
        return max(numbers, default=None)

    @property
    def public_sources(self) -> list[str]:
        """Where the figures of the regions and of the country were published."""
        cells = (cell for one in self._beside() for cell in one.cells.values())
        return sorted({cell.source for cell in cells if cell.source})

    def _beside(self) -> list[Yardstick]:
        regions = {line.town.region for line in self.lines}
        shown = [self.yardsticks.of_region(region) for region in regions]
        return [one for one in [*shown, self.yardsticks.country] if one]


def compare(question: Question) -> Comparison:
    """Reads everything in a fixed number of questions."""
    definition, units = question.definition, upper_units()
    own = None
    if question.origin != Origin.PUBLIC:
        figures = PlanFigures.read([definition], question.places, question.years)
        only_approved = question.origin == Origin.APPROVED
        own = OwnFigures.of(definition, question.places, figures, only_approved)
    totals = public_totals([definition.pk], units, question.years)
    return assembled(question, own, _public(question, units, own), totals)


def assembled(
    question: Question, own: OwnFigures | None, public: PublicFigures, totals: list[Total]
) -> Comparison:
    """From what has been read; `own` is missing where public figures make the lines."""
    definition, gauge = question.definition, question.gauge
    breaks = Breaks.read(definition, gauge, public.country)
    if own is None:
        lines = _public_lines(question, public, breaks)
    else:
        lines = own_lines(own, gauge, question.years, public, breaks)
    beside = yardsticks(definition, gauge, public, totals, breaks)
    years = _used(question.years, lines, beside)
    kept = [line for line in lines if line.is_whole(years)] if question.only_whole_lines else lines
    return Comparison(
        question=question,
        years=years,
        lines=sorted(kept, key=_order),
        yardsticks=beside,
        breaks=breaks,
        directions=frozenset(own.directions if own else ()),
        may_repeat=definition.may_repeat and own is not None and own.counts_outputs,
        editions=[one for one in public.editions if one.unused],
        left_out=len(lines) - len(kept),
    )


def _public(question: Question, units: dict[int, Unit], own: OwnFigures | None) -> PublicFigures:
    """Figures of towns only where they are needed: for lines, or as wholes that towns do not say."""
    definition, years = question.definition, question.years
    wanted = [pk for pk in (definition.pk, definition.denominator_id) if pk]
    if own is None:
        towns = [town.pk for town in towns_of(question.places)]
        return public_figures(wanted, wanted, towns, units, years)
    wholes = wanted[1:] if question.gauge.is_ratio else []
    return public_figures(wanted, wholes, own.without_whole() if wholes else [], units, years)


def _public_lines(question: Question, public: PublicFigures, breaks: Breaks) -> list[TownLine]:
    lines = []
    for town in towns_of(question.places):
        cells = {}
        for year in question.years:
            if figure := public.of(town.pk, question.definition.pk, year):
                whole = public.of(town.pk, question.definition.denominator_id, year)
                amount = amount_of(question.gauge, figure, whole)
                cells[year] = cell_of(question.gauge, amount, source=figure.words)
        lines.append(TownLine(town, cells, breaks.of(cells, town.pk, *town.above), NO_FIGURE))
    return lines


def _used(years: range, lines: list[TownLine], beside: Yardsticks) -> range:
    """Without empty years at both ends; of towns, or of regions where no town has a number."""
    known = [year for line in lines for year in line.years]
    known = known or [year for one in beside.by_unit.values() for year in one.cells]
    return range(min(known), max(known) + 1) if known else years[-1:]


def _order(line: TownLine) -> tuple:
    """The latest and highest number first; towns without any keep their Czech order at the end."""
    if not line.years:
        return 1, 0, 0
    last = line.years[-1]
    return 0, -last, -line.cell(last).number

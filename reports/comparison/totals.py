"""Totals of towns that can be taken apart: what is in, what is not and why, and what is not approved yet."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from .gauges import Cell, Gauge
from .lines import BROKEN, INCOMPLETE, Change, TownLine
from .places import Town

ZERO = Decimal(0)
WITHIN = "leží v území, které je už započtené"
OTHER_TOWNS = "součet jiných měst"


# Not frozen: thousands are made for a page.
@dataclass(slots=True)
class Part:
    """One town in a total, or beside it with the reason."""

    town: Town
    cell: Cell


@dataclass(frozen=True)
class YearTotal:
    """The sum of one year: numerators over wholes, never a mean of shares."""

    gauge: Gauge
    year: int
    parts: tuple[Part, ...]
    missing: tuple[Part, ...]

    @cached_property
    def numerator(self) -> Decimal:
        return sum((part.cell.numerator for part in self.parts), ZERO)

    @cached_property
    def whole(self) -> Decimal | None:
        return sum((part.cell.whole for part in self.parts), ZERO) if self.gauge.is_ratio else None

    @cached_property
    def number(self) -> Decimal | None:
        return self.gauge.of(self.numerator, self.whole) if self.parts else None

    @cached_property
    def decimals(self) -> int:
        """A ratio is printed alike everywhere, a sum as finely as its finest part."""
        if self.gauge.is_ratio and self.number is not None:
            return self.gauge.decimals_for(self.number)
        return max((part.cell.decimals for part in self.parts), default=0)

    @cached_property
    def drafts(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.cell.is_draft)

    @cached_property
    def noted(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.cell.note)

    @cached_property
    def computed(self) -> int:
        """How many numerators nobody has stated."""
        return sum(part.cell.is_computed for part in self.parts)

    @property
    def without_drafts(self) -> "YearTotal":
        approved = tuple(part for part in self.parts if not part.cell.is_draft)
        return YearTotal(self.gauge, self.year, approved, self.missing)

    @property
    def towns(self) -> int:
        return len(self.parts) + len(self.missing)


def year_total(gauge: Gauge, lines: Iterable[TownLine], year: int) -> YearTotal:
    known = [Part(line.town, line.cell(year)) for line in lines]
    added = {part.town.pk for part in known if part.cell.is_added}
    parts, missing = [], []
    for part in known:
        if not part.cell.is_added:
            missing.append(part)
        elif added.isdisjoint(part.town.above):
            parts.append(part)
        else:
            missing.append(Part(part.town, Cell(part.cell.number, part.cell.decimals, reason=WITHIN)))
    return YearTotal(gauge, year, tuple(parts), tuple(missing))


@dataclass(frozen=True)
class Passage:
    """From one total to the next: how many towns are in both, and why the lines of some do not go on."""

    towns: int  # in one of the two totals or in both
    shared: int  # in both
    reasons: Counter  # one for each broken line of these

    @property
    def followed(self) -> int:
        return self.shared - self.reasons.total()

    @property
    def is_whole(self) -> bool:
        """Do both totals add the same towns in the same series?"""
        return self.followed == self.towns

    @property
    def cut(self) -> str:
        """Why nothing goes on; empty when something does."""
        if self.followed:
            return ""
        return self.reasons.most_common(1)[0][0] if self.reasons else OTHER_TOWNS


def passages(lines: Iterable[TownLine], totals: Iterable[YearTotal]) -> dict[int, Passage]:
    """By the later year, between each two years that have a total."""
    by_town = {line.town.pk: line for line in lines}
    known = [total for total in totals if total.number is not None]
    return {after.year: _passage(by_town, before, after) for before, after in pairwise(known)}


def _passage(lines: dict[int, TownLine], before: YearTotal, after: YearTotal) -> Passage:
    at_start, at_end = ({part.town.pk for part in total.parts} for total in (before, after))
    both = at_start & at_end
    broken = (lines[town].broken_by(before.year, after.year) for town in both)
    reasons = Counter(reasons[0] for reasons in broken if reasons)
    return Passage(len(at_start | at_end), len(both), reasons)


@dataclass(frozen=True)
class TotalChange:
    change: Change
    towns: int  # that have a number in both years and no break between them


def total_change(gauge: Gauge, lines: Iterable[TownLine], first: int, last: int) -> TotalChange:
    """Only of the same towns; others would bring a change that nobody has made."""
    if first == last:
        return TotalChange(Change(), 0)
    whole = [line for line in lines if line.cell(first).is_added and line.cell(last).is_added]
    same = [line for line in whole if line.is_comparable(first, last)]
    if not same:
        return TotalChange(Change(reason=BROKEN if whole else INCOMPLETE), 0)
    before, after = (year_total(gauge, same, year) for year in (first, last))
    if before.number is None or after.number is None:
        return TotalChange(Change(reason=INCOMPLETE), 0)
    change = Change(after.number - before.number, max(before.decimals, after.decimals))
    return TotalChange(change, len(after.parts))

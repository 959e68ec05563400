"""The line of each town: a cell for every year, and where the line breaks."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from czech.sorting import fold
from indicators.models import Definition, SeriesBreak

from .gauges import Cell
from .places import Town

NOT_IN_PLAN = "ukazatel v plánu není"
NO_FIGURE = "údaj není"
NOT_ENTERED = "hodnota nezadána"
NOT_APPROVED = "zatím neschváleno"
OTHER_SOURCE = "jiný zdroj: {source}"
INCOMPLETE = "řada neúplná"
BROKEN = "řada přerušená"
OTHER_WHOLE = "podíl z jiného celku"
OTHER_SUM = "součet jiného počtu ukazatelů"


@dataclass(frozen=True)
class Change:
    """Between two years of one line; only words where it cannot be computed."""

    number: Decimal | None = None
    decimals: int = 0
    reason: str = ""


@dataclass(frozen=True)
class TownLine:
    town: Town
    cells: dict[int, Cell]  # by year
    breaks: dict[int, str] = field(default_factory=dict)  # first year of a new series: why
    otherwise: str = NOT_ENTERED  # of a year without a cell

    def cell(self, year: int) -> Cell:
        return self.cells.get(year) or Cell(reason=self.otherwise)

    @property
    def years(self) -> list[int]:
        return sorted(year for year, cell in self.cells.items() if cell.number is not None)

    @property
    def is_empty(self) -> bool:
        return all(cell.number is None for cell in self.cells.values())

    @property
    def has_nothing(self) -> bool:
        """Not even a reason in any year."""
        return not self.cells

    def is_whole(self, years: range) -> bool:
        return all(self.cell(year).number is not None for year in years)

    def is_broken(self, first: int, last: int) -> bool:
        return any(first < year <= last for year in self.breaks)

    def is_comparable(self, first: int, last: int) -> bool:
        return self.change(first, last).number is not None

    def change(self, first: int, last: int) -> Change:
        if first == last:
            return Change()
        before, after = self.cell(first), self.cell(last)
        if before.number is None or after.number is None:
            return Change(reason="" if self.is_empty else INCOMPLETE)
        if self.is_broken(first, last):
            return Change(reason=BROKEN)
        if before.indicators != after.indicators:
            return Change(reason=OTHER_SUM)
        if before.is_public_ratio != after.is_public_ratio:
            return Change(reason=OTHER_WHOLE)
        return Change(after.number - before.number, max(before.decimals, after.decimals))


@dataclass(frozen=True)
class Breaks:
    """Those that somebody declared for a definition, by territory; None is everywhere."""

    declared: dict[int | None, list[SeriesBreak]]

    @classmethod
    def read(cls, definition: Definition, country: int | None) -> "Breaks":
        """What breaks the line of the country breaks every line in it."""
        found = defaultdict(list)
        for cut in definition.breaks.all():
            found[None if cut.territory_id == country else cut.territory_id].append(cut)
        return cls(dict(found))

    @property
    def everywhere(self) -> list[SeriesBreak]:
        return self.declared.get(None, [])

    def of(self, cells: dict[int, Cell], *territories: int | None) -> dict[int, str]:
        """By the first year after the break that has a number, of a territory and what lies above it."""
        known = sorted(year for year, cell in cells.items() if cell.number is not None)
        found, source = {}, cells[known[0]].source if known else ""
        for before, after in pairwise(known):
            new_source = cells[after].source
            if reason := self._declared(before, after, territories) or _other_source(source, new_source):
                found[after] = reason
            source = new_source or source
        return found

    def _declared(self, before: int, after: int, territories: tuple[int | None, ...]) -> str:
        if not self.declared:
            return ""
        cuts = (cut for one in {None, *territories} for cut in self.declared.get(one, ()))
        return next((cut.reason for cut in cuts if before < cut.year <= after), "")


def _other_source(one: str, other: str) -> str:
    if not one or not other or one == other or _key(one) == _key(other):
        return ""
    return OTHER_SOURCE.format(source=other)


def _key(source: str) -> str:
    """The same source names another year every year."""
    return "".join(letter for letter in fold(source) if letter.isalpha())

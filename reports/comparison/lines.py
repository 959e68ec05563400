"""The line of each town: a cell for every year, and where the line breaks."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from czech.sorting import fold
from indicators.models import Definition

from .gauges import Basis, Cell, Gauge
from .places import Town

NOT_IN_PLAN = "ukazatel v plánu není"
NO_FIGURE = "údaj není"
NOT_ENTERED = "hodnota nezadána"
NOT_APPROVED = "zatím neschváleno"
OTHER_SOURCE = "jiný zdroj: {source}"
OTHER_SOURCE_OF_WHOLE = "jiný zdroj celku: {source}"
INCOMPLETE = "řada neúplná"
BROKEN = "řada přerušená"
OTHER_WHOLE = "podíl z jiného celku"
OTHER_MEASURES = "jiné ukazatele"
OTHER_SPAN = "jinak dlouhé období"
# The town's own doing, said as it is instead of a break.
MADE_OTHERWISE = (OTHER_WHOLE, OTHER_MEASURES, OTHER_SPAN)
MONTH = 31  # days by which spans may differ


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

    def broken_by(self, first: int, last: int) -> list[str]:
        """Why the line does not go on from one year to the other."""
        return [reason for year, reason in self.breaks.items() if first < year <= last]

    def is_comparable(self, first: int, last: int) -> bool:
        return self.change(first, last).number is not None

    def change(self, first: int, last: int) -> Change:
        if first == last:
            return Change()
        before, after = self.cell(first), self.cell(last)
        if before.number is None or after.number is None:
            return Change(reason="" if self.is_empty else INCOMPLETE)
        if reasons := self.broken_by(first, last):
            is_told = len(reasons) == 1 and reasons[0] in MADE_OTHERWISE
            return Change(reason=reasons[0] if is_told else BROKEN)
        return Change(after.number - before.number, max(before.decimals, after.decimals))


@dataclass(frozen=True, slots=True)
class Cut:
    """From this year on figures are not comparable with those before."""

    year: int
    reason: str


@dataclass(frozen=True)
class Breaks:
    """Those that somebody declared for a definition, by territory; None is everywhere."""

    declared: dict[int | None, list[Cut]]

    @classmethod
    def read(cls, definition: Definition, gauge: Gauge, country: int | None) -> "Breaks":
        """Of a ratio also those of its whole; what breaks the line of the country breaks every line in it."""
        found = defaultdict(list)
        for cut in definition.breaks.all():
            found[cut.territory_id].append(Cut(cut.year, cut.reason))
        if gauge.is_ratio and (whole := definition.denominator):
            for cut in whole.breaks.all():
                found[cut.territory_id].append(Cut(cut.year, f"{whole.name}: {cut.reason}"))
        found[None] += found.pop(country, []) if country else []
        return cls(dict(found))

    @property
    def everywhere(self) -> list[Cut]:
        return self.declared[None]

    def of(self, cells: dict[int, Cell], *territories: int | None) -> dict[int, str]:
        """By the first year after the break that has a number, of a territory and what lies above it."""
        known = sorted(year for year, cell in cells.items() if cell.number is not None)
        found, past = {}, Origins()
        for before, after in pairwise(known):
            past.meet(cells[before])
            if reason := self._declared(before, after, territories) or past.other_than(cells[after]):
                found[after] = reason
        return found

    def _declared(self, before: int, after: int, territories: tuple[int | None, ...]) -> str:
        cuts = (cut for one in {None, *territories} for cut in self.declared.get(one, ()))
        return next((cut.reason for cut in cuts if before < cut.year <= after), "")


@dataclass(slots=True)
class Origins:
    """Where the last figures of a line are from; a year that names no source goes on with the one before."""

    source: str = ""
    whole: str = ""
    basis: Basis | None = None
    is_public_ratio: bool = False

    def meet(self, cell: Cell):
        self.source = cell.source or self.source
        self.whole = cell.whole_source or self.whole
        self.basis, self.is_public_ratio = cell.basis, cell.is_public_ratio

    def other_than(self, cell: Cell) -> str:
        """Why the next figure is not of the same series."""
        if reason := _other_basis(self.basis, cell.basis):
            return reason
        if self.is_public_ratio != cell.is_public_ratio:
            return OTHER_WHOLE
        if _is_other(self.source, cell.source):
            return OTHER_SOURCE.format(source=cell.source)
        is_other = _is_other(self.whole, cell.whole_source)
        return OTHER_SOURCE_OF_WHOLE.format(source=cell.whole_source) if is_other else ""


def _other_basis(one: Basis | None, other: Basis | None) -> str:
    if one is None or other is None:
        return "" if one is other else OTHER_MEASURES
    if one.indicators != other.indicators:
        return OTHER_MEASURES
    return OTHER_SPAN if abs(one.days - other.days) > MONTH else ""


def _is_other(source: str, other: str) -> bool:
    return bool(source and other) and source != other and _key(source) != _key(other)


def _key(source: str) -> str:
    """The same source names another year every year."""
    return "".join(letter for letter in fold(source) if letter.isalpha())

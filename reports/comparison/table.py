"""The table of numbers: the total and the yardsticks first, then towns, at most fifty a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from .comparison import Comparison
from .gauges import Cell
from .lines import Change, TownLine
from .places import Town
from .wording import DASH, cell_text, change_words, same_words, total_words
from .yardsticks import Yardstick

BY_VALUE, BY_TOWN, BY_CHANGE = "hodnota", "mesto", "zmena"


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell of the page."""

    text: str
    detail: str = ""
    is_draft: bool = False
    is_noted: bool = False
    is_cut: bool = False

    @property
    def has_marks(self) -> bool:
        return self.is_draft or self.is_noted or self.is_cut


@dataclass(frozen=True, slots=True)
class Remark:
    """What has to be known about one number: stands below the table."""

    town: str
    year: int
    text: str


@dataclass(frozen=True)
class Row:
    town: Town
    cells: list[Shown]
    change: str
    remarks: list[Remark]
    nothing: str = ""  # why the whole line is empty


@dataclass(frozen=True)
class Beside:
    """The total, a region or the country above the towns."""

    name: str
    cells: list[Shown]
    change: str = DASH
    change_detail: str = ""


def town_rows(comparison: Comparison, lines: Iterable[TownLine]) -> list[Row]:
    return [_row(comparison, line) for line in lines]


def _row(comparison: Comparison, line: TownLine) -> Row:
    cells, remarks = [], []
    for year in comparison.years:
        cell, cut = line.cell(year), line.breaks.get(year, "")
        cells.append(_shown(comparison, cell, bool(cut)))
        if year in line.cells:
            told = (cell.note, cut and f"nová řada: {cut}", cell.reason)
            remarks += [Remark(line.town.full_name, year, text) for text in told if text]
    first, last = comparison.years[0], comparison.years[-1]
    change = change_words(comparison, line.change(first, last))
    return Row(line.town, cells, change, remarks, line.otherwise if line.has_nothing else "")


def _shown(comparison: Comparison, cell: Cell, is_cut: bool) -> Shown:
    return Shown(
        text=cell_text(comparison, cell),
        is_draft=cell.is_draft,
        is_noted=bool(cell.note or (cell.number is not None and cell.reason)),
        is_cut=is_cut,
    )


def beside_rows(comparison: Comparison) -> list[Beside]:
    found = [_total_row(comparison)] if comparison.has_total else []
    yardsticks = [comparison.region, comparison.yardsticks.country]
    return found + [_yardstick_row(comparison, one) for one in yardsticks if one]


def _total_row(comparison: Comparison) -> Beside:
    cells = [
        Shown(
            text=cell_text(comparison, Cell(total.number, total.decimals)),
            detail=total_words(total),
            is_draft=bool(total.drafts),
            is_cut=year in comparison.total_breaks,
        )
        for year, total in comparison.totals.items()
    ]
    change = comparison.change
    return Beside("Celkem", cells, change_words(comparison, change.change), same_words(change.towns))


def _yardstick_row(comparison: Comparison, one: Yardstick) -> Beside:
    cells = []
    for year in comparison.years:
        cell = one.cell(year)
        text = cell_text(comparison, cell)
        cells.append(Shown(text, detail=cell.note, is_cut=year in one.breaks))
    return Beside(one.unit.name, cells)


def in_order(comparison: Comparison, order: str) -> list[TownLine]:
    """By the last number as they came, by name, or by how much they changed."""
    if order == BY_TOWN:
        places = {town.pk: position for position, town in enumerate(comparison.towns)}
        return sorted(comparison.lines, key=lambda line: places[line.town.pk])
    if order == BY_CHANGE:
        first, last = comparison.years[0], comparison.years[-1]
        return sorted(comparison.lines, key=lambda line: _by_change(line.change(first, last)))
    return comparison.lines


def _by_change(change: Change) -> tuple:
    return (1, 0) if change.number is None else (0, change.number)

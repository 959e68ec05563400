"""The text of a copied block as rows of cells, in the way in which spreadsheets put it on the clipboard."""

import csv
from dataclasses import dataclass
from io import StringIO

from czech.reading import tidy


@dataclass(frozen=True, slots=True)
class Line:
    number: int  # as the row stands in the block, from one
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True)
class Sheet:
    """Lines in which anything is written."""

    lines: list[Line]

    @property
    def width(self) -> int:
        return max((len(line.cells) for line in self.lines), default=0)

    def column(self, number: int) -> list[str]:
        """Its cells in which anything is written."""
        return [cell for line in self.lines if (cell := line.cell(number))]


def read_sheet(text: str) -> Sheet:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    rows = (tuple(_cell(cell) for cell in row) for row in _rows(plain))
    return Sheet([Line(number, cells) for number, cells in enumerate(rows, start=1) if any(cells)])


def _rows(text: str) -> list[list[str]]:
    """Columns are parted by tabs; semicolons are what people type by hand."""
    mark = ";" if "\t" not in text and ";" in text else "\t"
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True))
    except csv.Error:
        # A quotation mark that only opens belongs to the text and must not swallow the rows below it.
        return [line.split(mark) for line in text.split("\n")]


def _cell(text: str) -> str:
    """A line break inside a cell is a space: all our fields have one line."""
    return " ".join(tidy(text).split())

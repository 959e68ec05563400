"""Rows of a sheet as they stand in the file.

openpyxl reads the cells. Its walk through rows makes up those that the file leaves out, up to billions before
a single one that is far away, makes each as wide as its last cell, and keeps the look of all of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element

from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import DATA_TAG, FORMULA_TAG, ROW_TAG, WorkSheetParser
from openpyxl.xml.functions import iterparse

from .archive import UnreadableFile

LAST_ROW = 1_048_576  # of any spreadsheet
MOST_COLUMNS = 500
TOO_FAR = "Řádek s\u00a0takovým číslem v\u00a0sešitu být nemůže. Otevřete ho v\u00a0Excelu a uložte znovu."
TOO_WIDE = "Řádek sahá do {width}. sloupce, čteme jich nejvýš 500. Smažte, co stojí vpravo od tabulky."
Cells = list[dict[str, Any]]  # as openpyxl reads them


@dataclass(frozen=True)
class Uncounted:
    """Stands in a cell whose formula no spreadsheet has counted yet."""

    def __str__(self):
        return ""


UNCOUNTED = Uncounted()


def written_rows(sheet: ReadOnlyWorksheet, most: int | None) -> Iterator[tuple[int, Cells]]:
    """The numbers of rows in which anything stands, with the cells where it does; `most` are looked at."""
    with sheet._get_source() as source:
        parser = _parser(sheet, source)
        for row in islice(_rows(source), most):
            parser.row_counter, parser.col_counter = _number(row, parser.row_counter), 0
            cells = _written(parser, row)
            row.clear()
            if cells and parser.row_counter > LAST_ROW:
                raise UnreadableFile(TOO_FAR, parser.row_counter, sheet.title)
            if cells:
                yield parser.row_counter, cells


def line_of(sheet: ReadOnlyWorksheet, number: int, cells: Cells) -> tuple[Any, ...]:
    width = max([cell["column"] for cell in cells])
    if width > MOST_COLUMNS:
        raise UnreadableFile(TOO_WIDE.format(width=width), number, sheet.title)
    line = [None] * width
    for cell in cells:
        line[cell["column"] - 1] = cell["value"]
    return tuple(line)


def _parser(sheet: ReadOnlyWorksheet, source) -> WorkSheetParser:
    book = sheet.parent
    return WorkSheetParser(
        source,
        sheet._shared_strings,
        data_only=True,
        epoch=book.epoch,
        date_formats=book._date_formats,
        timedelta_formats=book._timedelta_formats,
    )


def _rows(source) -> Iterator[Element]:
    """What stands below the rows is of no use here."""
    for _, element in iterparse(source):
        if element.tag == ROW_TAG:
            yield element
        elif element.tag == DATA_TAG:
            return


def _number(row: Element, before: int) -> int:
    said = row.get("r")
    return int(float(said)) if said else before + 1


def _written(parser: WorkSheetParser, row: Element) -> Cells:
    found = []
    for element in row:
        cell = parser.parse_cell(element)
        if cell["value"] is None and _is_uncounted(element):
            cell["value"] = UNCOUNTED
        if cell["value"] is not None:
            found.append(cell)
    return found


def _is_uncounted(cell: Element) -> bool:
    """A stored empty text is a result; Excel says so by the kind of the cell."""
    return len(cell) > 0 and cell.get("t") != "str" and cell.find(FORMULA_TAG) is not None

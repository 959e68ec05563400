"""Sheets of a workbook, streamed by openpyxl once the archive has been looked into."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, BinaryIO

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from .archive import DAMAGED, Part, UnreadableFile, check_archive
from .rows import line_of, written_rows

ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
OLD = "Soubor je ve starém formátu .xls nebo chráněný heslem. Uložte ho bez hesla jako .xlsx."
# Twice as many as a table may have: there may be empty ones between them.
MOST_ROWS = 200_000
TOO_LONG = "List má přes 200\u00a0000 řádků, byť některé prázdné. Nechte v\u00a0něm jen potřebnou tabulku."
FEW = 1_000
LOOKED_AT = 40  # lines from which the format of a column is known


@dataclass(frozen=True)
class Sheet:
    name: str
    lines: Iterator[tuple[int, tuple[Any, ...]]]
    percents: frozenset[int] = field(default_factory=frozenset)
    last_line: int | None = None


class _Sheet(ReadOnlyWorksheet):
    """openpyxl would walk through the whole of each sheet that does not say how large it is."""

    def _get_size(self):
        pass


class _Reader(ExcelReader):
    def read_worksheets(self):
        for sheet, link in self.parser.find_sheets():
            if link.target in self.valid_files and "chartsheet" not in link.Type:
                self.wb._sheets.append(_Sheet(self.wb, sheet.name, link.target, self.shared_strings))


class Workbook:
    def __init__(self, book, parts: list[Part]):
        self._sheets = {sheet.title: sheet for sheet in book.worksheets}
        self._parts = {part.name: part for part in parts}

    @property
    def names(self) -> list[str]:
        return list(self._sheets)

    def sheet(self, name: str) -> Sheet:
        sheet = self._sheets[name]
        part = self._parts[sheet._worksheet_path]
        if part.written_rows > MOST_ROWS:
            raise UnreadableFile(TOO_LONG, sheet=name)
        # Empty rows after the last one are formats, often of a million rows; a few may be miscounted.
        most = part.written_rows + FEW if part.rows else None
        return Sheet(name, _lines(sheet, most), _percents(sheet, most), part.written_rows)


def is_workbook(file: BinaryIO) -> bool:
    """By what the file is and not by its name."""
    beginning = file.read(4)
    file.seek(0)
    if beginning == OLD_EXCEL:
        raise UnreadableFile(OLD)
    return beginning == ZIP


@contextmanager
def open_workbook(file: BinaryIO):
    parts = check_archive(file)
    with _damage_told(), warnings.catch_warnings(action="ignore"):
        reader = _Reader(file, read_only=True, data_only=True, keep_links=False)
        reader.read()
    try:
        yield Workbook(reader.wb, parts)
    finally:
        reader.wb.close()


@contextmanager
def _damage_told():
    try:
        yield
    except UnreadableFile:
        raise
    except Exception as error:
        # openpyxl trusts its files: a wrong one ends in whatever exception it leads to.
        raise UnreadableFile(DAMAGED) from error


def _lines(sheet, most: int | None) -> Iterator[tuple[int, tuple[Any, ...]]]:
    with _damage_told():
        for number, cells in written_rows(sheet, most):
            yield number, line_of(sheet, number, cells)


def _percents(sheet, most: int | None) -> frozenset[int]:
    """Columns whose first number is shown in per cent."""
    shown: dict[int, bool] = {}
    with _damage_told():
        for _, cells in islice(written_rows(sheet, most), LOOKED_AT):
            for cell in cells:
                if isinstance(cell["value"], int | float):
                    shown.setdefault(cell["column"] - 1, _is_percent(sheet, cell))
    return frozenset(position for position, is_percent in shown.items() if is_percent)


def _is_percent(sheet, cell) -> bool:
    return "%" in (ReadOnlyCell(sheet, **cell).number_format or "")

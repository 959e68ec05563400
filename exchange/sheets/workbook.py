"""Sheets of a workbook, streamed by openpyxl once the archive has been looked into."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from openpyxl import load_workbook

from .archive import DAMAGED, UnreadableFile, check_archive

ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
OLD = "Soubor je ve starém formátu .xls nebo chráněný heslem. Uložte ho bez hesla jako .xlsx."
LOOKED_AT = 40  # lines from which the format of a column is known


@dataclass(frozen=True)
class Sheet:
    name: str
    lines: Iterator[tuple[int, tuple[Any, ...]]]
    percents: frozenset[int] = field(default_factory=frozenset)
    last_line: int | None = None


class Workbook:
    def __init__(self, book, most_rows: int):
        self._sheets = {sheet.title: sheet for sheet in book.worksheets}
        self._most_rows = most_rows

    @property
    def names(self) -> list[str]:
        return list(self._sheets)

    def sheet(self, name: str) -> Sheet:
        sheet = self._sheets[name]
        # Some programs write there a size that does not hold, others none.
        last_line = min(sheet.max_row or self._most_rows, self._most_rows)
        sheet.reset_dimensions()
        return Sheet(name, _lines(sheet), _percents(sheet), last_line)


def is_workbook(file: BinaryIO) -> bool:
    """By what the file is and not by its name."""
    beginning = file.read(4)
    file.seek(0)
    if beginning == OLD_EXCEL:
        raise UnreadableFile(OLD)
    return beginning == ZIP


@contextmanager
def open_workbook(file: BinaryIO):
    most_rows = check_archive(file)
    with _damage_told(), warnings.catch_warnings(action="ignore"):
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    try:
        yield Workbook(book, most_rows)
    finally:
        book.close()


@contextmanager
def _damage_told():
    try:
        yield
    except Exception as error:
        # openpyxl trusts its files: a wrong one ends in whatever exception it leads to.
        raise UnreadableFile(DAMAGED) from error


def _lines(sheet) -> Iterator[tuple[int, tuple[Any, ...]]]:
    rows = enumerate(sheet.iter_rows(values_only=True), start=1)
    while True:
        with _damage_told():
            line = next(rows, None)
        if line is None:
            return
        yield line


def _percents(sheet) -> frozenset[int]:
    """Columns whose first number is shown in per cent."""
    shown: dict[int, bool] = {}
    with _damage_told():
        for row in sheet.iter_rows(max_row=LOOKED_AT):
            for position, cell in enumerate(row):
                if isinstance(cell.value, int | float) and position not in shown:
                    shown[position] = "%" in (cell.number_format or "")
    return frozenset(position for position, is_percent in shown.items() if is_percent)

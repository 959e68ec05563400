"""A table of a file: its head and its lines, which come one by one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO

from czech.reading import tidy
from czech.sorting import fold
from exchange.problems import DocumentError, Problem

from .archive import LARGEST_FILE, TOO_LARGE, UnreadableFile
from .csv_lines import count_lines, csv_lines
from .rows import LAST_ROW
from .workbook import Sheet, Workbook, is_workbook, open_workbook

# Titles and notes stand above the head; further down nobody puts it.
HEAD_WITHIN = 30
MOST_LINES = 100_000
EMPTY = "Soubor je prázdný."
EMPTY_SHEET = "V listu nejsou žádné řádky."
NOT_OPENED = "Soubor nelze otevřít; zkontrolujte jeho jméno a práva."
NO_SHEET = "List „{sheet}“ v sešitu není. Jsou v něm: {sheets}."
NO_HEAD = "Nenašli jsme záhlaví tabulky. Na prvním řádku mají být názvy sloupců, například Kód obce, Hodnota."
TOO_LONG = "Tabulka má přes 100\u00a0000 řádků. Rozdělte ji."
OTHER_WIDTH = "Sloupců je {found}, v záhlaví {width}. Text, ve kterém je oddělovač, patří do uvozovek."
CSV_HAS_NO_SHEETS = "Soubor CSV nemá listy; list neuvádějte."

Line = tuple[int, tuple[Any, ...]]


@dataclass(frozen=True)
class Table:
    name: str
    sheet: str  # empty for CSV
    head: tuple[str, ...]
    head_line: int
    lines: Iterator[Line]  # those under the head in which anything stands
    percents: frozenset[int] = field(default_factory=frozenset)  # columns shown in per cent: 0.05 as 5 %
    last_line: int | None = None  # about, for those who wait; None where the file does not say

    def problem(self, text: str, line: int | None = None, column: int | None = None) -> Problem:
        return Problem(line, text, self.sheet, "" if column is None else self.head[column])

    def refusal(self, *problems: Problem) -> DocumentError:
        return DocumentError(self.name, problems)


def key_of(label: str) -> str:
    """The label of a column without accents, capitals and signs: Název_obce is nazev obce."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(tidy(label))).split())


@contextmanager
def open_table(path: Path, is_head: Callable[[list[str]], bool], sheet: str = "", name: str = ""):
    """The table under the first head that `is_head` knows by the keys of its columns."""
    name = name or path.name
    try:
        with path.open("rb") as file:
            yield from _tables(file, is_head, sheet, name)
    except OSError as error:
        raise DocumentError(name, [Problem(None, NOT_OPENED)]) from error
    except UnreadableFile as error:
        raise _told(name, error) from error


def _tables(file: BinaryIO, is_head, sheet: str, name: str) -> Iterator[Table]:
    """One table, while its file is open."""
    size = file.seek(0, 2)
    file.seek(0)
    if size == 0:
        raise UnreadableFile(EMPTY)
    if size > LARGEST_FILE:
        raise UnreadableFile(TOO_LARGE)
    if not is_workbook(file):
        if sheet:
            raise UnreadableFile(CSV_HAS_NO_SHEETS)
        yield _table(name, _csv(file), is_head)
        return
    with open_workbook(file) as workbook:
        names = workbook.names
        if sheet and sheet not in names:
            raise UnreadableFile(NO_SHEET.format(sheet=sheet, sheets=", ".join(names)))
        yield _first_table(name, workbook, [one for one in names if one == sheet or not sheet], is_head)


def _csv(file: BinaryIO) -> Sheet:
    last_line = count_lines(file)
    # Empty lines are nobody's, yet somebody has to walk through them.
    if last_line > LAST_ROW:
        raise UnreadableFile(TOO_LONG)
    return Sheet("", csv_lines(file), last_line=last_line)


def _told(name: str, error: UnreadableFile) -> DocumentError:
    return DocumentError(name, [Problem(error.line, str(error), error.sheet)])


def _first_table(name: str, workbook: Workbook, sheets: list[str], is_head) -> Table:
    """Of several sheets the first whose head is known; what is wrong is told of the first one."""
    first_fault = None
    for sheet in sheets:
        try:
            return _table(name, workbook.sheet(sheet), is_head)
        except (DocumentError, UnreadableFile) as error:
            first_fault = first_fault or error
    raise first_fault or UnreadableFile(EMPTY)


def _table(name: str, sheet: Sheet, is_head) -> Table:
    lines = ((number, cells) for number, cells in sheet.lines if any(map(_is_written, cells)))
    above = list(islice(lines, HEAD_WITHIN))
    if not above:
        raise DocumentError(name, [Problem(None, EMPTY_SHEET if sheet.name else EMPTY, sheet.name)])
    for position, (number, cells) in enumerate(above):
        head = tuple(" ".join(tidy(str(cell)).split()) if cell is not None else "" for cell in cells)
        if is_head([key_of(label) for label in head]):
            rest = _limited(name, sheet, chain(above[position + 1 :], lines), len(head))
            return Table(name, sheet.name, head, number, rest, sheet.percents, sheet.last_line)
    raise DocumentError(name, [Problem(above[0][0], NO_HEAD, sheet.name)])


def _limited(name: str, sheet: Sheet, lines: Iterator[Line], width: int) -> Iterator[Line]:
    for count, line in enumerate(lines, start=1):
        if count > MOST_LINES:
            raise DocumentError(name, [Problem(line[0], TOO_LONG, sheet.name)])
        # A stray sign of CSV would move figures into other columns; a workbook leaves out empty cells.
        if not sheet.name and len(line[1]) != width:
            text = OTHER_WIDTH.format(found=len(line[1]), width=width)
            raise DocumentError(name, [Problem(line[0], text)])
        yield line


def _is_written(cell: Any) -> bool:
    return cell is not None and cell != ""

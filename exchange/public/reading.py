"""A public table read whole: whose its rows are and what they say, with everything that is wrong with it."""

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from czech.printing import number_text
from czech.reading import Unreadable
from exchange.problems import Problem
from exchange.sheets.table import Table, open_table
from plans.models import Territory

from .cells import NOT_COUNTED, number_in
from .columns import is_head_of_places, places_of
from .definitions import ValueColumn, other_years, value_columns
from .known import KnownTerritories
from .rows import CODE, Match, Matcher
from .steps import EVERY, READING, Step, Work

MOST_PROBLEMS = 50
NO_PLACE = "Chybí sloupec s kódem území, nebo s názvem obce a okresu."
TWICE = "Území {name} už stojí na řádku {line}."
SAME_TWICE = "{name}: v tabulce je víckrát (řádky {lines}) a kód chybí"
BEYOND = "Hodnota {number} je mimo rozsah 0 až {highest}."
NOTHING = "Pod záhlavím nejsou žádné řádky."


@dataclass(frozen=True)
class Delivery:
    """What is said of a table beside what stands in it."""

    definition: str
    year: int
    source: str
    edition: str = ""
    sheet: str = ""
    column: str = ""
    name: str = ""  # of the file, where its path has another one


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    territory: Territory
    numbers: tuple[Decimal | None, ...]
    by: str


@dataclass(frozen=True)
class LeftRow:
    """A line that belongs to no territory that we know."""

    line: int
    reason: str


@dataclass
class Reading:
    """What a table says, territory by territory."""

    sheet: str
    columns: list[ValueColumn]
    rows: dict[int, Row] = field(default_factory=dict)
    left: list[LeftRow] = field(default_factory=list)
    blanks: int = 0


def reading_of(path: Path, delivery: Delivery) -> Work[Reading]:
    with open_table(path, is_head_of_places, delivery.sheet, delivery.name) as table:
        matcher = Matcher(places_of(table), KnownTerritories())
        if not matcher.is_possible:
            raise table.refusal(table.problem(NO_PLACE, table.head_line))
        columns = value_columns(table, matcher.places.columns, delivery.definition, delivery.column)
        if problems := other_years(table, columns, delivery.year):
            raise table.refusal(*problems)
        return (yield from _Reader(table, matcher, columns).read())


class _Reader:
    def __init__(self, table: Table, matcher: Matcher, columns: list[ValueColumn]):
        self.table, self.matcher = table, matcher
        self.reading = Reading(table.sheet, columns)
        self.problems: list[Problem] = []
        self.repeated: dict[int, list[int]] = {}

    def read(self) -> Work[Reading]:
        for line, cells in self.table.lines:
            self._take(line, cells)
            if len(self.problems) >= MOST_PROBLEMS:
                break
            if line % EVERY == 0:
                yield Step(READING, line, self.table.last_line)
        if not (self.reading.rows or self.reading.left or self.problems):
            self.problems.append(self.table.problem(NOTHING, self.table.head_line))
        if self.problems:
            raise self.table.refusal(*self.problems)
        self._leave_repeated()
        return self.reading

    def _take(self, line: int, cells: tuple):
        match = self.matcher.match(cells)
        # A text in place of a number is a fault even where we do not know whose number it is.
        numbers = tuple([self._number(line, cells, column) for column in self.reading.columns])
        if match.territory is None:
            self._leave(line, cells, match.reason)
            return
        key = match.territory.pk
        if first := self.reading.rows.get(key):
            self._repeat(line, match, first)
            return
        self.reading.rows[key] = Row(line, match.territory, numbers, match.by)

    def _leave(self, line: int, cells: tuple, reason: str):
        column = self.matcher.uncounted(cells)
        if column is None:
            self.reading.left.append(LeftRow(line, reason))
        else:
            self.problems.append(self.table.problem(NOT_COUNTED, line, column))

    def _repeat(self, line: int, match: Match, first: Row):
        if CODE in (match.by, first.by):
            text = TWICE.format(name=match.territory.full_name, line=first.line)
            self.problems.append(self.table.problem(text, line, self.matcher.code))
        else:
            self.repeated.setdefault(match.territory.pk, [first.line]).append(line)

    def _leave_repeated(self):
        """Two municipalities of one name in one district, of which we know one: neither is guessed."""
        for key, lines in self.repeated.items():
            row = self.reading.rows.pop(key)
            told = ", ".join(map(str, lines))
            text = SAME_TWICE.format(name=row.territory.full_name, lines=told)
            self.reading.left += [LeftRow(line, text) for line in lines]
        self.reading.left.sort(key=lambda one: one.line)

    def _number(self, line: int, cells: tuple, column: ValueColumn) -> Decimal | None:
        position = column.position
        cell = cells[position] if position < len(cells) else None
        try:
            number = number_in(cell, is_share=column.is_share, in_percents=column.in_percents)
        except (Unreadable, ValueError) as error:
            self.problems.append(self.table.problem(str(error), line, position))
            return None
        if number is None:
            self.reading.blanks += 1
        elif column.highest is not None and not 0 <= number <= column.highest:
            limit = BEYOND.format(number=number_text(number), highest=number_text(column.highest))
            self.problems.append(self.table.problem(limit, line, position))
        return number

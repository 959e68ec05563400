"""The units of the country that a code list names, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass

from exchange.problems import Problem
from exchange.sheets.rows import UNCOUNTED
from exchange.sheets.table import Table, key_of
from plans.models import Territory

from .cells import NOT_COUNTED, code_in, name_in
from .columns import CODE_LISTS, LEVELS, LINKED, Kind, Places, places_of

NO_CODE = "Sloupec s kódem chybí; pojmenujte ho „{label}“."
NO_NAME = "Sloupec s názvem chybí; pojmenujte ho „{label}“."
LABELS = {
    Kind.MUNICIPALITY: ("Kód obce", "Název obce"),
    Kind.ORP: ("Kód ORP", "Název ORP"),
    Kind.DISTRICT: ("Kód okresu", "Název okresu"),
    Kind.REGION: ("Kód kraje", "Název kraje"),
    Kind.STATE: ("Kód státu", "Název státu"),
}
OTHER_LIST = "Číselník „{code}“ neznáme; umíme obce (43), ORP (65), okresy (101, 109) a kraje (100, 108)."
BLANK = "Na řádku chybí kód nebo název."
LONG_NAME = Territory._meta.get_field("name").max_length
LONG_CODE = Territory._meta.get_field("code").max_length
TOO_LONG = "Text je příliš dlouhý."


@dataclass(frozen=True, slots=True)
class Unit:
    kind: Kind
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Fault:
    text: str
    column: int


@dataclass(frozen=True)
class UnitLine:
    """One line of a code list: the smallest unit and those in which it lies, with their columns."""

    number: int
    units: tuple[Unit, ...]
    columns: tuple[int, ...]

    @property
    def smallest(self) -> Unit:
        return self.units[0]

    def of(self, kind: Kind) -> Unit | None:
        return next((unit for unit in self.units if unit.kind == kind), None)


def unit_lines(table: Table, problems: list[Problem]) -> Iterator[UnitLine]:
    keys = [key_of(label) for label in table.head]
    if all(key in keys for key in LINKED):
        yield from _linked(table, [keys.index(key) for key in LINKED], problems)
    else:
        yield from _wide(table, places_of(table), problems)


def _wide(table: Table, places: Places, problems: list[Problem]) -> Iterator[UnitLine]:
    """A line for each municipality, with the units in which it lies beside it."""
    kinds = [kind for kind in LEVELS if kind in places.codes or kind in places.names]
    missing = [
        table.problem(text.format(label=LABELS[kind][n]), table.head_line)
        for kind in kinds or LEVELS[:1]
        for n, (found, text) in enumerate([(places.codes, NO_CODE), (places.names, NO_NAME)])
        if kind not in found
    ]
    problems += missing
    if missing:
        return
    columns = [(kind, places.codes[kind], places.names[kind]) for kind in kinds]
    yield from _lines(table, lambda cells: columns, problems)


def _linked(table: Table, positions: list[int], problems: list[Problem]) -> Iterator[UnitLine]:
    """A line for each pair of a unit and the one in which it lies; both name their code lists."""
    upper, lower = positions[:3], positions[3:]

    def columns(cells):
        found = []
        for of_list, code, name in (lower, upper):
            number = code_in(_cell(cells, of_list))
            if number not in CODE_LISTS:
                raise KeyError(number)
            found.append((CODE_LISTS[number], code, name))
        return found

    yield from _lines(table, columns, problems)


def _lines(table: Table, columns, problems: list[Problem]) -> Iterator[UnitLine]:
    for number, cells in table.lines:
        try:
            found = columns(cells)
        except KeyError as unknown:
            problems.append(table.problem(OTHER_LIST.format(code=unknown.args[0]), number))
            continue
        units = [Unit(kind, code_in(_cell(cells, c)), name_in(_cell(cells, n))) for kind, c, n in found]
        faults = [
            table.problem(fault.text, number, fault.column)
            for unit, (_, *columns) in zip(units, found, strict=True)
            if (fault := _fault_of(unit, cells, *columns))
        ]
        problems += faults
        if not faults:
            yield UnitLine(number, tuple(units), tuple(code for _, code, _ in found))


def _fault_of(unit: Unit, cells, code: int, name: int) -> Fault | None:
    if not unit.code or not unit.name:
        uncounted = [column for column in (code, name) if _cell(cells, column) is UNCOUNTED]
        return Fault(NOT_COUNTED, uncounted[0]) if uncounted else Fault(BLANK, code)
    is_long = len(unit.code) > LONG_CODE or len(unit.name) > LONG_NAME
    return Fault(TOO_LONG, code) if is_long else None


def _cell(cells, position: int):
    return cells[position] if position < len(cells) else None

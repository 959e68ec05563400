"""Tables described by their columns: what each is called and what it says of one subject."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reports.blocks import Cell, Column, Line, Table, TableRow
from reports.narrative import line

TABLE_WIDTH = 166


@dataclass(frozen=True)
class Field:
    """A column and its cell; the subject of a row may be an indicator, a measure or a project."""

    column: Column
    cell: Callable[..., Cell]


def field(title: str, width: int, cell: Callable[..., Cell], **column) -> Field:
    return Field(Column(title, width, **column), cell)


def leading(title: str, cell: Callable[..., Cell], others: Iterable[Field]) -> Field:
    """The first column, as wide as the others leave it."""
    return field(title, TABLE_WIDTH - sum(one.column.width for one in others), cell)


def columns_of(fields: Iterable[Field]) -> tuple[Column, ...]:
    return tuple(one.column for one in fields)


def row_of(subject, fields: Iterable[Field], anchor: str = "") -> TableRow:
    return TableRow(tuple(one.cell(subject) for one in fields), anchor=anchor)


def table_of(caption: Line, fields: Iterable[Field], subjects: Iterable, **more) -> Table:
    fields = list(fields)
    rows = tuple(row_of(subject, fields) for subject in subjects)
    return Table(caption=caption, columns=columns_of(fields), rows=rows, **more)


def missing_cell(text: str = "–") -> Cell:
    return Cell((line(text, muted=True),))

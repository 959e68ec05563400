"""What a list says about a row: one description for the page, the workbook and the printed table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F
from django.db.models.expressions import Combinable, OrderBy

from czech.printing import date_text, money_text, number_text
from reports.blocks import Line
from reports.narrative import line

Value = str | int | Decimal | date | None
PRINTERS = {date: date_text, Decimal: money_text, int: number_text, str: str}


@dataclass(frozen=True, slots=True)
class Field:
    """One fact about a row: a column of the workbook, where numbers and dates keep their type."""

    title: str
    value: Callable[[Any], Value]
    width: int = 14  # characters in the workbook
    number_format: str = ""  # of a spreadsheet; a decimal number is an amount unless said otherwise


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A column of the page and of paper: its fields one below another, or as `lines` words them."""

    name: str  # in the address: ?radit=-castka
    title: str
    width: int  # millimetres on paper
    fields: tuple[Field, ...]
    lines: Callable[[Any], tuple[Line, ...]] | None = None
    missing: str = "neuvedeno"
    order: tuple[str | Combinable | Callable[[], Combinable], ...] = ()  # called where it asks for the day
    address: Callable[[Any], str] | None = None  # where the first line leads on the page
    numeric: bool = False
    on_page: bool = True
    is_under: bool = False  # on paper its lines stand below those of the column before it

    def reads(self, row) -> tuple[Line, ...]:
        """The lines of the cell: the first says the main thing, the others are its small print."""
        lines = self.lines(row) if self.lines else stacked(field.value(row) for field in self.fields)
        return lines or (line(self.missing, muted=True),)

    def ordering(self, is_descending: bool) -> list[OrderBy]:
        keys = (key() if callable(key) else key for key in self.order)
        return [in_order(key, is_descending) for key in keys]


def stacked(values) -> tuple[Line, ...]:
    texts = [value_text(value) for value in values if value not in (None, "")]
    return tuple(line(text, muted=position > 0) for position, text in enumerate(texts))


def value_text(value: Value) -> str:
    return PRINTERS[type(value)](value)


def in_order(key: str | Combinable, is_descending: bool) -> OrderBy:
    """What is missing stands last in both directions, the same on both databases."""
    expression = F(key) if isinstance(key, str) else key
    direction = expression.desc if is_descending else expression.asc
    return direction(nulls_last=True)

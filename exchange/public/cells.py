"""What one cell of a public table says, whether the file gives it as text or as a number."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from czech.printing import date_text
from czech.reading import (
    NUMBER_ADVICE,
    PERCENT_ADVICE,
    Unreadable,
    read_missing,
    read_number,
    read_percent,
    tidy,
)
from exchange.sheets.rows import UNCOUNTED

# Signs of Czech statistics for a figure that is not known or may not be told.
UNTOLD = frozenset((".", "x", "i. d.", "i.d.", "individuální údaj", "#n/a"))
# The workbook of the index writes a sentence where a municipality has no school of its own.
NO_SCHOOL = "daná obec nemá"
KEPT = Decimal("0.0001")
LARGEST = 10**16
TOO_LARGE = "Číslo je příliš velké."
NOT_COUNTED = (
    "V\u00a0buňce je vzorec bez uloženého výsledku. "
    "Otevřete soubor v\u00a0Excelu nebo v\u00a0LibreOffice, uložte ho a\u00a0nahrajte znovu."
)


def code_in(cell: Any) -> str:
    """A code is text; a spreadsheet may have made it a number."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else tidy(str(cell))


def name_in(cell: Any) -> str:
    return "" if cell is None else " ".join(tidy(str(cell)).split())


def number_in(cell: Any, *, is_share: bool = False, in_percents: bool = False) -> Decimal | None:
    """The figure, None where the table leaves it out, or Unreadable."""
    if isinstance(cell, str):
        return _number_of_text(cell, is_share)
    if cell is None:
        return None
    if cell is UNCOUNTED:
        raise ValueError(NOT_COUNTED)
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise Unreadable(_shown(cell), PERCENT_ADVICE if is_share else NUMBER_ADVICE)
    if not abs(cell) < LARGEST:
        raise ValueError(TOO_LARGE)
    # Four decimals at most, as the database keeps it; repr gives the shortest text, so 3.83 stays 3.83.
    return Decimal(repr(round(cell * 100 if in_percents else cell, 4)))


def _number_of_text(text: str, is_share: bool) -> Decimal | None:
    word = tidy(text).casefold()
    if not word or word in UNTOLD or word.startswith(NO_SCHOOL) or read_missing(text):
        return None
    number = read_percent(text) if is_share else read_number(text)
    return number if number.as_tuple().exponent >= -4 else number.quantize(KEPT, ROUND_HALF_UP)


def _shown(cell: Any) -> str:
    return date_text(cell) if isinstance(cell, date | datetime) else str(cell)

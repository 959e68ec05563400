"""Values that a spreadsheet holds with their parts in one cell: 12/12/4/22 or 79 ČR + 150 UA."""

import re

from czech.printing import number_text
from czech.reading import Unreadable, read_number
from czech.sorting import fold
from indicators.bands import Row

PART = re.compile(r"(?P<number>[-\u2212]?[0-9][0-9 ]*(?:[.,][0-9]+)?) +(?P<label>[^0-9].*)")


def split_parts(row: Row, text: str) -> tuple[str, dict[str, str]] | None:
    """The total and the texts of the parts by their keys; None when the text says no parts of this row."""
    if not row.part_slots:
        return None
    return _vector(row, text) or _sum(row, text)


def _vector(row: Row, text: str) -> tuple[str, dict[str, str]] | None:
    pieces = [piece.strip() for piece in text.split("/")]
    if len(pieces) < 2 or len(pieces) != len(row.part_slots):
        return None
    return "", {slot.key: piece for slot, piece in zip(row.part_slots, pieces, strict=True)}


def _sum(row: Row, text: str) -> tuple[str, dict[str, str]] | None:
    found = [PART.fullmatch(piece.strip()) for piece in text.split("+")]
    keys = {fold(slot.label): slot.key for slot in row.part_slots}
    if len(found) < 2 or not all(part and fold(part["label"]) in keys for part in found):
        return None
    numbers = {keys[fold(part["label"])]: part["number"] for part in found}
    try:
        total = number_text(sum(map(read_number, numbers.values())))
    except Unreadable:
        return None
    return total, dict.fromkeys(keys.values(), "") | numbers

"""A value that a spreadsheet holds as a sum of named parts in one cell: 79 ČR + 150 UA."""

import re

from czech.printing import number_text
from czech.reading import Unreadable, read_number
from czech.sorting import fold
from indicators.bands import Row

PART = re.compile(r"(?P<number>[-\u2212]?[0-9][0-9 ]*(?:[.,][0-9]+)?) +(?P<label>[^0-9].*)")


def split_parts(row: Row, text: str) -> tuple[str, dict[str, str]] | None:
    """The total and the texts of the parts by their keys; None when the text says no such sum."""
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

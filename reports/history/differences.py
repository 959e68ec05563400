"""From what to what: two texts, and the shortest honest way to show how they differ."""

import re
from dataclasses import dataclass

from django.utils.text import Truncator

from czech.plurals import counted
from czech.printing import NBSP, number_text

# A longer text is shown by its length and its first differing words.
LONG = 140
WORDS_BEFORE = 3
WORDS_AFTER = 8
EXTRACT = 90
NOTHING = "prázdné"
QUANTITY = re.compile(rf"(?P<number>(?:cca|min\.|max\.)?[\d{NBSP},–−]*\d){NBSP}(?P<unit>[^\d()]+)")


@dataclass(frozen=True, slots=True)
class Difference:
    before: str
    after: str
    label: str = ""

    @property
    def is_long(self) -> bool:
        return max(len(self.before), len(self.after)) > LONG

    @property
    def line(self) -> str:
        """1 531 → 1 535 bytů, V realizaci → Realizováno, text změněn, 312 → 405 znaků."""
        if self.is_long:
            return _lengths(self.before, self.after)
        before, after = _said_once(self.before, self.after)
        return f"{before or NOTHING} → {after or NOTHING}"

    @property
    def extracts(self) -> tuple[str, str]:
        """The first words that differ, with a few words before them."""
        before, after = self.before.split(), self.after.split()
        pairs = enumerate(zip(before, after, strict=False))
        start = next((place for place, (old, new) in pairs if old != new), min(len(before), len(after)))
        return _extract(before, start), _extract(after, start)


def _lengths(before: str, after: str) -> str:
    if not before:
        return f"nový text, {_signs(after)}"
    if not after:
        return f"text smazán, {_signs(before)}"
    return f"text změněn, {number_text(len(before))} → {_signs(after)}"


def _signs(text: str) -> str:
    return counted(len(text), "znak", "znaky", "znaku", "znaků")


def _said_once(before: str, after: str) -> tuple[str, str]:
    """What both sides share at the end is said on the right only: 34 → 38 služeb (rok 2023)."""
    (figure, before_details), (new_figure, details) = _cut(before), _cut(after)
    if before_details != details:
        return before, after
    old, new = QUANTITY.fullmatch(figure), QUANTITY.fullmatch(new_figure)
    return (old["number"] if old and new and old["unit"] == new["unit"] else figure), after


def _cut(text: str) -> tuple[str, str]:
    figure, _, details = text.partition(" (")
    return figure, details


def _extract(words: list[str], start: int) -> str:
    first, last = max(start - WORDS_BEFORE, 0), start + WORDS_AFTER
    text = Truncator(" ".join(words[first:last])).chars(EXTRACT)
    opening = "… " if first else ""
    return f"{opening}{text} …" if last < len(words) and not text.endswith("…") else opening + text

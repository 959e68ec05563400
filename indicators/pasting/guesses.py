"""What a person probably meant by a cell that cannot be read; offered, never written by itself."""

import re
from collections.abc import Iterator
from dataclasses import replace

from indicators.bands import Row
from indicators.entries import CHOSEN, Entry
from indicators.models import MissingReason, StateWord, ValueKind
from indicators.reading import read_entry

LETTERS_FOR_DIGITS = str.maketrans("OoIl|", "00111")
DIGITS = re.compile(r"[-\u2212]?[0-9][0-9 ]*(?:,[0-9]+)?")
GROUPED = re.compile(r"[0-9]{1,3}(?:[.,'][0-9]{3}){2,}")
LETTER_MEANT = "Mezi číslicemi je písmeno. Měli jste na mysli {guess}?"
NUMBER_MEANT = "Vedle čísla je něco navíc. Měli jste na mysli {guess}?"
WORDS = {
    ValueKind.STATE: [label for _, label in StateWord.choices[1:]],
    ValueKind.YES_NO: ["ano", "ne"],
}
CHOOSE_WORD = "Sem patří {words}, nebo důvod, proč hodnota chybí, například {reason}."


def guess(row: Row, entry: Entry) -> tuple[str, str]:
    """A text that can be read in place of the value, and a question about it; empty when nothing comes."""
    fix = read_entry(row, entry).fixes.get("value")
    fixed = [(fix, NUMBER_MEANT)] if fix else []
    for text, question in (*fixed, *_candidates(entry.value)):
        if not read_entry(row, replace(entry, value=text)).errors:
            return text, question.format(guess=text)
    return "", ""


def _candidates(text: str) -> Iterator[tuple[str, str]]:
    if GROUPED.fullmatch(text):
        yield re.sub("[.,']", " ", text), NUMBER_MEANT
    swapped = text.translate(LETTERS_FOR_DIGITS)
    if swapped != text and any(sign.isdigit() for sign in text):
        yield swapped, LETTER_MEANT
    numbers = DIGITS.findall(text)
    if len(numbers) == 1:
        yield numbers[0].strip(), NUMBER_MEANT


def advice(row: Row) -> str:
    """Which words a cell with a list to choose from takes."""
    kind = row.indicator.value_kind
    if kind not in CHOSEN:
        return ""
    return CHOOSE_WORD.format(words=", ".join(WORDS[kind]), reason=MissingReason.NOT_MONITORED.label)

"""How much room words take, and how they keep out of each other's way."""

from collections.abc import Sequence

NARROW = frozenset("iíjlľtfrI.,:;|!'()[]/- \u00a0\u202f")
BROAD = frozenset("mwMW%@—")


def text_width(text: str, size: float) -> float:
    """A little more than Source Sans 3 takes; nobody can measure type on paper and on screen alike."""
    return size * sum(map(letter_width, text))


def letter_width(letter: str) -> float:
    if letter in NARROW:
        return 0.32
    if letter in BROAD:
        return 0.88
    return 0.64 if letter.isupper() else 0.53


def wrapped(text: str, size: float, room: float) -> list[str]:
    """The text in lines of at most `room`; non-breaking spaces hold, a word too long is broken anywhere."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines += broken(word, size, room)
    return lines


def broken(word: str, size: float, room: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def moved_apart(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Upper edges as near to the wanted ones as they get without overlapping; they come and go in order."""
    placed: list[float] = []
    free = top
    for edge, height in zip(wanted, heights, strict=True):
        placed.append(max(edge, free))
        free = placed[-1] + height
    limit = bottom
    for position in reversed(range(len(placed))):
        placed[position] = min(placed[position], limit - heights[position])
        limit = placed[position]
    return placed

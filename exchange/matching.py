"""Which row of the database a part of a document means."""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.db.models import Model

Row = TypeVar("Row", bound=Model)
Key = tuple[str, ...]


def pair(wished: Sequence[Row], rows: Iterable[Row], *keys: Key) -> tuple[list[Row | None], list[Row]]:
    """For each wished row the existing one or None, and those that nobody wished for.

    Keys are names of attributes and are tried from the first, which tells most. Where several rows share
    a key, the n-th is the n-th. A weaker key does not bind rows whose last attribute is blank: no code
    is not a code in common. Nor does it bind a retired row, whose place something new may have taken, and
    nobody misses a retired row.
    """
    found: list[Row | None] = [None] * len(wished)
    free = list(rows)
    for key in keys:
        shelf = _by(key, free)
        for n, wish in enumerate(wished):
            told = _told(wish, key)
            if found[n] is None and shelf[told] and (told[-1] != "" or key is keys[0]):
                found[n] = shelf[told].popleft()
        taken = {id(row) for row in found}
        free = [row for row in free if id(row) not in taken and not is_retired(row)]
    return found, free


def is_retired(row: Model) -> bool:
    return getattr(row, "retired_on", None) is not None


def _by(key: Key, rows: Iterable[Row]) -> dict[tuple, deque[Row]]:
    shelf = defaultdict(deque)
    for row in rows:
        shelf[_told(row, key)].append(row)
    return shelf


def _told(row: Row, key: Key) -> tuple:
    return tuple(getattr(row, attribute) for attribute in key)

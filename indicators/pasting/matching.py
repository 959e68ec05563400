"""Which row of the grid a row of the block speaks of: by address, by code, by name; never by a guess."""

import re
from collections import defaultdict
from collections.abc import Iterable

from czech.sorting import fold
from indicators.bands import Row

# A number with one point may be a code or a value, and one that ends with a year is a day.
LOOKS_LIKE_CODE = re.compile(r"[A-Za-z]*[0-9]{1,2}(?:\.[0-9]{1,2}){2,}\.?(?:/[0-9]{1,3})?")
STEM = 3  # bytů and byty begin alike
SIMILAR = 0.5


class Finder:
    """Finds rows by what people write beside a value."""

    def __init__(self, rows: Iterable[Row]):
        self.rows = list(rows)
        self.by_code, self.by_name = defaultdict(list), defaultdict(list)
        for row in self.rows:
            self.by_code[_key(row.address)].append(row)
            self.by_code[_key(row.address.rpartition("/")[0])].append(row)
            self.by_name[_key(row.indicator.name)].append(row)
        self.stems = [(row, _stems(row.indicator.name)) for row in self.rows]

    def knows(self, text: str) -> bool:
        return bool(text) and (_key(text) in self.by_code or self.knows_name(text))

    def knows_code(self, text: str) -> bool:
        return "/" in text and _key(text) in self.by_code or bool(LOOKS_LIKE_CODE.fullmatch(text))

    def knows_name(self, text: str) -> bool:
        return _key(text) in self.by_name

    def find(self, code: str, name: str) -> list[Row]:
        """All rows that the words may mean: one is sure, several have to be asked about."""
        named = self._named(name)
        coded = self.by_code.get(_key(code), []) if code else []
        if not coded:
            return named or self._named(code)
        both = [row for row in coded if any(row is other for other in named)]
        if both or not named:
            return both or coded
        # The code says one thing and the name another.
        return [*coded, *named]

    def _named(self, name: str) -> list[Row]:
        """A key in the column of names may as well be a code."""
        if not name:
            return []
        return self.by_name.get(_key(name)) or self.by_code.get(_key(name), [])

    def nearest(self, text: str) -> Row | None:
        """The row whose name shares most words with the text, to be offered."""
        wanted = _stems(text)
        if not wanted:
            return None
        likeness = [(_likeness(wanted, stems), row) for row, stems in self.stems]
        best, row = max(likeness, key=lambda pair: pair[0], default=(0, None))
        return row if best >= SIMILAR else None


def _key(text: str) -> str:
    """Without accents, capitals, spaces and the last full stop."""
    return "".join(fold(text).split()).rstrip(".:")


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in re.findall(r"[a-z]{3,}", fold(text)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if other else 0

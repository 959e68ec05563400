"""Whether a name in a table can be that of the territory which its code found, if spelt otherwise."""

import re
from functools import lru_cache

from exchange.sheets.table import key_of
from plans.models import Territory

from .columns import Kind
from .known import name_key

# Krnov, okres Bruntál; Krnov (okr. Bruntál)
DISTRICT = re.compile(r"[\s,(]okr(?:es|\.)\s+(?P<district>[^()]+)\)?$", re.IGNORECASE)
# Some tables put codes into columns that are called like names.
CODE = re.compile(r"(cz)?[0-9]+[0-9a-z]?", re.IGNORECASE)
SHORT = 2  # letters of an abbreviation: Ústí n. L.


def contradicts(territory: Territory, name: str, district: str) -> bool:
    """Is it another territory that the line names?"""
    if name == territory.name and not district:
        return False
    # There is only one country, called in several ways.
    if territory.kind == Kind.STATE:
        return False
    name, told_district = _parted(name)
    if known := territory.district_name:
        return not (_agree(name, territory.name) and _agree(district, known) and _agree(told_district, known))
    return not _agree(name, territory.name)


def _parted(name: str) -> tuple[str, str]:
    """The name and the district, where they stand in one cell."""
    found = DISTRICT.search(name)
    return (name[: found.start()], found["district"]) if found else (name, "")


@lru_cache(maxsize=16_384)
def _agree(told: str, known: str) -> bool:
    """Spaces and signs do not matter, and one may have more words: Statutární město Ostrava."""
    if not told or CODE.fullmatch(told):
        return True
    first, second = key_of(name_key(told)), key_of(name_key(known))
    if first.replace(" ", "") == second.replace(" ", ""):
        return True
    return _is_within(first.split(), second.split()) or _is_within(second.split(), first.split())


def _is_within(few: list[str], many: list[str]) -> bool:
    """Are all the words among the others, in their order?"""
    others = iter(many)
    return bool(few) and all(any(_is_same(word, other) for other in others) for word in few)


def _is_same(word: str, other: str) -> bool:
    return word == other or (len(word) <= SHORT and other.startswith(word))

"""Which column of a public table says what, by the names that statisticians and ministries use."""

from collections.abc import Iterable
from dataclasses import dataclass

from exchange.sheets.table import Table, key_of
from plans.models import Territory

Kind = Territory.Kind

# From the smallest: a table is about the smallest unit that it names.
LEVELS = [Kind.MUNICIPALITY, Kind.ORP, Kind.DISTRICT, Kind.REGION, Kind.STATE]
LEVEL_WORDS = {
    Kind.MUNICIPALITY: ("obec", "obce", "obci", "zuj", "municipality"),
    Kind.ORP: ("orp", "so orp"),
    Kind.DISTRICT: ("okres", "okresu", "district"),
    Kind.REGION: ("kraj", "kraje", "vusc", "region"),
    Kind.STATE: ("stat", "statu"),
}
CODES = {
    f"{form}": kind
    for kind, words in LEVEL_WORDS.items()
    for word in words
    for form in (f"kod {word}", f"kod{word}", f"{word} kod", f"{word} code", f"{word} id")
} | {
    "zuj": Kind.MUNICIPALITY,
    "icz uj": Kind.MUNICIPALITY,
    "lau2": Kind.MUNICIPALITY,
    "lau1": Kind.DISTRICT,
    "kod lau1": Kind.DISTRICT,
    "nuts3": Kind.REGION,
    "kod nuts3": Kind.REGION,
    "nuts0": Kind.STATE,
    "kod nuts0": Kind.STATE,
}
NAMES = {
    form: kind
    for kind, words in LEVEL_WORDS.items()
    for word in words
    for form in (f"nazev {word}", f"nazev{word}", f"naz{word}", f"{word} nazev", word)
    if form != "zuj"
}
# A code of any level: what the code list has is decided by its row.
ANY_CODE = ("kod", "code", "kod uzemi", "uzemi kod", "vuzemi kod", "chodnota")
ANY_NAME = ("uzemi", "nazev uzemi", "uzemi txt", "vuzemi txt", "vuzemi text")
# Linking lists of the Czech Statistical Office: the upper unit is the first.
LINKED = ("kodcis1", "chodnota1", "text1", "kodcis2", "chodnota2", "text2")
CODE_LISTS = {
    "43": Kind.MUNICIPALITY,
    "65": Kind.ORP,
    "101": Kind.DISTRICT,
    "109": Kind.DISTRICT,
    "100": Kind.REGION,
    "108": Kind.REGION,
}


@dataclass(frozen=True)
class Places:
    """Where in a line the codes and names of units stand; `any_code` is a code of a unit of any level."""

    codes: dict[Kind, int]
    names: dict[Kind, int]
    any_code: int | None = None
    any_name: int | None = None

    @property
    def level(self) -> Kind | None:
        """What the lines are about."""
        return next((kind for kind in LEVELS if kind in self.codes or kind in self.names), None)

    @property
    def columns(self) -> set[int]:
        found = {*self.codes.values(), *self.names.values(), self.any_code, self.any_name}
        return found - {None}


def places_of(table: Table) -> Places:
    keys = [key_of(label) for label in table.head]
    return Places(
        codes=_first_of(keys, CODES),
        names=_first_of(keys, NAMES),
        any_code=_position(keys, ANY_CODE),
        any_name=_position(keys, ANY_NAME),
    )


def is_head_of_places(keys: Iterable[str]) -> bool:
    """A line that names a column of codes or names, and at least one other column."""
    keys = [key for key in keys if key]
    known = {*CODES, *NAMES, *ANY_CODE, *ANY_NAME, *LINKED}
    return len(keys) > 1 and any(key in known for key in keys)


def _first_of(keys: list[str], meanings: dict[str, Kind]) -> dict[Kind, int]:
    found: dict[Kind, int] = {}
    for position, key in enumerate(keys):
        if kind := meanings.get(key):
            found.setdefault(kind, position)
    return found


def _position(keys: list[str], wanted: tuple[str, ...]) -> int | None:
    return next((position for position, key in enumerate(keys) if key in wanted), None)

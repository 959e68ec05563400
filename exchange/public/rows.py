"""Whom a line of a public table speaks of: matched by code, else by name and district, never guessed."""

from dataclasses import dataclass
from typing import Any

from exchange.sheets.rows import UNCOUNTED
from plans.models import Territory, with_district

from .agreeing import contradicts
from .cells import code_in, name_in
from .columns import LEVELS, Kind, Places
from .known import KnownTerritories, name_key

UNKNOWN_CODE = "kód {code} není v číselníku území"
SHARED_CODE = "kód {code} má víc území: {found}"
UNKNOWN_NAME = "{name} není v číselníku území"
SHARED_NAME = "{name} je v číselníku vícekrát: {found}"
OF_ANOTHER = "kód {code} patří {owner}, v\u00a0řádku je {told}"
OWNERS = {
    Kind.MUNICIPALITY: "obci",
    Kind.ORP: "správnímu obvodu",
    Kind.DISTRICT: "okresu",
    Kind.REGION: "kraji",
    Kind.STATE: "státu",
}
NOBODY = "na řádku není kód ani název území"
CODE, NAME = "code", "name"


@dataclass(frozen=True, slots=True)
class Match:
    """The territory of a line, or why there is none."""

    territory: Territory | None = None
    reason: str = ""
    by: str = CODE


class Matcher:
    def __init__(self, places: Places, known: KnownTerritories):
        self.places, self.known = places, known
        self.level = places.level
        self.code = places.codes.get(self.level, places.any_code)
        self.name = places.names.get(self.level, places.any_name)
        self.district = places.names.get(Kind.DISTRICT) if self.level == Kind.MUNICIPALITY else None
        self.orp = places.names.get(Kind.ORP) if self.level == Kind.MUNICIPALITY else None

    @property
    def is_possible(self) -> bool:
        """A municipality by its name alone would be a guess."""
        if self.code is not None:
            return True
        return self.name is not None and (self.level != Kind.MUNICIPALITY or self.district is not None)

    def uncounted(self, cells: tuple[Any, ...]) -> int | None:
        """A column that would name the territory, had its formula a result."""
        columns = (self.code, self.name, self.district, self.orp)
        return next((column for column in columns if _cell(cells, column) is UNCOUNTED), None)

    def match(self, cells: tuple[Any, ...]) -> Match:
        code = code_in(_cell(cells, self.code))
        name = name_in(_cell(cells, self.name))
        if code:
            return self._agreeing(self._by_code(code), code, name, cells)
        return self._by_name(name, cells) if name else Match(reason=NOBODY)

    def _by_code(self, code: str) -> Match:
        if self.level in self.places.codes:
            found = [self.known.by_code(self.level, code)]
        else:
            found = self.known.with_code(code)
            same_level = [one for one in found if one.kind == self.level]
            found = same_level or found or [None]
        if len(found) > 1:
            names = ", ".join(f"{one} ({one.get_kind_display()})" for one in found)
            return Match(reason=SHARED_CODE.format(code=code, found=names))
        return Match(found[0]) if found[0] else Match(reason=UNKNOWN_CODE.format(code=code))

    def _agreeing(self, match: Match, code: str, name: str, cells: tuple[Any, ...]) -> Match:
        """A code that was mistyped would give the figures of one town to another."""
        district = name_in(_cell(cells, self.district))
        if match.territory is None or not contradicts(match.territory, name, district):
            return match
        owner = f"{OWNERS[match.territory.kind]} {match.territory.full_name}"
        return Match(reason=OF_ANOTHER.format(code=code, owner=owner, told=with_district(name, district)))

    def _by_name(self, name: str, cells: tuple[Any, ...]) -> Match:
        district, orp = name_in(_cell(cells, self.district)), name_in(_cell(cells, self.orp))
        kinds = [self.level] if self.level else LEVELS
        found = [one for kind in kinds for one in self.known.named(kind, name, district)]
        if orp and found:
            found = [one for one in found if one.orp is None or name_key(one.orp.name) == name_key(orp)]
        if len(found) == 1 and (district or self.level != Kind.MUNICIPALITY):
            return Match(found[0], by=NAME)
        place = ", ".join(filter(None, [district and f"okres {district}", orp and f"ORP {orp}"]))
        return self._unfound(f"{name} ({place})" if place else name, found if district else [])

    def _unfound(self, name: str, found: list[Territory]) -> Match:
        if not found:
            return Match(reason=UNKNOWN_NAME.format(name=name), by=NAME)
        there = ", ".join(f"{one.full_name}, kód {one.code or '–'}" for one in found)
        return Match(reason=SHARED_NAME.format(name=name, found=there), by=NAME)


def _cell(cells: tuple[Any, ...], position: int | None) -> Any:
    return cells[position] if position is not None and position < len(cells) else None

"""The territories of the database, found by code or by what tables call them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from plans.models import Territory

from .columns import LEVELS, Kind

# The capital is a municipality, a district and a region, each under its own variant of the name.
CAPITAL = "hlavní město praha"


@lru_cache(maxsize=16_384)
def name_key(name: str) -> str:
    """Names of regions come with the word and without it: Vysočina, Kraj Vysočina."""
    key = name.casefold()
    return "praha" if key == CAPITAL else key.removeprefix("okres ")


def region_key(name: str) -> str:
    return " ".join(word for word in name_key(name).split() if word != "kraj")


class KnownTerritories:
    """All that a public table may speak of, read at once."""

    def __init__(self):
        self.country: Territory | None = None
        self._by_code: dict[tuple[str, str], Territory] = {}
        self._by_name: dict[tuple[str, str, str], list[Territory]] = defaultdict(list)
        rows = {row.pk: row for row in Territory.objects.filter(kind__in=LEVELS)}
        for row in rows.values():
            # Joined by the database they would be 12 000 objects instead of the 300 that there are.
            row.parent, row.orp = rows.get(row.parent_id), rows.get(row.orp_id)
        self.add(rows.values())

    def add(self, territories: Iterable[Territory]):
        for territory in territories:
            if territory.kind == Kind.STATE:
                self.country = territory
            if territory.code:
                self._by_code[territory.kind, territory.code] = territory
            key = self._key(territory.kind, territory.name)
            self._by_name[territory.kind, key, ""].append(territory)
            if _lies_in_district(territory):
                self._by_name[territory.kind, key, name_key(territory.parent.name)].append(territory)

    def learn_codes(self, territories: Iterable[Territory]):
        """Of those known by name before."""
        self._by_code |= {(territory.kind, territory.code): territory for territory in territories}

    def by_code(self, kind: str, code: str) -> Territory | None:
        return self._by_code.get((kind, code))

    def with_code(self, code: str) -> list[Territory]:
        """Units of any level: a municipality and an ORP may have the same one."""
        found = (self._by_code.get((kind, code)) for kind in LEVELS)
        return [territory for territory in found if territory]

    def named(self, kind: str, name: str, district: str = "") -> list[Territory]:
        district = name_key(district) if kind == Kind.MUNICIPALITY else ""
        return self._by_name.get((kind, self._key(kind, name), district), [])

    def without_code(self, kind: str, name: str, district: str) -> list[Territory]:
        if kind == Kind.MUNICIPALITY and not district:
            return []
        return [territory for territory in self.named(kind, name, district) if not territory.code]

    @staticmethod
    def _key(kind: str, name: str) -> str:
        return region_key(name) if kind == Kind.REGION else name_key(name)


def _lies_in_district(territory: Territory) -> bool:
    parent = territory.parent
    return territory.kind == Kind.MUNICIPALITY and parent is not None and parent.kind == Kind.DISTRICT

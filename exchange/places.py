"""Territories of a plan: how they are named in it, and their rows."""

from collections.abc import Iterable

from django.db.models import Q

from plans.models import Territory

from .documents import MunicipalityDocument
from .ledger import Ledger

Kind = Territory.Kind


class Places:
    """The territories of one document, found or made; they are shared by plans, so nothing is rewritten."""

    def __init__(self, municipalities: Iterable[MunicipalityDocument], ledger: Ledger):
        municipalities = list(municipalities)
        self._ledger = ledger
        self._known = list(_territories_of(municipalities))
        self._by_name: dict[str, Territory] = {}
        for municipality in municipalities:
            self._take(municipality)

    def named(self, name: str) -> Territory:
        """The territory of a part of a value; only the country may be new here."""
        return self._by_name.get(name) or self._country(name)

    def _country(self, name: str) -> Territory:
        """There is only one, and a code list may call it otherwise."""
        known = next((row for row in self._known if row.kind == Kind.STATE), None)
        return known or self._find_or_make(Kind.STATE, name, None)

    def town(self, municipality: MunicipalityDocument) -> Territory:
        region = municipality.region and self._find_or_make(Kind.REGION, municipality.region, None)
        district = self._find_or_make(Kind.DISTRICT, municipality.district, region or None)
        return self._find_by_code(municipality) or self._find_or_make(
            municipality.kind, municipality.name, district, municipality.code
        )

    def _take(self, municipality: MunicipalityDocument):
        town = self.town(municipality)
        rows = (town, town.parent, town.parent.parent)
        self._by_name |= dict(zip(municipality.names, rows, strict=True))

    def _find_by_code(self, municipality: MunicipalityDocument) -> Territory | None:
        same_kind = (row for row in self._known if municipality.code and row.kind == municipality.kind)
        return next((row for row in same_kind if row.code == municipality.code), None)

    def _find_or_make(self, kind: Kind, name: str, parent: Territory | None, code: str = "") -> Territory:
        for row in self._known:
            if (row.kind, row.name) == (kind, name) and _agree(row.parent, parent) and _agree(row.code, code):
                return self._complete(row, parent, code)
        row = self._ledger.create(Territory(kind=kind, name=name, parent=parent, code=code))
        self._known.append(row)
        return row

    def _complete(self, row: Territory, parent: Territory | None, code: str) -> Territory:
        """A town first met among those that another plan covers had no code and its district no region."""
        if (parent and not row.parent) or (code and not row.code):
            row.parent, row.code = row.parent or parent, row.code or code
            row.save()
        return row


def _agree(one, other) -> bool:
    return not one or not other or one == other


def _territories_of(municipalities: list[MunicipalityDocument]):
    names = {municipality.name for municipality in municipalities}
    names |= {municipality.district for municipality in municipalities}
    names |= {municipality.region for municipality in municipalities}
    codes = {municipality.code for municipality in municipalities} - {""}
    named = Q(name__in=names) | Q(code__in=codes) | Q(kind=Kind.STATE)
    return Territory.objects.filter(named).select_related("parent__parent").order_by("pk")

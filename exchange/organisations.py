"""Organisations of a document, found by name or made; they are shared by all plans."""

from collections.abc import Iterable

from plans.models import Organisation

from .documents import Reference
from .ledger import Ledger


def organisations_named(references: Iterable[Reference], ledger: Ledger) -> dict[str, Organisation]:
    names = dict.fromkeys(reference.text for reference in references)
    known = {row.name: row for row in Organisation.objects.filter(name__in=names)} if names else {}
    new = {name: Organisation(name=name) for name in names if name not in known}
    ledger.create_all(Organisation, list(new.values()))
    return known | new

"""Definitions shared by towns: what a document says of them against itself, and their rows."""

from collections.abc import Iterator

from indicators.models import Aggregation, Definition, SeriesBreak
from indicators.models.definition import WEIGHT_IS_MISSING, WHOLE_OF_ITSELF

from .cells import unknown
from .documents import DefinitionDocument, PlanDocument
from .ledger import Ledger
from .problems import Problem


def definition_problems(document: PlanDocument) -> Iterator[Problem]:
    codes = [definition.code for definition in document.definitions if definition.code]
    for definition in document.definitions:
        if fault := _fault_of(definition, codes):
            yield Problem(definition.denominator.line if definition.denominator else definition.line, fault)
    for indicator in document.all_indicators():
        code = indicator.definition and indicator.definition.text
        if code and code not in codes:
            yield Problem(indicator.definition.line, _not_there(code, codes))


def _fault_of(definition: DefinitionDocument, codes: list[str]) -> str:
    if definition.denominator is None:
        return WEIGHT_IS_MISSING if definition.aggregation == Aggregation.WEIGHTED else ""
    whole = definition.denominator.text
    if whole not in codes:
        return _not_there(whole, codes)
    return WHOLE_OF_ITSELF if whole == definition.code else ""


def _not_there(code: str, codes: list[str]) -> str:
    return f"Definice „{code}“ v dokumentu není; {unknown(code, codes)}"


def save_definitions(document: PlanDocument, ledger: Ledger) -> dict[str, Definition]:
    """A definition belongs to all towns, so one that exists stays as it is."""
    codes = [definition.code for definition in document.definitions]
    known = {row.code: row for row in Definition.objects.filter(code__in=codes)} if codes else {}
    new = {one.code: _row(one) for one in document.definitions if one.code not in known}
    ledger.create_all(Definition, list(new.values()))
    _save_relations([one for one in document.definitions if one.code in new], known | new, ledger)
    return known | new


def _row(document: DefinitionDocument) -> Definition:
    """Without its whole, which may stand further down; an average is weighted as soon as it has one."""
    is_weighted = document.aggregation == Aggregation.WEIGHTED
    return Definition(
        code=document.code,
        name=document.name,
        unit=document.unit,
        method=document.method,
        aggregation=Aggregation.NONE if is_weighted else document.aggregation,
        counts_people=document.counts_people,
    )


def _save_relations(documents: list[DefinitionDocument], rows: dict[str, Definition], ledger: Ledger):
    related = [one for one in documents if one.denominator]
    for one in related:
        row = rows[one.code]
        row.denominator, row.aggregation = rows[one.denominator.text], one.aggregation
    if related:
        Definition.objects.bulk_update([rows[one.code] for one in related], ["denominator", "aggregation"])
    breaks = [
        SeriesBreak(definition=rows[one.code], year=cut.year, reason=cut.reason)
        for one in documents
        for cut in one.breaks
    ]
    ledger.create_all(SeriesBreak, breaks)

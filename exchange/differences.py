"""An indicator that is a difference names its two terms among the indicators beside it."""

from collections.abc import Iterator, Sequence

from indicators.models import Indicator

from .cells import unknown
from .documents import IndicatorDocument, PlanDocument, Reference
from .ledger import Ledger
from .problems import Problem

IndicatorRows = Sequence[tuple[IndicatorDocument, Indicator]]
TERMS = ("minuend", "subtrahend")

TERMS_WANTED = "Rozdíl má právě dva indikátory: od čeho a co se odečítá."
OF_ITSELF = "Indikátor nemůže být rozdílem, ve kterém sám je."


def difference_problems(document: PlanDocument) -> Iterator[Problem]:
    for siblings in document.indicator_lists():
        for indicator in siblings:
            yield from _faults(indicator, siblings)


def _faults(indicator: IndicatorDocument, siblings: Sequence[IndicatorDocument]) -> Iterator[Problem]:
    if indicator.difference and len(indicator.difference) != len(TERMS):
        yield Problem(indicator.difference[0].line, TERMS_WANTED)
    for term in indicator.difference:
        if term.text == indicator.name:
            yield Problem(term.line, OF_ITSELF)
        else:
            yield from _unresolved(term, [sibling.name for sibling in siblings if sibling.name])


def _unresolved(term: Reference, names: list[str]) -> Iterator[Problem]:
    if term.text not in names:
        fault = f"Indikátor „{term.text}“ na stejném místě plánu není; {unknown(term.text, names)}"
        yield Problem(term.line, fault)
    elif names.count(term.text) > 1:
        yield Problem(term.line, f"Indikátor „{term.text}“ je na stejném místě plánu víckrát.")


def save_differences(rows: IndicatorRows, ledger: Ledger):
    """After all indicators have their rows, since each term is one of them."""
    own = {(owner_of(row), row.name): row for _, row in rows}
    pairs = [(row, _wish(indicator, row, own)) for indicator, row in rows]
    ledger.relate(Indicator, pairs, TERMS)


def _wish(document: IndicatorDocument, row: Indicator, rows: dict[tuple, Indicator]) -> Indicator:
    terms = [rows[owner_of(row), term.text] for term in document.difference]
    return Indicator(**dict(zip(TERMS, terms, strict=False)))


def owner_of(row: Indicator) -> tuple[int | None, ...]:
    return row.area_id, row.goal_id, row.measure_id

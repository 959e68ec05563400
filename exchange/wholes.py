"""A share may name the indicator that is its whole: a sibling, or the only one of that name in the plan."""

from collections.abc import Iterator, Sequence

from indicators.models import Indicator, ValueKind
from indicators.models.indicator import WHOLE_IN_CHAIN, WHOLE_OF_COUNT_SHARE, WHOLE_OF_ITSELF

from .cells import unknown
from .differences import IndicatorRows, owner_of
from .documents import IndicatorDocument, PlanDocument
from .ledger import Ledger
from .problems import Problem

MISSING = "Indikátor „{name}“ v plánu není; {advice}"
NOT_ONE = "Indikátorů „{name}“ je v plánu víc a není jasné, který je celkem."


def whole_problems(document: PlanDocument) -> Iterator[Problem]:
    everywhere = [one for one in document.all_indicators() if one.name]
    for siblings in document.indicator_lists():
        named = [one for one in siblings if one.name]
        for indicator in siblings:
            if indicator.share_of and (fault := _fault(indicator, named, everywhere)):
                yield Problem(indicator.share_of.line, fault)


def _fault(indicator: IndicatorDocument, *places: Sequence[IndicatorDocument]) -> str:
    name = indicator.share_of.text
    if name == indicator.name:
        return WHOLE_OF_ITSELF
    if indicator.kind != ValueKind.COUNT_SHARE:
        return WHOLE_OF_COUNT_SHARE
    found = _meant(name, *places)
    if not found:
        return MISSING.format(name=name, advice=unknown(name, [one.name for one in places[-1]]))
    if len(found) > 1:
        return NOT_ONE.format(name=name)
    return WHOLE_IN_CHAIN if found[0].share_of else ""


def _meant(name: str, *places: Sequence) -> list:
    """Those of the name in the first place that has any."""
    found = ([one for one in place if one.name == name] for place in places)
    return next(filter(None, found), [])


def save_wholes(rows: IndicatorRows, ledger: Ledger):
    """After all indicators have their rows, since the whole is one of them."""
    everywhere = [row for _, row in rows]
    pairs = [(row, _wish(indicator, row, everywhere)) for indicator, row in rows]
    ledger.relate(Indicator, pairs, ["denominator"])


def _wish(document: IndicatorDocument, row: Indicator, everywhere: list[Indicator]) -> Indicator:
    if not document.share_of:
        return Indicator()
    siblings = [one for one in everywhere if owner_of(one) == owner_of(row)]
    return Indicator(denominator=_meant(document.share_of.text, siblings, everywhere)[0])

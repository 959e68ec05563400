"""How many of what a set of periods has, counted in one question that groups instead of asking row by row."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from django.db.models import CharField, Count, F, QuerySet
from django.db.models import Value as Constant
from django.db.models.functions import Cast

from .completeness import INDICATORS, MEASURES, STATUSES, VALUES, Counted

INDICATOR, MEASURE, VALUE, STATUS = "indicator", "measure", "value", "status"
NO_WORD = Constant("")
COUNTED = {
    INDICATOR: (INDICATORS, NO_WORD),
    MEASURE: (MEASURES, NO_WORD),
    VALUE: (VALUES, F("missing_reason")),
    STATUS: (STATUSES, F("status")),
}


def tallies(pks: list[int]) -> dict[int, dict[str, Counter]]:
    """By period: how many indicators and measures there are, values by reason, measures by status."""
    branches = [branch for what, of in COUNTED.items() for branch in _branches(what, *of, pks)]
    found = defaultdict(lambda: defaultdict(Counter))
    for what, period, word, count in branches[0].union(*branches[1:], all=True):
        found[period][what][word] += count
    return found


def _branches(what: str, counted: Counted, word, pks: list[int]) -> Iterator[QuerySet]:
    """What there is, and with the opposite sign what is retired."""
    signed = [(counted.of(pks), Count("*")), *((rows, -Count("*")) for rows in counted.retired(pks))]
    for rows, number in signed:
        groups = rows.annotate(what=Constant(what, CharField()), word=Cast(word, CharField()), n=number)
        yield groups.values_list("what", counted.period, "word", "n")

"""How many of what a set of periods has, counted in one question that groups instead of asking row by row."""

from collections import Counter, defaultdict

from django.db.models import CharField, Count, F, QuerySet
from django.db.models import Value as Constant
from django.db.models.functions import Cast

from plans.models import Evaluation, Measure, still_used

from .completeness import expected, retired_measure, said

INDICATOR, MEASURE, VALUE, STATUS = "indicator", "measure", "value", "status"


def tallies(pks: list[int]) -> dict[int, dict[str, Counter]]:
    """By period: how many indicators and measures there are, values by reason, measures by status."""
    measures = Measure.objects.filter(goal__area__plan__periods__in=pks)
    measures = measures.alias(start=F("goal__area__plan__periods__start")).filter(still_used(F("start")))
    stated = Evaluation.objects.filter(period__in=pks, goal=None).alias(start=F("period__start"))
    branches = [
        _branch(INDICATOR, expected(plan__periods__in=pks), "plan__periods", Constant("")),
        _branch(MEASURE, measures, "goal__area__plan__periods", Constant("")),
        _branch(VALUE, said(period__in=pks), "period", F("missing_reason")),
        _branch(STATUS, stated.filter(~retired_measure("measure")), "period", F("status")),
    ]
    found = defaultdict(lambda: defaultdict(Counter))
    for what, period, word, count in branches[0].union(*branches[1:], all=True):
        found[period][what][word] = count
    return found


def _branch(what: str, rows: QuerySet, period: str, word) -> QuerySet:
    texts = {"what": Constant(what, CharField()), "word": Cast(word, CharField())}
    groups = rows.order_by().values(period, **texts)
    return groups.annotate(n=Count("pk")).values_list("what", period, "word", "n")

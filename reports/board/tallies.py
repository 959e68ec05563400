"""How many of what a set of periods has, counted in one question that groups instead of asking row by row."""

from collections import Counter, defaultdict

from django.db.models import CharField, Count, F, Q, QuerySet
from django.db.models import Value as Constant
from django.db.models.functions import Cast

from indicators.models import Value
from plans.models import Evaluation, ReportingPeriod, still_used

START = F("period__start")
INDICATOR, MEASURE, VALUE, STATUS = "indicator", "measure", "value", "status"
MEASURES = "plan__areas__goals__measures"


def tallies(pks: list[int]) -> dict[int, dict[str, Counter]]:
    """By period: how many indicators and measures there are, values by reason, measures by status."""
    periods = ReportingPeriod.objects.filter(pk__in=pks)
    in_use = still_used(F("start"), "plan__indicators__") & still_used(
        F("start"), "plan__indicators__measure__"
    )
    values = Value.objects.filter(period__in=pks)
    values = values.filter(still_used(START, "indicator__"), still_used(START, "indicator__measure__"))
    stated = Evaluation.objects.filter(still_used(START, "measure__"), period__in=pks, goal=None)
    branches = [
        _branch(INDICATOR, periods, "pk", Constant(""), Count("plan__indicators", filter=in_use)),
        _branch(MEASURE, periods, "pk", Constant(""), Count(MEASURES, filter=_measure_in_use())),
        _branch(VALUE, values, "period", F("missing_reason"), Count("pk")),
        _branch(STATUS, stated, "period", F("status"), Count("pk")),
    ]
    found = defaultdict(lambda: defaultdict(Counter))
    for what, period, word, count in branches[0].union(*branches[1:], all=True):
        found[period][what][word] = count
    return found


def _measure_in_use() -> Q:
    return still_used(F("start"), f"{MEASURES}__")


def _branch(what: str, rows: QuerySet, period: str, word, count: Count) -> QuerySet:
    texts = {"what": Constant(what, CharField()), "word": Cast(word, CharField())}
    groups = rows.order_by().values(period, **texts)
    return groups.annotate(n=count).values_list("what", period, "word", "n")

"""Which indicators a period expects and which have a value, asked so that nothing is read twice.

Little is ever retired, so it is looked up on its own; a join would read the indicators and measures of all
towns. The rows asked about have an alias `start`, that of their period.
"""

from django.db.models import Count, Exists, F, FloatField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce, NullIf
from django.db.models.lookups import GreaterThan

from indicators.models import Indicator, Value
from plans.models import Measure, still_used


def expected(**periods) -> QuerySet[Indicator]:
    """Indicators in use, once for each of the periods: `expected(plan__periods__in=pks)`."""
    indicators = Indicator.objects.filter(**periods).alias(start=F("plan__periods__start"))
    return indicators.filter(still_used(F("start")), ~retired_measure("measure"))


def said(**periods) -> QuerySet[Value]:
    """Values and reasons of indicators that are expected: `said(period__in=pks)`."""
    start = OuterRef("start")
    itself = _retired(Indicator.objects).filter(retired_on__lt=start)
    below = Indicator.objects.filter(measure__in=_retired(Measure.objects), measure__retired_on__lt=start)
    values = Value.objects.filter(**periods).alias(start=F("period__start"))
    not_used = (Exists(rows.filter(pk=OuterRef("indicator"))) for rows in (itself, below))
    return values.filter(~next(not_used), ~next(not_used))


def retired_measure(path: str) -> Exists:
    """Was the measure to which `path` leads retired before the start?"""
    return Exists(_retired(Measure.objects).filter(pk=OuterRef(path), retired_on__lt=OuterRef("start")))


def _retired(rows) -> QuerySet:
    # It follows from the day that is compared, but only this is the condition of an index.
    return rows.filter(retired_on__isnull=False)


def share_done() -> Cast:
    """The share of values that are there or have a reason, of the period around."""
    return Cast(_said_count(), FloatField()) / NullIf(_expected_count(), 0)


def something_missing() -> GreaterThan:
    return GreaterThan(_expected_count(), _said_count())


def nothing_said() -> Q:
    return ~Q(Exists(Value.objects.filter(period=OuterRef("pk"))))


def _expected_count() -> Coalesce:
    return _count(expected(plan__periods=OuterRef("pk")).order_by().values("plan__periods"))


def _said_count() -> Coalesce:
    return _count(said(period=OuterRef("pk")).order_by().values("period"))


def _count(groups: QuerySet) -> Coalesce:
    # Keys would have to be fetched from the table; rows are counted in the index alone.
    return Coalesce(Subquery(groups.annotate(n=Count("*")).values("n")), 0)

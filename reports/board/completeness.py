"""Which indicators a period expects and which have a value, asked so that nothing is read twice.

Whether a measure is retired is looked up by its key; a join would read the measures of all towns for each.
"""

from django.db.models import Avg, Case, Exists, FloatField, OuterRef, Q, Subquery, When

from indicators.models import Indicator, Value
from plans.models import Measure, still_used


def share_done() -> Subquery:
    """The share of values that are there or have a reason, of the period around."""
    is_said = Case(When(Exists(_said()), then=1.0), default=0.0, output_field=FloatField())
    groups = _expected().order_by().values("plan")
    return Subquery(groups.annotate(share=Avg(is_said)).values("share"))


def something_missing() -> Exists:
    """Stops at the first indicator without a value."""
    return Exists(_expected().exclude(Exists(_said())))


def nothing_said() -> Q:
    return ~Q(Exists(Value.objects.filter(period=OuterRef("pk"))))


def _expected():
    retired = Measure.objects.filter(pk=OuterRef("measure"), retired_on__lt=OuterRef(OuterRef("start")))
    own = Indicator.objects.filter(still_used(OuterRef("start")), plan=OuterRef("plan"))
    return own.exclude(Exists(retired))


def _said():
    return Value.objects.filter(indicator=OuterRef("pk"), period=OuterRef(OuterRef("pk")))

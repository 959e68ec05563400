"""How far the collection of many periods is, counted by the database in one question."""

from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from plans.models import ReportingPeriod

from .bands import Progress
from .models import Indicator, Value


def with_progress(periods):
    """Add `total`, `filled`, `reasoned` and `missing` counts of values to a queryset of periods."""
    total = Indicator.objects.filter(plan=OuterRef("plan")).order_by().values("plan").annotate(n=Count("pk"))
    own = Value.objects.filter(period=OuterRef("pk")).order_by().values("period")
    filled = own.annotate(n=Count("pk", filter=Q(missing_reason="")))
    reasoned = own.annotate(n=Count("pk", filter=~Q(missing_reason="")))
    counted = periods.annotate(total=_count(total), filled=_count(filled), reasoned=_count(reasoned))
    return counted.annotate(missing=F("total") - F("filled") - F("reasoned"))


def _count(groups):
    return Coalesce(Subquery(groups.values("n")), 0)


@dataclass
class DuePeriod:
    period: ReportingPeriod
    progress: Progress


def periods_due(plans) -> list[DuePeriod]:
    """Open periods of these plans with their progress, the nearest deadline first."""
    periods = (
        ReportingPeriod.objects.filter(plan__in=plans).due().select_related("plan__municipality__parent")
    )
    return [
        DuePeriod(period, Progress(period.filled, period.reasoned, period.missing))
        for period in with_progress(periods)
    ]

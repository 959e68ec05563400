"""How far the collection of many periods is, counted by the database in one question."""

from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from plans.models import Evaluation, Measure, ReportingPeriod, still_used

from .bands import Progress
from .models import Indicator, Value


@dataclass
class PeriodProgress:
    """A period with its values and with its measures that have a status."""

    period: ReportingPeriod
    values: Progress
    measures: int
    evaluated: int


def with_counts(periods, own=None):
    """Add `total`, `filled`, `reasoned`, `measures` and `evaluated` to a queryset of periods.

    With own measures only these and the indicators below them are counted.
    """
    start = OuterRef("start")
    of_plan = Indicator.objects.in_use(start).filter(plan=OuterRef("plan")).order_by().values("plan")
    values = Value.objects.filter(still_used(start, "indicator__"), still_used(start, "indicator__measure__"))
    values = values.filter(period=OuterRef("pk")).order_by().values("period")
    measures = Measure.objects.in_use(start).filter(goal__area__plan=OuterRef("plan"))
    measures = measures.order_by().values("goal__area__plan")
    evaluated = Evaluation.objects.with_status().filter(still_used(start, "measure__"))
    evaluated = evaluated.filter(period=OuterRef("pk"), goal=None).order_by()
    if own is not None:
        of_plan, values = of_plan.filter(measure__in=own), values.filter(indicator__measure__in=own)
        measures, evaluated = measures.filter(pk__in=own), evaluated.filter(measure__in=own)
    return periods.annotate(
        total=_count(of_plan),
        filled=_count(values, Q(missing_reason="")),
        reasoned=_count(values, ~Q(missing_reason="")),
        measures=_count(measures),
        evaluated=_count(evaluated.values("period")),
    )


def _count(groups, condition=None):
    return Coalesce(Subquery(groups.annotate(n=Count("pk", filter=condition)).values("n")), 0)


def open_periods(plans, own=None) -> list[PeriodProgress]:
    """Open periods of these plans with their progress, or that of the own measures; the nearest first."""
    periods = (
        ReportingPeriod.objects.open().filter(plan__in=plans).select_related("plan__municipality__parent")
    )
    by_deadline = with_counts(periods, own).order_by(F("due_on").asc(nulls_last=True), "pk")
    return [_progress(period) for period in by_deadline]


def _progress(period: ReportingPeriod) -> PeriodProgress:
    missing = period.total - period.filled - period.reasoned
    values = Progress(period.filled, period.reasoned, missing)
    return PeriodProgress(period, values, period.measures, period.evaluated)

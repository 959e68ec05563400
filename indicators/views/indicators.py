from dataclasses import dataclass

from django.shortcuts import get_object_or_404, render

from indicators.bands import Row
from indicators.baselines import join_baseline_changes
from indicators.models import Indicator, Value
from indicators.series import read_row
from indicators.targets import promises_of
from plans.access import plan_to_read
from plans.models import Plan, ReportingPeriod


@dataclass(frozen=True)
class Moment:
    """One period with what the indicator was in it."""

    period: ReportingPeriod
    value: Value | None


def indicator(request, plan_slug, pk):
    """One indicator: what it is, what was promised and how it went."""
    plan = plan_to_read(request.user, plan_slug)
    related = ("definition", "minuend", "subtrahend", "denominator")
    visible = Indicator.objects.visible_in(plan, request.user).with_levels().select_related(*related)
    one = get_object_or_404(visible, pk=pk)
    row = read_row(one, plan)
    join_baseline_changes([row])
    context = {
        "plan": plan,
        "period": plan.newest_period,
        "tab": "tree",
        "indicator": one,
        "row": row,
        "moments": _moments(plan, row),
        "promises": promises_of(one),
    }
    return render(request, "indicators/indicator.html", context)


def _moments(plan: Plan, row: Row) -> list[Moment]:
    """Periods that may have a value; one that began after it was retired has none."""
    retired_on = row.indicator.retired_on
    return [
        Moment(period, row.values.get(period.pk))
        for period in plan.periods.all()
        if retired_on is None or period.start <= retired_on or period.pk in row.values
    ]

from datetime import date

from django.shortcuts import render

from indicators.grid import read_grid
from indicators.progress import periods_due
from plans.access import period_of, plan_to_read
from plans.models import Plan


def overview(request):
    """My overview: what is due, the nearest deadline first; and all plans one may open."""
    plans = Plan.objects.visible_to(request.user)
    editable = Plan.objects.editable_by(request.user)
    due = periods_due(editable)
    watched = periods_due(plans.exclude(pk__in=editable.values("pk")))
    context = {"due": due, "watched": watched, "plans": plans.with_town(), "today": date.today()}
    return render(request, "indicators/overview.html", context)


def period_overview(request, plan_slug, period_slug):
    """One period: how much is done by area and what is missing."""
    plan = plan_to_read(request.user, plan_slug)
    period = period_of(plan, period_slug)
    grid = read_grid(plan, period)
    missing = [measure for measure in grid.measures if not measure.is_evaluated]
    context = {"plan": plan, "period": period, "tab": "overview", "grid": grid, "unevaluated": missing}
    return render(request, "indicators/period.html", context | {"today": date.today()})

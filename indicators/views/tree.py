from django.http import Http404
from django.shortcuts import render

from indicators.grid import read_grid
from plans.access import period_of, plan_to_read


def plan_tree(request, plan_slug, period_slug=None):
    """Areas, goals and measures with statuses and latest values; without a period the newest one."""
    plan = plan_to_read(request.user, plan_slug)
    period = period_of(plan, period_slug) if period_slug else plan.newest_period
    if period is None:
        raise Http404("Plán ještě nemá žádné období.")
    grid = read_grid(plan, period)
    return render(
        request, "indicators/tree.html", {"plan": plan, "period": period, "tab": "tree", "grid": grid}
    )

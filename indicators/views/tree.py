from django.shortcuts import render

from indicators.grid import load_implementers, read_grid
from plans.access import period_of, plan_to_read


def plan_tree(request, plan_slug, period_slug=None):
    """Areas, goals and measures with statuses and latest values; without a period the newest one."""
    plan = plan_to_read(request.user, plan_slug)
    period = period_of(plan, period_slug) if period_slug else plan.newest_period
    context = {"plan": plan, "period": period, "tab": "tree"}
    if period is None:
        # A register may know a plan of which only the approval was published.
        approvals = plan.approvals.select_related("territory")
        return render(request, "indicators/registered_plan.html", context | {"approvals": approvals})
    grid = read_grid(plan, period, request.user)
    load_implementers(grid)
    return render(request, "indicators/tree.html", context | {"grid": grid})

from django.shortcuts import render

from indicators.grid import read_grid
from plans.access import period_of, plan_to_read


def context_indicators(request, plan_slug, period_slug):
    """The town's environment in numbers: baseline, earlier periods and this one side by side."""
    plan = plan_to_read(request.user, plan_slug)
    period = period_of(plan, period_slug)
    grid = read_grid(plan, period, request.user, with_series=True)
    areas = [area for area in grid.areas if area.context]
    # The plan's own table comes first, then the areas in the order of the context chapter.
    areas.sort(key=lambda band: band.area.context_position if band.area else -1)
    context = {"plan": plan, "period": period, "tab": "context", "grid": grid, "areas": areas}
    return render(request, "indicators/context.html", context)

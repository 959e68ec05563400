from django.shortcuts import render

from plans.access import plan_to_read


def plan_projects(request, plan_slug):
    """Projects that carry the plan out, with the total of those whose money counts."""
    plan = plan_to_read(request.user, plan_slug)
    projects = plan.projects.select_related("area", "call__programme")
    projects = projects.prefetch_related("recipients", "measures")
    context = {"plan": plan, "period": plan.newest_period, "tab": "projects", "projects": projects}
    return render(request, "projects/plan.html", context | {"total": projects.total_amount()})

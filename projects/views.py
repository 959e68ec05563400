from django.shortcuts import render

from plans.access import plan_to_read


def plan_projects(request, plan_slug):
    """Projects that carry the plan out, with the total of those whose money counts."""
    plan = plan_to_read(request.user, plan_slug)
    projects = plan.projects.select_related("area", "call__programme")
    projects = projects.prefetch_related("recipients", "measures")
    context = {"plan": plan, "period": plan.newest_period, "tab": "projects", "projects": projects}
    context |= {"total": projects.total_amount(), "begun": None}
    if plan.planned_funding and plan.valid_from and plan.valid_to:
        context["begun"] = plan.projects.begun_under(plan).total_amount()
    return render(request, "projects/plan.html", context)

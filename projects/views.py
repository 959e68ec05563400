from django.db.models import Prefetch
from django.shortcuts import render

from plans.access import plan_to_read
from plans.models import Measure

from .models import Project


def plan_projects(request, plan_slug):
    """Projects that carry the plan out, with the total of those whose money counts."""
    plan = plan_to_read(request.user, plan_slug)
    measures = Prefetch("measures", Measure.objects.visible_to(request.user))
    projects = Project.objects.visible_to(request.user).filter(plan=plan)
    projects = projects.select_related("area", "call__programme").prefetch_related("recipients", measures)
    context = {"plan": plan, "period": plan.newest_period, "tab": "projects", "projects": projects}
    context |= {"total": projects.total_amount(), "begun": None}
    # The plan's funding beside a part of its projects would say something untrue.
    if plan.is_seen_whole and plan.planned_funding and plan.valid_from and plan.valid_to:
        context["begun"] = plan.projects.begun_under(plan).total_amount()
    return render(request, "projects/plan.html", context)

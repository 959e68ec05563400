from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render

from indicators.indicator_forms import IndicatorForm
from indicators.models import Indicator, Role
from plans.access import plan_to_edit
from plans.models import Goal, Measure, Plan, PriorityArea

# What is counted at a level most often; the form offers it first.
USUAL_ROLES = {"": Role.CONTEXT, "area": Role.IMPACT, "goal": Role.IMPACT, "measure": Role.OUTPUT}


def add_indicator(request, plan_slug, level="", pk=None):
    """A new indicator of the plan as a whole, of an area, a goal or a measure."""
    plan = plan_to_edit(request.user, plan_slug)
    asked = request.GET.get("role")
    indicator = Indicator(plan=plan, role=asked if asked in Role.values else USUAL_ROLES[level])
    if level:
        setattr(indicator, level, get_object_or_404(_levels(plan)[level], pk=pk))
    return _form_page(request, plan, indicator)


@transaction.atomic
def edit_indicator(request, plan_slug, pk):
    """Two people saving the same indicator take turns and miss no change of each other."""
    plan = plan_to_edit(request.user, plan_slug)
    locked = plan.indicators.select_for_update(of=("self",))
    return _form_page(request, plan, get_object_or_404(locked, pk=pk))


def _levels(plan: Plan):
    return {
        "area": PriorityArea.objects.filter(plan=plan),
        "goal": Goal.objects.filter(area__plan=plan),
        "measure": Measure.objects.filter(goal__area__plan=plan),
    }


def _form_page(request, plan: Plan, indicator: Indicator):
    title = indicator.name if indicator.pk else "Nový indikátor"
    form = IndicatorForm(indicator, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        saved = form.save(by=request.user)
        messages.success(request, "Indikátor je uložený.")
        return redirect("indicators:indicator", plan.slug, saved.pk)
    context = {
        "plan": plan,
        "period": plan.newest_period,
        "tab": "tree",
        "indicator": indicator,
        "title": title,
        "form": form,
    }
    return render(request, "indicators/indicator_form.html", context, status=422 if form.errors else 200)

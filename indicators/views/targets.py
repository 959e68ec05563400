from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from indicators.models import Target
from indicators.target_forms import TargetForm
from indicators.targets import ALREADY_REVISED, ALREADY_SET, promises_of
from plans.access import plan_to_edit


def revise(request, plan_slug, pk):
    """A new target in place of an old one, which stays readable."""
    plan = plan_to_edit(request.user, plan_slug)
    targets = Target.objects.select_related("indicator", "replaced_by")
    target = get_object_or_404(targets, pk=pk, indicator__plan=plan)
    newer = getattr(target, "replaced_by", None)
    form = TargetForm(target, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and (revised := form.save(by=request.user)):
        messages.success(request, "Nová cílová hodnota je uložená, původní zůstává v historii.")
        return redirect("indicators:revise_target", plan.slug, revised.pk)
    return _page(request, plan, form, newer, ALREADY_REVISED)


def add(request, plan_slug, pk):
    """The first target of an indicator; a further one only ever replaces it."""
    plan = plan_to_edit(request.user, plan_slug)
    indicator = get_object_or_404(plan.indicators, pk=pk)
    form = TargetForm(Target(indicator=indicator), request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and form.save(by=request.user):
        messages.success(request, "Cílová hodnota je uložená.")
        return redirect("indicators:indicator", plan.slug, indicator.pk)
    return _page(request, plan, form, indicator.targets.current().first(), ALREADY_SET)


def _page(request, plan, form: TargetForm, newer: Target | None, explanation: str):
    """The form, or instead of it the way to the target that holds."""
    context = {
        "plan": plan,
        "period": plan.newest_period,
        "tab": "tree",
        "target": form.target,
        "form": form,
        "newer": newer,
        "notice": explanation if newer and not form.is_bound else "",
        "promises": promises_of(form.target.indicator),
    }
    return render(request, "indicators/target.html", context, status=422 if form.errors else 200)

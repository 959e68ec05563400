from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from indicators.models import Target
from indicators.target_forms import TargetForm
from indicators.targets import ALREADY_REVISED, promises_of
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
    context = {
        "plan": plan,
        "period": plan.newest_period,
        "tab": "values",
        "target": target,
        "form": form,
        "newer": newer,
        "notice": ALREADY_REVISED if newer and not form.is_bound else "",
        "promises": promises_of(target.indicator),
    }
    return render(request, "indicators/revise_target.html", context, status=422 if form.errors else 200)

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render

from indicators.baseline_forms import BaselineForm
from indicators.baselines import join_baseline_changes
from indicators.models import Indicator
from indicators.series import join_whole, read_row
from plans.access import plan_to_edit


def baseline(request, plan_slug, pk):
    """Where the indicator started; the lock of a period does not concern it."""
    plan = plan_to_edit(request.user, plan_slug)
    indicator = get_object_or_404(plan.indicators.with_levels(), pk=pk)
    if request.method != "POST":
        return _page(request, plan, BaselineForm(_row(indicator, plan)))
    with transaction.atomic():
        # People saving the same baseline take turns and miss no change of each other.
        Indicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)
        form = BaselineForm(_row(indicator, plan), request.POST)
        is_valid = form.is_valid()
        if is_valid and form.is_touched:
            form.save(by=request.user)
    if not is_valid:
        return _page(request, plan, form, status=422)
    saved = "Počáteční hodnota je uložená." if form.is_touched else "Nic se nezměnilo, není co ukládat."
    messages.success(request, saved)
    return redirect("indicators:indicator", plan.slug, indicator.pk)


def _row(indicator, plan):
    row = read_row(indicator, plan)
    join_whole(row)
    return row


def _page(request, plan, form: BaselineForm, status=200):
    join_baseline_changes([form.row])
    context = {
        "plan": plan,
        "period": plan.newest_period,
        "tab": "tree",
        "indicator": form.row.indicator,
        "row": form.row,
        "form": form,
    }
    return render(request, "indicators/baseline.html", context, status=status)

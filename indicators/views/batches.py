from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from indicators.batches import lines_of, undo_batch
from indicators.grid import read_grid
from indicators.models import Batch
from plans.access import period_of, plan_to_fill

from .values import lock_open

NOT_REVOCABLE = "Tohle už vrátit nejde: buď už to někdo vrátil, nebo se období mezitím odeslalo."


def batch(request, plan_slug, period_slug, pk):
    """What one click has written; a POST takes it back."""
    plan = plan_to_fill(request.user, plan_slug)
    period = period_of(plan, period_slug)
    if request.method == "POST":
        return _undo(request, plan, period, pk)
    found = _batch_of(request.user, plan, period, pk)
    lines = lines_of(found, read_grid(plan, period, request.user))
    context = {
        "plan": plan,
        "period": period,
        "tab": "values",
        "batch": found,
        "lines": [line for line in lines if line.is_undone or not found.undone_at],
        "kept": [line for line in lines if found.undone_at and not line.is_undone],
        "left_behind": found.left_behind.splitlines(),
    }
    return render(request, "indicators/batch.html", context)


def _undo(request, plan, period, pk):
    with transaction.atomic():
        period = lock_open(plan, period)
        found = _batch_of(request.user, plan, period, pk)
        if not found.is_revocable:
            raise PermissionDenied(NOT_REVOCABLE)
        undo_batch(found, read_grid(plan, period, request.user), request.user)
    return redirect("indicators:batch", plan.slug, period.slug, pk)


def _batch_of(user, plan, period, pk) -> Batch:
    """The coordinator takes back anything, others what they have written themselves."""
    found = get_object_or_404(period.batches.select_related("made_by", "undone_by"), pk=pk)
    if not plan.is_editable and found.made_by_id != user.pk:
        raise Http404
    return found

import re

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render

from czech.plurals import counted
from indicators.filters import Selection
from indicators.forms import GridForm
from indicators.grid import read_grid
from indicators.sections import lay_out
from plans.access import period_of, plan_to_fill, plan_to_read
from plans.models import Plan, ReportingPeriod

LOCKED_CELL = "Tato hodnota je zamčená, konzultant vrátil k opravě jen některé."
LOCKED = "Období je odevzdané nebo schválené, hodnoty teď nejde měnit."


def values(request, plan_slug, period_slug):
    """The grid of a period's values: fields for those who may edit an open period, text for others."""
    if request.method == "POST":
        return _save(request, plan_slug, period_slug)
    plan = plan_to_read(request.user, plan_slug)
    period = period_of(plan, period_slug)
    return _page(request, GridForm.shown(read_grid(plan, period, request.user)))


def _save(request, plan_slug, period_slug):
    plan = plan_to_fill(request.user, plan_slug)
    period = period_of(plan, period_slug)
    with transaction.atomic():
        period = lock_open(plan, period)
        form = GridForm.posted(read_grid(plan, period, request.user), request.POST)
        _refuse_foreign(form, request.POST)
        if form.locked:
            raise PermissionDenied(LOCKED_CELL)
        is_valid = form.is_valid()
        saved = form.save(by=request.user) if is_valid else 0
    # Nobody waits for the page of somebody else's mistakes.
    if not is_valid:
        return _page(request, form, status=422)
    messages.success(request, _saved_text(saved))
    return redirect(request.get_full_path())


def lock_open(plan: Plan, period: ReportingPeriod) -> ReportingPeriod:
    """The period as it is once it is our turn: people saving the same period miss no change of each other."""
    # Read again, because whoever was before us may have submitted it.
    period = plan.periods.select_for_update().get(pk=period.pk)
    if not period.is_open:
        raise PermissionDenied(LOCKED)
    return period


def _refuse_foreign(form: GridForm, data):
    """An indicator of another plan in the posted names is an attempt to write where one may not.

    One of this plan that was retired since the page was made must not cost people the rest of it.
    """
    posted = {int(found[1]) for name in data if (found := re.match(r"v([0-9]{1,18})-", name))}
    unknown = posted - form.forms.keys()
    if unknown and form.grid.plan.indicators.retired_with_measure(unknown).count() < len(unknown):
        raise Http404


def _saved_text(saved: int) -> str:
    if not saved:
        return "Nic se nezměnilo, není co ukládat."
    return f"Uloženo: {counted(saved, 'hodnota', 'hodnoty', 'hodnoty', 'hodnot')}."


def _page(request, form: GridForm, status=200):
    grid = form.grid
    selection = Selection.asked(form, request.user, request.GET)
    areas = lay_out(grid, shows=selection.shows, dress=lambda row: form.forms[row.indicator.pk])
    context = {
        "plan": grid.plan,
        "period": grid.period,
        "tab": "values",
        "grid": grid,
        "form": form,
        "areas": areas,
        "selection": selection,
        "tabs": selection.tabs(areas),
        "first_missing": selection.first_missing(areas),
        "is_editable": (grid.plan.is_editable or grid.plan.is_filled_in_part) and grid.period.is_open,
    }
    return render(request, "indicators/values.html", context, status=status)

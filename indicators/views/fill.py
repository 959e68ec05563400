"""One reason, period or source for a measure, an area or ticked rows, shown before it is written."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render

from indicators.bands import Grid, Row
from indicators.batches import latest_batch, write_batch
from indicators.filling import FillForm, Filling, filling_of
from indicators.grid import read_grid
from indicators.models import Batch
from plans.access import period_of, plan_to_fill

from .paste import CHANGED
from .values import LOCKED, lock_open

WHOLE = "celý plán"


def fill(request, plan_slug, period_slug):
    """The rows with what would be written to them; the last button writes exactly that."""
    plan = plan_to_fill(request.user, plan_slug)
    period = period_of(plan, period_slug)
    if request.method != "POST":
        return _page(request, plan, period, FillForm(), _filling(request, plan, period))
    if not period.is_open:
        raise PermissionDenied(LOCKED)
    form = FillForm(request.POST)
    if not form.is_valid():
        filling = _filling(request, plan, period)
        return _page(request, plan, period, form, filling, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if "write" in request.POST:
        return _write(request, plan, period, form)
    return _page(request, plan, period, form, _filling(request, plan, period, form.cleaned_data))


def _write(request, plan, period, form):
    with transaction.atomic():
        period = lock_open(plan, period)
        filling = _filling(request, plan, period, form.cleaned_data)
        is_as_shown = filling.written and filling.mark == request.POST.get("shown")
        if is_as_shown:
            batch = write_batch(period, Batch.Kind.FILL, filling.written, request.user)
    if not is_as_shown:
        return _page(request, plan, period, form, filling, CHANGED, status=HTTPStatus.CONFLICT)
    return redirect("indicators:batch", plan.slug, period.slug, batch.pk)


def _filling(request, plan, period, texts=None) -> Filling:
    grid = read_grid(plan, period, request.user)
    rows, scope = _scope(grid, request.GET)
    ticked = set(request.POST.getlist("row")) if request.method == "POST" else None
    return filling_of(grid, scope, rows, ticked, texts or {})


def _scope(grid: Grid, asked) -> tuple[list[Row], str]:
    """The rows of the measure or area in the address, and its name; all rows when there is none."""
    bands = [(band.measure, band.rows) for band in grid.measures]
    if number := asked.get("oblast"):
        bands = [(band.area, band.rows) for band in grid.areas if band.area]
    elif not (number := asked.get("opatreni")):
        return grid.rows, WHOLE
    for level, rows in bands:
        if str(level.pk) == number:
            return rows, f"{level.code} {level.title}"
    raise Http404


def _page(request, plan, period, form, filling: Filling, conflict="", status=HTTPStatus.OK):
    context = {
        "plan": plan,
        "period": period,
        "tab": "values",
        "form": form,
        "filling": filling,
        "conflict": conflict,
        "is_previewed": form.is_bound and form.is_valid(),
        "latest_batch": latest_batch(plan, period, request.user),
    }
    return render(request, "indicators/fill.html", context, status=status)

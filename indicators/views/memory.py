"""One cell of the grid as a page of its own: its fields and everything known around it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect, render

from indicators.cell import Cell, cell_to_fill, cell_to_read
from indicators.entry_forms import EntryForm
from indicators.evidence_forms import EvidenceForm
from indicators.forms import RowForm
from indicators.memory import Memory, read_memory
from plans.access import period_of, plan_to_read

from .values import LOCKED, LOCKED_CELL

SAVED, UNTOUCHED = "Hodnota je uložená.", "Nic se nezměnilo, není co ukládat."


def value(request, plan_slug, period_slug, pk):
    """The cell; with `?panel` only its memory, to stand beside the grid."""
    if request.method == "POST":
        return _save(request, plan_slug, period_slug, pk)
    memory = memory_of(request, plan_slug, period_slug, pk)
    if "panel" in request.GET:
        return render(request, "indicators/_memory_panel.html", _context(memory))
    form = EntryForm(_with_offer(memory, request.GET.get("prevzit", "")))
    return cell_page(request, memory, form)


def _save(request, plan_slug, period_slug, pk):
    with transaction.atomic():
        cell = open_cell(request, plan_slug, period_slug, pk)
        form = EntryForm(cell.form, request.POST)
        is_valid = form.is_valid()
        if is_valid and form.is_touched:
            form.save(by=request.user)
    if not is_valid:
        return cell_page(request, memory_of(request, plan_slug, period_slug, pk), form, status=422)
    messages.success(request, SAVED if form.is_touched else UNTOUCHED)
    return redirect("indicators:value", plan_slug, period_slug, pk)


def open_cell(request, plan_slug, period_slug, pk) -> Cell:
    """The cell locked for writing; 403 when its period or the cell itself is closed."""
    cell = cell_to_fill(request.user, plan_slug, period_slug, pk)
    if not cell.is_open:
        raise PermissionDenied(LOCKED_CELL if cell.period.is_open else LOCKED)
    return cell


def memory_of(request, plan_slug, period_slug, pk) -> Memory:
    plan = plan_to_read(request.user, plan_slug)
    cell = cell_to_read(request.user, plan, period_of(plan, period_slug), pk)
    return read_memory(cell, plan, request.user)


def _with_offer(memory: Memory, key: str) -> RowForm:
    """The row as it stands, or with what was taken over and waits to be saved."""
    form = memory.cell.form
    for offer in memory.offers:
        if offer.key == key:
            offer.fill(form.entry)
    return form


def cell_page(
    request,
    memory: Memory,
    form: EntryForm | None = None,
    evidence_form: EvidenceForm | None = None,
    status=200,
):
    context = _context(memory) | {
        "form": form or EntryForm(memory.cell.form),
        "evidence_form": evidence_form or EvidenceForm(),
        "is_taken": "prevzit" in request.GET,
    }
    return render(request, "indicators/value.html", context, status=status)


def _context(memory: Memory) -> dict:
    period = memory.cell.period
    return {
        "plan": period.plan,
        "period": period,
        "tab": "values",
        "memory": memory,
        "cell": memory.cell,
        "row": memory.cell.row,
        "indicator": memory.cell.row.indicator,
    }

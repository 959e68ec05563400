"""What a value rests on: links and files added to it, given out only to those who may see the value."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from indicators.evidence_forms import TOO_MANY, EvidenceForm, is_full
from indicators.models import Evidence, Indicator
from plans.access import period_of, plan_to_read

from .memory import cell_page, memory_of, open_cell

NO_VALUE = "Podklad patří k hodnotě. Nejdřív ji zapište, nebo uveďte důvod, proč chybí."


@require_POST
def add_evidence(request, plan_slug, period_slug, pk):
    memory = memory_of(request, plan_slug, period_slug, pk)
    files = request.FILES  # now they come in, and only then it is known whether one was too large
    form = EvidenceForm(request.POST, files, is_cut=getattr(request, "has_too_large_file", False))
    # Files are read before the period is locked, so that nobody waits for that.
    is_valid = memory.cell.is_open and form.is_valid()
    with transaction.atomic():
        value = open_cell(request, plan_slug, period_slug, pk).row.current
        if is_valid and value is None:
            form.add_error(None, NO_VALUE)
        elif is_valid and is_full(value):
            form.add_error(None, TOO_MANY)
        elif is_valid:
            form.save(value, by=request.user)
    if form.errors:
        return cell_page(request, memory, evidence_form=form, status=422)
    messages.success(request, "Podklad je přidaný.")
    return redirect(_place(plan_slug, period_slug, pk))


@require_POST
def retire_evidence(request, plan_slug, period_slug, pk):
    """Taken away and still known, with who did it; it can come back."""
    with transaction.atomic():
        piece = _piece_to_change(request, plan_slug, period_slug, pk)
        if not piece.is_retired:
            piece.retire(by=request.user)
    messages.success(request, "Podklad je odebraný, vrátit ho můžete v odebraných.")
    return redirect(_place(plan_slug, period_slug, piece.value.indicator_id))


@require_POST
def restore_evidence(request, plan_slug, period_slug, pk):
    with transaction.atomic():
        piece = _piece_to_change(request, plan_slug, period_slug, pk)
        if piece.is_retired and is_full(piece.value):
            messages.warning(request, TOO_MANY)
        elif piece.is_retired:
            piece.restore()
    return redirect(_place(plan_slug, period_slug, piece.value.indicator_id))


@require_safe
def evidence_file(request, plan_slug, period_slug, pk):
    """The file as a download that no browser will run; what was taken away only for the coordinator."""
    piece = _piece(request, plan_slug, period_slug, pk)
    plan = piece.value.period.plan
    if piece.kind != Evidence.Kind.FILE or (piece.is_retired and not plan.is_editable):
        raise Http404
    try:
        with piece.file.open("rb") as file:
            response = HttpResponse(file.read(), content_type=piece.content_type)
    except FileNotFoundError as missing:
        raise Http404 from missing
    response["Content-Disposition"] = content_disposition_header(True, piece.filename)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response


def _piece(request, plan_slug, period_slug, pk) -> Evidence:
    plan = plan_to_read(request.user, plan_slug)
    period = period_of(plan, period_slug)
    seen = Indicator.objects.visible_in(plan, request.user)
    pieces = Evidence.objects.select_related("value").filter(value__period=period, value__indicator__in=seen)
    piece = get_object_or_404(pieces, pk=pk)
    piece.value.period = period
    return piece


def _piece_to_change(request, plan_slug, period_slug, pk) -> Evidence:
    piece = _piece(request, plan_slug, period_slug, pk)
    open_cell(request, plan_slug, period_slug, piece.value.indicator_id)
    return piece


def _place(plan_slug, period_slug, pk) -> str:
    return reverse("indicators:value", args=[plan_slug, period_slug, pk]) + "#podklady"

"""A block from a spreadsheet: pasted, shown as what it would do, and only then written."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect, render

from indicators.batches import latest_batch, write_batch
from indicators.grid import read_grid
from indicators.models import Batch
from indicators.pasting.columns import Column
from indicators.pasting.preview import MOST_ROWS, Preview, preview_of
from indicators.pasting.proposals import Group
from indicators.pasting.sheet import read_sheet
from plans.access import period_of, plan_to_fill

from .values import LOCKED, lock_open

NOTHING = "Vložte sem řádky zkopírované z Excelu."
ONE_COLUMN = "Blok má jen jeden sloupec. Zkopírujte i sloupec s kódem nebo názvem indikátoru."
TOO_LONG = f"Najednou jde vložit nejvýš {MOST_ROWS}\u00a0řádků. Rozdělte blok na části."
NO_VALUES = "Žádný sloupec není určený jako hodnota, poznámka, zdroj ani období."
CHANGED = (
    "Nic se zatím nezapsalo: vloží se něco jiného, než co stránka ukazovala. "
    "Zkontrolujte náhled a potvrďte ho znovu."
)
SHOWN_ROWS = 6


def paste(request, plan_slug, period_slug):
    """Step by step: the block, its preview, and with the last button the writing."""
    plan = plan_to_fill(request.user, plan_slug)
    period = period_of(plan, period_slug)
    if request.method == "POST" and not period.is_open:
        raise PermissionDenied(LOCKED)
    if request.method != "POST" or "back" in request.POST:
        return _block_page(request, plan, period)
    if refusal := _refusal(request.POST):
        return _block_page(request, plan, period, refusal)
    if "write" in request.POST:
        return _write(request, plan, period)
    return _preview_page(request, plan, period, _preview(request, plan, period))


def _preview(request, plan, period) -> Preview:
    return preview_of(read_grid(plan, period, request.user), request.POST, request.user)


def _refusal(data) -> str:
    sheet = read_sheet(data.get("block", ""))
    if not sheet.lines:
        return NOTHING
    if sheet.width < 2 and not data.get("field"):
        return ONE_COLUMN
    return TOO_LONG if len(sheet.lines) > MOST_ROWS else ""


def _write(request, plan, period):
    """All that the page has shown, or nothing and the page again."""
    with transaction.atomic():
        period = lock_open(plan, period)
        preview = _preview(request, plan, period)
        is_as_shown = preview.written and preview.mark == request.POST.get("shown")
        if is_as_shown:
            forms = [one.form for one in preview.written]
            batch = write_batch(period, Batch.Kind.PASTE, forms, request.user, _left_behind(preview))
    if not is_as_shown:
        return _preview_page(request, plan, period, preview, CHANGED)
    return redirect("indicators:batch", plan.slug, period.slug, batch.pk)


def _left_behind(preview: Preview) -> str:
    """A line for each row that still needs somebody."""
    return "\n".join(
        f"řádek {one.line.number}: {' '.join(filter(None, (one.key, one.typed)))}" for one in preview.waiting
    )


def _block_page(request, plan, period, refusal=""):
    context = {
        "plan": plan,
        "period": period,
        "tab": "values",
        "pasted": request.POST.get("block", ""),
        "refusal": refusal,
        "latest_batch": latest_batch(plan, period, request.user),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refusal else HTTPStatus.OK
    return render(request, "indicators/paste.html", context, status=status)


def _preview_page(request, plan, period, preview: Preview, conflict=""):
    columns = preview.layout.columns
    context = {
        "plan": plan,
        "period": period,
        "tab": "values",
        "pasted": request.POST.get("block", ""),
        "place_rows": request.POST.get("rows", ""),
        "place_field": request.POST.get("field", ""),
        "preview": preview,
        "conflict": conflict,
        "groups": {group.name: preview.of(group) for group in Group},
        "columns": columns,
        "meanings": Column.choices,
        "has_values": set(columns) - {Column.SKIP, Column.CODE, Column.NAME},
        "no_values": NO_VALUES,
        "rows": preview.rows,
        "shown_rows": SHOWN_ROWS,
    }
    status = HTTPStatus.CONFLICT if conflict else HTTPStatus.OK
    return render(request, "indicators/paste_preview.html", context, status=status)

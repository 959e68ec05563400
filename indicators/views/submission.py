from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse

from indicators.grid import read_grid
from indicators.report_texts import report_texts
from indicators.submission import Weight, findings, missing_to_submit
from plans.access import period_of, plan_to_edit
from plans.letters import announce, consultants_of
from plans.models import WrongState

EMPTY = "Období nemá žádné hodnoty ani opatření, není co odeslat."
MESSAGE_LIMIT = 2_000
BLOCKED = "Období zatím nelze odeslat: doplňte, co chybí, a k pochybnostem napište poznámku nebo zdroj."


def submission(request, plan_slug, period_slug):
    """What is missing to submit, and when nothing is, the button that sends the period to review."""
    plan = plan_to_edit(request.user, plan_slug)
    period = period_of(plan, period_slug)
    if request.method == "POST":
        return _submit(request, plan, period)
    return _page(request, plan, period)


def _submit(request, plan, period):
    try:
        with transaction.atomic():
            period = plan.periods.select_for_update().get(pk=period.pk)
            period.plan = plan
            refusal = _refusal(plan, period)
            if not refusal:
                _send(request, plan, period)
    except WrongState as wrong:
        return _page(request, plan, period, str(wrong), status=409)
    if refusal:
        return _page(request, plan, period, refusal, status=422)
    messages.success(request, "Období je odeslané ke kontrole.")
    return redirect("indicators:period", plan.slug, period.slug)


def _refusal(plan, period) -> str:
    """Why an open period cannot be sent; a period already sent is refused by its own verb."""
    grid = read_grid(plan, period)
    if not grid.rows and not grid.measures:
        return EMPTY
    return BLOCKED if period.is_open and missing_to_submit(grid) else ""


def _send(request, plan, period):
    message = request.POST.get("message", "").strip()[:MESSAGE_LIMIT]
    period.submit(by=request.user, message=message)
    announce(period, "submitted", consultants_of(plan), message=message, address=_address(plan, period))


def _address(plan, period) -> str:
    return settings.SITE_ADDRESS + reverse("indicators:review", args=[plan.slug, period.slug])


def _page(request, plan, period, refusal="", status=200):
    grid = read_grid(plan, period)
    found = findings(grid)
    context = {
        "plan": plan,
        "period": period,
        "tab": "submission",
        "grid": grid,
        "refusal": refusal,
        "missing": [one for one in found if one.weight == Weight.MISSING],
        "doubts": [one for one in found if one.weight == Weight.DOUBT and not one.is_explained],
        "explained": [one for one in found if one.is_explained],
        "returned_texts": [text for text in report_texts(period) if text.is_returned],
        "may_submit": period.is_open and not any(one.blocks for one in found),
    }
    return render(request, "indicators/submission.html", context, status=status)

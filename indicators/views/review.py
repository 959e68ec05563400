import re

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from indicators.grid import read_grid
from indicators.inspection import inspected
from indicators.report_texts import report_texts
from indicators.review import CHANGED, ORDINARY, STATUS_CHANGED
from plans.access import period_of, plan_to_review
from plans.letters import announce, coordinators_of
from plans.models import Remark, WrongState

NO_REASON = "Napište, proč období vracíte."
NOTHING_WRITTEN = "Nenapsali jste žádnou připomínku."
NO_TEXT = "K tomu, co vracíte, napište, co je třeba opravit."
NOTHING_SAID = "Opravte prosím, co je vrácené."
TEXT_LIMIT = 2_000
FIELD = re.compile(r"(vratit|text)-(value|measure|goal|chapter)-([0-9]{1,18})")


def review(request, plan_slug, period_slug):
    """The consultant's reading of a submitted period, by exception."""
    plan = plan_to_review(request.user, plan_slug)
    period = period_of(plan, period_slug)
    if request.method == "POST":
        return _decide(request, plan, period)
    return _page(request, plan, period)


def _decide(request, plan, period):
    steps = {"schvalit": _approve, "vratit": _send_back, "pripominky": _remark, "otevrit": _reopen}
    step = steps.get(request.POST.get("krok"))
    if step is None:
        raise Http404
    try:
        with transaction.atomic():
            period = plan.periods.select_for_update().get(pk=period.pk)
            period.plan = plan
            refusal = step(request, period)
    except WrongState as wrong:
        return _page(request, plan, period, str(wrong), status=409)
    if refusal:
        return _page(request, plan, period, refusal, status=422)
    return redirect("indicators:review", plan.slug, period.slug)


def _approve(request, period) -> str:
    period.approve(by=request.user)
    announce(period, "approved", coordinators_of(period.plan), address=_address("reports:list", period))
    messages.success(request, "Období je schválené.")
    return ""


def _send_back(request, period) -> str:
    """Return the ticked cells with their texts, or the whole period when none is ticked."""
    written, refusal = _written(request, period)
    reason = request.POST.get("duvod", "").strip()[:TEXT_LIMIT]
    if refusal or not (reason or written):
        return refusal or NO_REASON
    returned = [remark for remark in written if remark.asks_for_change]
    period.send_back(by=request.user, reason=reason or NOTHING_SAID)
    Remark.objects.write(written, by=request.user)
    cells = [remark.text for remark in returned]
    address = _address(_place_to_correct(returned), period)
    announce(period, "returned", coordinators_of(period.plan), cells=cells, address=address)
    messages.success(request, "Období je vrácené městu.")
    return ""


def _place_to_correct(returned: list[Remark]) -> str:
    """The grid, or when texts went back too, the page that lists them."""
    has_texts = any(remark.about == Remark.About.CHAPTER for remark in returned)
    return "indicators:submission" if has_texts else "indicators:values"


def _remark(request, period) -> str:
    written, refusal = _written(request, period, returning=False)
    if refusal or not written:
        return refusal or NOTHING_WRITTEN
    Remark.objects.write(written, by=request.user)
    messages.success(request, "Připomínky jsou uložené.")
    return ""


def _reopen(request, period) -> str:
    reason = request.POST.get("duvod", "").strip()[:TEXT_LIMIT]
    if not reason:
        return "Napište, proč se schválené období znovu otevírá."
    period.reopen(by=request.user, reason=reason)
    messages.success(request, "Období je znovu otevřené.")
    return ""


def _written(request, period, *, returning=True) -> tuple[list[Remark], str]:
    """Remarks that the form carries, and a sentence when a returned cell has no text."""
    texts, ticked = {}, set()
    for name, value in request.POST.items():
        if found := FIELD.fullmatch(name):
            cell = (found[2], int(found[3]))
            if found[1] == "text" and value.strip():
                texts[cell] = value.strip()[:TEXT_LIMIT]
            elif found[1] == "vratit" and returning:
                ticked.add(cell)
    if ticked - texts.keys():
        return [], NO_TEXT
    _refuse_foreign(period, texts)
    return [
        Remark(period=period, about=about, subject_id=pk, text=text, written_by=request.user,
               asks_for_change=(about, pk) in ticked)
        for (about, pk), text in texts.items()
    ], ""  # fmt: skip


def _refuse_foreign(period, cells):
    grid = read_grid(period.plan, period)
    known = {("value", row.indicator.pk) for row in grid.rows}
    known |= {("measure", band.measure.pk) for band in grid.measures}
    known |= {("goal", band.goal.pk) for area in grid.areas for band in area.goal_bands}
    known |= {("chapter", text.pk) for text in report_texts(period)}
    if set(cells) - known:
        raise Http404


def _address(name: str, period) -> str:
    return settings.SITE_ADDRESS + reverse(name, args=[period.plan.slug, period.slug])


def _page(request, plan, period, refusal="", status=200):
    inspection = inspected(period)
    texts = [text for text in report_texts(period) if text.excerpt or text.presses]
    groups = dict(inspection.cells)
    hidden = [] if "vse" in request.GET else groups.pop(ORDINARY, [])
    context = {
        "plan": plan,
        "period": period,
        "tab": "review",
        "since": inspection.standing.since,
        "since_titles": {CHANGED, STATUS_CHANGED},
        "groups": groups.items(),
        "hidden": len(hidden),
        "statuses": inspection.statuses.items(),
        "texts": texts,
        "pressing_texts": [text for text in texts if text.presses],
        "blocking": inspection.blocking,
        "refusal": refusal,
        "typed": request.POST,
        "reason": request.POST.get("duvod", ""),
    }
    return render(request, "indicators/review.html", context, status=status)

"""A letter about a deadline, to one town or to several at once, read and changed before it goes."""

from dataclasses import replace

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render

from czech.plurals import counted
from indicators.letters import NOBODY, Letter, overtaken_text, suggested_letters
from plans.access import period_of, plan_to_review
from plans.models import ReportingPeriod

from .chosen import LeftOut, chosen_periods, way_back

NOTHING_CHOSEN = "Nevybrali jste žádné město, kterému by šlo připomenout termín."
OVERTAKEN = "mezitím už upomínku dostalo"
OBSTACLES = {
    ReportingPeriod.State.SUBMITTED: "město už období odevzdalo",
    ReportingPeriod.State.APPROVED: "období už je schválené",
}


def remind(request, plan_slug, period_slug):
    """Show the text of a reminder, let the consultant change it, and send it."""
    plan = plan_to_review(request.user, plan_slug)
    period = period_of(plan, period_slug)
    if request.method == "POST":
        return _remind(request, plan, period)
    return _page(request, *suggested_letters([period]))


def _remind(request, plan, period):
    """Send the letter, unless another has gone since the page was shown."""
    with transaction.atomic():
        # Who posts at the same moment waits for the end and then knows what has gone.
        period = plan.periods.select_for_update().get(pk=period.pk)
        period.plan = plan
        [letter] = suggested_letters([period])
        letter.reminder.text = request.POST.get("text", "").strip()
        if letter.is_overtaken(request.POST):
            return _page(request, letter, f"{overtaken_text([period])} Další zatím neodešla.", status=409)
        if letter.refusal:
            return _page(request, letter, letter.refusal, status=422)
        letter.send(by=request.user)
    messages.success(request, "Upomínka je odeslaná.")
    return redirect(way_back(request))


def _page(request, letter: Letter, refusal="", status=200):
    period = letter.period
    context = {"plan": period.plan, "period": period, "tab": "reviews", "back": way_back(request)}
    context |= {"letter": letter, "refusal": refusal}
    return render(request, "indicators/remind.html", context, status=status)


def remind_together(request):
    """First the letters that would go, each with its text; then they go, all or none."""
    chosen = chosen_periods(request)
    if not chosen.exists():
        messages.error(request, NOTHING_CHOSEN)
        return redirect(way_back(request))
    if "potvrzeno" not in request.POST:
        return _list(request, *_letters(request.POST, list(chosen)))
    with transaction.atomic():
        # A town that submits now waits for the end, or its letter is left out; so does who confirms the same.
        letters, left_out = _letters(request.POST, list(chosen.select_for_update(of=("self",))))
        overtaken = [one.period for one in left_out if one.reason == OVERTAKEN]
        if any(letter.refusal for letter in letters) or not (letters or overtaken):
            return _list(request, letters, left_out)
        for letter in letters:
            letter.send(by=request.user)
    _tell(request, letters, overtaken, [one for one in left_out if one.reason != OVERTAKEN])
    return redirect(way_back(request))


def _list(request, letters: list[Letter], left_out: list[LeftOut]):
    context = {"letters": letters, "left_out": left_out, "posted": request.POST}
    context |= {"tab": "reviews", "is_consultant": True, "back": way_back(request)}
    context["added"] = _added(request.POST)
    context["is_refused"] = any(letter.refusal for letter in letters)
    status = 422 if context["is_refused"] else 200
    return render(request, "indicators/remind_together.html", context, status=status)


def _letters(posted, periods: list[ReportingPeriod]) -> tuple[list[Letter], list[LeftOut]]:
    """What would go, and what cannot."""
    letters, left_out = [], []
    for letter in suggested_letters(periods):
        if reason := _obstacle(posted, letter):
            left_out.append(LeftOut(letter.period, reason))
        else:
            letters.append(_typed(posted, letter))
    return letters, left_out


def _obstacle(posted, letter: Letter) -> str:
    """Why the town gets no letter; empty when it does."""
    if reason := OBSTACLES.get(letter.period.state):
        return reason
    if not letter.to:
        return NOBODY
    return OVERTAKEN if "potvrzeno" in posted and letter.is_overtaken(posted) else ""


def _typed(posted, letter: Letter) -> Letter:
    letter.reminder.text = posted.get(letter.field_name, letter.reminder.text).strip()
    return replace(letter, added=_added(posted))


def _added(posted) -> str:
    return posted.get("vzkaz", "").strip()


def _tell(request, letters: list[Letter], overtaken: list[ReportingPeriod], left_out: list[LeftOut]):
    """What was done, and what changed while the consultant was reading."""
    if letters:
        sent = counted(len(letters), "upomínka", "upomínky", "upomínky", "upomínek")
        messages.success(request, f"Odesláno: {sent}.")
    if overtaken:
        messages.warning(request, overtaken_text(overtaken))
    if left_out:
        reasons = (f"{one.period.plan.municipality.full_name} – {one.reason}" for one in left_out)
        messages.warning(request, f"Bez e-mailu: {'; '.join(reasons)}.")

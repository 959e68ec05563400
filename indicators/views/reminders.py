"""A letter about a deadline, to one town or to several at once, read and changed before it goes."""

from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.shortcuts import redirect, render

from accounts.models import User
from czech.plurals import counted
from plans.access import period_of, plan_to_review
from plans.letters import coordinators_by_town, coordinators_of
from plans.models import Reminder, ReportingPeriod
from plans.reminders import prepared, send, stage_of

from .chosen import LeftOut, chosen_periods, way_back

TEXT_LIMIT = 5_000
NOTHING_CHOSEN = "Nevybrali jste žádné město, kterému by šlo připomenout termín."
NOBODY = "město nemá koordinátora s účtem"
OBSTACLES = {
    ReportingPeriod.State.SUBMITTED: "město už období odevzdalo",
    ReportingPeriod.State.APPROVED: "období už je schválené",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A reminder to one of several towns, with what the consultant adds to all of them."""

    reminder: Reminder
    to: list[User]
    added: str

    @property
    def period(self) -> ReportingPeriod:
        return self.reminder.period

    @property
    def field_name(self) -> str:
        return _field_name(self.period)

    @property
    def refusal(self) -> str:
        return _refusal(self.period, self.reminder.text, self.added)

    @property
    def last_sent_at(self):
        sent = [one.sent_at for one in self.period.reminders.all() if one.sent_at]
        return max(sent, default=None)

    def send(self, *, by: User):
        self.reminder.text = "\n\n".join(filter(None, [self.reminder.text, self.added]))
        send(self.reminder, by=by, to=self.to)


def remind(request, plan_slug, period_slug):
    """Show the text of a reminder, let the consultant change it, and send it."""
    plan = plan_to_review(request.user, plan_slug)
    period = period_of(plan, period_slug)
    reminder = _prepared(period)
    refusal = ""
    if request.method == "POST":
        reminder.text = request.POST.get("text", "").strip()
        refusal = _refusal(period, reminder.text)
        if not refusal:
            send(reminder, by=request.user)
            messages.success(request, "Upomínka je odeslaná.")
            return redirect("indicators:reviews")
    context = {"plan": plan, "period": period, "tab": "reviews", "reminder": reminder, "refusal": refusal}
    context["addressees"] = coordinators_of(plan)
    return render(request, "indicators/remind.html", context, status=422 if refusal else 200)


def remind_together(request):
    """First the letters that would go, each with its text; then they go, all or none."""
    chosen = chosen_periods(request)
    if not chosen.exists():
        messages.error(request, NOTHING_CHOSEN)
        return redirect(way_back(request))
    if "potvrzeno" not in request.POST:
        return _list(request, *_letters(request.POST, list(chosen)))
    with transaction.atomic():
        # A town that submits now waits for the end, or its letter is left out.
        letters, left_out = _letters(request.POST, list(chosen.select_for_update(of=("self",))))
        if not letters or any(letter.refusal for letter in letters):
            return _list(request, letters, left_out)
        for letter in letters:
            letter.send(by=request.user)
    _tell(request, letters, left_out)
    return redirect(way_back(request))


def _list(request, letters: list[Letter], left_out: list[LeftOut]):
    context = {"letters": letters, "left_out": left_out, "posted": request.POST}
    context |= {"tab": "reviews", "is_consultant": True, "back": way_back(request)}
    context["added"] = _added(request.POST)
    context["is_refused"] = any(letter.refusal for letter in letters)
    status = 422 if context["is_refused"] else 200
    return render(request, "indicators/remind_together.html", context, status=status)


def _letters(posted, periods: list[ReportingPeriod]) -> tuple[list[Letter], list[LeftOut]]:
    """What would go, and what cannot; three questions, however many towns there are."""
    prefetch_related_objects(periods, "reminders")
    coordinators = coordinators_by_town(period.plan.municipality_id for period in periods)
    letters, left_out = [], []
    for period in periods:
        to = coordinators.get(period.plan.municipality_id, [])
        reason = OBSTACLES.get(period.state) or ("" if to else NOBODY)
        if reason:
            left_out.append(LeftOut(period, reason))
        else:
            letters.append(Letter(_typed(posted, period), to, _added(posted)))
    return letters, left_out


def _added(posted) -> str:
    return posted.get("vzkaz", "").strip()


def _typed(posted, period: ReportingPeriod) -> Reminder:
    reminder = _prepared(period)
    reminder.text = posted.get(_field_name(period), reminder.text).strip()
    return reminder


def _field_name(period: ReportingPeriod) -> str:
    return f"text-{period.pk}"


def _prepared(period: ReportingPeriod) -> Reminder:
    return prepared(period, stage_of(period) or Reminder.Stage.WEEK)


def _tell(request, letters: list[Letter], left_out: list[LeftOut]):
    """What was done, and what changed while the consultant was reading."""
    sent = counted(len(letters), "upomínka", "upomínky", "upomínky", "upomínek")
    messages.success(request, f"Odesláno: {sent}.")
    if left_out:
        reasons = (f"{one.period.plan.municipality.full_name} – {one.reason}" for one in left_out)
        messages.warning(request, f"Bez e-mailu: {'; '.join(reasons)}.")


def _refusal(period, text: str, added: str = "") -> str:
    if not period.is_open:
        return "Město už období odevzdalo, není co upomínat."
    if not text:
        return "Napište text upomínky."
    if len(text) + len(added) > TEXT_LIMIT:
        return "Text je příliš dlouhý, vejde se nejvýš 5 000 znaků."
    return ""

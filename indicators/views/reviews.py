from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.models import User
from czech.plurals import counted, plural
from indicators.inspection import inspected
from indicators.progress import open_periods
from plans.letters import announce, coordinators_of
from plans.models import Remark, ReportingPeriod

from .chosen import LeftOut, chosen_periods, own_periods, own_plans, way_back

State = ReportingPeriod.State
NOTHING_CHOSEN = "Nevybrali jste žádné období, které by šlo schválit."
HAS_REMARKS = "má otevřené připomínky, vyřešte je nejdřív při kontrole"
OBSTACLES = {
    State.OPEN: "město je ještě neodevzdalo",
    State.RETURNED: "je vrácené městu",
    State.APPROVED: "už je schválené",
}
ALREADY = ("Období už je schválené", "Období už jsou schválená")
DOUBTS = ("pochybnost nebo připomínka", "pochybnosti a připomínky", "pochybnosti", "pochybností a připomínek")
GAPS = ("chybějící údaj", "chybějící údaje", "chybějícího údaje", "chybějících údajů")


def reviews(request):
    """Submitted periods of the consultant's towns, to be opened one by one or approved together."""
    if request.method == "POST":
        return _approve_together(request, chosen_periods(request))
    submitted = own_periods(request.user).submitted()
    waited_for = open_periods(own_plans(request.user))
    context = {"submitted": submitted, "open": waited_for, "tab": "reviews", "is_consultant": True}
    return render(request, "indicators/reviews.html", context)


def _approve_together(request, chosen):
    """First the list of what would be approved, then the approval itself."""
    if not chosen.exists():
        messages.error(request, NOTHING_CHOSEN)
        return redirect(way_back(request))
    if "potvrzeno" not in request.POST:
        return _list(request, *_sorted_out(list(chosen)))
    with transaction.atomic():
        # Who decides on one of them now waits for the end, or it is left out.
        ready, left_out = _sorted_out(list(chosen.select_for_update(of=("self",))))
        for period in ready:
            _approve(period, by=request.user)
    _tell(request, ready, left_out)
    return redirect(way_back(request))


def _list(request, ready: list[ReportingPeriod], left_out: list[LeftOut]):
    context = {"chosen": ready, "left_out": left_out, "posted": request.POST}
    context |= {"tab": "reviews", "is_consultant": True, "back": way_back(request)}
    return render(request, "indicators/approve_together.html", context)


def _sorted_out(periods: list[ReportingPeriod]) -> tuple[list[ReportingPeriod], list[LeftOut]]:
    """What may be approved without being opened, and what may not; each is read as its review reads it."""
    threads = Remark.objects.open().filter(answers=None, period__in=periods)
    discussed = set(threads.values_list("period", flat=True))
    ready, left_out = [], []
    for period in periods:
        if reason := _obstacle(period, is_discussed=period.pk in discussed):
            left_out.append(LeftOut(period, reason))
        else:
            ready.append(period)
    return ready, left_out


def _obstacle(period: ReportingPeriod, *, is_discussed: bool) -> str:
    """Why a chosen period cannot be approved together with others; empty when it can."""
    if period.state != State.SUBMITTED:
        return OBSTACLES[period.state]
    return _to_judge(period) or (HAS_REMARKS if is_discussed else "")


def _to_judge(period: ReportingPeriod) -> str:
    """7 pochybností a připomínek, 2 chybějící údaje k posouzení."""
    inspection = inspected(period)
    found = [(inspection.doubtful, DOUBTS), (inspection.missing, GAPS)]
    words = ", ".join(counted(count, *forms) for count, forms in found if count)
    return f"{words} k posouzení" if words else ""


def _approve(period: ReportingPeriod, *, by: User):
    period.approve(by=by)
    address = settings.SITE_ADDRESS + reverse("reports:list", args=[period.plan.slug, period.slug])
    announce(period, "approved", coordinators_of(period.plan), address=address)


def _tell(request, ready: list[ReportingPeriod], left_out: list[LeftOut]):
    """What was done, and what changed while the consultant was reading."""
    if ready:
        approved = counted(len(ready), "období", "období", "období", "období")
        messages.success(request, f"Schváleno: {approved}.")
    already = [_town(one) for one in left_out if one.period.state == State.APPROVED]
    if already:
        one, more = ALREADY
        messages.info(request, f"{plural(len(already), one, more, more, more)}: {', '.join(already)}.")
    others = [f"{_town(one)} – {one.reason}" for one in left_out if one.period.state != State.APPROVED]
    if others:
        messages.warning(request, f"Neschváleno: {'; '.join(others)}.")


def _town(one: LeftOut) -> str:
    return one.period.plan.municipality.full_name

import re
from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect, render
from django.urls import reverse

from czech.plurals import counted
from indicators.progress import open_periods
from plans.access import NOT_REVIEWABLE, period_of, plan_to_review
from plans.letters import announce, coordinators_of
from plans.models import Plan, Remark, Reminder, ReportingPeriod
from plans.reminders import prepared, send, stage_of

TEXT_LIMIT = 5_000
NOTHING_CHOSEN = "Nevybrali jste žádné období, které by šlo schválit."
KEY = re.compile("[0-9]{1,18}")
HAS_REMARKS = "má otevřené připomínky, vyřešte je nejdřív při kontrole"
OBSTACLES = {
    ReportingPeriod.State.OPEN: "město je ještě neodevzdalo",
    ReportingPeriod.State.RETURNED: "je vrácené městu",
    ReportingPeriod.State.APPROVED: "už je schválené",
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A period that was chosen and cannot be approved, with the reason."""

    period: ReportingPeriod
    reason: str


def reviews(request):
    """Submitted periods of the consultant's towns, to be opened one by one or approved together."""
    plans = _own_plans(request.user)
    chosen = request.POST.getlist("obdobi")
    periods = ReportingPeriod.objects.filter(plan__in=plans).select_related("plan__municipality__parent")
    submitted = periods.submitted()
    if request.method == "POST":
        chosen = periods.filter(pk__in=[pk for pk in chosen if KEY.fullmatch(pk)])
        return _approve_together(request, chosen)
    context = {"submitted": submitted, "open": open_periods(plans), "tab": "reviews", "is_consultant": True}
    return render(request, "indicators/reviews.html", context)


def _own_plans(user):
    plans = Plan.objects.reviewable_by(user)
    if not plans.exists() and not user.is_superuser:
        raise PermissionDenied(NOT_REVIEWABLE)
    return plans


def _approve_together(request, chosen):
    """First the list of what would be approved, then the approval itself."""
    discussed = Remark.objects.open().filter(answers=None, period=OuterRef("pk"))
    ready = chosen.submitted().exclude(Exists(discussed))
    if "potvrzeno" not in request.POST and chosen:
        left_out = [
            LeftOut(period, _obstacle(period)) for period in chosen.exclude(pk__in=ready.values("pk"))
        ]
        context = {"chosen": ready, "left_out": left_out, "tab": "reviews", "is_consultant": True}
        return render(request, "indicators/approve_together.html", context)
    if not ready:
        messages.error(request, NOTHING_CHOSEN)
        return redirect("indicators:reviews")
    with transaction.atomic():
        periods = list(ready.select_for_update(of=("self",)))
        for period in periods:
            period.approve(by=request.user)
            address = settings.SITE_ADDRESS + reverse("reports:list", args=[period.plan.slug, period.slug])
            announce(period, "approved", coordinators_of(period.plan), address=address)
    approved = counted(len(periods), "období", "období", "období", "období")
    messages.success(request, f"Schváleno: {approved}.")
    return redirect("indicators:reviews")


def _obstacle(period: ReportingPeriod) -> str:
    """Why a chosen period cannot be approved together with others."""
    return OBSTACLES.get(period.state, HAS_REMARKS)


def remind(request, plan_slug, period_slug):
    """Show the text of a reminder, let the consultant change it, and send it."""
    plan = plan_to_review(request.user, plan_slug)
    period = period_of(plan, period_slug)
    reminder = prepared(period, stage_of(period) or Reminder.Stage.WEEK)
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


def _refusal(period, text: str) -> str:
    if not period.is_open:
        return "Město už období odevzdalo, není co upomínat."
    if not text:
        return "Napište text upomínky."
    if len(text) > TEXT_LIMIT:
        return "Text je příliš dlouhý, vejde se nejvýš 5 000 znaků."
    return ""

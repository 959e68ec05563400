from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect, render
from django.urls import reverse

from czech.plurals import counted
from indicators.progress import open_periods
from plans.letters import announce, coordinators_of
from plans.models import Remark, ReportingPeriod

from .chosen import LeftOut, chosen_periods, own_periods, own_plans, way_back

NOTHING_CHOSEN = "Nevybrali jste žádné období, které by šlo schválit."
HAS_REMARKS = "má otevřené připomínky, vyřešte je nejdřív při kontrole"
OBSTACLES = {
    ReportingPeriod.State.OPEN: "město je ještě neodevzdalo",
    ReportingPeriod.State.RETURNED: "je vrácené městu",
    ReportingPeriod.State.APPROVED: "už je schválené",
}


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
    discussed = Remark.objects.open().filter(answers=None, period=OuterRef("pk"))
    ready = chosen.submitted().exclude(Exists(discussed))
    if "potvrzeno" not in request.POST and chosen:
        left_out = [
            LeftOut(period, _obstacle(period)) for period in chosen.exclude(pk__in=ready.values("pk"))
        ]
        context = {"chosen": ready, "left_out": left_out, "posted": request.POST}
        context |= {"tab": "reviews", "is_consultant": True, "back": way_back(request)}
        return render(request, "indicators/approve_together.html", context)
    if not ready:
        messages.error(request, NOTHING_CHOSEN)
        return redirect(way_back(request))
    with transaction.atomic():
        periods = list(ready.select_for_update(of=("self",)))
        for period in periods:
            period.approve(by=request.user)
            address = settings.SITE_ADDRESS + reverse("reports:list", args=[period.plan.slug, period.slug])
            announce(period, "approved", coordinators_of(period.plan), address=address)
    approved = counted(len(periods), "období", "období", "období", "období")
    messages.success(request, f"Schváleno: {approved}.")
    return redirect(way_back(request))


def _obstacle(period: ReportingPeriod) -> str:
    """Why a chosen period cannot be approved together with others."""
    return OBSTACLES.get(period.state, HAS_REMARKS)

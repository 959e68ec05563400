from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from accounts.models import User
from indicators.batches import latest_batch
from indicators.grid import read_progress
from indicators.progress import open_periods
from plans.access import period_of, plan_to_read
from plans.models import Measure, Plan, Role

# More plans than this are found in the register.
SHOWN_PLANS = 10


def overview(request):
    """My overview: what is due, the nearest deadline first; how other towns stand; plans one may open.

    A consultant and nothing else finds all of it and more on the board of towns, and begins there.
    """
    is_consultant = Plan.objects.reviewable_by(request.user).exists()
    if is_consultant and _only_consults(request.user):
        return redirect("reports:board")
    plans = Plan.objects.visible_to(request.user)
    editable = Plan.objects.editable_by(request.user)
    in_part = Plan.objects.seen_in_part_by(request.user)
    watched = plans.exclude(pk__in=editable.values("pk")).exclude(pk__in=in_part.values("pk"))
    context = {
        "due": open_periods(editable)
        + open_periods(in_part, own=Measure.objects.contributed_by(request.user).values("pk")),
        "watched": open_periods(watched),
        "plans": plans.with_town()[:SHOWN_PLANS],
        "plan_count": plans.count(),
        "today": localdate(),
        "is_consultant": is_consultant,
    }
    return render(request, "indicators/overview.html", context)


def _only_consults(user: User) -> bool:
    return set(user.memberships.values_list("role", flat=True)) == {Role.CONSULTANT}


def period_overview(request, plan_slug, period_slug):
    """One period: how much is done by area and what is missing."""
    plan = plan_to_read(request.user, plan_slug)
    period = period_of(plan, period_slug)
    grid = read_progress(plan, period, request.user)
    missing = [measure for measure in grid.measures if not measure.is_evaluated]
    context = {
        "plan": plan,
        "period": period,
        "tab": "overview",
        "grid": grid,
        "unevaluated": missing,
        "latest_batch": latest_batch(plan, period, request.user),
    }
    return render(request, "indicators/period.html", context)

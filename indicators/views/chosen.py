"""Periods that a consultant ticked, on the board or in the list of reviews, to do one thing with all."""

import re
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from accounts.models import User
from plans.access import NOT_REVIEWABLE
from plans.models import Plan, ReportingPeriod

KEY = re.compile("[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A period that was chosen and with which it cannot be done, with the reason."""

    period: ReportingPeriod
    reason: str


def own_plans(user: User) -> QuerySet[Plan]:
    plans = Plan.objects.reviewable_by(user)
    if not plans.exists() and not user.is_superuser:
        raise PermissionDenied(NOT_REVIEWABLE)
    return plans


def own_periods(user: User) -> QuerySet[ReportingPeriod]:
    periods = ReportingPeriod.objects.filter(plan__in=own_plans(user))
    return periods.select_related("plan__municipality__parent")


def chosen_periods(request) -> QuerySet[ReportingPeriod]:
    """Those of the own towns; what else the form names is not found."""
    keys = [pk for pk in request.POST.getlist("obdobi") if KEY.fullmatch(pk)]
    return own_periods(request.user).filter(pk__in=keys).order_by("plan__municipality__name", "pk")


def way_back(request) -> str:
    """To the board as it was filtered, or to the list of reviews."""
    given = request.POST.get("filtr", request.GET.get("filtr"))
    if given is None:
        return reverse("indicators:reviews")
    kept = QueryDict(given).urlencode()
    return reverse("reports:board") + (f"?{kept}" if kept else "")

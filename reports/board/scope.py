"""How many towns a person looks after: the own ones, and all that the role opens."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, OuterRef, Q

from accounts.models import User
from plans.access import NOT_REVIEWABLE
from plans.models import Plan, ReportingPeriod


@dataclass(frozen=True, slots=True)
class Scope:
    plans: int  # whose period the board shows
    own: int  # of them in towns and centres that the person was given
    without_period: int

    @property
    def is_double(self) -> bool:
        """Does it make a difference whether one sees the own towns or all?"""
        return 0 < self.own < self.plans


def scope_of(user: User) -> Scope:
    """For consultants and administrators; nobody else gets further."""
    has_period = Exists(ReportingPeriod.objects.filter(plan=OuterRef("pk")))
    followed = Q(pk__in=Plan.objects.followed_by(user).order_by().values("pk"))
    counts = Plan.objects.reviewable_by(user).aggregate(
        plans=Count("pk", filter=has_period),
        own=Count("pk", filter=Q(has_period) & followed),
        without_period=Count("pk", filter=~Q(has_period)),
    )
    if not any(counts.values()) and not user.is_superuser:
        raise PermissionDenied(NOT_REVIEWABLE)
    return Scope(**counts)

"""Which towns a person looks after: the own ones, and all that the role opens."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, Case, ExpressionWrapper, Q, When

from accounts.models import User
from plans.access import NOT_REVIEWABLE
from plans.models import Plan, Territory

from .states import current_period


@dataclass(frozen=True, slots=True)
class PlanInScope:
    plan: int
    period: int | None  # the current one
    is_own: bool  # in a town or centre that the person was given
    regional_centre: str
    region: int | None


@dataclass(frozen=True, slots=True)
class Scope:
    """Found out once; whatever else a page asks, it asks by these keys and not by roles again."""

    members: tuple[PlanInScope, ...]

    @property
    def periods(self) -> list[int]:
        return [one.period for one in self.members if one.period]

    @property
    def own_periods(self) -> list[int]:
        return [one.period for one in self.members if one.period and one.is_own]

    @property
    def all_plans(self) -> list[int]:
        return [one.plan for one in self.members]

    @property
    def centres(self) -> list[str]:
        return sorted({one.regional_centre for one in self.members} - {""})

    @property
    def regions(self) -> set[int]:
        return {one.region for one in self.members if one.region}

    def periods_in(self, region: int) -> list[int]:
        return [one.period for one in self.members if one.period and one.region == region]

    @property
    def plans(self) -> int:
        """How many plans the board shows."""
        return len(self.periods)

    @property
    def own(self) -> int:
        return len(self.own_periods)

    @property
    def without_period(self) -> int:
        return len(self.members) - self.plans

    @property
    def is_double(self) -> bool:
        """Does it make a difference whether one sees the own towns or all?"""
        return 0 < self.own < self.plans


def scope_of(user: User) -> Scope:
    """For consultants and administrators; nobody else gets further."""
    followed = Q(pk__in=Plan.objects.followed_by(user).order_by().values("pk"))
    known = {
        "current": current_period(),
        "is_own": ExpressionWrapper(followed, BooleanField()),
        "region": _region(),
    }
    plans = Plan.objects.reviewable_by(user).order_by().annotate(**known)
    rows = plans.values_list("pk", "current", "is_own", "regional_centre", "region")
    members = tuple(PlanInScope(*row) for row in rows)
    if not members and not user.is_superuser:
        raise PermissionDenied(NOT_REVIEWABLE)
    return Scope(members)


def _region() -> Case:
    """A municipality lies in it directly or below a district, a borough one step lower still."""
    above = ["municipality" + step * "__parent" for step in range(1, 4)]
    return Case(
        *(When(**{f"{path}__kind": Territory.Kind.REGION}, then=path) for path in above), default=None
    )

"""The last change of a period: what it was, when, and in what role somebody made it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate, localtime

from accounts.models import User
from czech.plurals import counted
from czech.printing import date_text, time_text
from plans.models import Plan, ReportingPeriod, Role

STEPS = [
    ("submitted", "odevzdal"),
    ("returned", "vrátil"),
    ("approved", "schválil"),
    ("reopened", "znovu otevřel"),
]
FROM_FILE = "načteno ze souboru"
WITHOUT_ROLE = "někdo, kdo tu už roli nemá"
ROLE_WORDS = {
    Role.COORDINATOR: "koordinátor města",
    Role.CONTRIBUTOR: "přispěvatel",
    Role.CONSULTANT: "konzultant",
    Role.READER: "čtenář",
}


@dataclass(frozen=True, slots=True)
class Change:
    moment: datetime
    author: int | None
    verb: str = ""  # of a step of the period; a change of a value needs none

    @property
    def when(self) -> str:
        """dnes 8:15, včera 16:42, 27. 5. 2024."""
        days = self.days_ago
        if days > 1:
            return date_text(localtime(self.moment).date())
        return f"{'včera' if days else 'dnes'} {time_text(self.moment)}"

    @property
    def age(self) -> str:
        return f"před {counted(self.days_ago, 'dnem', 'dny', 'dne', 'dny')}" if self.days_ago > 1 else ""

    @property
    def days_ago(self) -> int:
        return days_since(self.moment)


@dataclass(frozen=True, slots=True)
class Roles:
    """What the authors of changes are in each town."""

    administrators: frozenset[int]
    held: dict[int, list[tuple[str, int | None, str]]]  # user: role, territory, regional centre

    def words(self, change: Change, plan: Plan) -> str:
        if change.author is None:
            return FROM_FILE
        return f"{change.verb} {self._role(change.author, plan)}".strip()

    def _role(self, user: int, plan: Plan) -> str:
        reaching = {role for role, *place in self.held[user] if _reaches(role, *place, plan)}
        known = [word for role, word in ROLE_WORDS.items() if role in reaching]
        return known[0] if known else "správce" if user in self.administrators else WITHOUT_ROLE


def _reaches(role: str, territory: int | None, centre: str, plan: Plan) -> bool:
    if role == Role.CONTRIBUTOR or territory == plan.municipality_id:
        return True
    return role == Role.CONSULTANT and territory is None and centre in ("", plan.regional_centre)


def roles_of(users: set[int]) -> Roles:
    role = ("memberships__role", "memberships__territory", "memberships__regional_centre")
    held, administrators = defaultdict(list), set()
    for pk, is_superuser, *membership in User.objects.filter(pk__in=users).values_list(
        "pk", "is_superuser", *role
    ):
        held[pk].append(tuple(membership))
        if is_superuser:
            administrators.add(pk)
    return Roles(frozenset(administrators), held)


def last_change(period: ReportingPeriod) -> Change | None:
    """Of values, statuses and steps of a period whose last changes a query has read."""
    happened = [
        Change(moment, getattr(period, f"{step}_by_id"), verb)
        for step, verb in STEPS
        if (moment := getattr(period, f"{step}_at"))
    ]
    written = [(period.value_at, period.value_by), (period.evaluation_at, period.evaluation_by)]
    happened += [Change(moment, author) for moment, author in written if moment]
    return max(happened, key=lambda change: change.moment, default=None)


def days_since(moment: datetime) -> int:
    return (localdate() - localtime(moment).date()).days

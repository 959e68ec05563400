"""The period of each plan that matters now, and how urgent it is."""

from django.db.models import (
    Case,
    DateField,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    When,
)
from django.utils.timezone import localdate

from plans.models import ReportingPeriod


class BoardState(TextChoices):
    """Five states that add up to all towns, the most urgent first; the values stand in addresses."""

    OVERDUE = "po-terminu", "Po termínu"
    SUBMITTED = "odevzdano", "Čeká na kontrolu"
    RETURNED = "vraceno", "Vráceno městu"
    RUNNING = "bezi", "Běží termín"
    APPROVED = "schvaleno", "Schváleno"

    @property
    def icon(self) -> str:
        return ICONS[self]


ICONS = {
    BoardState.OVERDUE: "exclamation-triangle-fill",
    BoardState.SUBMITTED: "box-arrow-right",
    BoardState.RETURNED: "reply-fill",
    BoardState.RUNNING: "calendar3",
    BoardState.APPROVED: "check-circle-fill",
}
STATES = list(BoardState)
OVERDUE, SUBMITTED, RETURNED, RUNNING, APPROVED = range(5)
DEADLINE = Case(When(urgency__in=[OVERDUE, RUNNING], then="due_on"), output_field=DateField())
# What waits longest or ends soonest stands first in its state.
IN_STATE = (DEADLINE.asc(nulls_last=True), "happened_at")
TOWN_ORDER = ("plan__municipality__name", "plan__municipality__parent__name", "plan__kind", "pk")


def with_urgency(periods: QuerySet[ReportingPeriod]) -> QuerySet[ReportingPeriod]:
    """Add `urgency`, the position among the states of the board, and `happened_at`.

    The last step decides, as in the property `state`; here in one expression, since a list repeats it often.
    """
    is_late = Q(due_on__lt=localdate())
    reopened = Q(reopened_at=F("happened_at"))
    steps = [("approved_at", APPROVED), ("returned_at", RETURNED), ("submitted_at", SUBMITTED)]
    urgency = Case(
        When(reopened & is_late, then=OVERDUE),
        When(reopened, then=RUNNING),
        *(When(**{step: F("happened_at")}, then=state) for step, state in steps),
        When(is_late, then=OVERDUE),
        default=RUNNING,
        output_field=IntegerField(),
    )
    return periods.with_last_step().annotate(urgency=urgency)


def current_period() -> Subquery:
    """The key of the plan's period that matters: the most urgent of those not approved, else the newest."""
    deadline = Case(When(urgency__lt=APPROVED, then="due_on"), output_field=DateField())
    of_plan = with_urgency(ReportingPeriod.objects.filter(plan=OuterRef("pk")))
    of_plan = of_plan.order_by("urgency", deadline.asc(nulls_last=True), "-start", "-pk")
    return Subquery(of_plan.values("pk")[:1])


def by_urgency(periods: QuerySet[ReportingPeriod]) -> QuerySet[ReportingPeriod]:
    return periods.order_by("urgency", *IN_STATE, *TOWN_ORDER)


def state_of(period: ReportingPeriod) -> BoardState:
    """Of a period that a query of this module read."""
    return STATES[period.urgency]

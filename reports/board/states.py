"""The period of each plan that matters now, and how urgent it is."""

from django.db.models import (
    Case,
    DateField,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    TextChoices,
    When,
)
from django.utils.timezone import localdate

from plans.models import Plan, ReportingPeriod


class BoardState(TextChoices):
    """Five states that add up to all towns, the most urgent first; the values stand in addresses."""

    OVERDUE = "po-terminu", "Po termínu"
    SUBMITTED = "odevzdano", "Čeká na kontrolu"
    RETURNED = "vraceno", "Vráceno městu"
    RUNNING = "bezi", "Běží termín"
    APPROVED = "schvaleno", "Schváleno"


STATES = list(BoardState)
OVERDUE, SUBMITTED, RETURNED, RUNNING, APPROVED = range(5)
DEADLINE = Case(When(urgency__in=[OVERDUE, RUNNING], then="due_on"), output_field=DateField())
# What waits longest or ends soonest stands first in its state.
IN_STATE = (DEADLINE.asc(nulls_last=True), "happened_at")
TOWN_ORDER = ("plan__municipality__name", "plan__municipality__parent__name", "plan__kind", "pk")


def with_urgency(periods: QuerySet[ReportingPeriod]) -> QuerySet[ReportingPeriod]:
    """Add `urgency`, the position among the states of the board."""
    is_late = When(state_now="open", due_on__lt=localdate(), then=OVERDUE)
    known = [("submitted", SUBMITTED), ("returned", RETURNED), ("approved", APPROVED)]
    others = [When(state_now=state, then=position) for state, position in known]
    urgency = Case(is_late, *others, default=RUNNING, output_field=IntegerField())
    return periods.with_state().annotate(urgency=urgency)


def current_periods(plans: QuerySet[Plan]) -> QuerySet[ReportingPeriod]:
    """One period of each plan: the most urgent of those not approved yet, else the newest."""
    deadline = Case(When(urgency__lt=APPROVED, then="due_on"), output_field=DateField())
    of_plan = with_urgency(ReportingPeriod.objects.filter(plan=OuterRef("pk")))
    of_plan = of_plan.order_by("urgency", deadline.asc(nulls_last=True), "-start", "-pk")
    current = plans.order_by().annotate(current=Subquery(of_plan.values("pk")[:1])).values("current")
    return with_urgency(ReportingPeriod.objects.filter(pk__in=current))


def by_urgency(periods: QuerySet[ReportingPeriod]) -> QuerySet[ReportingPeriod]:
    return periods.order_by("urgency", *IN_STATE, *TOWN_ORDER)


def state_of(period: ReportingPeriod) -> BoardState:
    """Of a period that a query of this module read."""
    return STATES[period.urgency]

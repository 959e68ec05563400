"""Five states with the number of towns in each and the worst case, in one question."""

from dataclasses import dataclass

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber

from plans.models import ReportingPeriod

from .changes import days_since
from .states import IN_STATE, STATES, BoardState, state_of
from .wording import days_text, left_text


@dataclass(frozen=True, slots=True)
class StateCounter:
    state: BoardState
    count: int
    worst: str = ""  # nejdéle Sokolov, 12 dní


def state_counters(periods: QuerySet[ReportingPeriod]) -> list[StateCounter]:
    """Every state, also those in which no town is."""
    within = [F("urgency")]
    first = periods.annotate(
        in_state=Window(Count("pk"), partition_by=within),
        place=Window(RowNumber(), partition_by=within, order_by=IN_STATE),
    )
    first = first.filter(place=1).select_related("plan__municipality").order_by("urgency")
    found = {state_of(one): StateCounter(state_of(one), one.in_state, _worst(one)) for one in first}
    return [found.get(state) or StateCounter(state, 0) for state in STATES]


def _worst(period: ReportingPeriod) -> str:
    state, town = state_of(period), period.plan.municipality.name
    if state == BoardState.APPROVED:
        return ""
    if state == BoardState.RUNNING:
        return f"nejblíž {town}, {left_text(period)}" if period.due_on else ""
    days = period.days_late if state == BoardState.OVERDUE else days_since(period.happened_at)
    return f"nejdéle {town}, {days_text(days)}" if days else "od dneška"

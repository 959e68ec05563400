"""Five states with the number of towns in each and the worst case, in one question."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate

from plans.models import ReportingPeriod

from .changes import days_since
from .states import IN_STATE, STATES, BoardState
from .wording import days_text, left_text


@dataclass(frozen=True, slots=True)
class StateCounter:
    state: BoardState
    count: int
    worst: str = ""  # nejdéle Sokolov, 12 dní


@dataclass(frozen=True, slots=True)
class InState:
    """As much of a period as a counter says."""

    urgency: int
    due_on: date | None
    happened_at: datetime
    town: str

    @property
    def days_left(self) -> int:
        return (self.due_on - localdate()).days


def state_counters(periods: QuerySet[ReportingPeriod]) -> list[StateCounter]:
    """Every state, also those in which no town is; the first in its state is the worst case."""
    rows = periods.select_related(None).order_by("urgency", *IN_STATE)
    rows = rows.values_list("urgency", "due_on", "happened_at", "plan__municipality__name")
    within: dict[int, list[InState]] = {position: [] for position in range(len(STATES))}
    for row in rows:
        one = InState(*row)
        within[one.urgency].append(one)
    return [_counter(STATES[position], found) for position, found in within.items()]


def _counter(state: BoardState, found: list[InState]) -> StateCounter:
    return StateCounter(state, len(found), _worst(state, found[0]) if found else "")


def _worst(state: BoardState, first: InState) -> str:
    if state == BoardState.APPROVED:
        return ""
    if state == BoardState.RUNNING:
        return f"nejblíž {first.town}, {left_text(first)}" if first.due_on else ""
    days = -first.days_left if state == BoardState.OVERDUE else days_since(first.happened_at)
    return f"nejdéle {first.town}, {days_text(days)}" if days else "od dneška"

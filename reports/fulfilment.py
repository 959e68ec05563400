"""How the action plan stands: its rows as they are printed and how many there are of each status."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from indicators.bands import AreaBand, GoalBand, MeasureBand, Row
from plans.models import Evaluation, Status

COMPLETED = (Status.COMPLETED, Status.CONTINUOUS)
UNCOUNTED = (Status.NOT_MONITORED, Status.NOT_RELEVANT, Status.NOT_STATED)


@dataclass(frozen=True)
class ActionRow:
    """A measure, or what hangs directly on a goal: its own indicator or its evaluation as a whole."""

    evaluation: Evaluation | None
    measure: MeasureBand | None = None
    indicator: Row | None = None

    @property
    def status(self) -> Status | None:
        """A measure always has one; an indicator of a goal only when the goal got one as a whole."""
        status = Status(self.evaluation.status) if self.evaluation else Status.NOT_STATED
        return status if self.measure or status != Status.NOT_STATED else None


@dataclass(frozen=True)
class StatusCounts:
    """Numbers of rows by status, and what may be said about fulfilment."""

    numbers: Counter

    @classmethod
    def of(cls, rows: Iterable[ActionRow]) -> "StatusCounts":
        return cls(Counter(row.status for row in rows if row.status))

    @property
    def statuses(self) -> list[Status]:
        """Those that occur, in the order of the legend."""
        return [status for status in Status if self.numbers[status]]

    @property
    def total(self) -> int:
        return self.numbers.total()

    @property
    def is_stated(self) -> bool:
        """Whether anybody said how anything stands."""
        return any(status != Status.NOT_STATED for status in self.statuses)

    @property
    def completed(self) -> int:
        return sum(self.numbers[status] for status in COMPLETED)

    @property
    def counted(self) -> int:
        return self.total - sum(self.numbers[status] for status in UNCOUNTED)

    @property
    def percent(self) -> int:
        return round(100 * self.completed / self.counted) if self.counted else 0


def action_rows(goal: GoalBand) -> list[ActionRow]:
    """The rows of the goal's table: what hangs on the goal itself, then its measures."""
    measures = [
        ActionRow(band.evaluation, measure=band) for band in goal.measures if band.measure.in_action_plan
    ]
    return _own_rows(goal) + measures


def area_rows(area: AreaBand) -> list[ActionRow]:
    return [row for goal in area.goal_bands for row in action_rows(goal)]


def outside_action_plan(area: AreaBand) -> list[MeasureBand]:
    return [band for band in area.measures if not band.measure.in_action_plan]


def _own_rows(goal: GoalBand) -> list[ActionRow]:
    if goal.evaluation and not goal.rows:
        return [ActionRow(goal.evaluation)]
    return [ActionRow(goal.evaluation, indicator=row) for row in goal.rows]

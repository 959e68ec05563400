"""How a period stood before: when it was last approved or returned, or what earlier periods say.

Read from history in a fixed number of queries; the review compares the submission with it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Model, Q
from django.utils.timezone import localtime

from czech.printing import date_text
from plans.models import Evaluation, ReportingPeriod

from .bands import Grid
from .models import Part, Value
from .past_parts import REMOVED

SINCE_EARLIER = "proti minulému období"

Level = tuple[int | None, int | None]  # a measure, or a goal evaluated as a whole


@dataclass(frozen=True)
class Decision:
    """An approval or a return, which the town has answered since."""

    moment: datetime
    is_approval: bool
    is_loaded: bool = False  # came in with the plan, before any history

    @property
    def since(self) -> str:
        name = "schválení" if self.is_approval else "vrácení"
        return f"od {name} {date_text(localtime(self.moment).date())}"

    def versions(self, rows) -> list[Model]:
        """The last version of each object at that moment, without those taken away by then."""
        known = Q(history_date__lte=self.moment)
        if self.is_loaded:
            known |= Q(history_type="+", history_user=None)
        latest = {row.id: row for row in rows.filter(known).order_by("history_date", "history_id")}
        return [row for row in latest.values() if row.history_type != REMOVED]


@dataclass(frozen=True)
class Standing:
    """Values by indicator and evaluations by measure and goal, as they are compared with the submission."""

    since: str
    values: dict[int, Value] = field(default_factory=dict)
    evaluations: dict[Level, Evaluation] = field(default_factory=dict)
    is_own: bool = False  # of the same period: what is not here was not there
    was_approved: bool = False


def standing_before(grid: Grid) -> Standing:
    """What the submitted period is compared with: its last approval or return, else the earlier periods."""
    decision = last_decision(grid.period)
    return _standing_at(decision, grid.period) if decision else _standing_earlier(grid)


def last_decision(period: ReportingPeriod) -> Decision | None:
    """The latest approval or return; an approval in force is compared with the decision before it."""
    approval = period
    if period.state == ReportingPeriod.State.APPROVED:
        earlier = period.history.filter(approved_at__lt=period.approved_at).order_by("approved_at")
        approval = earlier.last()
    decisions = []
    if approval and approval.approved_at:
        is_loaded = approval.approved_by_id is None
        decisions.append(Decision(approval.approved_at, is_approval=True, is_loaded=is_loaded))
    if period.returned_at:
        decisions.append(Decision(period.returned_at, is_approval=False))
    return max(decisions, key=lambda decision: decision.moment, default=None)


def _standing_at(decision: Decision, period: ReportingPeriod) -> Standing:
    values = decision.versions(Value.history.filter(period=period.pk))
    evaluations = decision.versions(Evaluation.history.filter(period=period.pk))
    return Standing(
        decision.since,
        {version.indicator_id: version for version in _with_parts(values, decision)},
        {(version.measure_id, version.goal_id): version.instance for version in evaluations},
        is_own=True,
        was_approved=decision.is_approval,
    )


def _with_parts(versions: list[Model], decision: Decision) -> Iterable[Value]:
    """Values with the parts they had then; now they may have others."""
    rows = Part.history.filter(value__in=[version.id for version in versions])
    parts = defaultdict(list)
    for part in decision.versions(rows.select_related("category", "territory")):
        parts[part.value_id].append(part)
    for version in versions:
        value = version.instance
        value.all_parts = sorted(parts[version.id], key=lambda part: (part.position, part.id))
        yield value


def _standing_earlier(grid: Grid) -> Standing:
    """The last known value of each indicator and the last stated status of each measure."""
    earlier = [period for period in grid.periods if period.pk != grid.period.pk]
    stated = Evaluation.objects.with_status().filter(period__in=earlier).order_by("period__start", "pk")
    return Standing(
        SINCE_EARLIER,
        {row.indicator.pk: row.previous for row in grid.rows if row.previous},
        {(one.measure_id, one.goal_id): one for one in stated},
    )

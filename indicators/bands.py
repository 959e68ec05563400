"""The table of values as data: plan, areas, goals, measures and under each the rows of its indicators."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from plans.models import (
    Evaluation,
    Goal,
    Measure,
    Plan,
    PriorityArea,
    Remark,
    ReportingPeriod,
    Status,
    Territory,
)

from .models import Category, Indicator, Part, Target, Value

PLAN_TITLE = "Ukazatele plánu jako celku"


class CellState(StrEnum):
    FILLED = "filled"
    REASONED = "reasoned"
    MISSING = "missing"


@dataclass(frozen=True)
class PartSlot:
    """A place for one part of a value: a category of the indicator, or a compared territory."""

    category: Category | None = None
    territory: Territory | None = None
    kind: str = Part.Kind.COUNT

    @property
    def key(self) -> str:
        return f"c{self.category.pk}" if self.category else f"t{self.territory.pk}{self.kind}"

    @property
    def label(self) -> str:
        return str(self.category or self.territory)

    def part_of(self, value: Value | None) -> Part | None:
        parts = value.all_parts if value else ()
        return next((part for part in parts if self._holds(part)), None)

    def _holds(self, part: Part) -> bool:
        if self.category:
            return part.category_id == self.category.pk
        return part.territory_id == self.territory.pk and part.kind == self.kind


def slot_of(part: Part) -> PartSlot:
    return PartSlot(part.category) if part.category else PartSlot(territory=part.territory, kind=part.kind)


@dataclass
class Row:
    """One indicator with all its values; `address` is how people point at it (4.1.1.1/3)."""

    indicator: Indicator
    address: str
    targets: list[Target]
    categories: list[Category]
    values: dict[int | None, Value]  # by period, the baseline under None
    earlier: list[int]  # periods before the one being read, the latest first
    period_id: int
    remarks: list[Remark] = field(default_factory=list)
    whole: "Row | None" = None  # the row that its share is a share of
    baseline_changes: list = field(default_factory=list)  # filled by indicators.baselines

    @cached_property
    def current(self) -> Value | None:
        """Asked for some twenty times a row; whoever saves a value puts it here too."""
        return self.values.get(self.period_id)

    @property
    def baseline(self) -> Value | None:
        return self.values.get(None)

    @cached_property
    def previous(self) -> Value | None:
        """The latest earlier value that is a value and not a reason, or the baseline."""
        known = (self.values.get(period) for period in [*self.earlier, None])
        return next((value for value in known if value and not value.missing_reason), None)

    @cached_property
    def part_slots(self) -> list[PartSlot]:
        """The indicator's categories, or whatever its latest value was split by."""
        if self.categories:
            return [PartSlot(category) for category in self.categories]
        latest = self.current or self.previous
        return [slot_of(part) for part in latest.all_parts] if latest else []

    @property
    def series(self) -> list[Value | None]:
        """Baseline, earlier periods from the oldest, and the current value."""
        return [self.values.get(period) for period in [None, *reversed(self.earlier), self.period_id]]

    @property
    def state(self) -> CellState:
        if self.current is None:
            return CellState.MISSING
        return CellState.REASONED if self.current.missing_reason else CellState.FILLED


@dataclass(frozen=True)
class Progress:
    """How much of the table is done: a value, or a reason why there is none."""

    filled: int = 0
    reasoned: int = 0
    missing: int = 0

    @classmethod
    def of(cls, rows) -> "Progress":
        return cls(**Counter(row.state for row in rows))

    @property
    def total(self) -> int:
        return self.filled + self.reasoned + self.missing

    @property
    def done(self) -> int:
        return self.filled + self.reasoned

    @property
    def percent(self) -> int:
        return round(100 * self.done / self.total) if self.total else 100


@dataclass
class MeasureBand:
    measure: Measure
    evaluation: Evaluation | None
    rows: list[Row]
    remarks: list[Remark] = field(default_factory=list)

    @property
    def status(self) -> Status:
        return Status(self.evaluation.status) if self.evaluation else Status.NOT_STATED

    @property
    def is_evaluated(self) -> bool:
        return self.status != Status.NOT_STATED


@dataclass
class GoalBand:
    """A goal with its own rows, its measures and, for a strategic goal, its specific goals."""

    goal: Goal
    evaluation: Evaluation | None
    rows: list[Row]
    measures: list[MeasureBand]
    subgoals: list["GoalBand"] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def bands(self) -> Iterator["GoalBand"]:
        yield self
        for subgoal in self.subgoals:
            yield from subgoal.bands()


@dataclass
class AreaBand:
    """An area with its context and impact rows and its goals; the plan's own rows stand under no area."""

    area: PriorityArea | None
    context: list[Row]
    impact: list[Row]
    goals: list[GoalBand]

    @property
    def code(self) -> str:
        return self.area.code if self.area else ""

    @property
    def title(self) -> str:
        return self.area.title if self.area else PLAN_TITLE

    @property
    def anchor(self) -> str:
        """Its place on every page that lists areas."""
        return f"oblast-{self.area.pk}" if self.area else "plan"

    @property
    def goal_bands(self) -> list[GoalBand]:
        return [band for goal in self.goals for band in goal.bands()]

    @property
    def measures(self) -> list[MeasureBand]:
        return [measure for band in self.goal_bands for measure in band.measures]

    @cached_property
    def rows(self) -> list[Row]:
        below = [row for band in self.goal_bands for row in [*band.rows, *_rows_of(band.measures)]]
        return [*self.context, *self.impact, *below]

    @cached_property
    def progress(self) -> Progress:
        return Progress.of(self.rows)

    @property
    def evaluated(self) -> int:
        return sum(measure.is_evaluated for measure in self.measures)

    @property
    def status_counts(self) -> list[tuple[Status, int]]:
        """How many measures stand how, in the order of the statuses."""
        counts = Counter(measure.status for measure in self.measures)
        return [(status, counts[status]) for status in Status if counts[status]]


def _rows_of(measures: list[MeasureBand]) -> list[Row]:
    return [row for measure in measures for row in measure.rows]


@dataclass
class Grid:
    """The whole table of one period; the first band holds what belongs to the plan as a whole."""

    plan: Plan
    period: ReportingPeriod
    periods: list[ReportingPeriod]  # up to the one being read, the oldest first
    areas: list[AreaBand]
    # Cells that a consultant returned, as (what it is about, id); empty when nothing or everything was.
    returned: set[tuple[str, int]] = field(default_factory=set)

    filled: set[int] | None = None  # measures that the reader may fill, None for all of the plan

    def may_fill(self, measure_id: int | None) -> bool:
        return self.filled is None or measure_id in self.filled

    def is_open(self, about: str, subject_id: int) -> bool:
        """May the cell be changed now? Of a returned period only the returned cells may."""
        is_returned = not self.returned or (about, subject_id) in self.returned
        return self.is_period_open and is_returned

    @cached_property
    def is_period_open(self) -> bool:
        """Asked for every cell, so worked out once."""
        return self.period.is_open

    @cached_property
    def rows(self) -> list[Row]:
        return [row for area in self.areas for row in area.rows]

    @cached_property
    def measures(self) -> list[MeasureBand]:
        return [measure for area in self.areas for measure in area.measures]

    @cached_property
    def progress(self) -> Progress:
        return Progress.of(self.rows)

    @property
    def evaluated(self) -> int:
        return sum(measure.is_evaluated for measure in self.measures)

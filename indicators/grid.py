"""One reading of a period's table of values, for the entry page, the overview and the report.

`read_grid` asks the database a fixed number of questions, whatever the size of the plan.
"""

from collections import defaultdict

from django.db.models import OuterRef, Prefetch, Q, Subquery, prefetch_related_objects

from accounts.models import User
from plans.models import (
    Evaluation,
    Goal,
    Measure,
    MeasureImplementer,
    Plan,
    PriorityArea,
    Remark,
    ReportingPeriod,
    still_used,
)

from .bands import AreaBand, GoalBand, Grid, MeasureBand, Row
from .models import Category, Indicator, Part, Role, Target, Value, evidence_count
from .ownership import own_part


def read_grid(
    plan: Plan, period: ReportingPeriod, reader: User | None = None, *, with_series: bool = False
) -> Grid:
    """Everything the period's table holds, in the printed order.

    With a reader (and a plan from `plans.access`) only what the reader may see, and what the reader may fill.
    Of earlier values each row knows the latest one; `with_series` all of them.
    """
    return _GridReader(plan, period, reader, with_series).grid()


def read_progress(plan: Plan, period: ReportingPeriod, reader: User) -> Grid:
    """The same table without what an overview does not tell: targets, parts, remarks and earlier values."""
    return _ProgressReader(plan, period, reader, with_series=False).grid()


def load_implementers(grid: Grid):
    """Who implements each measure, in one query; the pages where values are typed do not ask."""
    implementers = MeasureImplementer.objects.select_related("organisation")
    measures = [band.measure for band in grid.measures]
    prefetch_related_objects(measures, Prefetch("measureimplementer_set", implementers))


class _GridReader:
    """Loads each model once and hangs rows under bands; lives only while one grid is read."""

    def __init__(self, plan: Plan, period: ReportingPeriod, reader: User | None, with_series: bool):
        self.plan, self.period, self.reader, self.with_series = plan, period, reader, with_series
        self.periods = [
            one for one in plan.periods.all() if (one.start, one.end) <= (period.start, period.end)
        ]
        self.earlier = [one.pk for one in reversed(self.periods) if one.pk != period.pk]
        self.remarks = _grouped(self._remarks(), lambda remark: (remark.about, remark.subject_id))
        self.measures = self._measures()
        self.own = {measure.pk for group in self.measures.values() for measure in group if measure.is_own}
        self.rows = self._rows()
        self.evaluations = self._evaluations()

    def grid(self) -> Grid:
        goals = _grouped(self._goals(), lambda goal: (goal.area_id, goal.parent_id))
        areas = [self._area(area, goals) for area in self.plan.areas.all()]
        whole = [self._plan_band(), *areas]
        seen = whole if self.reader is None or self.plan.is_seen_whole else own_part(whole)
        return Grid(self.plan, self.period, self.periods, seen, self._returned(), self._filled())

    def _rows(self) -> dict[tuple, list[Row]]:
        """Rows by the level they hang on: ("measure", 7) or ("plan", None)."""
        all_categories = {category.pk: category for category in self._categories()}
        values = _grouped(self._values(all_categories), lambda value: value.indicator_id)
        targets = _grouped(self._targets(), lambda target: target.indicator_id)
        categories = _grouped(all_categories.values(), lambda category: category.indicator_id)
        rows = defaultdict(list)
        for indicator in self._indicators():
            own = {value.period_id: value for value in values[indicator.pk]}
            row = Row(indicator, "", targets[indicator.pk], categories[indicator.pk],
                      own, self.earlier, self.period.pk,
                      self._discussed(Remark.About.VALUE, indicator.pk, indicator.measure_id))  # fmt: skip
            rows[_owner(indicator)].append(row)
        self._join_wholes([row for group in rows.values() for row in group])
        return rows

    def _indicators(self) -> list[Indicator]:
        """Those in use; which measures are retired is known, a join would read those of all towns."""
        used = {None, *(measure.pk for group in self.measures.values() for measure in group)}
        indicators = self.plan.indicators.filter(still_used(self.period.start))
        return [indicator for indicator in indicators if indicator.measure_id in used]

    def _join_wholes(self, rows: list[Row]):
        """A contributor does not learn the numbers of others from a share."""
        sees_all = self.reader is None or self.plan.is_seen_whole
        shares = [row for row in rows if row.indicator.denominator_id]
        known = {row.indicator.pk: row for row in rows} if shares else {}
        for row in shares:
            whole = known.get(row.indicator.denominator_id)
            is_seen = whole is not None and (sees_all or row.indicator.is_beside(whole.indicator))
            row.whole = whole if is_seen else None

    # Plain lists grouped here: prefetch_related would make a queryset for each of the thousand values.

    def _targets(self):
        return Target.objects.current().filter(indicator__plan=self.plan)

    def _categories(self):
        return Category.objects.filter(indicator__plan=self.plan)

    def _parts(self, values: list[Value], categories: dict[int, Category]) -> list[Part]:
        # A list of all the values would take longer to put into the question than the answer to read.
        periods = {value.period_id for value in values if value.period_id}
        of_periods = Q(value__period=None) | Q(value__period__in=periods)
        parts = Part.objects.filter(of_periods, value__indicator__plan=self.plan).select_related("territory")
        for part in parts:
            if part.category_id:
                part.category = categories[part.category_id]
        return list(parts)

    def _values(self, categories: dict[int, Category]) -> list[Value]:
        counted = Value.objects.annotate(evidence_count=evidence_count())
        values = list(counted.filter(self._read(), indicator__plan=self.plan))
        parts = _grouped(self._parts(values, categories), lambda part: part.value_id)
        known = {period.pk: period for period in self.periods}
        for value in values:
            value.all_parts = parts[value.pk]
            if value.period_id:
                value.period = known[value.period_id]
        return values

    def _read(self) -> Q:
        """Which values: all up to this period, or those of this period and the latest known before it."""
        if self.with_series:
            return Q(period=None) | Q(period__in=self.periods)
        known = Value.objects.known().filter(indicator=OuterRef("pk"))
        before = known.filter(Q(period=None) | Q(period__in=self.earlier)).latest_first()
        indicators = self.plan.indicators.order_by().annotate(before=Subquery(before.values("pk")[:1]))
        # One list of keys; of two conditions with "or" the database would read the values of all towns.
        now = Value.objects.filter(period=self.period).order_by().values("pk")
        return Q(pk__in=now.union(indicators.values("before"), all=True))

    def _remarks(self):
        return self.period.remarks.open().roots().select_related("written_by")

    def _discussed(self, about: str, subject_id: int, measure_id: int | None) -> list[Remark]:
        """Remarks are between town and consultant; a contributor is told those at the own measures."""
        is_told = self.reader is None or self.plan.is_editable or self.plan.is_reviewable
        return self.remarks[about, subject_id] if is_told or measure_id in self.own else []

    def _returned(self) -> set[tuple[str, int]]:
        """The cells given back and not answered yet, if the period is in that state."""
        if self.period.state != ReportingPeriod.State.RETURNED:
            return set()
        returned = (one for remarks in self.remarks.values() for one in remarks if one.is_returning)
        return {(remark.about, remark.subject_id) for remark in returned}

    def _filled(self) -> set[int] | None:
        """Measures that the reader may fill; None stands for the whole plan."""
        if self.reader is None or self.plan.is_editable:
            return None
        return self.own

    def _goals(self):
        return Goal.objects.filter(area__plan=self.plan)

    def _measures(self) -> dict[int, list[Measure]]:
        measures = Measure.objects.in_use(self.period.start).filter(goal__area__plan=self.plan)
        if self.plan.is_filled_in_part:
            measures = measures.with_ownership(self.reader)
        return _grouped(measures, lambda measure: measure.goal_id)

    def _evaluations(self) -> dict[tuple, Evaluation]:
        return {(one.measure_id, one.goal_id): one for one in self.period.evaluations.all()}

    def _plan_band(self) -> AreaBand:
        return AreaBand(None, _addressed(self.rows["plan", None], "K"), [], [])

    def _area(self, area: PriorityArea, goals) -> AreaBand:
        own = self.rows["area", area.pk]
        context = [row for row in own if row.indicator.role == Role.CONTEXT]
        impact = [row for row in own if row.indicator.role != Role.CONTEXT]
        bands = [self._goal(goal, goals) for goal in goals[area.pk, None]]
        return AreaBand(
            area, _addressed(context, f"K{area.code}"), _addressed(impact, f"D{area.code}"), bands
        )

    def _goal(self, goal: Goal, goals) -> GoalBand:
        rows = _addressed(self.rows["goal", goal.pk], goal.code)
        measures = [self._measure(measure) for measure in self.measures[goal.pk]]
        subgoals = [self._goal(subgoal, goals) for subgoal in goals[goal.area_id, goal.pk]]
        remarks = self._discussed(Remark.About.GOAL, goal.pk, None)
        return GoalBand(goal, self.evaluations.get((None, goal.pk)), rows, measures, subgoals, remarks)

    def _measure(self, measure: Measure) -> MeasureBand:
        rows = _addressed(self.rows["measure", measure.pk], measure.code)
        remarks = self._discussed(Remark.About.MEASURE, measure.pk, measure.pk)
        return MeasureBand(measure, self.evaluations.get((measure.pk, None)), rows, remarks)


class _ProgressReader(_GridReader):
    """Reads whether there is a value, and how each measure stands."""

    def _values(self, categories: dict[int, Category]) -> list[Value]:
        return list(Value.objects.filter(period=self.period, indicator__plan=self.plan))

    def _targets(self):
        return ()

    def _categories(self):
        return ()

    def _remarks(self):
        return ()


def _owner(indicator: Indicator) -> tuple[str, int | None]:
    for level in ("measure", "goal", "area"):
        if pk := getattr(indicator, f"{level}_id"):
            return level, pk
    return "plan", None


def _addressed(rows: list[Row], code: str) -> list[Row]:
    for position, row in enumerate(rows, start=1):
        row.address = f"{code}/{position}"
    return rows


def _grouped(items, key) -> defaultdict:
    groups = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups

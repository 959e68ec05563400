"""Measures that were finished in earlier periods and of which this one says nothing: they may be left out."""

from collections.abc import Collection
from dataclasses import replace

from indicators.bands import AreaBand, GoalBand, Grid, MeasureBand
from plans.models import Evaluation, Measure, Status


def finished_earlier(grid: Grid) -> list[Measure]:
    """Silent measures whose latest earlier evaluation says that they are done."""
    silent = [band.measure for band in grid.measures if _is_silent(band)]
    earlier = Evaluation.objects.filter(measure__in=silent, period__in=grid.periods)
    # Later periods overwrite the earlier ones, so the last word stays.
    ordered = earlier.order_by("period__start", "period__end")
    latest = dict(ordered.with_status().values_list("measure", "status"))
    return [measure for measure in silent if latest.get(measure.pk) == Status.COMPLETED]


def _is_silent(band: MeasureBand) -> bool:
    """A value measured in the period is worth printing even when nobody wrote anything."""
    said = band.evaluation and (band.is_evaluated or band.evaluation.summary or band.evaluation.detail)
    return not said and not any(row.current for row in band.rows)


def without(grid: Grid, measures: Collection[Measure]) -> Grid:
    """The grid without the measures and without the goals that thereby lose all they had."""
    if not measures:
        return grid
    return replace(grid, areas=[_area(area, measures) for area in grid.areas])


def _area(area: AreaBand, measures: Collection[Measure]) -> AreaBand:
    return replace(area, goals=_goals(area.goals, measures))


def _goals(goals: list[GoalBand], measures: Collection[Measure]) -> list[GoalBand]:
    kept = [(goal, _goal(goal, measures)) for goal in goals]
    return [new for old, new in kept if _has_something(new) or not _has_something(old)]


def _goal(goal: GoalBand, measures: Collection[Measure]) -> GoalBand:
    kept = [band for band in goal.measures if band.measure not in measures]
    return replace(goal, measures=kept, subgoals=_goals(goal.subgoals, measures))


def _has_something(goal: GoalBand) -> bool:
    return bool(goal.rows or goal.measures or goal.subgoals or goal.evaluation)

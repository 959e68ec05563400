"""The part of a grid that a contributor sees: the measures of the own organisation and nothing else."""

from dataclasses import replace

from .bands import AreaBand, GoalBand


def own_part(areas: list[AreaBand]) -> list[AreaBand]:
    narrowed = [replace(area, context=[], impact=[], goals=_goals(area.goals)) for area in areas]
    return [area for area in narrowed if area.goals]


def _goals(goals: list[GoalBand]) -> list[GoalBand]:
    narrowed = [_goal(goal) for goal in goals]
    return [goal for goal in narrowed if goal.measures or goal.subgoals]


def _goal(goal: GoalBand) -> GoalBand:
    own = [band for band in goal.measures if band.measure.is_own]
    return replace(goal, evaluation=None, remarks=[], rows=[], measures=own, subgoals=_goals(goal.subgoals))

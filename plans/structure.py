"""The levels of a plan as they are edited: what stands where, its order, what may leave."""

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum

from django.db import transaction
from django.db.models import Max, Model, ProtectedError, QuerySet
from django.db.models.deletion import Collector

from .models import Goal, Measure, Plan, PriorityArea, Remark

Row = PriorityArea | Goal | Measure


class Level(StrEnum):
    AREA = "area"
    GOAL = "goal"
    MEASURE = "measure"

    def rows(self, plan: Plan) -> QuerySet:
        match self:
            case Level.AREA:
                return plan.areas.all()
            case Level.GOAL:
                return Goal.objects.filter(area__plan=plan)
        return Measure.objects.filter(goal__area__plan=plan)


@dataclass
class Node:
    """One level's row with what stands below it."""

    row: Row
    level: Level
    word: str
    place: int
    siblings: int
    below: list["Node"] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return anchor(self.row)

    @property
    def edit_view(self) -> str:
        return f"plans:edit_{self.level}"

    @property
    def move_view(self) -> str:
        return f"plans:move_{self.level}"

    @property
    def remove_view(self) -> str:
        return f"plans:remove_{self.level}"

    @property
    def is_first(self) -> bool:
        return self.place == 1

    @property
    def is_last(self) -> bool:
        return self.place == self.siblings

    @property
    def is_measure(self) -> bool:
        return self.level == Level.MEASURE

    @property
    def is_area(self) -> bool:
        return self.level == Level.AREA

    @property
    def takes_subgoals(self) -> bool:
        return self.level == Level.GOAL and self.row.parent_id is None

    @property
    def takes_measures(self) -> bool:
        """Below specific goals, or below a strategic one that has none."""
        return self.level == Level.GOAL and all(node.is_measure for node in self.below)


def level_of(row: Row) -> Level:
    return {PriorityArea: Level.AREA, Goal: Level.GOAL, Measure: Level.MEASURE}[type(row)]


def anchor(row: Row) -> str:
    return f"{level_of(row)}-{row.pk}"


def word_for(plan: Plan, row: Row) -> str:
    """What the kind of plan calls this level."""
    words = plan.kind_words
    if isinstance(row, Goal) and row.parent_id:
        return words.subgoal.one
    return getattr(words, level_of(row)).one


def structure_of(plan: Plan) -> list[Node]:
    """Areas with all that is below them, in three queries; retired measures have their place too."""
    below = defaultdict(list)
    for goal in Level.GOAL.rows(plan):
        below[("goal", goal.parent_id) if goal.parent_id else ("area", goal.area_id)].append(goal)
    for measure in Level.MEASURE.rows(plan):
        below["measures", measure.goal_id].append(measure)
    return _nodes(plan, plan.areas.all(), below)


def _nodes(plan: Plan, rows, below) -> list[Node]:
    nodes = []
    for place, row in enumerate(rows, start=1):
        node = Node(row, level_of(row), word_for(plan, row), place, len(rows))
        if not node.is_measure:
            node.below = _nodes(plan, below["measures", row.pk], below) if not node.is_area else []
            node.below += _nodes(plan, below[node.level, row.pk], below)
        nodes.append(node)
    return nodes


def siblings_of(row: Row) -> QuerySet:
    """Rows that stand beside it, itself included when it is saved."""
    match row:
        case PriorityArea():
            return PriorityArea.objects.filter(plan=row.plan_id)
        case Goal():
            return Goal.objects.filter(area=row.area_id, parent=row.parent_id)
    return Measure.objects.filter(goal=row.goal_id)


def put_last(row: Row):
    row.position = (siblings_of(row).aggregate(last=Max("position"))["last"] or 0) + 1


@transaction.atomic
def move(row: Row, step: int, *, by):
    """One place up (-1) or down (1) among its siblings; two people at once take turns."""
    siblings = list(siblings_of(row).select_for_update())
    place = siblings.index(row)
    if 0 <= place + step < len(siblings):
        siblings.insert(place + step, siblings.pop(place))
    for position, one in enumerate(siblings, start=1):
        if one.position != position:
            one.position, one._history_user = position, by
            one.save(update_fields=["position"])


def is_removable(row: PriorityArea | Goal) -> bool:
    """Nothing hangs on it: no level, indicator, status or remark."""
    if isinstance(row, Goal) and Remark.objects.filter(about=Remark.About.GOAL, subject_id=row.pk).exists():
        return False
    return not _is_protected(row)


def _is_protected(row: Model) -> bool:
    try:
        Collector(using=row._state.db).collect([row])
    except ProtectedError:
        return True
    return False


def remove(row: PriorityArea | Goal, *, by):
    """Its history stays and says who removed it."""
    row._history_user = by
    row.delete()

"""The page of statuses as data: areas, their goals, and a card for each measure or goal that is evaluated."""

from collections.abc import Callable
from dataclasses import dataclass

from plans.markup import without_marks
from plans.models import Evaluation, Goal, Measure, Remark, Status

from .bands import AreaBand, GoalBand, Grid, MeasureBand, Row

NOT_STATED = "stav chybí"
GOAL_CARD = "Vyhodnocení jako celek"


@dataclass
class StatusCard:
    """One measure, or a goal with indicators of its own, with its evaluation and its figures."""

    about: Remark.About
    band: MeasureBand | GoalBand
    is_open: bool

    @property
    def subject(self) -> Measure | Goal:
        return self.band.measure if self.is_measure else self.band.goal

    @property
    def is_measure(self) -> bool:
        return self.about == Remark.About.MEASURE

    @property
    def title(self) -> str:
        return self.subject.title if self.is_measure else GOAL_CARD

    @property
    def anchor(self) -> str:
        return f"{'opatreni' if self.is_measure else 'cil'}-{self.subject.pk}"

    @property
    def view(self) -> str:
        return f"indicators:edit_{'measure' if self.is_measure else 'goal'}_status"

    @property
    def evaluation(self) -> Evaluation | None:
        return self.band.evaluation

    @property
    def status(self) -> Status:
        return Status(self.evaluation.status) if self.evaluation else Status.NOT_STATED

    @property
    def word(self) -> str:
        return NOT_STATED if self.status == Status.NOT_STATED else self.evaluation.calm_status

    @property
    def rows(self) -> list[Row]:
        return self.band.rows

    @property
    def excerpt(self) -> str:
        return without_marks(self.evaluation.summary) if self.evaluation else ""

    @property
    def lacks_status(self) -> bool:
        return self.is_measure and not self.band.is_evaluated

    @property
    def lacks_summary(self) -> bool:
        return self.is_measure and not (self.evaluation and self.evaluation.summary)


@dataclass
class GoalCards:
    band: GoalBand
    cards: list[StatusCard]


@dataclass
class AreaCards:
    band: AreaBand
    goals: list[GoalCards]

    @property
    def cards(self) -> list[StatusCard]:
        return [card for goal in self.goals for card in goal.cards]

    def shown(self, shows: Callable[[StatusCard], bool]) -> "AreaCards":
        """The area with only those cards, and only goals that have one."""
        goals = [GoalCards(goal.band, list(filter(shows, goal.cards))) for goal in self.goals]
        return AreaCards(self.band, [goal for goal in goals if goal.cards])


def status_areas(grid: Grid, opened_goal: int | None = None) -> list[AreaCards]:
    """Areas that have something to evaluate, in the printed order; an opened goal has a card in any case."""
    areas = [
        AreaCards(area, [_goal(grid, band, opened_goal) for band in area.goal_bands]) for area in grid.areas
    ]
    return [area for area in areas if area.cards]


def next_without_status(cards: list[StatusCard], after: StatusCard | None = None) -> StatusCard | None:
    """The first open card without a status below the given one, or from the top when there is none."""
    start = cards.index(after) + 1 if after else 0
    waiting = (card for card in cards[start:] + cards[:start] if card.lacks_status and card.is_open)
    return next((card for card in waiting if card is not after), None)


def _goal(grid: Grid, band: GoalBand, opened_goal: int | None) -> GoalCards:
    """Only the plan's editors evaluate goals; contributors fill their own measures."""
    is_open = grid.filled is None and grid.is_open(Remark.About.GOAL, band.goal.pk)
    has_card = band.rows or band.evaluation or band.goal.pk == opened_goal
    own = [StatusCard(Remark.About.GOAL, band, is_open)] if has_card else []
    return GoalCards(band, own + [_measure(grid, measure) for measure in band.measures])


def _measure(grid: Grid, band: MeasureBand) -> StatusCard:
    pk = band.measure.pk
    is_open = grid.may_fill(pk) and grid.is_open(Remark.About.MEASURE, pk)
    return StatusCard(Remark.About.MEASURE, band, is_open)

"""What a consultant has to look at: only what changed, what is doubtful and what is missing with a reason.

Pure functions over a grid and over how the period stood before.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Model

from czech.printing import number_text
from plans.models import Evaluation, Goal, Measure, Remark, Status

from .bands import CellState, GoalBand, Grid, MeasureBand, Row
from .doubts import doubts_of
from .models import Direction, Value
from .standing import Standing
from .wording import Wording, value_span, word_value

DOUBTFUL, CHANGED = "Pochybnosti a připomínky", "Co se změnilo"
MISSING, ORDINARY = "Chybí nebo má důvod", "Bez zvláštností"
GROUPS = (DOUBTFUL, CHANGED, MISSING, ORDINARY)
STATUS_PRESSES, STATUS_CHANGED = "Stavy, které chybí nebo mají připomínku", "Stavy, které se změnily"
STATUS_GROUPS = (STATUS_PRESSES, STATUS_CHANGED)
VALUE_TEXTS = ("footnote", "source")
STATUS_TEXTS = ("summary", "detail", "outlook")


@dataclass
class ReviewedCell:
    """One value with everything that makes it worth a look."""

    row: Row
    now: Wording
    before: Wording | None = None  # how it stood before, when that reads differently
    change: str = ""  # −3, +0,6; empty when the two cannot be compared
    verdict: str = ""  # zlepšení, zhoršení; only when the wanted direction is stored
    texts: list[str] = field(default_factory=list)  # names of texts that changed beside the value
    doubts: list[str] = field(default_factory=list)
    was_approved: bool = False

    @property
    def is_changed(self) -> bool:
        return bool(self.before or self.texts)

    @property
    def group(self) -> str:
        """Why to look: the most pressing reason decides; what was approved as it is needs no second look."""
        if self.row.remarks:
            return DOUBTFUL
        if self.was_approved and not self.is_changed and self.row.state != CellState.MISSING:
            return ORDINARY
        if self.doubts:
            return DOUBTFUL
        if self.row.state != CellState.FILLED:
            return MISSING
        return CHANGED if self.is_changed else ORDINARY


@dataclass
class ReviewedStatus:
    """How a measure or a goal stands, and how it stood before when that differs."""

    about: str
    subject: Measure | Goal
    band: MeasureBand | GoalBand
    before: str = ""
    texts: list[str] = field(default_factory=list)

    @property
    def group(self) -> str:
        is_missing = isinstance(self.band, MeasureBand) and not self.band.is_evaluated
        if self.band.remarks or is_missing:
            return STATUS_PRESSES
        return STATUS_CHANGED if self.before or self.texts else ""


def reviewed_cells(grid: Grid, standing: Standing) -> list[ReviewedCell]:
    """All values of the period in printed order, beside how they stood before."""
    return [reviewed_cell(row, standing) for row in grid.rows]


def by_group(
    cells: Iterable[ReviewedCell | ReviewedStatus], names: tuple[str, ...] = GROUPS
) -> dict[str, list]:
    """The groups that are not empty, the most pressing first."""
    groups = {name: [cell for cell in cells if cell.group == name] for name in names}
    return {name: members for name, members in groups.items() if members}


def reviewed_cell(row: Row, standing: Standing) -> ReviewedCell:
    earlier = standing.values.get(row.indicator.pk)
    cell = ReviewedCell(row, _words(row, row.current), was_approved=standing.was_approved)
    is_known = standing.is_own or (earlier and row.current)
    if is_known and _words(row, earlier) != cell.now:
        cell.before = _words(row, earlier)
        difference = _difference(earlier, row.current)
        cell.change, cell.verdict = _signed(difference, row.current), _verdict(row, difference)
    if standing.is_own:
        cell.texts = _changed_texts(earlier, row.current, VALUE_TEXTS)
    if row.current:
        cell.doubts = list(doubts_of(row))
    return cell


def reviewed_statuses(grid: Grid, standing: Standing) -> list[ReviewedStatus]:
    """Measures and goals in printed order; a goal counts only where its town evaluates goals."""
    found = []
    for area in grid.areas:
        for goal in area.goal_bands:
            found.append(reviewed_status(Remark.About.GOAL, goal.goal, goal, standing))
            found += [
                reviewed_status(Remark.About.MEASURE, one.measure, one, standing) for one in goal.measures
            ]
    return found


def reviewed_status(
    about: str, subject: Measure | Goal, band: MeasureBand | GoalBand, standing: Standing
) -> ReviewedStatus:
    key = (None, subject.pk) if about == Remark.About.GOAL else (subject.pk, None)
    earlier, now = standing.evaluations.get(key), band.evaluation
    status = ReviewedStatus(about, subject, band)
    is_known = standing.is_own or (earlier and now)
    if is_known and _status_words(earlier) != _status_words(now):
        status.before = _status_words(earlier)
    if standing.is_own:
        status.texts = _changed_texts(earlier, now, STATUS_TEXTS)
    return status


def _status_words(evaluation: Evaluation | None) -> str:
    is_stated = evaluation and evaluation.status != Status.NOT_STATED
    return evaluation.calm_status if is_stated else Status.NOT_STATED.label


def _changed_texts(before: Model | None, now: Model | None, names: tuple[str, ...]) -> list[str]:
    """Names of the texts that read differently now."""
    either = before or now
    return [
        either._meta.get_field(name).verbose_name
        for name in names
        if either and getattr(before, name, "") != getattr(now, name, "")
    ]


def _words(row: Row, value: Value | None) -> Wording:
    return word_value(value, row.indicator, value_span(value) if value else None)


def _difference(before: Value | None, now: Value | None) -> Decimal | None:
    numbers = getattr(before, "number", None), getattr(now, "number", None)
    return None if None in numbers else numbers[1] - numbers[0]


def _signed(difference: Decimal | None, value: Value) -> str:
    if not difference:
        return ""
    sign = "+" if difference > 0 else ""
    return sign + number_text(difference, value.decimals)


def _verdict(row: Row, difference: Decimal | None) -> str:
    wanted = {Direction.UP: 1, Direction.DOWN: -1}.get(row.indicator.desired_direction)
    if not difference or wanted is None:
        return ""
    return "zlepšení" if difference * wanted > 0 else "zhoršení"

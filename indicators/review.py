"""What a consultant has to look at: only what changed, what is doubtful and what is missing with a reason.

Pure functions over a grid and over the values as they stood when the period was last returned.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from czech.printing import number_text

from .bands import CellState, Grid, Row
from .models import Direction, Value
from .submission import doubts_of
from .wording import Wording, value_span, word_value

DOUBTFUL, CHANGED = "Pochybnosti a připomínky", "Co se změnilo"
MISSING, ORDINARY = "Chybí nebo má důvod", "Bez zvláštností"
GROUPS = (DOUBTFUL, CHANGED, MISSING, ORDINARY)


@dataclass
class ReviewedCell:
    """One value with everything that makes it worth a look."""

    row: Row
    now: Wording
    before: Wording | None = None  # the last value known before, or as it was when returned
    change: str = ""  # −3, +0,6; empty when the two cannot be compared
    verdict: str = ""  # zlepšení, zhoršení; only when the wanted direction is stored
    doubts: list[str] = field(default_factory=list)

    @property
    def group(self) -> str:
        """Why to look: the most pressing reason decides."""
        if self.doubts or self.row.remarks:
            return DOUBTFUL
        if self.row.state != CellState.FILLED:
            return MISSING
        return CHANGED if self.before else ORDINARY


def reviewed_cells(grid: Grid, returned: dict[int, Value]) -> list[ReviewedCell]:
    """All values of the period in printed order; `returned` holds how returned cells stood, by indicator."""
    return [reviewed_cell(row, returned.get(row.indicator.pk)) for row in grid.rows]


def by_group(cells: list[ReviewedCell]) -> dict[str, list[ReviewedCell]]:
    """The groups that are not empty, the most pressing first."""
    groups = {name: [cell for cell in cells if cell.group == name] for name in GROUPS}
    return {name: members for name, members in groups.items() if members}


def reviewed_cell(row: Row, as_returned: Value | None = None) -> ReviewedCell:
    earlier = as_returned or row.previous
    cell = ReviewedCell(row, _words(row, row.current))
    if row.current is None:
        return cell
    cell.doubts = list(doubts_of(row))
    if earlier and _words(row, earlier) != cell.now:
        cell.before = _words(row, earlier)
        difference = _difference(earlier, row.current)
        cell.change, cell.verdict = _signed(difference, row.current), _verdict(row, difference)
    return cell


def _words(row: Row, value: Value | None) -> Wording:
    return word_value(value, row.indicator, value_span(value) if value else None)


def _difference(before: Value, now: Value) -> Decimal | None:
    if before.number is None or now.number is None:
        return None
    return now.number - before.number


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

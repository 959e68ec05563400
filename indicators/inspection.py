"""What the review puts before the consultant, read once for its page and for approving several periods."""

from dataclasses import dataclass

from plans.models import ReportingPeriod

from .bands import Grid
from .grid import read_grid
from .review import (
    DOUBTFUL,
    STATUS_GROUPS,
    ReviewedCell,
    ReviewedStatus,
    by_group,
    reviewed_cells,
    reviewed_statuses,
)
from .standing import Standing, standing_before
from .submission import missing_statuses, missing_to_submit, missing_values


@dataclass(frozen=True)
class Inspection:
    """A period beside how it stood before, sorted by why to look at it."""

    grid: Grid
    standing: Standing
    cells: dict[str, list[ReviewedCell]]
    statuses: dict[str, list[ReviewedStatus]]

    @property
    def doubtful(self) -> int:
        """Values with a doubt or a remark, which only a person can judge."""
        return len(self.cells.get(DOUBTFUL, []))

    @property
    def missing(self) -> int:
        """Values without a reason and statuses; only a loaded period can be submitted without them."""
        return len([*missing_values(self.grid), *missing_statuses(self.grid)])

    @property
    def blocking(self) -> int:
        """With how much the town itself could not have submitted."""
        return len(missing_to_submit(self.grid))


def inspected(period: ReportingPeriod) -> Inspection:
    grid = read_grid(period.plan, period)
    standing = standing_before(grid)
    cells = by_group(reviewed_cells(grid, standing))
    return Inspection(grid, standing, cells, by_group(reviewed_statuses(grid, standing), STATUS_GROUPS))

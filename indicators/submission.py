"""What stands between a period and its submission, and what a careful reader would ask about.

Pure functions over a grid: no query, no request.
"""

from dataclasses import dataclass
from enum import StrEnum

from .bands import Grid, MeasureBand, Row
from .doubts import doubts_of, is_explained


class Weight(StrEnum):
    """What is missing blocks the submission; a doubt asks for a note and lets through."""

    MISSING = "missing"
    DOUBT = "doubt"


@dataclass(frozen=True)
class Finding:
    """One thing to do before submitting, at a value or at a measure."""

    weight: Weight
    sentence: str
    row: Row | None = None
    measure: MeasureBand | None = None
    is_explained: bool = False

    @property
    def blocks(self) -> bool:
        return not self.is_explained


def findings(grid: Grid) -> list[Finding]:
    """Everything that is missing or doubtful, in the order of the grid."""
    return [*missing_values(grid), *missing_statuses(grid), *doubts(grid)]


def missing_to_submit(grid: Grid) -> list[Finding]:
    """What blocks the submission; empty when the period may be sent."""
    return [finding for finding in findings(grid) if finding.blocks]


def missing_values(grid: Grid) -> list[Finding]:
    empty = [row for row in grid.rows if row.current is None]
    return [Finding(Weight.MISSING, "Chybí hodnota, nebo důvod, proč není.", row=row) for row in empty]


def missing_statuses(grid: Grid) -> list[Finding]:
    without = [band for band in grid.measures if not band.is_evaluated]
    return [Finding(Weight.MISSING, "Chybí stav opatření.", measure=band) for band in without]


def doubts(grid: Grid) -> list[Finding]:
    return [
        Finding(Weight.DOUBT, sentence, row=row, is_explained=is_explained(row.current))
        for row in grid.rows
        if row.current is not None
        for sentence in doubts_of(row)
    ]

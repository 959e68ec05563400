"""What stands between a period and its submission, and what a careful reader would ask about.

Pure functions over a grid: no query, no request.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from czech.printing import number_text, percent_text

from .bands import Grid, MeasureBand, Row
from .models import PartsKind, Target, Value
from .models.target import Operator

# A value ten times larger or smaller than the last one is more often a typing error than news.
JUMP = 10
WHOLE = Decimal(100)


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
        Finding(Weight.DOUBT, sentence, row=row, is_explained=_is_explained(row.current))
        for row in grid.rows
        if row.current is not None
        for sentence in doubts_of(row)
    ]


def doubts_of(row: Row) -> Iterator[str]:
    """Sentences with the numbers that do not fit together."""
    yield from _parts_do_not_add_up(row)
    yield from _share_is_over_whole(row)
    yield from _jumps(row)
    yield from _target_is_met_without_proof(row)


def _is_explained(value: Value) -> bool:
    return bool(value.note or value.source)


def _parts_do_not_add_up(row: Row) -> Iterator[str]:
    value, parts = row.current, row.current.all_parts
    if row.indicator.parts_kind != PartsKind.SUM or value.number is None or not parts:
        return
    total = sum(part.number for part in parts)
    if total != value.number:
        whole, sum_of_parts = number_text(value.number, value.decimals), number_text(total, value.decimals)
        yield f"Součet částí je {sum_of_parts}, celkem je uvedeno {whole}."


def _share_is_over_whole(row: Row) -> Iterator[str]:
    value = row.current
    if value.share is not None and value.share > WHOLE:
        yield f"Podíl {percent_text(value.share, value.share_decimals)} je větší než celek."


def _jumps(row: Row) -> Iterator[str]:
    before, now = row.previous, row.current
    if before is None or not before.number or not now.number:
        return
    ratio = now.number / before.number
    if ratio >= JUMP or 0 < ratio <= Decimal(1) / JUMP:
        yield (
            f"Předchozí hodnota byla {number_text(before.number, before.decimals)}, "
            f"teď je {number_text(now.number, now.decimals)}."
        )


def _target_is_met_without_proof(row: Row) -> Iterator[str]:
    met = [target for target in row.targets if _is_met(target, row.current)]
    if met:
        yield f"Cíl {number_text(met[0].number, met[0].decimals)} je splněný; uveďte, čím je to doložené."


def _is_met(target: Target, value: Value) -> bool:
    if target.number is None or value.number is None:
        return False
    if target.operator in (Operator.EQUAL, Operator.AT_LEAST):
        return value.number >= target.number
    return target.operator == Operator.AT_MOST and value.number <= target.number

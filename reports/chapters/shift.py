"""Whether an indicator came nearer to its target since the start; said only where a direction is stored."""

from decimal import Decimal

from indicators.bands import Row
from indicators.models import Direction, Operator, Value
from plans.models import Territory
from reports.blocks import Cell, StatusMark
from reports.narrative import line

NEARER = StatusMark("nearer", "blíž k\u00a0cíli")
FARTHER = StatusMark("farther", "dál od cíle")
SIGNS = {Direction.UP: 1, Direction.DOWN: -1}


def has_direction(row: Row) -> bool:
    return row.indicator.desired_direction in SIGNS


def shift_cell(row: Row, town: Territory) -> Cell:
    if not has_direction(row):
        return _said("směr není určen")
    before, after = (_distance(value, row, town) for value in (row.baseline, row.current))
    if before is None or after is None:
        return _said("nelze srovnat")
    if before == after:
        return _said("beze změny")
    return Cell(((NEARER if after < before else FARTHER,),))


def _said(text: str) -> Cell:
    return Cell((line(text, muted=True),))


def _distance(value: Value | None, row: Row, town: Territory) -> Decimal | None:
    """The smaller, the nearer: a wanted rise counts with a minus, a comparison with the region by its gap."""
    if value is None or value.missing_reason or value.upper is not None:
        return None
    if any(target.operator == Operator.BELOW_REGION for target in row.targets):
        return _gap(value, town)
    own = next((one for one in (value.number, value.share, _part(value, town)) if one is not None), None)
    return None if own is None else -SIGNS[row.indicator.desired_direction] * own


def _gap(value: Value, town: Territory) -> Decimal | None:
    own = _part(value, town)
    region = next((part.number for part in value.all_parts if part.territory_id not in (None, town.pk)), None)
    return None if own is None or region is None else own - region


def _part(value: Value, town: Territory) -> Decimal | None:
    return next((part.number for part in value.all_parts if part.territory_id == town.pk), None)

"""Whether an indicator that should be the difference of two others is: free = maximum − occupied.

Only what is already read is compared; no query is made.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from .bands import Row
from .models import Category, Value


@dataclass(frozen=True)
class Difference:
    """The total of a row, or one category of it, beside the difference it should be."""

    row: Row
    category: Category | None  # None for the total
    stated: Decimal
    computed: Decimal

    @property
    def fits(self) -> bool:
        return self.stated == self.computed


def findings(rows: Iterable[Row]) -> list[Difference]:
    """What does not fit."""
    return [difference for difference in differences(rows) if not difference.fits]


def differences(rows: Iterable[Row]) -> list[Difference]:
    """Everything that can be compared, the total of each row before its categories."""
    known = {row.indicator.pk: row for row in rows}
    return [difference for row in known.values() for difference in _of_row(row, known)]


def _of_row(row: Row, known: dict[int, Row]) -> Iterator[Difference]:
    minuend = known.get(row.indicator.minuend_id)
    subtrahend = known.get(row.indicator.subtrahend_id)
    if minuend is None or subtrahend is None:
        return
    for category in (None, *row.categories):
        numbers = [_number(one, category) for one in (row, minuend, subtrahend)]
        if None not in numbers:
            stated, whole, taken = numbers
            yield Difference(row, category, stated, whole - taken)


def _number(row: Row, category: Category | None) -> Decimal | None:
    """None where there is nothing exact to compare."""
    value = row.current
    if value is None:
        return None
    return _part(value, category.label) if category else _total(value)


def _total(value: Value) -> Decimal | None:
    """A range or an estimate need not add up."""
    if value.upper is not None or value.qualifier:
        return None
    return value.number if value.number is not None else value.share


def _part(value: Value, label: str) -> Decimal | None:
    """Each indicator has categories of its own, so they meet by their labels."""
    parts = (part for part in value.all_parts if part.category)
    return next((part.number for part in parts if part.category.label == label), None)

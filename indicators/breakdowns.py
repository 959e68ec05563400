"""Indicators split by the same categories, which read better beside each other than as long strings."""

from collections import defaultdict
from collections.abc import Iterable

from .bands import Row
from .models import PartsKind

FEWEST_CATEGORIES = 3  # fewer are read in a line
MOST_COLUMNS = 5  # more do not fit on a page


def shared_breakdowns(rows: Iterable[Row]) -> list[list[Row]]:
    """Of rows with one owner, those whose current values add up from the same three or more categories.

    A vector (12/12/4/22) is no sum: its few numbers stand together in one line, as its plan prints them.
    """
    groups = defaultdict(list)
    for row in rows:
        if row.indicator.parts_kind == PartsKind.SUM and row.current and row.current.all_parts:
            groups[labels_of(row)].append(row)
    return [
        group
        for labels, group in groups.items()
        if len(labels) >= FEWEST_CATEGORIES and 2 <= len(group) <= MOST_COLUMNS
    ]


def tabled(rows: Iterable[Row]) -> set[int]:
    """Keys of the indicators whose current parts stand in such a table."""
    return {row.indicator.pk for group in shared_breakdowns(rows) for row in group}


def labels_of(row: Row) -> tuple[str, ...]:
    return tuple(category.label for category in row.categories)

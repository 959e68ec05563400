"""Parts of values as they were: which rows of their history belong to which version of the value."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Model

from .models import Part, Value

REMOVED = "-"


def attach_parts(rows: list[Model]):
    """Gives each historical value its `all_parts`, in two queries whatever the number of rows."""
    numbers = {row.id for row in rows}
    versions, parts = defaultdict(list), defaultdict(list)
    moments = Value.history.model.objects.filter(id__in=numbers).order_by("history_id")
    for number, moment in moments.values_list("id", "history_date"):
        versions[number].append(moment)
    for part in _parts_of(numbers):
        parts[part.value_id].append((_version_of(part, versions[part.value_id]), part))
    for row in rows:
        row.all_parts = _present(part for version, part in parts[row.id] if version <= row.history_date)


def _parts_of(values: set[int]):
    parts = Part.history.model.objects.filter(value__in=values).order_by("history_id")
    return parts.select_related("category", "territory")


def _version_of(part: Model, versions: list[datetime]) -> datetime:
    """A grid saves the value first and a loader its parts, so the nearest version is the right one."""
    return min(versions, key=lambda moment: abs(moment - part.history_date))


def _present(parts: Iterable[Model]) -> list[Model]:
    """The latest state of each part, without those that were taken away."""
    latest = {part.id: part for part in parts}
    present = [part for part in latest.values() if part.history_type != REMOVED]
    return sorted(present, key=lambda part: (part.position, part.id))

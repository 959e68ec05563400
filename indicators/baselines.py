"""A start may be corrected, but never quietly: what it was stays readable, with the day and the reason."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.timezone import localdate

from .bands import Row
from .models import Indicator, Value
from .past_parts import attach_parts
from .revisions import revision_text
from .wording import word_value


@dataclass(frozen=True, slots=True)
class BaselineChange:
    """What the baseline was before; empty when there was none."""

    before: str
    changed_on: date
    reason: str

    @property
    def text(self) -> str:
        return revision_text(self.before, self.changed_on, self.reason)


def join_baseline_changes(rows: list[Row]):
    """Tells each row how its baseline has changed; no query where nobody ever touched one."""
    touched = {row.baseline.pk: row for row in rows if _is_touched(row.baseline)}
    if not touched:
        return
    versions = defaultdict(list)
    history = list(Value.history.filter(id__in=touched).order_by("history_id"))
    attach_parts(history)
    for version in history:
        versions[version.id].append(version)
    for pk, row in touched.items():
        row.baseline_changes = _changes(versions[pk], row.indicator)


def baseline_revisions(row: Row) -> str:
    """Původně 120, změněno 1. 2. 2025: důvod. Only changes made after values were known have a reason."""
    return " ".join(change.text for change in row.baseline_changes if change.reason)


def _is_touched(baseline: Value | None) -> bool:
    """A baseline as it was loaded has no author and no further version."""
    return baseline is not None and (baseline.version > 1 or baseline.updated_by_id is not None)


def _changes(versions: list, indicator: Indicator) -> list[BaselineChange]:
    changes = []
    for before, after in pairwise([None, *versions]):
        words = _words(before, indicator)
        reason = after.history_change_reason or ""
        is_told = words != _words(after, indicator) and (before or reason)
        if is_told:
            changes.append(BaselineChange(words, localdate(after.history_date), reason))
    return changes


def _words(version, indicator: Indicator) -> str:
    """In a sentence a dash would not say why there was no value."""
    if version is None:
        return ""
    return version.get_missing_reason_display() or word_value(version, indicator).line

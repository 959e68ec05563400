"""The grid as one form: all rows that somebody touched are saved together, or none of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.db import transaction

from czech.plurals import unit_text
from plans.models import Remark

from .bands import Grid, PartSlot, Row
from .doubts import open_doubts
from .entries import Entry, entry_from, entry_of, field_prefix
from .marks import Mark
from .models import Part, Value
from .reading import Draft, read_entry
from .wholes import complete, computed_text
from .wording import word_value

CHANGED_MEANWHILE = (
    "Mezitím to změnil někdo jiný ({who}): {now}. Vaše hodnota se neuložila, porovnejte je a uložte znovu."
)
CONFLICT = "row"  # the key of an error that concerns no single field
# An empty field waits for "osob" rather than "osoba".
MANY = 5
SAVED_FIELDS = [
    "number", "decimals", "upper", "share", "share_decimals", "computed", "qualifier", "parts_only",
    "state", "text", "missing_reason", "covers_start", "covers_end", "note", "source",
]  # fmt: skip


@dataclass
class RowForm:
    """One row of the grid with its fields and what is wrong with them."""

    row: Row
    entry: Entry
    seen: str  # version and fingerprint of the row when the page was made
    is_open: bool = True
    is_returned: bool = False
    errors: dict[str, str] = field(default_factory=dict)
    draft: Draft | None = None
    together: Value | None = None  # what its whole is to be, where both are written at once

    @cached_property
    def prefix(self) -> str:
        return field_prefix(self.row)

    @property
    def unit(self) -> str:
        """The unit beside the field, in the form that fits the number there."""
        current = self.row.current
        known = current is not None and current.number is not None
        return unit_text(current.number if known else MANY, self.row.indicator.unit)

    @property
    def part_fields(self) -> list[tuple[PartSlot, str, str]]:
        """Slot, text and error of each part."""
        slots = self.row.part_slots
        return [(slot, self.entry.parts[slot.key], self.errors.get(slot.key, "")) for slot in slots]

    @property
    def doubts(self) -> list[str]:
        """What a careful reader would ask; nothing while the row waits to be corrected."""
        return [] if self.errors else open_doubts(self.row)

    @property
    def computed(self) -> str:
        """Which number nobody typed."""
        return computed_text(self.row)

    @property
    def mark(self) -> Mark:
        if self.errors:
            return Mark.CONFLICT if CONFLICT in self.errors else Mark.REFUSED
        if not self.is_open:
            return Mark.LOCKED
        if self.is_returned:
            return Mark.RETURNED
        return Mark.DOUBT if self.doubts else Mark(self.row.state)

    @property
    def is_touched(self) -> bool:
        return self.entry.fingerprint != self.seen.partition("-")[2]

    @property
    def is_stale(self) -> bool:
        return self.seen.partition("-")[0] != str(version_of(self.row))

    def read(self):
        if self.is_stale:
            self._refuse_stale()
        else:
            self.draft = read_entry(self.row, self.entry)
            self.errors = self.draft.errors

    def _refuse_stale(self):
        current = self.row.current
        who = current.updated_by if current else None
        now = word_value(current, self.row.indicator).line
        self.errors[CONFLICT] = CHANGED_MEANWHILE.format(who=who or "načtení plánu", now=now)
        self.seen = seen_mark(self.row)

    def save(self, by):
        """Write the draft over the row's value; parts that vanished stay in history."""
        value = self.row.current or _new_value(self.row)
        for name in SAVED_FIELDS:
            setattr(value, name, getattr(self.draft.value, name))
        value.printed = ""
        value.version, value.updated_by = value.version + 1, by
        value.save()
        save_parts(value, self.draft.parts)
        self.row.values[self.row.period_id] = self.row.current = value


def complete_together(forms: Iterable[RowForm]):
    """Shares of wholes that are written at the same time, whichever of them stands first."""
    drafts = {form.row.indicator.pk: form.draft.value for form in forms if form.draft and not form.errors}
    for form in forms:
        form.together = drafts.get(form.row.indicator.denominator_id)
        if form.draft and form.together:
            complete(form.row, form.draft.value, form.together)


def save_parts(value: Value, parts: list[Part]):
    """The value has these parts from now on."""
    old = {(part.category_id, part.territory_id, part.kind): part for part in value.all_parts}
    for part in parts:
        known = old.pop((part.category_id, part.territory_id, part.kind), None)
        part.pk, part.value = known.pk if known else None, value
        if known is None or (known.number, known.decimals) != (part.number, part.decimals):
            part.save()
    for part in old.values():
        part.delete()
    value.all_parts = parts


def _new_value(row: Row) -> Value:
    value = Value(indicator=row.indicator, period_id=row.period_id, version=0)
    value.all_parts = []
    return value


def version_of(row: Row) -> int:
    return row.current.version if row.current else 0


def seen_mark(row: Row) -> str:
    return f"{version_of(row)}-{entry_of(row).fingerprint}"


def _is_open(grid: Grid, row: Row) -> bool:
    may_fill = grid.may_fill(row.indicator.measure_id)
    return may_fill and grid.is_open(Remark.About.VALUE, row.indicator.pk)


@dataclass
class GridForm:
    """All rows of a period by their indicator."""

    grid: Grid
    forms: dict[int, RowForm]  # by indicator

    @classmethod
    def shown(cls, grid: Grid) -> "GridForm":
        forms = {}
        for row in grid.rows:
            entry = entry_of(row)
            seen = f"{version_of(row)}-{entry.fingerprint}"
            is_returned = any(remark.is_returning for remark in row.remarks)
            forms[row.indicator.pk] = RowForm(row, entry, seen, _is_open(grid, row), is_returned)
        return cls(grid, forms)

    @classmethod
    def posted(cls, grid: Grid, data) -> "GridForm":
        """Only rows that the page posted; ids of other plans are simply not looked at."""
        shown = cls.shown(grid)
        for form in shown.forms.values():
            if seen := data.get(form.prefix + "seen"):
                form.entry, form.seen = entry_from(form.row, data), seen
        return shown

    @property
    def touched(self) -> list[RowForm]:
        return [form for form in self.forms.values() if form.is_touched]

    @property
    def locked(self) -> list[RowForm]:
        """Touched rows that the consultant did not return; a page never offers them."""
        return [form for form in self.touched if not form.is_open]

    @property
    def refused(self) -> list[RowForm]:
        return [form for form in self.forms.values() if form.errors]

    def is_valid(self) -> bool:
        touched = self.touched
        for form in touched:
            form.read()
        complete_together(touched)
        return not self.refused

    def save(self, by) -> int:
        """Save what was touched; returns how many rows that was."""
        touched = self.touched
        with transaction.atomic():
            for form in touched:
                form.save(by)
        return len(touched)

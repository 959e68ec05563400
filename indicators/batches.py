"""Many values written by one click, and taken back by one click."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max, Model, ProtectedError
from django.utils import timezone

from accounts.models import User
from plans.models import Plan, ReportingPeriod

from .bands import Grid, Row
from .forms import SAVED_FIELDS, GridForm, RowForm, save_parts
from .models import Batch, BatchRow, Part, Value
from .past_parts import attach_parts
from .wording import NOT_ENTERED, word_value

# A value that was new has nothing before it.
FIRST_VERSION = 1
RESTORED_FIELDS = [*SAVED_FIELDS, "printed", "footnote"]


def write_batch(period: ReportingPeriod, kind: str, forms: list[RowForm], by: User, left_behind="") -> Batch:
    """Write all the drafts and remember what stood there before; runs in the caller's transaction."""
    batch = Batch.objects.create(period=period, kind=kind, made_by=by, left_behind=left_behind)
    before = _latest_versions(form.row.current for form in forms if form.row.current)
    known = {form.row.indicator.pk: form.row.current for form in forms}
    for form in forms:
        form.save(by)
    BatchRow.objects.bulk_create(
        BatchRow(
            batch=batch,
            indicator=form.row.indicator,
            version=form.row.current.version,
            before=_version_of(known[form.row.indicator.pk], before),
        )
        for form in forms
    )
    return batch


def _latest_versions(values: Iterable[Value]) -> dict[int, int]:
    history = Value.history.filter(id__in=[value.pk for value in values]).order_by().values("id")
    return dict(history.annotate(latest=Max("history_id")).values_list("id", "latest"))


def _version_of(value: Value | None, versions: dict[int, int]) -> int | None:
    return versions.get(value.pk) if value else None


def undo_batch(batch: Batch, grid: Grid, by: User):
    """Put back what stood there, except where somebody has written since; those rows stay as they are."""
    forms = GridForm.shown(grid).forms
    rows = list(batch.rows.all())
    before = past_values(rows)
    for row in rows:
        form = forms.get(row.indicator_id)
        row.is_undone = form is not None and _undo_row(row, form, before.get(row.before), by)
    BatchRow.objects.bulk_update(rows, ["is_undone"])
    batch.undone_at, batch.undone_by = timezone.now(), by
    batch.save(update_fields=["undone_at", "undone_by"])


def past_values(rows: Iterable[BatchRow]) -> dict[int, Model]:
    """Historical rows of values with their parts, by their number in history."""
    numbers = [row.before for row in rows if row.before]
    found = list(Value.history.model.objects.filter(history_id__in=numbers))
    attach_parts(found)
    return {past.history_id: past for past in found}


def _undo_row(row: BatchRow, form: RowForm, past: Model | None, by: User) -> bool:
    value = form.row.current
    if not form.is_open or value is None or value.version != row.version:
        return False
    if past is not None:
        _restore(value, past, by)
        return True
    return row.version == FIRST_VERSION and _take_away(value, by)


def _restore(value: Value, past: Model, by: User):
    for name in RESTORED_FIELDS:
        setattr(value, name, getattr(past, name))
    value.version, value.updated_by, value._history_user = value.version + 1, by, by
    value.save()
    save_parts(value, [_part_again(part) for part in past.all_parts])


def _part_again(past: Model) -> Part:
    names = ("position", "category", "territory", "kind", "number", "decimals")
    return Part(**{name: getattr(past, name) for name in names})


def _take_away(value: Value, by: User) -> bool:
    """A value that was not there before; history keeps it."""
    value._history_user = by
    try:
        with transaction.atomic():
            value.delete()
    except ProtectedError:
        # Somebody has hung evidence on it since, and so it is theirs too.
        return False
    return True


@dataclass(frozen=True)
class BatchLine:
    """One value of a batch for reading: what stood there before and what stands there now."""

    row: Row
    before: str
    is_undone: bool

    @property
    def now(self) -> str:
        return _worded(self.row.current, self.row)


def lines_of(batch: Batch, grid: Grid) -> list[BatchLine]:
    rows = {row.indicator.pk: row for row in grid.rows}
    written = [one for one in batch.rows.all() if one.indicator_id in rows]
    before = past_values(written)
    return [
        BatchLine(
            rows[one.indicator_id],
            _worded(before.get(one.before), rows[one.indicator_id]),
            one.is_undone,
        )
        for one in written
    ]


def _worded(value: Value | Model | None, row: Row) -> str:
    return word_value(value, row.indicator).line if value else NOT_ENTERED


def latest_batch(plan: Plan, period: ReportingPeriod, user: User) -> Batch | None:
    """The last thing that one click would take back: of anybody for the coordinator, else the own one."""
    batches = period.batches.standing().select_related("made_by")
    if not plan.is_editable:
        batches = batches.by(user)
    latest = batches.first()
    return latest if latest and latest.is_revocable else None

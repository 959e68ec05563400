"""Writes what differs between a document and the database, and remembers what it wrote."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Field, Model
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from indicators.models import Indicator, Target, Value
from plans.models import Evaluation, Measure, ReportingPeriod

from .matching import Key, is_retired, pair
from .problems import Problem
from .wording import change_lines, label

AnyRow = TypeVar("AnyRow", bound=Model)

# Of these a document never speaks: they belong to the people who work with the plan in the browser.
STAMPS = {"version", "updated_at", "updated_by"}
KEPT = {
    Evaluation: STAMPS,
    # Related by `relate` when both rows are there.
    Indicator: {"minuend", "subtrahend", "denominator", "retired_on", "retired_reason"},
    Measure: {"retired_on", "retired_reason"},
    Value: STAMPS | {"computed"},
    Target: {"set_on", "set_by", "replaces", "reason"},
    ReportingPeriod: {
        "submitted_by", "returned_at", "returned_by", "return_reason",
        "approved_by", "reopened_at", "reopened_by", "reopen_reason",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """A row as the document wants it, not saved, and the line that says so."""

    row: Model
    line: int


class RowError(Exception):
    """Rows that their own models refuse."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__(problems)


@dataclass
class Ledger:
    by: Model | None = None
    created: Counter[type[Model]] = field(default_factory=Counter)
    changes: list[str] = field(default_factory=list)
    extras: list[str] = field(default_factory=list)
    made: set[tuple[type[Model], int]] = field(default_factory=set)
    written: set[tuple[type[Model], int]] = field(default_factory=set)

    def wrote(self, row: Model) -> bool:
        return (type(row), row.pk) in self.written

    def create(self, row: AnyRow) -> AnyRow:
        row.save()
        self.created[type(row)] += 1
        return row

    def settle(
        self, model: type[AnyRow], wishes: Sequence[Wish], existing: Iterable[AnyRow], *keys: Key
    ) -> list[AnyRow]:
        """The rows for the wishes, in their order: found, changed where they differ, or made."""
        _validate(wishes)
        wished = [wish.row for wish in wishes]
        found, unwished = pair(wished, existing, *keys)
        self.create_all(model, [row for row, old in zip(wished, found, strict=True) if old is None])
        pairs = [(old, row) for row, old in zip(wished, found, strict=True) if old]
        self._update_all(model, pairs, _spoken_fields(model))
        self.extras += [label(row) for row in unwished]
        return [old or row for row, old in zip(wished, found, strict=True)]

    def create_all(self, model: type[AnyRow], rows: list[AnyRow]):
        if not rows:
            return
        self.created[model] += len(rows)
        if hasattr(model, "updated_by"):
            for row in rows:
                row.updated_by = self.by
        if hasattr(model, "history"):
            bulk_create_with_history(rows, model, default_user=self.by)
        else:
            model._default_manager.bulk_create(rows)
        self.made |= {(model, row.pk) for row in rows}
        self.written |= {(model, row.pk) for row in rows}

    def relate(self, model: type[AnyRow], pairs: list[tuple[AnyRow, AnyRow]], names: Iterable[str]):
        """Relations among rows of one model, each beside a wish; to a new row they are no change."""
        fields = [model._meta.get_field(name) for name in names]
        self._update_all(model, pairs, fields)

    def _update_all(self, model: type[AnyRow], pairs: list[tuple[AnyRow, AnyRow]], fields: list[Field]):
        changed, changed_fields = [], set()
        for row, wish in pairs:
            if is_retired(row):
                continue
            _lend_relations(row, wish)
            differing = [field for field in fields if _differs(field, row, wish)]
            if differing:
                if (model, row.pk) not in self.made:
                    self.changes += change_lines(row, wish, differing)
                _copy(differing, wish, row)
                changed.append(row)
                changed_fields.update(field.name for field in differing)
        self.rewrite(model, changed, changed_fields)

    def rewrite(self, model: type[AnyRow], rows: list[AnyRow], fields: set[str]):
        """Saves rows that have changed, with who, when and a new version where the model keeps them."""
        if not rows:
            return
        if hasattr(model, "updated_by"):
            fields = fields | STAMPS
            for row in rows:
                row.version, row.updated_by, row.updated_at = row.version + 1, self.by, timezone.now()
        if hasattr(model, "history"):
            bulk_update_with_history(rows, model, sorted(fields), default_user=self.by)
        else:
            model._default_manager.bulk_update(rows, sorted(fields))
        self.written |= {(model, row.pk) for row in rows}


def _spoken_fields(model: type[Model]) -> list[Field]:
    kept = KEPT.get(model, ())
    return [
        field for field in model._meta.concrete_fields if not field.primary_key and field.name not in kept
    ]


def _differs(field: Field, row: Model, wish: Model) -> bool:
    return getattr(row, field.attname) != getattr(wish, field.attname)


def _copy(fields: list[Field], source: Model, target: Model):
    for one in fields:
        setattr(target, one.attname, getattr(source, one.attname))


def _lend_relations(row: Model, wish: Model):
    """The document's side already holds the objects that the row would fetch one by one to name itself."""
    for one in row._meta.concrete_fields:
        if (
            one.is_relation
            and one.is_cached(wish)
            and getattr(row, one.attname) == getattr(wish, one.attname)
        ):
            one.set_cached_value(row, one.get_cached_value(wish))


def _validate(wishes: Iterable[Wish]):
    """What the columns accept; relations are left out, for each would cost a query."""
    problems = []
    for wish in wishes:
        relations = [one.name for one in wish.row._meta.concrete_fields if one.is_relation]
        try:
            wish.row.clean_fields(exclude=relations)
        except ValidationError as error:
            problems += [
                Problem(wish.line, f"{_caption(wish.row, name)}: {' '.join(messages)}")
                for name, messages in error.message_dict.items()
            ]
    if problems:
        raise RowError(problems)


def _caption(row: Model, field_name: str) -> str:
    caption = str(row._meta.get_field(field_name).verbose_name)
    return caption[:1].upper() + caption[1:]

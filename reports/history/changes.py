"""A row of a historical table beside the one before it, and the event that the two make."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Field, Model, TextChoices

from czech.printing import date_text, datetime_text, number_text, yes_no_text
from indicators.past_parts import REMOVED
from plans.models import ReportingPeriod

from .differences import Difference

LOADING = "načtení plánu"


class Kind(TextChoices):
    """What was changed; the values stand in addresses."""

    VALUE = "hodnoty", "hodnoty"
    TARGET = "cile", "cílové hodnoty"
    EVALUATION = "stavy", "stavy a vyhodnocení"
    PERIOD = "obdobi", "odevzdání a schválení období"
    STRUCTURE = "plan", "obsah plánu"
    REMARK = "pripominky", "připomínky"
    TEXT = "texty", "texty zpráv"
    RIGHT = "role", "role lidí"


@dataclass(frozen=True, slots=True)
class Subject:
    """What the change is about; `page` names the address that shows all its versions."""

    name: str
    code: str = ""
    page: str = ""
    pk: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    kind: Kind
    when: datetime
    who: str
    subject: Subject
    period: ReportingPeriod | None = None
    differences: tuple[Difference, ...] = ()
    why: str = ""
    is_batch: bool = False  # many new rows of one load, told in one line


@dataclass(frozen=True, slots=True)
class Change:
    """Two versions of one object; the earlier one is missing at its beginning, the later at its end."""

    row: Model
    before: Model | None

    @property
    def after(self) -> Model | None:
        return None if self.row.history_type == REMOVED else self.row

    def told(self, words: Callable[[Model], str], nothing: str = "", label: str = "") -> list[Difference]:
        """How the words about both versions differ, if they do."""
        before, after = (words(side) if side else nothing for side in (self.before, self.after))
        return [] if before == after else [Difference(before, after, label)]

    def told_by_fields(self, silent: set[str]) -> list[Difference]:
        """Fields by their Czech names, without those that somebody tells better."""
        fields = [field for field in self.row.instance_type._meta.concrete_fields if _speaks(field, silent)]
        return [
            difference
            for field in fields
            for difference in self.told(lambda side, field=field: _text(side, field), "", field.verbose_name)
        ]

    def sets(self, name: str) -> bool:
        """Has a field been filled or changed by this change?"""
        return getattr(self.row, name) != getattr(self.before, name, None)


def changes(rows: Iterable[Model]) -> list[Change]:
    """Each row with the previous one of the same object; the rows may be of many objects."""
    previous, paired = {}, []
    for row in sorted(rows, key=lambda row: row.history_id):
        paired.append(Change(row, previous.get(row.id)))
        previous[row.id] = row
    return paired


def _speaks(field: Field, silent: set[str]) -> bool:
    return not (field.is_relation or field.primary_key or field.name in silent)


def _text(row: Model, field: Field) -> str:
    value = getattr(row, field.attname)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    match value:
        case None:
            return ""
        case bool():
            return yes_no_text(value)
        case datetime():
            return datetime_text(value)
        case date():
            return date_text(value)
        case int() | Decimal():
            return number_text(value)
    return str(value)

"""What one row of the block would do to the plan, and in which of the groups a person looks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from django.utils.functional import cached_property

from indicators.bands import Row
from indicators.doubts import open_doubts
from indicators.forms import SAVED_FIELDS, RowForm, seen_mark
from indicators.models import Value
from indicators.wholes import computed_text
from indicators.wording import Wording, target_text, word_value

from .sheet import Line

# 12,00 and 12 say the same.
LOOKS = ("decimals", "share_decimals", "computed")
EMPTY_CELL = "prázdné"
REASONED = "s důvodem"


class Group(StrEnum):
    """In the order in which they need a person."""

    REFUSED = "refused"
    UNFOUND = "unfound"
    CHANGED = "changed"
    NEW = "new"
    SAME = "same"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class Choice:
    """What the person decided about one row of the block; empty where nothing was decided."""

    value: str = ""
    row_pk: str = ""
    is_left_out: bool = False
    seen: str = ""

    @classmethod
    def posted(cls, data: Mapping, number: int) -> "Choice":
        prefix = f"r{number}-"
        is_left_out = prefix + "out" in data and data.get("return") != str(number)
        return cls(
            value=_decided(data, number, "value"),
            row_pk=_decided(data, number, "row"),
            is_left_out=is_left_out or data.get("leave") == str(number),
            seen=data.get(prefix + "seen", ""),
        )


def _decided(data: Mapping, number: int, name: str) -> str:
    """What the field says, if the person confirmed it or wrote something else than it offered."""
    field_name = f"r{number}-{name}"
    text = data.get(field_name, "").strip()
    is_confirmed = data.get("confirm") == str(number) or f"{field_name}-ok" in data
    return text if is_confirmed or text != data.get(f"{field_name}-offered", text) else ""


@dataclass
class Proposal:
    """One row of the block; without a form it has found no row of the plan."""

    line: Line
    key: str  # how the block names the row
    typed: str  # what the block says the value is
    choice: Choice
    form: RowForm | None = None
    reason: str = ""
    guess: str = ""
    candidates: list[Row] = field(default_factory=list)
    nearest: Row | None = None
    whose: str = ""
    is_conflict: bool = False

    @property
    def row(self) -> Row | None:
        return self.form.row if self.form else None

    @cached_property
    def group(self) -> Group:
        if self.choice.is_left_out:
            return Group.LEFT_OUT
        if self.form is None:
            return Group.UNFOUND
        if self.reason:
            return Group.REFUSED
        if self.row.current is None:
            return Group.NEW
        return Group.CHANGED if differs(self.form) else Group.SAME

    @property
    def is_written(self) -> bool:
        return self.group in (Group.NEW, Group.CHANGED)

    @property
    def is_correctable(self) -> bool:
        """A locked cell takes no other text either."""
        return bool(self.form and self.form.is_open)

    @property
    def address(self) -> str:
        return self.row.address if self.row else ""

    @property
    def nearest_pk(self) -> int | str:
        return self.nearest.indicator.pk if self.nearest else ""

    @property
    def seen(self) -> str:
        return seen_mark(self.row)

    @property
    def field_text(self) -> str:
        """The person's own correction, or the guess; else what the block says."""
        return self.choice.value or self.guess or self.typed

    @property
    def now(self) -> str:
        current = self.row.current if self.row else None
        if current is None:
            return EMPTY_CELL
        return word_value(current, self.row.indicator).figure

    @property
    def wording(self) -> Wording:
        """What would stand there, with its parts, own period and note."""
        return word_value(self._written, self.row.indicator)

    @property
    def source(self) -> str:
        return self._written.source

    @property
    def _written(self) -> Value:
        value = self.form.draft.value
        value.all_parts = self.form.draft.parts
        return value

    @property
    def doubts(self) -> list[str]:
        return open_doubts(self._row_then)

    @property
    def computed(self) -> str:
        return computed_text(self._row_then)

    @property
    def _row_then(self) -> Row:
        row, whole = self.row, self.row.whole
        if whole and self.form.together:
            whole = replace(whole, values=whole.values | {row.period_id: self.form.together})
        return replace(row, values=row.values | {row.period_id: self._written}, whole=whole)

    @property
    def target(self) -> str:
        return "; ".join(target_text(target, self.row.indicator) for target in self.row.targets)

    @property
    def mark(self) -> str:
        """All that would be written and over what; the same text means the same as the page has shown."""
        share = self.form.draft.value.share
        return f"{self.row.indicator.pk}:{self.form.entry.fingerprint}:{share}:{self.seen}"


def differs(form: RowForm) -> bool:
    """Would saving change what the value says?"""
    current, draft = form.row.current, form.draft
    names = [name for name in SAVED_FIELDS if name not in LOOKS]
    if any(getattr(current, name) != getattr(draft.value, name) for name in names):
        return True
    return _numbers(current.all_parts) != _numbers(draft.parts)


def _numbers(parts) -> dict:
    return {(part.category_id, part.territory_id, part.kind): part.number for part in parts}

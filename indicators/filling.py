"""One reason, own period or source for many rows at once: what it would do to each of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b

from django import forms

from czech.printing import missing_text
from plans.forms import SpanField

from .bands import Grid, Row
from .entries import CHOSEN, Entry, entry_of
from .forms import GridForm, RowForm, seen_mark
from .models import MissingReason
from .reading import SOURCE_LIMIT
from .wording import Wording, word_value

NOTHING_TO_FILL = "Vyberte důvod, nebo napište vlastní období či zdroj."
LONG_SOURCE = f"Zdroj má nejvýš {SOURCE_LIMIT}\u00a0znaků."
EMPTY_CELL = "prázdné"


class FillForm(forms.Form):
    """What to write; each field may stay empty, but not all of them."""

    reason = forms.ChoiceField(
        label="Důvod do prázdných řádků",
        choices=[("", "– žádný –"), *MissingReason.choices],
        required=False,
        help_text="Kde už je hodnota nebo důvod, tam se nic nezmění.",
    )
    covers = SpanField(
        label="Vlastní období",
        required=False,
        help_text="Například rok 2023 nebo 1/2023–6/2024. Zapíše se tam, kde je hodnota nebo důvod.",
    )
    source = forms.CharField(
        label="Zdroj",
        required=False,
        max_length=SOURCE_LIMIT,
        error_messages={"max_length": LONG_SOURCE},
        help_text="Zapíše se tam, kde je hodnota nebo důvod, a nahradí dosavadní zdroj.",
    )

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(NOTHING_TO_FILL)
        return cleaned


@dataclass(frozen=True)
class FillLine:
    """One row of the list; `form` holds what would stand there."""

    form: RowForm
    is_ticked: bool

    @property
    def row(self) -> Row:
        return self.form.row

    @property
    def is_written(self) -> bool:
        return self.is_ticked and self.form.draft is not None and not self.form.errors

    @property
    def now(self) -> Wording:
        return word_value(self.row.current, self.row.indicator) if self.row.current else Wording(EMPTY_CELL)

    @property
    def source_now(self) -> str:
        return self.row.current.source if self.row.current else ""

    @property
    def then(self) -> Wording:
        value = self.form.draft.value
        value.all_parts = self.form.draft.parts
        return word_value(value, self.row.indicator)

    @property
    def source_then(self) -> str:
        return self.form.draft.value.source


@dataclass(frozen=True)
class Filling:
    scope: str  # the measure or area in words
    lines: list[FillLine]

    @property
    def written(self) -> list[RowForm]:
        return [line.form for line in self.lines if line.is_written]

    @property
    def mark(self) -> str:
        """Tells whether what is to be written is what the page has shown."""
        marks = (
            f"{one.row.indicator.pk}:{one.entry.fingerprint}:{seen_mark(one.row)}" for one in self.written
        )
        return blake2b("\n".join(marks).encode(), digest_size=8).hexdigest()


def filling_of(grid: Grid, scope: str, rows: Iterable[Row], ticked: set[str] | None, texts: dict) -> Filling:
    """`ticked` are the chosen indicators, None for all; without texts it only lists the rows."""
    shown = GridForm.shown(grid).forms
    open_forms = [form for row in rows if (form := shown[row.indicator.pk]).is_open]
    lines = [
        _line(form, ticked is None or str(form.row.indicator.pk) in ticked, texts) for form in open_forms
    ]
    return Filling(scope, lines)


def _line(form: RowForm, is_ticked: bool, texts: dict) -> FillLine:
    entry = _filled(form.row, texts)
    if is_ticked and entry.fingerprint != form.entry.fingerprint:
        form = replace(form, entry=entry, errors={})
        form.read()
    return FillLine(form, is_ticked)


def _filled(row: Row, texts: dict) -> Entry:
    """A reason goes only where nothing is, the rest only where something is."""
    entry = entry_of(row)
    if row.current is None:
        if not texts.get("reason"):
            return entry
        reason = texts["reason"]
        is_chosen = row.indicator.value_kind in CHOSEN
        entry = replace(entry, value=reason if is_chosen else missing_text(reason))
    span = texts.get("covers")
    return replace(
        entry,
        covers=span.text if span else entry.covers,
        source=texts.get("source") or entry.source,
    )

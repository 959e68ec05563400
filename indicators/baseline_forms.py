"""The form of a baseline: the fields of a grid's row, read as a row is read, and why it changes."""

from django import forms
from django.db import transaction

from .bands import Row
from .entries import entry_of
from .entry_forms import EntryForm
from .forms import RowForm, seen_mark
from .models import Value
from .reasons import REASON_HELP, REASON_LIMIT, REASON_NEEDED, baseline_needs_reason


class BaselineForm(EntryForm):
    """Once anything is measured, it asks why the start changes."""

    def __init__(self, row: Row, data=None):
        self.asks_reason = baseline_needs_reason(row.indicator)
        super().__init__(RowForm(row, entry_of(row), seen_mark(row)), data)

    def _fields(self) -> dict[str, forms.Field]:
        fields = super()._fields()
        return fields | {"why": _why_field()} if self.asks_reason else fields

    def _take(self, data):
        """Where there is no baseline yet, nobody can have changed it meanwhile."""
        shown = self.row_form.seen
        super()._take(data)
        if self.row.current is None:
            self.row_form.seen = shown

    def clean(self):
        super().clean()
        if self.is_touched:
            self._ask_reason()
        return self.cleaned_data

    def _ask_reason(self):
        if self.asks_reason and not self.cleaned_data.get("why") and "why" not in self.errors:
            self.add_error("why", REASON_NEEDED)

    @transaction.atomic
    def save(self, *, by):
        value = self.row.current or Value(indicator=self.row.indicator, version=0)
        self.row.values[None] = self.row.current = value
        # Outside of a request history would not know the author.
        value._history_user = by
        value._change_reason = self.cleaned_data.get("why") or None
        super().save(by=by)


def _why_field() -> forms.Field:
    return forms.CharField(
        label="Důvod změny",
        max_length=REASON_LIMIT,
        help_text=REASON_HELP,
        widget=forms.Textarea(attrs={"rows": 3, "aria-required": "true"}),
        error_messages={"max_length": "Vejde se nejvýš %(limit_value)d znaků."},
    )

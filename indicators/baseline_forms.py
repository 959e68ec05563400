"""The form of a baseline: the fields of a grid's row, read as a row is read, and why it changes."""

from django import forms
from django.db import transaction

from .bands import Row
from .entries import FIELDS, entry_from, entry_of, field_prefix
from .forms import RowForm, seen_mark
from .models import MissingReason, StateWord, Value, ValueKind
from .reasons import REASON_HELP, REASON_LIMIT, REASON_NEEDED, baseline_needs_reason

NOTHING = ("", "–")
WORDS = tuple(StateWord.choices[1:])
ANSWERS = (("1", "ANO"), ("0", "NE"))
REASONS = ("Hodnota chybí", tuple(MissingReason.choices))
CHOICES = {
    ValueKind.STATE: (NOTHING, *WORDS, REASONS),
    ValueKind.YES_NO: (NOTHING, *ANSWERS, *WORDS, REASONS),
}
LABELS = {
    "share": "Podíl v procentech",
    "covers": "Za jaké období",
    "note": "Poznámka",
    "source": "Zdroj",
}
HELP = {
    "value": "Není-li, napište proč: není k dispozici, nesledováno, nerelevantní, zatím není.",
    "covers": "Například rok 2019 nebo k 31. 12. 2021.",
    "note": "Tiskne se za hodnotou.",
    "source": "Ve zprávě stojí v poznámce pod čarou.",
}


class BaselineForm(forms.Form):
    """Every field is a text here; what it means is decided by `indicators.reading`."""

    def __init__(self, row: Row, data=None):
        self.row = row
        self.asks_reason = baseline_needs_reason(row.indicator)
        self.row_form = RowForm(row, entry_of(row), seen_mark(row))
        super().__init__(data, label_suffix="", prefix=field_prefix(row).rstrip("-"), initial=self._shown())
        self.fields |= self._fields()
        if data is not None:
            self._take(data)

    def _shown(self) -> dict[str, str]:
        entry = self.row_form.entry
        shown = {name: getattr(entry, name) for name in FIELDS}
        return shown | entry.parts | {"seen": self.row_form.seen}

    def _fields(self) -> dict[str, forms.Field]:
        kind = self.row.indicator.value_kind
        fields = {"value": _value_field(self.row_form, kind)}
        if kind == ValueKind.COUNT_SHARE:
            fields["share"] = _text("share")
        fields |= {slot.key: forms.CharField(label=slot.label) for slot in self.row.part_slots}
        fields |= {name: _text(name) for name in ("covers", "note", "source")}
        if self.asks_reason:
            fields["why"] = _why_field()
        fields["seen"] = forms.CharField(widget=forms.HiddenInput)
        for field in fields.values():
            field.required = False
        return fields

    def _take(self, data):
        """What was posted; where there is no baseline yet, nobody can have changed it meanwhile."""
        if (seen := data.get(self.add_prefix("seen"))) is not None:
            self.row_form.entry = entry_from(self.row, data)
            self.row_form.seen = seen if self.row.current else self.row_form.seen

    @property
    def is_touched(self) -> bool:
        return self.row_form.is_touched

    def clean(self):
        if self.is_touched:
            self.row_form.read()
            for name, sentence in self.row_form.errors.items():
                self.add_error(name if name in self.fields else None, sentence)
            self._ask_reason()
            # Saving once more means that the other person's value has been seen.
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.row_form.seen
        return self.cleaned_data

    def _ask_reason(self):
        if self.asks_reason and not self.cleaned_data.get("why") and "why" not in self.errors:
            self.add_error("why", REASON_NEEDED)

    @transaction.atomic
    def save(self, *, by):
        value = self.row.current or Value(indicator=self.row.indicator, version=0)
        self.row.values[None] = value
        # Outside of a request history would not know the author.
        value._history_user = by
        value._change_reason = self.cleaned_data.get("why") or None
        self.row_form.save(by)


def _value_field(form: RowForm, kind: str) -> forms.Field:
    if kind in CHOICES:
        return forms.CharField(label="Hodnota", widget=forms.Select(choices=CHOICES[kind]))
    unit = "%" if kind == ValueKind.SHARE else form.unit
    return forms.CharField(label=f"Hodnota ({unit})" if unit else "Hodnota", help_text=HELP["value"])


def _text(name: str) -> forms.Field:
    return forms.CharField(label=LABELS[name], help_text=HELP.get(name, ""))


def _why_field() -> forms.Field:
    return forms.CharField(
        label="Důvod změny",
        max_length=REASON_LIMIT,
        help_text=REASON_HELP,
        widget=forms.Textarea(attrs={"rows": 3, "aria-required": "true"}),
        error_messages={"max_length": "Vejde se nejvýš %(limit_value)d znaků."},
    )

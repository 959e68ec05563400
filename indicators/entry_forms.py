"""The fields of one row of the grid one below another: named and read as in the grid."""

from django import forms

from .entries import CHOICES, FIELDS, entry_from, field_prefix
from .forms import RowForm
from .models import MissingReason, ValueKind

NOTHING = ("", "–")
REASONS = ("Hodnota chybí", tuple(MissingReason.choices))
OFFERED = {kind: (NOTHING, *choices, REASONS) for kind, choices in CHOICES.items()}
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


class EntryForm(forms.Form):
    """Every field is a text here; what it means is decided by `indicators.reading`."""

    def __init__(self, row_form: RowForm, data=None):
        self.row, self.row_form = row_form.row, row_form
        prefix = field_prefix(self.row).rstrip("-")
        super().__init__(data, label_suffix="", prefix=prefix, initial=self._shown())
        self.fields |= self._fields()
        for field in self.fields.values():
            field.required = False
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
        return fields | {"seen": forms.CharField(widget=forms.HiddenInput)}

    def _take(self, data):
        if (seen := data.get(self.add_prefix("seen"))) is not None:
            self.row_form.entry, self.row_form.seen = entry_from(self.row, data), seen

    @property
    def is_touched(self) -> bool:
        return self.row_form.is_touched

    def clean(self):
        if self.is_touched:
            self.row_form.read()
            for name, sentence in self.row_form.errors.items():
                self.add_error(name if name in self.fields else None, sentence)
            # Saving once more means that the other person's value has been seen.
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.row_form.seen
        return self.cleaned_data

    def save(self, *, by):
        self.row_form.save(by)


def _value_field(form: RowForm, kind: str) -> forms.Field:
    if kind in OFFERED:
        return forms.CharField(label="Hodnota", widget=forms.Select(choices=OFFERED[kind]))
    unit = "%" if kind == ValueKind.SHARE else form.unit
    return forms.CharField(label=f"Hodnota ({unit})" if unit else "Hodnota", help_text=HELP["value"])


def _text(name: str) -> forms.Field:
    return forms.CharField(label=LABELS[name], help_text=HELP.get(name, ""))

"""Forms that know what they had shown, so that nobody overwrites what somebody else saved meanwhile."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from hashlib import sha256

from django import forms
from django.core.validators import MaxLengthValidator

from czech.printing import date_text, money_text, yes_no_text

from .models.evaluation import TEXT_LIMIT

CHANGED_MEANWHILE = (
    "Mezitím to změnil někdo jiný ({who}). U polí, která se liší od uložených, stojí obojí; "
    "porovnejte to a uložte znovu."
)
STORED = "Uloženo je teď: {text}"
LOADING = "načtení plánu"
NOTHING = "nic"
TOO_LONG = "Vejde se nejvýš %(limit_value)d znaků, tento text jich má %(show_value)d."


class SeenForm(forms.ModelForm):
    """A form of one row; `seen` is a fingerprint of what the page has shown."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    # Fields that only ask something and are stored nowhere.
    asking = ("seen",)
    # Names that the page offers while one types.
    known: Sequence[str] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.stored = {name: self.get_initial_for_field(field, name) for name, field in self.own_fields()}
        self.fields["seen"].initial = self.fingerprint = _fingerprint(self.stored)
        for _, field in self.own_fields():
            field.error_messages["invalid_choice"] = "Vyberte z nabídky."
            if type(field) is forms.CharField:
                _limit(field)

    def own_fields(self) -> list[tuple[str, forms.Field]]:
        return [(name, field) for name, field in self.fields.items() if name not in self.asking]

    def shown_fields(self) -> list[forms.BoundField]:
        return self.visible_fields()

    def clean(self):
        cleaned = super().clean()
        for name, value in cleaned.items():
            if isinstance(value, str):
                # A browser posts its own ends of lines.
                cleaned[name] = value.replace("\r\n", "\n")
        if self.instance.pk and cleaned.get("seen") != self.fingerprint:
            self._refuse_stale(cleaned)
        return cleaned

    def _refuse_stale(self, cleaned):
        """Show both; saving once more then means that the person has seen the other's words."""
        differing = {
            name: self.stored[name]
            for name, _ in self.own_fields()
            if name in cleaned and _plain(cleaned[name]) != _plain(self.stored[name])
        }
        for name, stored in differing.items():
            self.add_error(name, STORED.format(text=self._worded(name, stored)))
        if differing:
            self.add_error(None, CHANGED_MEANWHILE.format(who=self._who()))
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.fingerprint

    def _who(self) -> str:
        latest = self.instance.history.select_related("history_user").first()
        return str(latest and latest.history_user or LOADING)

    def _worded(self, name: str, value) -> str:
        choices = getattr(self.fields[name], "choices", None)
        return str(dict(choices).get(value, value)) if choices else _text(value)

    def is_new_text(self) -> bool:
        """Does anything typed differ from what is stored?"""
        return any(
            _plain(self.cleaned_data[name]) != _plain(self.stored[name]) for name, _ in self.own_fields()
        )

    def save(self, *, by):
        if self.instance.pk and not self.is_new_text():
            return self.instance
        # Outside of a request history would not know the author.
        self.instance._history_user = by
        self.instance.save()
        return self.instance


def _limit(field: forms.CharField):
    field.error_messages["max_length"] = TOO_LONG
    limits = [one for one in field.validators if isinstance(one, MaxLengthValidator)]
    for limit in limits:
        limit.message = TOO_LONG
    if not limits:
        field.validators.append(MaxLengthValidator(TEXT_LIMIT, TOO_LONG))


def _fingerprint(stored: dict) -> str:
    return sha256(repr([_plain(value) for value in stored.values()]).encode()).hexdigest()[:16]


def _plain(value):
    """Nothing is nothing, whether a column says it by NULL or by an empty text."""
    return "" if value is None or value == [] else value


def _text(value) -> str:
    match value:
        case None | "" | []:
            return NOTHING
        case bool():
            return yes_no_text(value)
        case date():
            return date_text(value)
        case Decimal():
            return money_text(value)
        case list():
            return ", ".join(value)
    return str(value)

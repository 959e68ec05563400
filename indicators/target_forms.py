"""The form in which a coordinator revises a target; text becomes a number through `czech`."""

from datetime import date

from django import forms

from czech.printing import number_text
from czech.reading import Unreadable, read_number, read_percent
from plans.forms import SpanField

from .models import Operator, Target, ValueKind
from .reading import LARGEST, TOO_LARGE
from .reasons import REASON_HELP, REASON_LIMIT, needs_reason
from .targets import revise_target, set_target

DECEMBER = (12, 31)


class TargetForm(forms.Form):
    """Starts with the target that holds, or with an unsaved one for the first of an indicator.

    Refuses what `revise_target` and `set_target` refuse, with the same sentences.
    """

    operator = forms.ChoiceField(label="Vztah", choices=Operator.choices)
    number = forms.CharField(
        label="Hodnota", required=False, help_text="Jedno číslo; u směru (růst, pokles) zůstane prázdné."
    )
    text = forms.CharField(
        label="Slovy",
        required=False,
        max_length=250,
        help_text="Vytiskne se místo čísla; jinak nechte prázdné.",
    )
    due_on = SpanField(label="Do kdy", required=False, help_text="Například rok 2027 nebo 30. 6. 2027.")
    reason = forms.CharField(
        label="Důvod",
        required=False,
        max_length=REASON_LIMIT,
        help_text=REASON_HELP,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, target: Target, data=None):
        super().__init__(data, label_suffix="", initial=_initial(target))
        self.target = target
        self.asks_reason = needs_reason(target.indicator)
        self.fields["reason"].widget.attrs["aria-required"] = "true" if self.asks_reason else "false"
        self.fields["text"].error_messages["max_length"] = "Vejde se nejvýš %(limit_value)d znaků."
        self.fields["reason"].error_messages["max_length"] = "Vejde se nejvýš %(limit_value)d znaků."

    def clean_number(self):
        typed = self.cleaned_data["number"].strip()
        if not typed:
            return None
        read = read_percent if self.target.indicator.value_kind == ValueKind.SHARE else read_number
        try:
            number = read(typed)
        except Unreadable as unreadable:
            raise forms.ValidationError(str(unreadable)) from None
        if abs(number) >= LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        return number

    def clean_due_on(self) -> date | None:
        span = self.cleaned_data["due_on"]
        return span.end if span else None

    def save(self, *, by) -> Target | None:
        """The new target; None when it is refused, with the sentence at its field."""
        try:
            if self.target.pk:
                return revise_target(self.target, by=by, **self.cleaned_data)
            return set_target(self.target.indicator, by=by, **self.cleaned_data)
        except forms.ValidationError as error:
            self.add_error(None, error)
            return None


def _initial(target: Target) -> dict[str, str]:
    number = "" if target.number is None else number_text(target.number, target.decimals)
    return {
        "operator": target.operator,
        "number": number,
        "text": target.text,
        "due_on": _due_text(target.due_on),
    }


def _due_text(due_on: date | None) -> str:
    """The end of a year is written as the year, as people say it."""
    if due_on is None:
        return ""
    is_end = (due_on.month, due_on.day) == DECEMBER
    return f"rok {due_on.year}" if is_end else f"{due_on.day}. {due_on.month}. {due_on.year}"

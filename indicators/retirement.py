"""Forms and rules of retiring a measure or an indicator."""

from datetime import date

from django import forms

from czech.printing import date_text
from plans.forms import SpanField
from plans.models import Evaluation, Measure, ReportingPeriod
from plans.models.retirement import REASON_LIMIT

from .models import Indicator, Value

ONE_DAY = "Napište jeden den, například 31. 12. 2024."
USED_LATER = "V období {period} už má hodnotu nebo stav; ukončit ho lze nejdříve {day}."


class RetireForm(forms.Form):
    on = SpanField(
        label="Ukončeno dne",
        help_text="Například 31. 12. 2024. Období, která začínají později, už ho mít nebudou.",
        error_messages={"required": ONE_DAY},
    )
    reason = forms.CharField(
        label="Důvod",
        max_length=REASON_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Napište důvod.",
            "max_length": "Vejde se nejvýš %(limit_value)d znaků.",
        },
    )

    def __init__(self, subject: Measure | Indicator, data=None):
        super().__init__(data, label_suffix="")
        self.subject = subject

    def clean_on(self) -> date:
        span = self.cleaned_data["on"]
        if span.start != span.end:
            raise forms.ValidationError(ONE_DAY)
        used = last_used(self.subject)
        if used and span.end < used.start:
            raise forms.ValidationError(USED_LATER.format(period=used.label, day=date_text(used.start)))
        return span.end


def last_used(subject: Measure | Indicator) -> ReportingPeriod | None:
    """The latest period that has anything written about it; no report may lose that."""
    values = Value.objects.filter(**_owner(subject)).values("period")
    periods = ReportingPeriod.objects.filter(pk__in=values)
    if isinstance(subject, Measure):
        evaluated = Evaluation.objects.filter(measure=subject).values("period")
        periods = periods | ReportingPeriod.objects.filter(pk__in=evaluated)
    return periods.order_by("start").last()


def _owner(subject: Measure | Indicator) -> dict:
    return {"indicator__measure" if isinstance(subject, Measure) else "indicator": subject}

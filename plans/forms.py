"""Forms of what belongs to a plan; a number or a period is read by `czech`."""

from django import forms
from django.core.validators import MaxLengthValidator

from czech.periods import read_span, span_text
from czech.reading import Unreadable

from .models import Evaluation, Measure, Status
from .models.evaluation import TEXT_LIMIT
from .rich_text import from_html, to_html

CHANGED_MEANWHILE = (
    "Mezitím tento stav změnil někdo jiný ({who}). Níže je to, co jste napsali vy; "
    "porovnejte to s uloženým stavem ({status}) a uložte znovu."
)
TOO_LONG = "Text je příliš dlouhý, vejde se nejvýš 20 000 znaků; tento jich má %(show_value)d."
NO_REPLY = "Napište odpověď."
REPLY_LIMIT = 2_000
REPLY_TOO_LONG = "Odpověď je příliš dlouhá, vejde se nejvýš 2\u00a0000 znaků."
NOT_A_COUNT = "Napište celé číslo, například 3."


class SpanField(forms.Field):
    """A period as people write it: rok 2023, leden 2023 – červen 2024."""

    widget = forms.TextInput

    def to_python(self, value):
        text = (value or "").strip()
        if not text:
            return None
        try:
            return read_span(text)
        except Unreadable as unreadable:
            raise forms.ValidationError(str(unreadable)) from None


class NarrativeInput(forms.Textarea):
    """Where a narrative is typed, wherever it is; a script turns it into an editor, whose HTML wins."""

    EDITED = "-html"  # the end of the name under which the editor posts what was changed in it

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-narrative"] = to_html(value or "")
        return context

    def value_from_datadict(self, data, files, name):
        edited = data.get(name + self.EDITED)
        return super().value_from_datadict(data, files, name) if edited is None else from_html(edited)


class NarrativeField(forms.CharField):
    """A text in the light markup of `plans.markup`, of statuses and chapters alike.

    Without `max_length`, because a browser would cut a pasted text there and not say so.
    """

    widget = NarrativeInput

    def __init__(self, **options):
        super().__init__(**options)
        self.validators.append(MaxLengthValidator(TEXT_LIMIT, TOO_LONG))

    def to_python(self, value) -> str:
        """Lines end as they are stored, whatever browser sent them."""
        return "\n".join(super().to_python(value).splitlines())

    def has_changed(self, initial, data) -> bool:
        """Lines that were stored with other ends are the same lines."""
        return super().has_changed(self.to_python(initial), data)


class EvaluationForm(forms.ModelForm):
    """How a measure stands; refuses to overwrite what somebody else saved meanwhile."""

    covers = SpanField(
        label="Hodnocené období",
        required=False,
        help_text="Jen když se liší od sledovaného období, například duben 2023 – březen 2024.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Evaluation
        fields = [
            "status", "status_label", "reports_received", "reports_expected", "summary", "detail", "outlook",
        ]  # fmt: skip
        widgets = {
            "status": forms.RadioSelect,
            # A number field of the browser would silently swallow what it cannot read.
            "reports_received": forms.TextInput(attrs={"inputmode": "numeric", "placeholder": " "}),
            "reports_expected": forms.TextInput(attrs={"inputmode": "numeric", "placeholder": " "}),
            "summary": NarrativeInput(attrs={"rows": 6}),
            "detail": NarrativeInput(attrs={"rows": 8}),
            "outlook": NarrativeInput(attrs={"rows": 3}),
        }
        field_classes = dict.fromkeys(["summary", "detail", "outlook"], NarrativeField)
        labels = {
            "status": "Stav na konci období",
            "status_label": "Slovo, které se vytiskne",
            "summary": "Shrnutí za období",
        }
        help_texts = {
            "status_label": "Jen když se má vytisknout jiné slovo, například Výstup splněn.",
            "summary": "Stojí v tabulce akčního plánu. Co se podařilo, co ne a proč; stačí 2–4 věty.",
            "detail": "Stojí pod tabulkou hodnot na kartě opatření.",
            "outlook": "Co se chystá v dalším období.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.before = (self.instance.status, self.instance.status_label)
        self.fields["version"].initial = self.instance.version if self.instance.pk else 0
        if self.instance.covers_start:
            self.fields["covers"].initial = span_text(self.instance.covers_start, self.instance.covers_end)
        self.words = self.instance.period.plan.kind_words.statuses
        self.fields["status"].choices = [*self.words.items(), *self._other_choices()]
        for name in ("reports_received", "reports_expected"):
            if self._counts_reports:
                self.fields[name].error_messages["invalid"] = NOT_A_COUNT
            else:
                del self.fields[name]

    def _other_choices(self) -> list[tuple[str, str]]:
        return [(code, word) for code, word in Status.choices if code not in self.words]

    @property
    def usual_statuses(self) -> list:
        """Radios of the words that this kind of plan uses, each with the status it stands for."""
        return list(self["status"])[: len(self.words)]

    @property
    def other_statuses(self) -> list:
        return list(self["status"])[len(self.words) :]

    @property
    def has_other_word(self) -> bool:
        """Is the status or its word not among the usual ones? Capitals make no other word."""
        status, label = self["status"].value(), self["status_label"].value() or ""
        words = {Status.NOT_STATED: "", **self.words}
        return status not in words or label.casefold() not in ("", words[status].casefold())

    @property
    def _counts_reports(self) -> bool:
        """Projects send reports on their implementation; what counts none is not asked for them."""
        evaluation, measure = self.instance, self.instance.measure
        is_counted = evaluation.reports_received is not None or evaluation.reports_expected is not None
        return is_counted or (measure is not None and measure.activity != Measure.Activity.OTHER)

    def clean(self):
        cleaned = super().clean()
        stored = self.instance.version if self.instance.pk else 0
        if cleaned.get("version") != stored:
            self._refuse_stale(stored)
        return cleaned

    def _refuse_stale(self, stored: int):
        """Show both; saving once more then means that the person has seen the other's version."""
        status, label = self.before
        word = label or dict(Evaluation._meta.get_field("status").choices)[status]
        self.add_error(
            None, CHANGED_MEANWHILE.format(who=self.instance.updated_by or "načtení plánu", status=word)
        )
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = stored

    def _printed_word(self, evaluation: Evaluation) -> str:
        """The word that was clicked, where the plan has another one for the status."""
        word = self.words.get(evaluation.status, "")
        return "" if word == evaluation.get_status_display() else word

    def save(self, *, by):
        evaluation = self.instance
        span = self.cleaned_data["covers"]
        evaluation.covers_start, evaluation.covers_end = (span.start, span.end) if span else (None, None)
        if "status" in self.changed_data and "status_label" not in self.changed_data:
            evaluation.status_label = self._printed_word(evaluation)
        evaluation.version = evaluation.version + 1 if evaluation.pk else 1
        evaluation.updated_by = by
        evaluation.save()
        return evaluation


class ReplyForm(forms.Form):
    """An answer in a thread of remarks."""

    text = forms.CharField(
        label="Odpověď",
        max_length=REPLY_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": NO_REPLY, "max_length": REPLY_TOO_LONG},
    )

"""Forms of a report's own texts; neither overwrites what somebody else saved meanwhile."""

import hashlib
from datetime import date

from django import forms

from czech.printing import date_text, datetime_text
from plans.forms import NarrativeField, NarrativeInput, SpanField
from reports.models import Chapter, Report

CHANGED_MEANWHILE = (
    "Mezitím to změnil někdo jiný ({who}). Vaše verze se neuložila: níže je uložené znění "
    "a pod ním vaše. Porovnejte je; když uložíte znovu, nahradí vaše znění uložené."
)
UNKNOWN = "načtení plánu"
ONE_DAY = "Napište jeden den, například 30. 9. 2024."
TOO_LONG = "Vejde se nejvýš %(limit_value)d znaků, tady jich je %(show_value)d."


class DayField(SpanField):
    """A single day as people write it: 30. 9. 2024."""

    def to_python(self, value) -> date | None:
        span = super().to_python(value)
        if span and span.start != span.end:
            raise forms.ValidationError(ONE_DAY)
        return span and span.start

    def prepare_value(self, value):
        return date_text(value) if isinstance(value, date) else value


class SeenForm(forms.ModelForm):
    """A form that knows what it had shown (docs/adr/0002): one hidden fingerprint of the stored texts."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **options):
        super().__init__(*args, label_suffix="", **options)
        self.stored = [getattr(self.instance, name) for name in self._meta.fields]
        self.fields["seen"].initial = fingerprint(self.stored)
        self.theirs: list[tuple[str, str]] = []  # label and text of what somebody else saved

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            self.wants_saving = self._wants_saving(cleaned)
        return cleaned

    def _wants_saving(self, cleaned) -> bool:
        """A page that nobody touched does no harm, however old it is; a touched one has to be fresh."""
        stored, seen = fingerprint(self.stored), cleaned["seen"]
        typed = fingerprint([cleaned[name] for name in self._meta.fields])
        if typed in (stored, seen):
            return False
        if seen != stored:
            self._refuse_stale(cleaned, stored)
        return True

    def _refuse_stale(self, cleaned, stored: str):
        """Show both; saving once more then means that the person has seen the other's version."""
        self.theirs = [
            (self.fields[name].label, as_text(value))
            for name, value in zip(self._meta.fields, self.stored, strict=True)
            if as_text(value) != as_text(cleaned[name])
        ]
        self.add_error(None, CHANGED_MEANWHILE.format(who=last_author(self.instance)))
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = stored

    def save(self, *, by):
        self.instance._history_user = by
        self.instance.save()
        return self.instance


class ChapterForm(SeenForm):
    """The town's own text of one chapter."""

    class Meta:
        model = Chapter
        fields = ["text"]
        field_classes = {"text": NarrativeField}
        widgets = {"text": NarrativeInput(attrs={"rows": 18})}
        labels = {"text": "Text kapitoly"}

    def save(self, *, by):
        """The first text of a report brings the report with it."""
        report = self.instance.report
        if not report.pk:
            report._history_user = by
            report.save()
            self.instance.report = report
        return super().save(by=by)


class TitlePageForm(SeenForm):
    """What the title page says."""

    issued_on = DayField(
        label="Vydáno",
        required=False,
        help_text="Například 30. 9. 2024. Bez data se tiskne „Pracovní znění“.",
    )

    class Meta:
        model = Report
        fields = ["title", "number", "issued_on", "prepared_by", "publicity"]
        widgets = {"publicity": forms.Textarea(attrs={"rows": 3})}
        labels = {
            "title": "Název zprávy",
            "number": "Pořadí",
            "prepared_by": "Zpracovali",
            "publicity": "Povinná publicita",
        }
        help_texts = {"title": "Když zůstane prázdný, tiskne se název plánu."}

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        for name in ("title", "number", "prepared_by"):
            field = self.fields[name]
            field.error_messages["max_length"] = TOO_LONG
            # A browser would cut a pasted text there and not say so.
            field.widget.attrs.pop("maxlength", None)


def as_text(value) -> str:
    """A field as its fingerprint and a comparison see it; stored texts may have other ends of lines."""
    if isinstance(value, date):
        return date_text(value)
    return "\n".join((value or "").strip().splitlines())


def fingerprint(values: list) -> str:
    """A short hash; what matters is that two different texts hardly ever give the same one."""
    texts = "\x1f".join(map(as_text, values))
    return hashlib.blake2b(texts.encode(), digest_size=8).hexdigest()


def last_author(subject: Chapter | Report) -> str:
    """Who saved it last and when, as the history knows."""
    version = subject.history.select_related("history_user").first() if subject.pk else None
    if version is None:
        return UNKNOWN
    return f"{version.history_user or UNKNOWN}, {datetime_text(version.history_date)}"

"""Forms of a plan and its levels."""

from django import forms

from .fields import DayField, MoneyField, NamesField, NamesWidget
from .implementers import known_names, names_of, similar, spelled, write_implementers
from .models import Goal, Measure, Plan, PriorityArea
from .seen import SeenForm
from .structure import put_last, siblings_of

NO_TITLE = "Napište název."
ENDS_BEFORE_START = "Konec je dřív než začátek."
START_HELP = "Například 1. 1. 2022 nebo rok 2022."
END_HELP = "Například 31. 12. 2027 nebo rok 2027."
ALREADY_THERE = "Totéž se stejným kódem a názvem už tu je."
TWICE = "Organizace „{name}“ je tu dvakrát."
NAME_LIMIT = 200
LONG_NAME = "Název organizace má nejvýš 200 znaků."
UNKNOWN = "Organizaci „{name}“ v seznamu nemáme{similar}. Opravte název, nebo ji níže založte jako novou."
SPARE_ROWS = 2


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def refuse_reversed(form: forms.Form, start: str, end: str):
    """Said beside the end, and so left out of what the model itself would say."""
    first, last = form.cleaned_data.get(start), form.cleaned_data.get(end)
    if first and last and last < first:
        form.add_error(end, ENDS_BEFORE_START)


class PlanForm(SeenForm):
    valid_from = DayField(label="Platí od", required=False, edge="start", help_text=START_HELP)
    valid_to = DayField(label="Platí do", required=False, edge="end", help_text=END_HELP)
    planned_funding = MoneyField(
        label="Plánované prostředky", required=False, help_text="Například 12 500 000 Kč."
    )

    class Meta:
        model = Plan
        fields = ["title", "valid_from", "valid_to", "action_plan", "planned_funding", "baseline_note"]
        widgets = {"baseline_note": _lines(3)}
        error_messages = {"title": {"required": NO_TITLE}}

    def clean(self):
        cleaned = super().clean()
        refuse_reversed(self, "valid_from", "valid_to")
        return cleaned


class LevelForm(SeenForm):
    """A level keeps its place; a new one comes last."""

    def clean(self):
        cleaned = super().clean()
        twins = siblings_of(self.instance).filter(code=cleaned.get("code"), title=cleaned.get("title"))
        if self.instance.pk is None and twins.exists():
            self.add_error("title", ALREADY_THERE)
        return cleaned

    def save(self, *, by):
        if self.instance.pk is None:
            put_last(self.instance)
        return super().save(by=by)


class AreaForm(LevelForm):
    class Meta:
        model = PriorityArea
        fields = ["code", "title", "context_heading", "context_footnote"]
        widgets = {"context_footnote": _lines(3)}
        error_messages = {"title": {"required": NO_TITLE}}


class GoalForm(LevelForm):
    class Meta:
        model = Goal
        fields = ["code", "title"]
        widgets = {"title": _lines(3)}
        error_messages = {"title": {"required": NO_TITLE}}


class MeasureForm(LevelForm):
    implementers = NamesField(
        label="Realizátoři",
        required=False,
        help_text=(
            "V pořadí, v jakém se tisknou; koho vymažete, ten opatření nerealizuje. "
            "Přispěvatelé organizace vyplňují opatření, která realizuje."
        ),
    )
    adds_organisations = forms.BooleanField(
        label="Založit nové organizace",
        required=False,
        help_text="Názvy jsou správně, jen v seznamu ještě nejsou.",
    )
    starts_on = DayField(label="Začátek", required=False, edge="start", help_text=START_HELP)
    ends_on = DayField(label="Konec", required=False, edge="end", help_text=END_HELP)
    cost = MoneyField(label="Předpokládané náklady", required=False, help_text="Například 1 009 154,50 Kč.")

    asking = ("seen", "adds_organisations")
    field_order = ["code", "title", "detail_title", "implementers", "adds_organisations"]

    class Meta:
        model = Measure
        fields = [
            "code", "title", "detail_title", "activity", "service", "starts_on", "ends_on", "timing",
            "output", "cost", "cost_unit", "cost_text", "funding", "risks", "intentions", "footnote",
            "in_action_plan",
        ]  # fmt: skip
        widgets = {
            "title": _lines(3), "detail_title": _lines(2), "output": _lines(3), "funding": _lines(3),
            "risks": _lines(3), "intentions": _lines(4), "footnote": _lines(2),
        }  # fmt: skip
        error_messages = {"title": {"required": NO_TITLE}}

    def __init__(self, *args, instance: Measure, **kwargs):
        names = names_of(instance)
        super().__init__(*args, instance=instance, initial={"implementers": names}, **kwargs)
        self.fields["activity"].choices = [("", "neuvedeno"), *Measure.Activity.choices]
        self.known = known_names()
        self.asks_about_new = False
        # What was typed needs its rows even where somebody else has taken some away meanwhile.
        posted = sum(key.startswith("implementers_") for key in self.data)
        self.fields["implementers"].widget = NamesWidget(max(len(names) + SPARE_ROWS, posted))

    def shown_fields(self):
        """Whether to add organisations is asked only when a name is new."""
        hidden = () if self.asks_about_new else ("adds_organisations",)
        return [field for field in super().shown_fields() if field.name not in hidden]

    def clean_implementers(self) -> list[str]:
        names = spelled(self.cleaned_data["implementers"], self.known)
        for name in names:
            if names.count(name) > 1:
                raise forms.ValidationError(TWICE.format(name=name))
            if len(name) > NAME_LIMIT:
                raise forms.ValidationError(LONG_NAME)
        return names

    def clean(self):
        cleaned = super().clean()
        refuse_reversed(self, "starts_on", "ends_on")
        new = [name for name in cleaned.get("implementers", ()) if name not in self.known]
        self.asks_about_new = bool(new)
        if not cleaned.get("adds_organisations"):
            for name in new:
                self.add_error("implementers", _unknown(name, self.known))
        return cleaned

    def save(self, *, by):
        names = self.cleaned_data["implementers"]
        measure = super().save(by=by)
        write_implementers(measure, names, by=by)
        return measure


def _unknown(name: str, known: list[str]) -> str:
    found = similar(name, known)
    offered = f"; podobné jsou: {', '.join(found)}" if found else ""
    return UNKNOWN.format(name=name, similar=offered)

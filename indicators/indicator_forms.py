"""The form of an indicator: what is counted, how it is written and of what it consists."""

from hashlib import blake2b

from django import forms
from django.db import transaction
from django.db.models import Max

from .category_lines import CategoryPlan, plan_categories, read_lines, text_of
from .models import Indicator

KIND_KEPT = "Druh hodnoty už nejde změnit: k indikátoru jsou zapsané hodnoty a četly by se jinak."
BOTH_SIDES = "Rozdíl potřebuje oba indikátory: od čeho a co se odečítá."
SAME_SIDES = "Odečítat indikátor od něj samotného nedává smysl."
CHANGED_MEANWHILE = (
    "Mezitím indikátor změnil někdo jiný. Níže je to, co jste napsali vy; "
    "porovnejte to s jeho stránkou a uložte znovu."
)
CATEGORIES_HELP = (
    "Každá složka na vlastním řádku; za dvojtečku patří celý název, například UA: uprchlíci z Ukrajiny. "
    "Složku, podle které už jsou zapsané hodnoty, můžete přejmenovat, ale ne odebrat."
)
DENOMINATOR_HELP = (
    "U druhu „počet a podíl“: indikátor, ve kterém je celek. "
    "Stačí pak napsat počet, nebo podíl, a druhé číslo se dopočítá."
)


class SideField(forms.ModelChoiceField):
    """Another indicator of the plan, told apart by the code of its level."""

    def label_from_instance(self, indicator):
        return f"{indicator.owner_code} {indicator.name}".strip()


class IndicatorForm(forms.ModelForm):
    minuend = SideField(None, label="Od čeho se odečítá", required=False, empty_label="není rozdílem")
    subtrahend = SideField(None, label="Co se odečítá", required=False, empty_label="není rozdílem")
    denominator = SideField(
        None,
        label="Z čeho se počítá podíl",
        required=False,
        empty_label="neuvedeno",
        help_text=DENOMINATOR_HELP,
    )
    categories = forms.CharField(
        label="Složky rozpadu",
        required=False,
        help_text=CATEGORIES_HELP,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Indicator
        fields = [
            "name", "unit", "value_kind", "role", "desired_direction", "parts_kind", "categories",
            "definition", "minuend", "subtrahend", "denominator", "footnote",
        ]  # fmt: skip
        widgets = {
            "name": forms.Textarea(attrs={"rows": 2}),
            "footnote": forms.Textarea(attrs={"rows": 2}),
        }
        labels = {"definition": "Měří se stejně jako v jiných městech"}
        help_texts = {
            "definition": "Podle společné definice se indikátory různých měst dají srovnávat.",
            "footnote": "Ve zprávě stojí v poznámce pod čarou u názvu.",
        }
        error_messages = {"name": {"required": "Napište název."}}

    def __init__(self, indicator: Indicator, data=None):
        super().__init__(data, instance=indicator, label_suffix="")
        self.kind, self.kept_kind = indicator.value_kind, indicator.pk and _has_values(indicator)
        self.category_plan: CategoryPlan | None = None
        self.initial["categories"] = text_of(indicator.categories.all()) if indicator.pk else ""
        self.initial["seen"] = self.stored = _fingerprint(self.initial)
        others = Indicator.objects.filter(plan=indicator.plan_id).exclude(pk=indicator.pk).with_levels()
        for name in ("minuend", "subtrahend", "denominator"):
            self.fields[name].queryset = others
        self.fields["definition"].empty_label = "žádná společná definice"
        self.fields["value_kind"].help_text = KIND_KEPT if self.kept_kind else ""
        self.fields["unit"].error_messages["max_length"] = "Vejde se nejvýš %(limit_value)d znaků."

    def clean_value_kind(self):
        kind = self.cleaned_data["value_kind"]
        if self.kept_kind and kind != self.kind:
            raise forms.ValidationError(KIND_KEPT)
        return kind

    def clean_categories(self):
        typed = self.cleaned_data["categories"]
        self.category_plan = plan_categories(self.instance, read_lines(typed))
        return typed

    def clean(self):
        cleaned = super().clean()
        minuend, subtrahend = cleaned.get("minuend"), cleaned.get("subtrahend")
        if bool(minuend) != bool(subtrahend):
            self.add_error("subtrahend" if minuend else "minuend", BOTH_SIDES)
        elif minuend and minuend == subtrahend:
            self.add_error("subtrahend", SAME_SIDES)
        if self.instance.pk and cleaned.get("seen") != self.stored:
            self._refuse_stale()
        return cleaned

    def _refuse_stale(self):
        """Saving once more means that the person has seen the other's version."""
        self.add_error(None, CHANGED_MEANWHILE)
        self.data = self.data.copy()
        self.data["seen"] = self.stored

    @transaction.atomic
    def save(self, *, by) -> Indicator:
        indicator = self.instance
        if indicator.pk is None:
            indicator.position = _last_position(indicator) + 1
        # Outside of a request history would not know the author.
        indicator._history_user = by
        if self.has_changed() or indicator.pk is None:
            indicator.save()
        self.category_plan.save()
        return indicator


def _has_values(indicator: Indicator) -> bool:
    return indicator.values.known().exists()


def _fingerprint(shown: dict) -> str:
    """Tells whether somebody has changed the indicator since the form was shown."""
    texts = "\0".join(f"{name}={shown[name]}" for name in sorted(shown) if name != "seen")
    return blake2b(texts.encode(), digest_size=6).hexdigest()


def _last_position(indicator: Indicator) -> int:
    siblings = Indicator.objects.filter(
        plan=indicator.plan_id, area=indicator.area_id, goal=indicator.goal_id, measure=indicator.measure_id
    )
    return siblings.aggregate(last=Max("position"))["last"] or 0

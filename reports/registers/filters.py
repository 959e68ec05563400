"""What a list can be narrowed to; an empty field means all."""

from datetime import date
from html import escape

from django import forms
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, ExtractMonth, ExtractYear
from django.forms.utils import flatatt
from django.utils.safestring import SafeString, mark_safe
from django_filters import CharFilter, ChoiceFilter, Filter, FilterSet

from plans.kinds import KINDS
from plans.models import Approval, Organisation, Plan, Territory, with_district
from projects.models import Call, Project

Choices = list[tuple[str, str]]
WITHOUT_CALL = "bez"
NOT_OFFERED = "Vyberte některou z nabízených možností."
YEAR_ADVICE = "Rok napište čtyřmi číslicemi, například 2018."


class YearField(forms.IntegerField):
    """A year typed by hand; letters get a sentence and not a widget that swallows them."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "size": 4, "maxlength": 10})
    default_error_messages = {"invalid": YEAR_ADVICE, "min_value": YEAR_ADVICE, "max_value": YEAR_ADVICE}

    def __init__(self, **options):
        super().__init__(min_value=1990, max_value=2100, **options)
        messages = dict.fromkeys(("min_value", "max_value"), YEAR_ADVICE)
        for validator in self.validators:
            validator.message = messages.get(validator.code, validator.message)


class YearFilter(Filter):
    field_class = YearField


class LongSelect(forms.Select):
    """For hundreds of choices: Django's own makes a dictionary and asks a template for each of them."""

    def render(self, name: str, value, attrs=None, renderer=None) -> SafeString:
        chosen = self.format_value(value)
        options = "".join(_option(str(key), str(words), chosen) for key, words in self.choices)
        attributes = flatatt({"name": name, **self.build_attrs(self.attrs, attrs)})
        return mark_safe(f"<select{attributes}>{options}</select>")  # noqa: S308


def _option(key: str, words: str, chosen: list[str]) -> str:
    return f'<option value="{escape(key)}"{" selected" if key in chosen else ""}>{escape(words)}</option>'


class FilterForm(forms.Form):
    """A choice that is not offered comes from an address; Django would print it back, however long it is."""

    def __init__(self, *args, **options):
        super().__init__(*args, label_suffix="", **options)
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.error_messages["invalid_choice"] = NOT_OFFERED


class RegisterFilters(FilterSet):
    """Offers only towns, funds and calls that the rows have, in one query for each."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        for name, choices in self.choices().items():
            self.filters[name].extra["choices"] = choices

    def choices(self) -> dict[str, Choices]:
        """What the filters offer, by name of filter."""
        return {}

    def related(self, path: str) -> QuerySet:
        """Keys of what all rows, chosen or not, point to."""
        return self.queryset.order_by().values(path)

    def chosen(self) -> list[tuple[str, str]]:
        """Labels of the filters in use with what was chosen, for the heading of a file."""
        if not self.is_valid():
            return []
        values = self.form.cleaned_data.items()
        return [(self.form.fields[name].label, self._shown(name, value)) for name, value in values if value]

    def _shown(self, name: str, value) -> str:
        choices = getattr(self.form.fields[name], "choices", ())
        return dict(choices).get(value, str(value))


def town_choices(towns: QuerySet[Territory]) -> Choices:
    rows = towns.values_list("pk", "name", "parent__name", "parent__kind")
    return [
        (str(pk), with_district(name, above if kind == Territory.Kind.DISTRICT else ""))
        for pk, name, above, kind in rows
    ]


class PlanFilters(RegisterFilters):
    mesto = ChoiceFilter(
        field_name="municipality", label="Město", empty_label="všechna města", widget=LongSelect
    )
    druh = ChoiceFilter(
        field_name="kind",
        label="Druh plánu",
        empty_label="všechny druhy",
        choices=[(kind.code, f"{kind.abbreviation} – {kind.name}") for kind in KINDS.values()],
    )
    centrum = ChoiceFilter(
        field_name="regional_centre", label="Regionální centrum", empty_label="všechna centra"
    )
    rok = YearFilter(label="Rok platnosti nebo schválení", method="in_year")

    class Meta:
        model = Plan
        form = FilterForm
        fields = []

    def choices(self) -> dict[str, Choices]:
        centres = self.related("regional_centre").exclude(regional_centre="").distinct()
        names = sorted(centres.values_list("regional_centre", flat=True))
        towns = Territory.objects.filter(pk__in=self.related("municipality"))
        return {"mesto": town_choices(towns), "centrum": [(name, name) for name in names]}

    def in_year(self, rows: QuerySet[Plan], name: str, year: int) -> QuerySet[Plan]:
        """Of some plans only the approval is known."""
        holds = Q(valid_from__lte=date(year, 12, 31), valid_to__gte=date(year, 1, 1))
        approved = Approval.objects.filter(plan=OuterRef("pk"), approved_on__year=year)
        return rows.filter(holds | Exists(approved))


class ProjectFilters(RegisterFilters):
    hledat = CharFilter(label="Název nebo číslo", method="called")
    mesto = ChoiceFilter(
        field_name="plan__municipality", label="Město", empty_label="všechna města", widget=LongSelect
    )
    fond = ChoiceFilter(
        field_name="call__programme__code",
        label="Fond",
        empty_label="všechny fondy",
        null_label="bez výzvy",
        null_value=WITHOUT_CALL,
    )
    vyzva = ChoiceFilter(field_name="call", label="Výzva", empty_label="všechny výzvy")
    stav = ChoiceFilter(
        field_name="state", label="Stav", empty_label="všechny stavy", choices=Project.State.choices
    )
    prijemce = CharFilter(label="Příjemce", method="received_by")
    rok = YearFilter(label="Rok realizace", method="in_year")

    class Meta:
        model = Project
        form = FilterForm
        fields = []

    def choices(self) -> dict[str, Choices]:
        towns = Territory.objects.filter(pk__in=self.related("plan__municipality"))
        calls = list(Call.objects.filter(pk__in=self.related("call")).select_related("programme"))
        funds = dict.fromkeys(call.programme.code for call in calls)
        return {
            "mesto": town_choices(towns),
            "fond": [(code, code) for code in funds],
            "vyzva": [(str(call.pk), str(call)) for call in calls],
        }

    def called(self, rows: QuerySet[Project], name: str, text: str) -> QuerySet[Project]:
        return rows.filter(Q(shown_title__fold__contains=text) | Q(registration_number__fold__contains=text))

    def received_by(self, rows: QuerySet[Project], name: str, text: str) -> QuerySet[Project]:
        recipients = Organisation.objects.filter(projects=OuterRef("pk"), name__fold__contains=text)
        return rows.filter(Exists(recipients))

    def in_year(self, rows: QuerySet[Project], name: str, year: int) -> QuerySet[Project]:
        """Projects that ran for at least a day of the year; those without any date are never found."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        rows = rows.alias(
            end=Coalesce("ended_on", "ends_on"),
            # Months since the year 0, up to which a project given by its length runs.
            until=ExtractYear("starts_on") * 12 + ExtractMonth("starts_on") - 1 + F("duration_months"),
        )
        by_length = Q(until__gt=year * 12) | Q(until=year * 12, starts_on__day__gt=1)
        known_start = Q(starts_on__year=year) | Q(starts_on__lte=last) & (
            Q(end__gte=first) | Q(end=None) & by_length
        )
        return rows.filter(known_start | Q(starts_on=None, end__year=year))

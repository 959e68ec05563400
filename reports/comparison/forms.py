"""What is compared, where and when; everything stands in the address."""

from dataclasses import dataclass

from django import forms
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.utils.timezone import localdate

from czech.sorting import sort_key
from indicators.models import Aggregation, Definition, Indicator, Statistic
from reports.registers.filters import FilterForm

from .comparison import MOST_YEARS, Origin, Question
from .places import Place, towns_of

FIRST_YEAR, USUAL_YEARS = 2010, 6
OWN, EVERY = "moje", "vse"
REGION, CENTRE = "kraj-", "centrum-"
ORIGINS = [
    (Origin.ALL, "plány měst, i neschválené"),
    (Origin.APPROVED, "plány měst, jen schválené"),
    (Origin.PUBLIC, "veřejná statistika"),
]
TOO_MANY = "Najednou se vejde nejvýš deset let."
ORDERED = "Rok „do“ je dřív než rok „od“."


@dataclass(frozen=True)
class Offer:
    """The definitions that somebody can compare: plans measure them, or there are public figures of them."""

    definitions: list[Definition]
    measuring: QuerySet[Indicator]  # of the plans that may be compared

    def of(self, code: str) -> Definition | None:
        return next((one for one in self.definitions if one.code == code), None)

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(one.code, one.name) for one in self.definitions]

    def usual(self) -> Definition:
        """The one that most plans measure; counted only for who has not chosen."""
        counts = self.measuring.exclude(definition=None).order_by().values_list("definition")
        plans = dict(counts.annotate(n=Count("plan", distinct=True)))
        return max(self.definitions, key=lambda one: plans.get(one.pk, 0))


def offer(places: list[Place]) -> Offer:
    measuring = Indicator.objects.filter(plan__among=[place.plan for place in places])
    # An order that an index has; for any figure at all the database would read them from the first.
    figures = Statistic.objects.filter(definition=OuterRef("pk")).order_by("territory_id")
    known = Definition.objects.annotate(
        is_measured=Exists(measuring.filter(definition=OuterRef("pk"))),
        figure=Subquery(figures.values("pk")[:1]),
    )
    known = known.order_by("name").select_related("denominator")
    known = known.prefetch_related("breaks", "denominator__breaks")
    # In a condition both would be looked for once more.
    return Offer([one for one in known if one.is_measured or one.figure], measuring)


class ComparisonForm(FilterForm):
    ukazatel = forms.ChoiceField(label="Ukazatel")
    mesta = forms.ChoiceField(label="Města", required=False)
    od = forms.TypedChoiceField(label="Od roku", coerce=int, required=False)
    do = forms.TypedChoiceField(label="Do roku", coerce=int, required=False)
    hodnoty = forms.ChoiceField(label="Hodnoty", choices=ORIGINS, required=False)
    na_tisic = forms.BooleanField(label="na 1 000 obyvatel", required=False)
    cele = forms.BooleanField(label="jen města se všemi roky", required=False)

    def __init__(self, data, *, places: list[Place], offered: Offer):
        self.places, self.offered = places, offered
        this_year = localdate().year
        years = [(str(year), str(year)) for year in range(this_year, FIRST_YEAR - 1, -1)]
        last = data.get("do") or str(this_year)
        is_double = _is_double(places)
        first = max(FIRST_YEAR, int(last) - USUAL_YEARS + 1) if last in dict(years) else this_year
        usual = {
            "ukazatel": data.get("ukazatel") or offered.usual().code,
            "mesta": OWN if is_double else EVERY,
            "od": str(first),
            "do": last,
            "hodnoty": "",
        }
        chosen = {name: value for name, value in data.items() if value}
        # A link from somebody for whom the own towns are but a part; here they are all there are.
        if chosen.get("mesta") == OWN and not is_double:
            del chosen["mesta"]
        super().__init__(usual | chosen)
        self.fields["ukazatel"].choices = offered.choices
        self.fields["mesta"].choices = _scopes(places)
        self.fields["od"].choices = self.fields["do"].choices = years
        self._settle()

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("od") and cleaned.get("do"):
            if cleaned["od"] > cleaned["do"]:
                self.add_error("do", ORDERED)
            elif cleaned["do"] - cleaned["od"] >= MOST_YEARS:
                self.add_error("od", TOO_MANY)
        return cleaned

    @property
    def definition(self) -> Definition:
        return self.offered.of(self.cleaned_data["ukazatel"])

    @property
    def may_be_per_thousand(self) -> bool:
        """Can the figures be read per thousand inhabitants?"""
        one = self.definition
        return one.aggregation == Aggregation.SUM and one.denominator_id is not None

    def question(self) -> Question:
        chosen = self.cleaned_data
        return Question(
            definition=self.definition,
            places=self._chosen_places(),
            years=range(chosen["od"], chosen["do"] + 1),
            origin=Origin(chosen["hodnoty"]),
            per_thousand=chosen["na_tisic"],
            only_whole_lines=chosen["cele"],
        )

    def _settle(self):
        """Where no plan measures the chosen definition, public figures are what there is."""
        known = self.offered.of(self.data["ukazatel"])
        if not self.data["hodnoty"]:
            is_measured = known is not None and known.is_measured
            self.data["hodnoty"] = Origin.ALL if is_measured else Origin.PUBLIC

    def _chosen_places(self) -> list[Place]:
        """A plan of which only the approval is known has no values, but its town has public figures."""
        is_public = self.cleaned_data["hodnoty"] == Origin.PUBLIC
        scope = self.cleaned_data["mesta"]
        return [one for one in self.places if (one.has_figures or is_public) and _is_in(one, scope)]


def _is_in(place: Place, scope: str) -> bool:
    if scope.startswith(REGION):
        return str(place.town.region) == scope.removeprefix(REGION)
    if scope.startswith(CENTRE):
        return place.centre == scope.removeprefix(CENTRE)
    return place.is_own or scope == EVERY


def _is_double(places: list[Place]) -> bool:
    """Does it make a difference whether one sees the own towns or all?"""
    return 0 < sum(place.is_own for place in places) < len(places)


def _scopes(places: list[Place]) -> list[tuple[str, str]]:
    towns = towns_of(places)
    regions = {town.region: town.region_name for town in towns if town.region}
    centres = sorted({place.centre for place in places} - {""}, key=sort_key)
    own = [(OWN, "moje města")] if _is_double(places) else []
    return [
        *own,
        (EVERY, "všechna"),
        *((f"{REGION}{pk}", name) for pk, name in sorted(regions.items(), key=lambda one: sort_key(one[1]))),
        *((f"{CENTRE}{name}", f"centrum {name}") for name in centres),
    ]

"""What the board and its lists can be narrowed to; the same fields in the same addresses."""

from datetime import timedelta

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.timezone import localdate
from django_filters import CharFilter, ChoiceFilter, MultipleChoiceFilter

from czech.sorting import fold, sort_key
from indicators.models import Value
from plans.kinds import KINDS
from plans.models import Evaluation, PriorityArea, Remark, ReportingPeriod, Territory
from projects.models import ImplementationReport
from reports.registers.filters import Choices, FilterForm, LongSelect, RegisterFilters

from .completeness import nothing_missing, nothing_said, something_missing
from .scope import Scope
from .states import STATES, BoardState

OWN, ALL = "moje", "vse"
QUIET_DAYS = 30
COMPLETENESS = [("chybi", "něco chybí"), ("uplne", "vše vyplněno"), ("prazdne", "zatím nic")]
HAVING = [
    ("pripominky", "otevřené připomínky"),
    ("zpravy", "opožděné realizátory"),
    ("po-schvaleni", "změnu po schválení"),
    ("beze-zmeny", f"{QUIET_DAYS} dní beze změny"),
]


class BoardFilters(RegisterFilters):
    hledat = CharFilter(label="Město nebo kód obce", method="called")
    kraj = ChoiceFilter(label="Kraj", empty_label="všechny kraje", method="in_region")
    centrum = ChoiceFilter(
        field_name="plan__regional_centre", label="Regionální centrum", empty_label="všechna centra"
    )
    druh = ChoiceFilter(
        field_name="plan__kind", label="Druh plánu", empty_label="všechny druhy",
        choices=[(kind.code, kind.abbreviation) for kind in KINDS.values()],
    )  # fmt: skip
    oblast = ChoiceFilter(
        label="Oblast", empty_label="všechny oblasti", method="with_area", widget=LongSelect
    )
    stav = ChoiceFilter(
        label="Stav období", empty_label="všechny stavy", choices=BoardState.choices, method="in_state"
    )
    uplnost = ChoiceFilter(
        label="Úplnost hodnot", empty_label="jakákoli", choices=COMPLETENESS, method="complete"
    )
    maji = MultipleChoiceFilter(
        label="Jen města, která mají", choices=HAVING, method="having", widget=forms.CheckboxSelectMultiple
    )
    rozsah = ChoiceFilter(
        label="Rozsah", empty_label=None, choices=[(OWN, "moje města"), (ALL, "celá Agentura")],
        method="in_scope", widget=forms.HiddenInput,
    )  # fmt: skip

    class Meta:
        model = ReportingPeriod
        form = FilterForm
        fields = []

    def __init__(self, *args, scope: Scope, **options):
        self.scope = scope
        super().__init__(*args, **options)

    def choices(self) -> dict[str, Choices]:
        regions = Territory.objects.filter(pk__in=self.scope.regions)
        titles = PriorityArea.objects.filter(plan__among=self.scope.all_plans).order_by()
        return {
            "kraj": [(str(region.pk), region.name) for region in regions],
            "centrum": [(name, name) for name in self.scope.centres],
            "oblast": area_choices(titles.values_list("title", flat=True).distinct()),
        }

    def filter_queryset(self, rows: QuerySet[ReportingPeriod]) -> QuerySet[ReportingPeriod]:
        """The state comes last: the counters show what the others leave, in every state.

        Completeness reads all values of the towns that are left, so before it come the others.
        """
        chosen = dict(self.form.cleaned_data)
        state, complete = chosen.pop("stav", ""), chosen.pop("uplnost", "")
        for name, value in chosen.items():
            rows = self.filters[name].filter(rows, value)
        self.any_state = rows = self.filters["uplnost"].filter(rows, complete)
        return self.filters["stav"].filter(rows, state)

    def called(self, rows, name: str, text: str):
        towns = Q(plan__municipality__name__fold__contains=text) | Q(plan__municipality__code=text)
        return rows.filter(towns)

    def in_region(self, rows, name: str, region: str):
        return rows.filter(pk__among=self.scope.periods_in(int(region)))

    def with_area(self, rows, name: str, title: str):
        areas = PriorityArea.objects.filter(plan=OuterRef("plan"), title__fold=title)
        return rows.filter(Exists(areas))

    def in_state(self, rows, name: str, state: str):
        return rows.filter(urgency=STATES.index(state))

    def complete(self, rows, name: str, wanted: str):
        if wanted == "prazdne":
            return rows.filter(nothing_said())
        found = rows.filter(something_missing() if wanted == "chybi" else nothing_missing())
        # This counts all values of all these towns; page, counters and lists ask only for what was found.
        return rows.filter(pk__among=list(found.order_by().values_list("pk", flat=True)))

    def having(self, rows, name: str, wanted: list[str]):
        conditions = {
            "pripominky": open_remarks,
            "zpravy": late_reports,
            "po-schvaleni": changed_after_approval,
            "beze-zmeny": quiet,
        }
        for one in wanted:
            rows = rows.filter(conditions[one]())
        return rows

    def in_scope(self, rows, name: str, scope: str):
        if scope == ALL:
            return rows
        return rows.filter(pk__among=self.scope.own_periods)

    def _shown(self, name: str, value) -> str:
        if isinstance(value, list):
            return ", ".join(dict(HAVING)[one] for one in value)
        return super()._shown(name, value)


def area_choices(titles) -> Choices:
    """Towns write one title with capitals and without; the filter takes it for one."""
    names = {}
    for title in sorted(titles, key=sort_key):
        names.setdefault(fold(title), title)
    return list(names.items())


def open_remarks() -> Exists:
    return Exists(Remark.objects.open().filter(answers=None, period=OuterRef("pk")))


def late_reports() -> Exists:
    late = ImplementationReport.objects.late(localdate())
    return Exists(late.filter(project__plan=OuterRef("plan")))


def changed_after_approval() -> Q:
    """What was loaded from a file together with its approval has no author and does not count."""
    approved = OuterRef("approved_at")
    changed = (
        model.objects.filter(period=OuterRef("pk"), updated_at__gt=approved) for model in (Value, Evaluation)
    )
    by_somebody = [Exists(rows.exclude(updated_by=None)) for rows in changed]
    return Q(approved_at__isnull=False) & (Q(by_somebody[0]) | Q(by_somebody[1]))


def quiet() -> Q:
    since = timezone.now() - timedelta(days=QUIET_DAYS)
    changed = (
        Exists(model.objects.filter(period=OuterRef("pk"), updated_at__gte=since))
        for model in (Value, Evaluation)
    )
    return ~Q(next(changed)) & ~Q(next(changed)) & Q(happened_at__lt=since)

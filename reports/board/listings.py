"""Lists below the board: what deserves attention in the towns of a selection, each with the same filters."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import (
    Case,
    CharField,
    Count,
    DateField,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate
from django_filters import ChoiceFilter

from plans.models import Evaluation, Measure, MeasureImplementer, ReportingPeriod, Status
from projects.models import ImplementationReport, Project
from reports.registers.projects import project_rows
from reports.registers.registers import Register

from .filters import BoardFilters
from .listing_columns import (
    ENDING_COLUMNS,
    EVALUATED_COLUMNS,
    LATE_COLUMNS,
    MEASURE_COLUMNS,
    ListTotals,
)

SOON = timedelta(days=183)  # half a year
# As the choices stand; what nobody stated is the last of them.
STATUS_PLACE = Case(*(When(status=status, then=place) for place, status in enumerate(Status, start=1)))
AREA_ORDER = ("goal__area__plan__municipality__name", "goal__area__plan__municipality__parent__name")


class MeasureFilters(BoardFilters):
    stav_opatreni = ChoiceFilter(
        label="Stav opatření", empty_label="všechny stavy", choices=Status.choices, method="of_rows"
    )

    def of_rows(self, rows, name: str, value: str):
        """Narrows the measures and not the towns."""
        return rows


@dataclass(frozen=True, slots=True)
class Towns:
    """The selection of the board as a list below it reads it; by keys, so that nothing looks for it again."""

    periods: list[int]  # the current ones
    plans: list[int]
    retired: list[int]  # measures that ended before the current period of their plan
    area: str = ""  # folded title
    status: str = ""

    @classmethod
    def of(cls, periods: QuerySet[ReportingPeriod], **chosen: str) -> "Towns":
        known = list(periods.order_by().values_list("pk", "plan"))
        keys = [period for period, _ in known]
        return cls(keys, [plan for _, plan in known], _retired_before(keys), **chosen)

    @property
    def before(self) -> QuerySet:
        """Of each plan the period before the current one."""
        earlier = ReportingPeriod.objects.filter(plan=OuterRef("plan"), start__lt=OuterRef("start"))
        latest = Subquery(earlier.order_by("-start", "-pk").values("pk")[:1])
        current = ReportingPeriod.objects.filter(pk__among=self.periods).order_by()
        return current.annotate(before=latest).values("before")

    def measures(self) -> QuerySet[Measure]:
        """Those in use today."""
        return self._chosen(Measure.objects.in_use(localdate()))

    def evaluated(self) -> QuerySet[Measure]:
        """Those that belong to the current period of their plan, as the board counts them."""
        return self._chosen(Measure.objects.exclude(pk__in=self.retired))

    def _chosen(self, measures: QuerySet[Measure]) -> QuerySet[Measure]:
        measures = measures.filter(goal__area__plan__among=self.plans)
        return measures.filter(goal__area__title__fold=self.area) if self.area else measures


def _retired_before(periods: list[int]) -> list[int]:
    """Few, and found by themselves: asked of each measure, all of the country would be read."""
    later = ReportingPeriod.objects.filter(
        pk__among=periods, plan=OuterRef("goal__area__plan"), start__gt=OuterRef("retired_on")
    )
    return list(Measure.objects.retired().filter(Exists(later)).order_by().values_list("pk", flat=True))


@dataclass(frozen=True, slots=True)
class Listing:
    register: Register
    rows: Callable[[Towns], QuerySet]
    lead: str
    nothing: str

    @property
    def slug(self) -> str:
        return self.register.name


def evaluated_measures(towns: Towns) -> QuerySet[Measure]:
    """Each with its status in the current period of its plan."""
    evaluation = Evaluation.objects.filter(measure=OuterRef("pk"), period__among=towns.periods)
    status = Subquery(evaluation.values("status")[:1])
    place = Subquery(evaluation.values(place=STATUS_PLACE)[:1])
    rows = _with_places(towns.evaluated()).annotate(
        status=Coalesce(status, Value(Status.NOT_STATED), output_field=CharField())
    )
    # Looked up once for each measure; to compare the status above would look for it at every choice.
    rows = rows.alias(status_place=Coalesce(place, len(Status)))
    return rows.filter(status=towns.status) if towns.status else rows


def counted_by_status(towns: Towns) -> Counter:
    """How many measures of the selection have each status, whichever status is chosen."""
    # Joined and not looked up: one by one it would be a search for each measure of the country.
    current = FilteredRelation("evaluations", condition=Q(evaluations__period__among=towns.periods))
    stated = Coalesce("current__status", Value(Status.NOT_STATED), output_field=CharField())
    rows = towns.evaluated().annotate(current=current).order_by().values_list(stated)
    return Counter(dict(rows.annotate(measures=Count("pk"))))


def without_implementer(towns: Towns) -> QuerySet[Measure]:
    implementers = MeasureImplementer.objects.filter(measure=OuterRef("pk"))
    return _with_places(towns.measures().exclude(Exists(implementers)))


def twice_unmonitored(towns: Towns) -> QuerySet[Measure]:
    """Not monitored in the current period and in the one before it."""
    # A measure belongs to one plan, so the periods of all plans may be looked at together.
    unmonitored = Evaluation.objects.filter(status=Status.NOT_MONITORED, measure__isnull=False).order_by()
    now = unmonitored.filter(period__among=towns.periods).values("measure")
    before = unmonitored.filter(period__in=towns.before).values("measure")
    return _with_places(towns.measures().filter(pk__in=now).filter(pk__in=before))


def _with_places(measures: QuerySet[Measure]) -> QuerySet[Measure]:
    rows = measures.select_related("goal__area__plan__municipality__parent").prefetch_related("implementers")
    above = Coalesce("goal__parent__position", "goal__position")
    return rows.order_by(*AREA_ORDER, "goal__area__plan", "goal__area__position", above, "goal__position",
                         "position", "pk")  # fmt: skip


def ending_projects(towns: Towns) -> QuerySet[Project]:
    today = localdate()
    running = Project.objects.filter(
        plan__among=towns.plans, state__in=[Project.State.APPROVED, Project.State.RUNNING]
    )
    if towns.area:
        in_area = Q(area__title__fold=towns.area) | Q(measures__goal__area__title__fold=towns.area)
        running = running.filter(pk__in=Project.objects.filter(in_area).values("pk"))
    end = Coalesce("ended_on", "ends_on", output_field=DateField())
    ending = running.annotate(end=end).filter(end__range=(today, today + SOON))
    return project_rows(ending).order_by("end", "plan__municipality__name", "pk")


def late_reports(towns: Towns) -> QuerySet[ImplementationReport]:
    late = ImplementationReport.objects.late(localdate()).filter(project__plan__among=towns.plans)
    if towns.area:
        in_area = Q(area__title__fold=towns.area) | Q(measures__goal__area__title__fold=towns.area)
        late = late.filter(project__in=Project.objects.filter(in_area).values("pk"))
    rows = late.select_related("project__plan__municipality__parent").prefetch_related("project__recipients")
    return rows.order_by(F("due_on").asc(nulls_last=True), "project__plan__municipality__name", "pk")


def _register(slug: str, title: str, columns, model, filters=BoardFilters) -> Register:
    return Register(slug, title, columns, filters, model, lambda rows: rows, ListTotals, is_wide=True)


LISTINGS = {
    listing.slug: listing
    for listing in (
        Listing(
            _register("opatreni", "Opatření podle stavu", EVALUATED_COLUMNS, Measure, MeasureFilters),
            evaluated_measures,
            "Opatření vybraných měst, v jedné oblasti nebo ve všech, podle stavu v současném období plánu.",
            "Výběru neodpovídá žádné opatření.",
        ),
        Listing(
            _register("bez-realizatora", "Opatření bez realizátora", MEASURE_COLUMNS, Measure),
            without_implementer,
            "Opatření, u kterých není uveden nikdo, kdo je uskuteční.",
            "Každé opatření ve výběru má realizátora.",
        ),
        Listing(
            _register("nesledovana", "Dvakrát nesledovaná opatření", MEASURE_COLUMNS, Measure),
            twice_unmonitored,
            "Opatření se stavem nesledováno v současném i předchozím období.",
            "Žádné opatření ve výběru nebylo nesledováno dvakrát po sobě.",
        ),
        Listing(
            _register("koncici-projekty", "Končící projekty", ENDING_COLUMNS, Project),
            ending_projects,
            "Běžící a schválené projekty, které skončí do půl roku.",
            "Do půl roku žádný projekt ve výběru nekončí.",
        ),
        Listing(
            _register("opozdene-zpravy", "Opožděné zprávy", LATE_COLUMNS, ImplementationReport),
            late_reports,
            "Zprávy o realizaci, které měly být podané, a nejsou.",
            "Žádná zpráva o realizaci ve výběru není po termínu.",
        ),
    )
}

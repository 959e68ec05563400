"""Where changes are kept: one historical table each, with how its rows belong to a plan and how they read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Model, OuterRef, Q, QuerySet, Subquery

from czech.plurals import counted
from indicators.models import Indicator, Target, Value
from indicators.past_parts import attach_parts
from plans.models import (
    Evaluation,
    Goal,
    Measure,
    MeasureImplementer,
    Membership,
    Organisation,
    Plan,
    PriorityArea,
    Remark,
    ReportingPeriod,
    Role,
)
from reports.models import Chapter, Report

from .changes import Change, Event, Kind, changes
from .readers import (
    chapter_event,
    evaluation_event,
    implementer_event,
    indicator_event,
    level_event,
    measure_event,
    period_event,
    plan_event,
    remark_event,
    report_event,
    right_event,
    target_event,
    value_event,
)
from .subjects import attach_cell, attach_indicator, remarks_in_area

BELOW_AREA = ("indicator__area", "indicator__goal__area", "indicator__measure__goal__area")
LEVELS = ("indicator__area", "indicator__goal", "indicator__measure")


@dataclass(frozen=True)
class Source:
    name: str
    kind: Kind
    model: type[Model]
    of_plan: Callable[[Plan], QuerySet]
    read: Callable[[Change], Event]
    forms: tuple[str, str, str, str]  # 1 hodnota, 2 hodnoty, 1,5 hodnoty, 5 hodnot
    period: str = ""  # path to the period; empty where changes belong to none
    areas: tuple[str, ...] = ()
    find_area: Callable[[str], Q] | None = None  # where no path leads to the area, only a bare number
    # Path to the measure; without one the changes are kept from contributors, who see only their measures.
    measure: str = ""
    related: tuple[str, ...] = ()
    prepare: Callable[[list[Model]], None] | None = None
    comes_in_loads: bool = True  # a role is told by name, however it was given

    @property
    def has_areas(self) -> bool:
        return bool(self.areas or self.find_area)

    def in_area(self, area: str) -> Q:
        if self.find_area:
            return self.find_area(area)
        return Q(*((path, area) for path in self.areas), _connector=Q.OR)

    def rows(self, plan: Plan, own: QuerySet[Measure] | None = None) -> QuerySet:
        """Changes of the plan, or only those of the own measures and of what is below them."""
        rows = self.of_plan(plan)
        return rows if own is None else rows.filter(**{f"{self.measure}__in": own.values("pk")})

    def events(self, numbers: Iterable[int]) -> dict[int, Event]:
        """Events of the rows with these numbers; their predecessors come with the same query."""
        chosen = self.model.objects.filter(history_id__in=numbers).order_by()
        before = chosen.annotate(before=Subquery(_previous(self.model))).values("before")
        both = chosen.values("history_id").union(before, all=True)
        events = self.versions(self.model.objects.filter(history_id__in=both))
        return {number: events[number] for number in numbers}

    def versions(self, rows: QuerySet) -> dict[int, Event]:
        """An event for each of the rows, by its number."""
        read = list(rows.select_related("history_user", *self.related))
        if self.prepare:
            self.prepare(read)
        return {change.row.history_id: self.read(change) for change in changes(read)}

    def counted(self, count: int) -> str:
        return counted(count, *self.forms)


def _previous(model: type[Model]) -> QuerySet:
    earlier = model.objects.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
    return earlier.order_by("-history_id").values("history_id")[:1]


def _rights(plan: Plan) -> QuerySet:
    """Roles that open the plan, and roles that opened it until this change."""
    model = Membership.history.model
    here = Organisation.objects.filter(measures__goal__area__plan=plan)
    everywhere = Q(role=Role.CONSULTANT, territory=None, regional_centre="")
    in_centre = Q(role=Role.CONSULTANT, regional_centre=plan.regional_centre) & ~Q(regional_centre="")
    opens = Q(territory=plan.municipality_id) | Q(organisation__in=here) | everywhere | in_centre
    rows = model.objects.alias(before=Subquery(_previous(model)))
    return rows.filter(opens | Q(before__in=model.objects.filter(opens).order_by().values("history_id")))


def _goals(plan: Plan) -> QuerySet:
    """Also those whose area has been removed since."""
    areas = PriorityArea.history.model.objects.filter(plan=plan.pk).order_by().values("id")
    return Goal.history.model.objects.filter(area__in=areas)


def _by(model: type[Model], path: str) -> Callable[[Plan], QuerySet]:
    return lambda plan: model.history.model.objects.filter(**{path: plan.pk})


VALUES = Source(
    name="value",
    kind=Kind.VALUE,
    model=Value.history.model,
    of_plan=_by(Value, "indicator__plan"),
    read=value_event,
    forms=("hodnota", "hodnoty", "hodnoty", "hodnot"),
    period="period",
    areas=BELOW_AREA,
    measure="indicator__measure",
    related=("period", *LEVELS),
    prepare=attach_parts,
)
TARGETS = Source(
    name="target",
    kind=Kind.TARGET,
    model=Target.history.model,
    of_plan=_by(Target, "indicator__plan"),
    read=target_event,
    forms=("cílová hodnota", "cílové hodnoty", "cílové hodnoty", "cílových hodnot"),
    areas=BELOW_AREA,
    measure="indicator__measure",
    related=("replaces", *LEVELS),
)
EVALUATIONS = Source(
    name="evaluation",
    kind=Kind.EVALUATION,
    model=Evaluation.history.model,
    of_plan=_by(Evaluation, "period__plan"),
    read=evaluation_event,
    forms=("vyhodnocení", "vyhodnocení", "vyhodnocení", "vyhodnocení"),
    period="period",
    areas=("measure__goal__area", "goal__area"),
    measure="measure",
    related=("period", "measure", "goal"),
)
PERIODS = Source(
    name="period",
    kind=Kind.PERIOD,
    model=ReportingPeriod.history.model,
    of_plan=_by(ReportingPeriod, "plan"),
    read=period_event,
    forms=("období", "období", "období", "období"),
    period="id",
)
PLANS = Source(
    name="plan",
    kind=Kind.STRUCTURE,
    model=Plan.history.model,
    of_plan=_by(Plan, "id"),
    read=plan_event,
    forms=("plán", "plány", "plánu", "plánů"),
)
AREAS = Source(
    name="area",
    kind=Kind.STRUCTURE,
    model=PriorityArea.history.model,
    of_plan=_by(PriorityArea, "plan"),
    read=level_event,
    forms=("oblast", "oblasti", "oblasti", "oblastí"),
    areas=("id",),
)
GOALS = Source(
    name="goal",
    kind=Kind.STRUCTURE,
    model=Goal.history.model,
    of_plan=_goals,
    read=level_event,
    forms=("cíl", "cíle", "cíle", "cílů"),
    areas=("area",),
)
MEASURES = Source(
    name="measure",
    kind=Kind.STRUCTURE,
    model=Measure.history.model,
    of_plan=_by(Measure, "goal__area__plan"),
    read=measure_event,
    forms=("opatření", "opatření", "opatření", "opatření"),
    areas=("goal__area",),
    measure="id",
)
INDICATORS = Source(
    name="indicator",
    kind=Kind.STRUCTURE,
    model=Indicator.history.model,
    of_plan=_by(Indicator, "plan"),
    read=indicator_event,
    forms=("indikátor", "indikátory", "indikátoru", "indikátorů"),
    areas=("area", "goal__area", "measure__goal__area"),
    measure="measure",
    prepare=attach_indicator,
)
IMPLEMENTERS = Source(
    name="implementer",
    kind=Kind.STRUCTURE,
    model=MeasureImplementer.history.model,
    of_plan=_by(MeasureImplementer, "measure__goal__area__plan"),
    read=implementer_event,
    forms=("realizátor", "realizátoři", "realizátora", "realizátorů"),
    areas=("measure__goal__area",),
    measure="measure",
    related=("measure", "organisation"),
)
REMARKS = Source(
    name="remark",
    kind=Kind.REMARK,
    model=Remark.history.model,
    of_plan=_by(Remark, "period__plan"),
    read=remark_event,
    forms=("připomínka", "připomínky", "připomínky", "připomínek"),
    period="period",
    find_area=remarks_in_area,
    related=("period",),
    prepare=attach_cell,
    comes_in_loads=False,
)
REPORTS = Source(
    name="report",
    kind=Kind.TEXT,
    model=Report.history.model,
    of_plan=_by(Report, "plan"),
    read=report_event,
    forms=("zpráva", "zprávy", "zprávy", "zpráv"),
    period="period",
    related=("period",),
)
CHAPTERS = Source(
    name="chapter",
    kind=Kind.TEXT,
    model=Chapter.history.model,
    of_plan=_by(Chapter, "report__plan"),
    read=chapter_event,
    forms=("text kapitoly", "texty kapitol", "textu kapitoly", "textů kapitol"),
    period="report__period",
    related=("report__period",),
)
RIGHTS = Source(
    name="right",
    kind=Kind.RIGHT,
    model=Membership.history.model,
    of_plan=_rights,
    read=right_event,
    forms=("role", "role", "role", "rolí"),
    related=("user", "territory", "organisation"),
    comes_in_loads=False,
)
SOURCES = {
    source.name: source
    for source in [
        VALUES, TARGETS, EVALUATIONS, PERIODS, PLANS, AREAS, GOALS, MEASURES, INDICATORS, IMPLEMENTERS,
        REMARKS, REPORTS, CHAPTERS, RIGHTS,
    ]
}  # fmt: skip


def sources_for(own: QuerySet[Measure] | None) -> list[Source]:
    """All sources, or those whose changes can be told by measure."""
    return [source for source in SOURCES.values() if own is None or source.measure]

"""Everything a report of a plan for a period may say, read once; no request, no markup, sums included."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import Prefetch, prefetch_related_objects

from czech.periods import Span
from indicators.bands import AreaBand, Grid, MeasureBand
from indicators.baselines import join_baseline_changes
from indicators.grid import load_implementers, read_grid
from indicators.targets import join_earlier
from plans.models import Approval, Measure, Plan, ReportingPeriod, Territory
from projects.models import Project

from .comparison.comparison import Comparison
from .comparison.of_plan import beside_region
from .fulfilment import ActionRow, StatusCounts, area_rows
from .models import Abbreviation, CooperationEvent, Report
from .omission import finished_earlier, without


@dataclass(frozen=True)
class ProjectRegister:
    """The plan's projects; only approved, running and finished ones enter the total."""

    projects: list[Project]

    @property
    def counted(self) -> list[Project]:
        return [project for project in self.projects if project.is_counted]

    @property
    def uncounted(self) -> list[Project]:
        return [project for project in self.projects if not project.is_counted]

    @property
    def total(self) -> Decimal:
        return sum((project.amount or Decimal() for project in self.counted), Decimal())

    @property
    def amount_kinds(self) -> set[str]:
        return {project.amount_kind for project in self.projects if project.amount is not None}

    @property
    def totals(self) -> dict[str, Decimal]:
        """The total of each kind of amount; planned and eligible costs do not add up."""
        totals: dict[str, Decimal] = {}
        for project in self.counted:
            if project.amount is not None:
                kind = project.amount_kind
                totals[kind] = totals.get(kind, Decimal()) + project.amount
        return totals

    def by_programme(self) -> dict[str, "ProjectRegister"]:
        """Registers of single programmes, in the order in which the projects first name them."""
        codes = dict.fromkeys(_programme(project) for project in self.projects)
        return {
            code: ProjectRegister([one for one in self.projects if _programme(one) == code]) for code in codes
        }

    def begun_in(self, span: Span) -> "ProjectRegister":
        """Counted projects of that time; without dates they belong to it while they are under way."""
        return ProjectRegister([project for project in self.counted if _begins_in(project, span)])

    def of_measure(self, measure_id: int) -> list[Project]:
        return [
            one for one in self.projects if any(measure.pk == measure_id for measure in one.measures.all())
        ]


def _begins_in(project: Project, span: Span) -> bool:
    if project.starts_on is None:
        return project.state in (Project.State.APPROVED, Project.State.RUNNING)
    return span.start <= project.starts_on <= span.end


def _programme(project: Project) -> str:
    return project.call.programme.code if project.call else ""


@dataclass(frozen=True)
class ReportContent:
    """A report's material: the table of values, its surroundings and the town's own texts."""

    plan: Plan
    period: ReportingPeriod
    municipality: Territory
    further_municipalities: list[Territory]
    approvals: list[Approval]
    grid: Grid
    projects: ProjectRegister
    abbreviations: list[Abbreviation]
    events: list[CooperationEvent]
    report: Report  # titles; an empty one when the town has not written any
    texts: dict[str, str]  # the town's own texts by name of chapter
    left_out: list[Measure]  # finished in earlier periods and not evaluated any more
    comparisons: list[Comparison]  # with the region and the country

    @property
    def span(self) -> Span:
        return Span(self.period.start, self.period.end)

    @property
    def validity(self) -> Span | None:
        plan = self.plan
        return Span(plan.valid_from, plan.valid_to) if plan.valid_from and plan.valid_to else None

    @cached_property
    def areas(self) -> list[AreaBand]:
        """Areas of the plan, without the band of the plan as a whole."""
        return [band for band in self.grid.areas if band.area]

    @cached_property
    def action_rows(self) -> list[ActionRow]:
        return [row for area in self.areas for row in area_rows(area)]

    @cached_property
    def statuses(self) -> StatusCounts:
        return StatusCounts.of(self.action_rows)

    @cached_property
    def measures_with_card(self) -> dict[int, MeasureBand]:
        """Measures evaluated in detail: those that have indicators."""
        return {band.measure.pk: band for band in self.grid.measures if band.rows}

    def text(self, chapter: str) -> str:
        return self.texts.get(chapter, "")


def report_content(
    plan: Plan, period: ReportingPeriod, layout: str | None = None, *, without_finished: bool = False
) -> ReportContent:
    report = report_of(plan, period, layout or plan.kind_words.layout)
    grid = _grid(plan, period)
    left_out = finished_earlier(grid) if without_finished else []
    municipality = Territory.objects.select_related("parent__parent").get(pk=plan.municipality_id)
    return ReportContent(
        plan=plan,
        period=period,
        municipality=municipality,
        further_municipalities=list(plan.covers.select_related("parent")),
        approvals=list(plan.approvals.select_related("territory__parent")),
        grid=without(grid, left_out),
        projects=ProjectRegister(_projects(plan)),
        abbreviations=list(plan.abbreviations.all()),
        events=list(plan.events.all()),
        report=report,
        texts={chapter.name: chapter.text for chapter in report.chapters.all()} if report.pk else {},
        left_out=left_out,
        comparisons=beside_region(plan, municipality, period, _shared_definitions(grid)),
    )


def _shared_definitions(grid: Grid) -> set[int]:
    return {row.indicator.definition_id for row in grid.rows} - {None}


def _grid(plan: Plan, period: ReportingPeriod) -> Grid:
    grid = read_grid(plan, period, with_series=True)
    load_implementers(grid)
    indicators = [row.indicator for row in grid.rows]
    prefetch_related_objects(indicators, Prefetch("contributing_measures", _in_order_of_plan()))
    join_baseline_changes(grid.rows)
    join_earlier(plan, [target for row in grid.rows for target in row.targets])
    return grid


def _in_order_of_plan():
    return Measure.objects.order_by(
        "goal__area__position", "goal__parent__position", "goal__position", "position", "pk"
    )


def _projects(plan: Plan) -> list[Project]:
    projects = plan.projects.select_related("area", "call__programme")
    return list(projects.prefetch_related(Prefetch("measures", _in_order_of_plan()), "recipients", "outputs"))


def report_of(plan: Plan, period: ReportingPeriod, layout: str) -> Report:
    """The report written for the layout, or for another one: a town writes its texts once."""
    reports = list(plan.reports.filter(period=period))
    written = [report for report in reports if report.layout == layout] or reports
    return written[0] if written else Report(plan=plan, period=period, layout=layout)

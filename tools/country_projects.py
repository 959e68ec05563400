"""Who carries the plans of the made-up country out: organisations, calls, projects and their reports."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

from django.utils.timezone import localdate

from plans.models import Measure, MeasureImplementer, Organisation, Plan
from projects.models import Call, ImplementationReport, PlannedOutput, Programme, Project
from tools.country import BATCH

PROJECTS, REPORTS = 5, 4  # projects of a plan, reports of a project
PROGRAMMES, CALLS = 5, 5  # calls are those of one programme
HALF_YEAR = timedelta(days=183)
State = Project.State
STATES = (State.RUNNING, State.FINISHED, State.APPROVED, State.REJECTED, State.RUNNING)


def build_projects(plans: list[Plan]) -> list[Project]:
    """Five projects in each plan; some end soon, some owe a report, one in five was refused."""
    organisations = _build_organisations(2 * len(plans))
    implement_measures(plans, organisations)
    calls = _build_calls()
    numbers = enumerate(product(plans, range(PROJECTS)))
    projects = [_project(number, plan, calls[number % len(calls)]) for number, (plan, _) in numbers]
    projects = Project.objects.bulk_create(projects, BATCH)
    _link_projects(projects, organisations)
    outputs = (
        PlannedOutput(project=one, name="Podpořené osoby", number=40, unit="osoba") for one in projects
    )
    PlannedOutput.objects.bulk_create(outputs, BATCH)
    reports = (_report(one, ordinal) for one in projects for ordinal in range(1, REPORTS + 1))
    ImplementationReport.objects.bulk_create(reports, BATCH)
    return projects


def implement_measures(plans: list[Plan], organisations: list[Organisation]):
    """Two measures of three have somebody who carries them out."""
    measures = Measure.objects.filter(goal__area__plan__in=plans).values_list("pk", flat=True)
    rows = [
        MeasureImplementer(measure_id=pk, organisation=organisations[pk // 20 % len(organisations)])
        for pk in measures
        if pk % 3
    ]
    MeasureImplementer.objects.bulk_create(rows, BATCH)


def _build_organisations(count: int) -> list[Organisation]:
    rows = [Organisation(name=f"Zkušební organizace {number + 1}") for number in range(count)]
    return Organisation.objects.bulk_create(rows, BATCH)


def _build_calls() -> list[Call]:
    programmes = [Programme(code=f"ZP{number + 1}") for number in range(PROGRAMMES)]
    programmes = Programme.objects.bulk_create(programmes)
    pairs = product(programmes, range(1, CALLS + 1))
    return Call.objects.bulk_create(Call(programme=one, number=f"{number:03}") for one, number in pairs)


def _project(number: int, plan: Plan, call: Call) -> Project:
    """Ends up to two years around today, so that there is always something about to end."""
    ends_on = localdate() + timedelta(days=number * 37 % 1_460 - 730)
    return Project(
        plan=plan,
        call=call,
        position=number % PROJECTS,
        title=f"Zkušební projekt {number + 1}",
        registration_number=f"ZP.{call.number}/{number + 1:07}",
        state=STATES[number % len(STATES)],
        starts_on=date(ends_on.year - 3, ends_on.month, 1),
        ends_on=ends_on,
        amount=Decimal(number * 7_919 % 9_000_000 + 100_000),
    )


def _link_projects(projects: list[Project], organisations: list[Organisation]):
    """Each carries out a measure of its plan and is received by one or two organisations."""
    first = dict(Measure.objects.order_by("-pk").values_list("goal__area__plan", "pk"))
    carried = Project.measures.through
    carried.objects.bulk_create(
        (carried(project=one, measure_id=first[one.plan_id] + one.position) for one in projects), BATCH
    )
    received = Project.recipients.through
    pairs = (
        (one, (one.pk + step) % len(organisations)) for one in projects for step in range(one.pk % 2 + 1)
    )
    received.objects.bulk_create(
        (received(project=one, organisation=organisations[place]) for one, place in pairs), BATCH
    )


def _report(project: Project, ordinal: int) -> ImplementationReport:
    """The last but one is late in every seventh project, the last one is still to come."""
    due_on = localdate() + HALF_YEAR * (ordinal - REPORTS) + timedelta(days=10 + project.pk % 100)
    is_owed = ordinal == REPORTS - 1 and project.pk % 7 == 0
    is_sent = due_on < localdate() and not is_owed
    return ImplementationReport(
        project=project, ordinal=ordinal, due_on=due_on, submitted_on=due_on if is_sent else None
    )

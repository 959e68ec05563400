"""Projects with their measures, recipients, calls and promised outputs."""

from collections.abc import Iterable

from czech.reading import Figure
from indicators.reading import decimals_of
from plans.models import Organisation, Plan
from projects.models import Call, PlannedOutput, Programme, Project

from .documents import CallName, OutputDocument, PlanDocument, ProjectDocument
from .ledger import Ledger, Wish
from .levels import meant_by
from .organisations import organisations_named
from .saving_levels import SavedLevels

ProjectRows = list[tuple[ProjectDocument, Project]]
Organisations = dict[str, Organisation]
Calls = dict[CallName, Call]


def save_projects(document: PlanDocument, levels: SavedLevels, ledger: Ledger):
    recipients = [reference for project in document.projects for reference in project.recipients]
    organisations = organisations_named(recipients, ledger)
    projects = _settle_projects(document, levels, ledger)
    _save_measures(projects, levels, ledger)
    _save_recipients(projects, levels.plan, organisations, ledger)
    _save_outputs(projects, levels.plan, ledger)


def _settle_projects(document: PlanDocument, levels: SavedLevels, ledger: Ledger) -> ProjectRows:
    calls = _save_calls((project.call for project in document.projects if project.call), ledger)
    wishes = [
        Wish(_project(project, levels, position, calls), project.line)
        for position, project in enumerate(document.projects, start=1)
    ]
    rows = ledger.settle(
        Project,
        wishes,
        _existing_projects(levels.plan),
        ("registration_number", "title", "recipient_names"),
        ("registration_number",),
        ("recipient_names", "title"),
        ("title",),
    )
    return list(zip(document.projects, rows, strict=True))


def _existing_projects(plan: Plan) -> list[Project]:
    projects = list(plan.projects.select_related("area", "call__programme").prefetch_related("recipients"))
    for project in projects:
        project.recipient_names = tuple(sorted(row.name for row in project.recipients.all()))
    return projects


def _project(document: ProjectDocument, levels: SavedLevels, position: int, calls: Calls) -> Project:
    span = document.term.span
    areas = [row for _, row in levels.areas]
    project = Project(
        plan=levels.plan,
        area=meant_by(document.area.text, areas)[0] if document.area else None,
        position=position,
        title=document.title,
        registration_number=document.registration_number,
        call=calls.get(document.call),
        state=document.state,
        starts_on=span.start if span else document.starts_on,
        ends_on=span and span.end,
        ended_on=document.ended_on,
        duration_months=document.duration_months,
        term_text=document.term.words,
        amount=document.amount,
        amount_kind=document.amount_kind,
        goals=document.goals,
        activities="\n".join(document.activities),
        note=document.note,
    )
    project.recipient_names = tuple(sorted(reference.text for reference in document.recipients))
    return project


def _save_calls(names: Iterable[CallName], ledger: Ledger) -> Calls:
    """Programmes and calls are shared by all plans."""
    names = dict.fromkeys(names)
    codes = {name.programme for name in names}
    programmes = {row.code: row for row in Programme.objects.filter(code__in=codes)} if codes else {}
    calls = Call.objects.filter(programme__in=programmes.values()).select_related("programme")
    known = {CallName(call.programme.code, call.number): call for call in calls}
    for name in names:
        if name.programme not in programmes:
            programmes[name.programme] = ledger.create(Programme(code=name.programme))
        if name not in known:
            call = Call(programme=programmes[name.programme], number=name.number)
            known[name] = ledger.create(call)
    return known


def _save_measures(projects: ProjectRows, levels: SavedLevels, ledger: Ledger):
    through = Project.measures.through
    measures = [row for _, row in levels.measures]
    wishes = [
        Wish(through(project=row, measure=meant_by(reference.text, measures)[0]), reference.line)
        for project, row in projects
        for reference in project.measures
    ]
    existing = through.objects.filter(project__plan=levels.plan).select_related("project", "measure")
    ledger.settle(through, wishes, existing, ("project_id", "measure_id"))


def _save_recipients(projects: ProjectRows, plan: Plan, organisations: Organisations, ledger: Ledger):
    through = Project.recipients.through
    wishes = [
        Wish(through(project=row, organisation=organisations[reference.text]), reference.line)
        for project, row in projects
        for reference in project.recipients
    ]
    existing = through.objects.filter(project__plan=plan).select_related("project", "organisation")
    ledger.settle(through, wishes, existing, ("project_id", "organisation_id"))


def _save_outputs(projects: ProjectRows, plan: Plan, ledger: Ledger):
    wishes = [
        Wish(_output(output, row, position), output.line)
        for project, row in projects
        for position, output in enumerate(project.outputs, start=1)
    ]
    existing = PlannedOutput.objects.filter(project__plan=plan).select_related("project")
    ledger.settle(
        PlannedOutput, wishes, existing, ("project_id", "activity", "name"), ("project_id", "position")
    )


def _output(document: OutputDocument, project: Project, position: int) -> PlannedOutput:
    figure = document.value or Figure()
    return PlannedOutput(
        project=project,
        position=position,
        activity=document.activity,
        name=document.name,
        qualifier=figure.qualifier,
        number=figure.number,
        decimals=max(decimals_of(figure.number), decimals_of(figure.upper)),
        upper=figure.upper,
        unit=figure.unit,
        note=document.note,
    )

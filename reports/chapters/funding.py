"""Projects that carry the plan out: who, for which measures, when, from which call and for how much."""

from django.utils.text import capfirst

from czech.plurals import counted
from czech.printing import date_text, money_text
from plans.models import Measure
from projects.models import Project
from reports.blocks import Block, Cell, Column, Heading, Line, Table, TableRow, Text
from reports.content import ProjectRegister, ReportContent
from reports.narrative import line, listed, narrative, plain

TITLE = "Projekty a čerpání z výzev"
WITHOUT_PROGRAMME = "Bez výzvy"
PROJECT_FORMS = ("projekt", "projekty", "projektu", "projektů")
MONTH_FORMS = ("měsíc", "měsíce", "měsíce", "měsíců")


def funded_projects(content: ReportContent) -> list[Block]:
    register = content.projects
    if not register.projects:
        return []
    return [
        Heading(2, TITLE, "projekty"),
        *narrative(content.text("projects")),
        Table(
            caption=line(TITLE),
            columns=_columns(register),
            rows=(*_rows(register), _total_row(register)),
            note=line(_counted_sentence(register)),
            hide_caption=True,
        ),
    ]


def _columns(register: ProjectRegister) -> tuple[Column, ...]:
    return (
        Column("Tematická oblast a opatření", 56),
        Column("Realizátor, název a registrační číslo projektu", 54),
        Column("Termín realizace a výzva", 30),
        Column(_amount_title(register), 26, numeric=True),
    )


def _amount_title(register: ProjectRegister) -> str:
    """What all the amounts are; when they differ, each says it below itself."""
    if len(register.amount_kinds) != 1:
        return "Částka"
    return capfirst(Project.AmountKind(*register.amount_kinds).label)


def _rows(register: ProjectRegister) -> list[TableRow]:
    """Projects under their programmes with subtotals, when there are several programmes."""
    says_kind = len(register.amount_kinds) > 1
    programmes = register.by_programme()
    if len(programmes) == 1:
        return [_project_row(project, says_kind) for project in register.projects]
    rows = []
    for code, projects in programmes.items():
        rows.append(_sum_row(code or WITHOUT_PROGRAMME, projects, "group"))
        rows += [_project_row(project, says_kind) for project in projects.projects]
    return rows


def _total_row(register: ProjectRegister) -> TableRow:
    return _sum_row("Celkem", register, "total")


def _sum_row(title: str, register: ProjectRegister, kind: str) -> TableRow:
    texts = (title, counted(len(register.counted), *PROJECT_FORMS), "", money_text(register.total))
    return TableRow(tuple(Cell((line(text, strong=True),) if text else ()) for text in texts), kind=kind)


def _project_row(project: Project, says_kind: bool) -> TableRow:
    cells = (_subject(project), _identity(project), _term(project), _amount(project, says_kind))
    return TableRow(tuple(Cell(tuple(lines)) for lines in cells))


def _subject(project: Project) -> list[Line]:
    area = [line(project.area.title, strong=True)] if project.area else []
    return area + [_measure_line(measure) for measure in project.measures.all()]


def _measure_line(measure: Measure) -> Line:
    return (plain(measure.code, strong=True), Text(" "), plain(measure.title))


def _identity(project: Project) -> list[Line]:
    """Recipients, name and number; a state only when it is not the usual one."""
    recipients = listed(str(one) for one in project.recipients.all())
    lines = [line(recipients)] if recipients else []
    if project.title:
        lines.append(line(project.title, strong=True))
    if project.registration_number:
        lines.append(line(project.registration_number, muted=True))
    if project.state != Project.State.RUNNING:
        lines.append(line(f"stav: {project.get_state_display()}", muted=True))
    return lines + ([line(project.note, muted=True)] if project.note else [])


def _term(project: Project) -> list[Line]:
    call = [line(str(project.call), muted=True)] if project.call else []
    ended = [line(f"ukončen k {date_text(project.ended_on)}", muted=True)] if project.ended_on else []
    return [line(term_text(project)), *ended, *call]


def term_text(project: Project) -> str:
    """1. 1. 2023–31. 12. 2025, od 1. 4. 2023 na 36 měsíců, or the town's own words."""
    if project.term_text:
        return project.term_text
    if project.starts_on and project.ends_on:
        return f"{date_text(project.starts_on)} – {date_text(project.ends_on)}"
    words = [f"od {date_text(project.starts_on)}"] if project.starts_on else []
    words += [f"do {date_text(project.ends_on)}"] if project.ends_on else []
    words += [f"na {counted(project.duration_months, *MONTH_FORMS)}"] if project.duration_months else []
    return " ".join(words) or "neuveden"


def _amount(project: Project, says_kind: bool) -> list[Line]:
    if project.amount is None:
        return [line("neuvedena", muted=True)]
    kind = [line(project.get_amount_kind_display(), muted=True)] if says_kind else []
    return [line(money_text(project.amount)), *kind]


def _counted_sentence(register: ProjectRegister) -> str:
    counts = f"V součtu: {counted(len(register.counted), *PROJECT_FORMS)}."
    if not register.uncounted:
        return counts
    named = "; ".join(f"{project} ({project.get_state_display()})" for project in register.uncounted)
    return f"{counts} Mimo součet: {named}."

"""Projects that carry the plan out: who, for which measures, when, from which call and for how much."""

from functools import partial

from django.utils.text import capfirst

from czech.printing import money_text
from projects.models import Project
from projects.wording import early_end_text, has_term, not_counted, projects_text, term_text
from reports.blocks import Block, Cell, Heading, Line, Table, TableRow
from reports.content import ProjectRegister, ReportContent
from reports.narrative import line, listed, narrative

from .measures import measure_line
from .project_details import detail_lines
from .tables import Field, columns_of, field, leading, row_of

TITLE = "Projekty a čerpání z výzev"
WITHOUT_PROGRAMME = "Bez výzvy"


def funded_projects(content: ReportContent, title: str = TITLE) -> list[Block]:
    register = content.projects
    if not register.projects:
        return []
    return [
        Heading(2, title, "projekty"),
        *narrative(content.text("projects")),
        _table(register, title),
    ]


def _table(register: ProjectRegister, title: str) -> Table:
    fields = _fields(register)
    return Table(
        caption=line(title),
        columns=columns_of(fields),
        rows=(*_rows(register, fields), _sum_row("Celkem", register, "total")),
        note=line(_counted_sentence(register)),
        hide_caption=True,
        narrative=any(map(detail_lines, register.projects)),
    )


def _fields(register: ProjectRegister) -> list[Field]:
    """Always four columns; what projects promised takes the place of the measures they carry out."""
    amount = partial(_amount, says_kind=len(register.amount_kinds) > 1)
    fields = [_term_field(register), field(_amount_title(register), 28, amount, numeric=True)]
    if any(map(detail_lines, register.projects)):
        fields.insert(0, field("Obsah a plánované výstupy", 62, _details))
        return [leading("Realizátor, název a registrační číslo projektu", _who_and_why, fields), *fields]
    identity = field("Realizátor, název a registrační číslo projektu", 54, _identity)
    return [leading("Tematická oblast a opatření", _subject, [identity, *fields]), identity, *fields]


def _term_field(register: ProjectRegister) -> Field:
    if any(map(has_term, register.projects)):
        return field("Termín realizace a výzva", 28, _term)
    return field("Výzva", 18, _call)


def _amount_title(register: ProjectRegister) -> str:
    """What all the amounts are; when they differ, each says it below itself."""
    if len(register.amount_kinds) != 1:
        return "Částka"
    return capfirst(Project.AmountKind(*register.amount_kinds).label)


def _rows(register: ProjectRegister, fields: list[Field]) -> list[TableRow]:
    """Projects under their programmes with subtotals, when there are several programmes."""
    programmes = register.by_programme()
    if len(programmes) == 1:
        return [row_of(project, fields) for project in register.projects]
    rows = []
    for code, projects in programmes.items():
        rows.append(_group_row(code or WITHOUT_PROGRAMME, projects))
        rows += [row_of(project, fields) for project in projects.projects]
    return rows


def _group_row(title: str, register: ProjectRegister) -> TableRow:
    """A programme of which nothing is counted has projects nevertheless, and no sum."""
    if register.counted:
        return _sum_row(title, register, "group")
    count = len(register.projects)
    return _headed(title, count, Cell((line(not_counted(count), muted=True),)), "group")


def _sum_row(title: str, register: ProjectRegister, kind: str) -> TableRow:
    return _headed(title, len(register.counted), _total(register), kind)


def _headed(title: str, count: int, amount: Cell, kind: str) -> TableRow:
    heads = (Cell((line(text, strong=True),)) for text in (title, projects_text(count)))
    return TableRow((*heads, Cell(), amount), kind=kind)


def _total(register: ProjectRegister) -> Cell:
    """One sum, or one for each kind of amount, since different kinds do not add up."""
    if len(register.totals) <= 1:
        return Cell((line(money_text(register.total), strong=True),))
    lines = []
    for kind, total in register.totals.items():
        label = str(Project.AmountKind(kind).label)
        lines += [line(money_text(total), strong=True), line(label, muted=True)]
    return Cell(tuple(lines))


def _subject(project: Project) -> Cell:
    return Cell((*_area(project, strong=True), *_measures(project)))


def _area(project: Project, **style) -> list[Line]:
    return [line(project.area.title, **style)] if project.area else []


def _measures(project: Project) -> list[Line]:
    return [measure_line(measure, noted=False) for measure in project.measures.all()]


def _identity(project: Project) -> Cell:
    """Recipients, name and number; a state only when it is not the usual one."""
    recipients = listed(str(one) for one in project.recipients.all())
    lines = [line(recipients)] if recipients else []
    if project.title:
        lines.append(line(project.title, strong=True))
    if project.registration_number:
        lines.append(line(project.registration_number, muted=True))
    if project.state != Project.State.RUNNING:
        lines.append(line(f"stav: {project.get_state_display()}", muted=True))
    return Cell((*lines, *([line(project.note, muted=True)] if project.note else [])))


def _who_and_why(project: Project) -> Cell:
    return Cell((*_identity(project).lines, *_area(project, muted=True), *_measures(project)))


def _details(project: Project) -> Cell:
    return Cell(tuple(detail_lines(project)))


def _term(project: Project) -> Cell:
    ended = [line(early_end_text(project), muted=True)] if project.ended_on else []
    return Cell((line(term_text(project)), *ended, *_call(project).lines))


def _call(project: Project) -> Cell:
    return Cell((line(str(project.call), muted=True),) if project.call else ())


def _amount(project: Project, says_kind: bool) -> Cell:
    if project.amount is None:
        return Cell((line("neuvedena", muted=True),))
    kind = [line(project.get_amount_kind_display(), muted=True)] if says_kind else []
    return Cell((line(money_text(project.amount)), *kind))


def _counted_sentence(register: ProjectRegister) -> str:
    counts = f"V součtu: {projects_text(len(register.counted))}."
    if not register.uncounted:
        return counts
    named = "; ".join(f"{project} ({project.get_state_display()})" for project in register.uncounted)
    return f"{counts} Mimo součet: {named}."

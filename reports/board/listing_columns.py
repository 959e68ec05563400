"""What the lists below the board say of a measure, a project and a report."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.timezone import localdate

from czech.printing import date_text
from plans.addresses import address
from plans.models import Measure, Plan, Status
from projects.models import ImplementationReport
from reports.blocks import Line, StatusMark
from reports.narrative import line, listed
from reports.registers.columns import Field, RegisterColumn, Value
from reports.registers.projects import identity_lines, name_of, recipients
from reports.registers.towns import town_lines

from .wording import days_text


@dataclass(frozen=True, slots=True)
class ListTotals:
    """How many rows there are; asked only for a file."""

    rows: QuerySet

    def facts(self) -> list[tuple[str, Value]]:
        return [("Počet řádků", len(self.rows))]


def _town_column(plan_of, path: str) -> RegisterColumn:
    def tree(row) -> str:
        return address("indicators:tree", plan_of(row).slug)

    def lines(row) -> tuple[Line, ...]:
        plan: Plan = plan_of(row)
        return (*town_lines(plan.municipality), line(plan.short_name, muted=True))

    return RegisterColumn(
        "mesto", "Město a plán", 30,
        (
            Field("Město", lambda row: plan_of(row).municipality.name, 22),
            Field("Okres", lambda row: plan_of(row).municipality.district_name, 20),
            Field("Plán", lambda row: plan_of(row).short_name, 18),
        ),
        lines=lines, address=tree,
        order=(f"{path}municipality__name", f"{path}municipality__parent__name"),
    )  # fmt: skip


def _status_lines(measure: Measure) -> tuple[Line, ...]:
    return ((StatusMark(measure.status, Status(measure.status).label),),)


def _implementers(measure: Measure) -> str:
    return listed(str(one) for one in measure.implementers.all())


AREA = RegisterColumn(
    "oblast", "Oblast a cíl", 40,
    (
        Field("Oblast", lambda measure: str(measure.goal.area), 30),
        Field("Cíl", lambda measure: str(measure.goal), 40),
    ),
    order=("goal__area__title",),
)  # fmt: skip
MEASURE = RegisterColumn("opatreni", "Opatření", 60, (Field("Opatření", str, 60),), order=("title",))
STATUS = RegisterColumn(
    "stav", "Stav", 24, (Field("Stav", lambda measure: Status(measure.status).label, 20),),
    lines=_status_lines, order=("status_place",),
)  # fmt: skip
IMPLEMENTERS = RegisterColumn(
    "realizatori", "Realizátoři", 40, (Field("Realizátoři", _implementers, 40),), missing="neuvedeni"
)
MEASURE_TOWN = _town_column(lambda measure: measure.goal.area.plan, "goal__area__plan__")
MEASURE_COLUMNS = (MEASURE_TOWN, AREA, MEASURE)
EVALUATED_COLUMNS = (MEASURE_TOWN, AREA, MEASURE, STATUS, IMPLEMENTERS)


def _ends_lines(project) -> tuple[Line, ...]:
    from_now = (project.end - localdate()).days
    words = f"za {days_text(from_now)}" if from_now else "dnes"
    return (line(date_text(project.end)), line(words, muted=True))


ENDING_COLUMNS = (
    _town_column(lambda project: project.plan, "plan__"),
    RegisterColumn(
        "projekt", "Projekt", 60,
        (
            Field("Projekt", name_of, 50),
            Field("Registrační číslo", lambda project: project.registration_number, 30),
        ),
        lines=identity_lines, order=("shown_title",),
        address=lambda project: address("projects:plan", project.plan.slug),
    ),
    RegisterColumn("prijemce", "Příjemce", 40, (Field("Příjemce", recipients, 36),), missing="neuveden"),
    RegisterColumn(
        "konec", "Konec", 24, (Field("Konec", lambda project: project.end, 12),), lines=_ends_lines,
        order=("end",),
    ),
)  # fmt: skip


def _report_name(report: ImplementationReport) -> str:
    return f"{report.ordinal}. zpráva"


def _late_lines(report: ImplementationReport) -> tuple[Line, ...]:
    late = (localdate() - report.due_on).days
    return (line(date_text(report.due_on)), line(f"po termínu o {days_text(late)}", muted=True))


LATE_COLUMNS = (
    _town_column(lambda report: report.project.plan, "project__plan__"),
    RegisterColumn(
        "projekt", "Projekt", 60,
        (
            Field("Projekt", lambda report: report.project.title, 50),
            Field("Registrační číslo", lambda report: report.project.registration_number, 30),
        ),
        order=("project__title",),
        address=lambda report: address("projects:plan", report.project.plan.slug),
    ),
    RegisterColumn(
        "realizatori", "Realizátoři", 40,
        (Field("Realizátoři", lambda report: recipients(report.project), 36),), missing="neuvedeni",
    ),
    RegisterColumn("zprava", "Zpráva", 20, (Field("Zpráva", _report_name, 14),), order=("ordinal",)),
    RegisterColumn(
        "termin", "Termín", 24, (Field("Termín", lambda report: report.due_on, 12),), lines=_late_lines,
        order=("due_on",),
    ),
)  # fmt: skip

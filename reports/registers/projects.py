"""Projects of all towns: what an information request under the act 106/1999 asks for."""

from django.db.models import (
    Case,
    CharField,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Collate, NullIf
from django.utils.text import capfirst

from plans.addresses import address
from plans.models import Measure, Organisation
from projects.models import Project
from projects.wording import early_end_text, not_counted, outputs_lines, term_text
from reports.blocks import Line, StatusMark
from reports.narrative import cell_lines, line, listed

from .columns import Field, RegisterColumn, stacked
from .towns import town_lines

State = Project.State
# The drawn symbols of the report; the word beside each says the state itself.
MARKS = {
    State.INTENT: "not_stated",
    State.SUBMITTED: "not_stated",
    State.APPROVED: "continuous",
    State.RUNNING: "in_progress",
    State.FINISHED: "completed",
    State.ENDED_EARLY: "partial",
    State.REJECTED: "not_realised",
    State.WITHDRAWN: "cancelled",
    State.FUNDED_ELSEWHERE: "not_relevant",
}
TOWN_ORDER = ("plan__municipality__name", "plan__municipality__parent__name")
STATE_ORDER = Case(
    *(When(state=state, then=position) for position, state in enumerate(State.values)),
    output_field=IntegerField(),
)
TITLE_FROM_MEASURE = "název z opatření"


def project_rows(projects: QuerySet[Project]) -> QuerySet[Project]:
    rows = projects.select_related("plan__municipality__parent", "call__programme")
    rows = rows.prefetch_related("recipients", "outputs").annotate(shown_title=_shown_title())
    return rows.order_by(*TOWN_ORDER, "plan_id", "position", "pk")


def _shown_title() -> Collate:
    """A project without a name of its own goes by the measure it carries out."""
    measures = Measure.objects.filter(projects=OuterRef("pk")).values("title")[:1]
    name = Coalesce(
        NullIf("title", Value("")), Subquery(measures), Value(""), output_field=TextField()
    )  # fmt: skip
    return Collate(name, "cs_sort")


def first_recipient() -> Collate:
    recipients = Organisation.objects.filter(projects=OuterRef("pk")).order_by("name").values("name")[:1]
    return Collate(Subquery(recipients, output_field=CharField()), "cs_sort")


def name_of(project: Project) -> str:
    return project.shown_title or project.registration_number or "bez názvu"


def is_named_by_measure(project: Project) -> bool:
    return bool(project.shown_title) and not project.title


def identity_lines(project: Project) -> tuple[Line, ...]:
    origin = TITLE_FROM_MEASURE if is_named_by_measure(project) else ""
    small = filter(None, (project.registration_number or "bez registračního čísla", origin))
    return (line(name_of(project), strong=True), line(" · ".join(small), muted=True))


def project_town_lines(project: Project) -> tuple[Line, ...]:
    return (*town_lines(project.plan.municipality), line(project.plan.short_name, muted=True))


def recipients(project: Project) -> str:
    return listed(str(one) for one in project.recipients.all())


def call_lines(project: Project) -> tuple[Line, ...]:
    if project.call is None:
        return ()
    number = f"výzva {project.call.number}" if project.call.number else ""
    return stacked((project.call.programme.code, number))


def state_lines(project: Project) -> tuple[Line, ...]:
    mark = (StatusMark(MARKS[project.state], project.get_state_display()),)
    return (mark,) if project.is_counted else (mark, line(not_counted(1), muted=True))


def term_lines(project: Project) -> tuple[Line, ...]:
    return stacked((term_text(project), early_end_text(project)))


def goals_lines(project: Project) -> tuple[Line, ...]:
    note = (line(f"Poznámka: {project.note}", muted=True),) if project.note else ()
    return (*cell_lines(project.goals), *note)


def activities_lines(project: Project) -> tuple[Line, ...]:
    return tuple(line(activity) for activity in project.activities.splitlines() if activity.strip())


def outputs_cell(project: Project) -> tuple[Line, ...]:
    return tuple(line(text) for text in outputs_lines(project.outputs.all()))


def amount_kind(project: Project) -> str:
    return "" if project.amount is None else project.get_amount_kind_display()


PROJECT_COLUMNS = (
    RegisterColumn(
        "projekt", "Projekt a registrační číslo", 44,
        (
            Field("Název projektu", lambda project: project.shown_title, 50),
            Field("Název je z opatření", lambda project: "ano" if is_named_by_measure(project) else "", 12),
            Field("Registrační číslo", lambda project: project.registration_number, 30),
        ),
        lines=identity_lines, order=("shown_title", "registration_number"),
        address=lambda project: address("projects:plan", project.plan.slug),
    ),
    RegisterColumn(
        "mesto", "Město", 20,
        (
            Field("Město", lambda project: project.plan.municipality.name, 18),
            Field("Okres", lambda project: project.plan.municipality.district_name, 18),
            Field("Plán", lambda project: project.plan.short_name, 18),
        ),
        lines=project_town_lines, order=TOWN_ORDER,
    ),
    RegisterColumn(
        "prijemce", "Příjemce", 24,
        (Field("Příjemce", recipients, 36),),
        missing="neuveden", order=(first_recipient(),),
    ),
    RegisterColumn(
        "fond", "Fond a výzva", 26,
        (
            Field("Fond", lambda project: project.call and project.call.programme.code, 10),
            Field("Číslo výzvy", lambda project: project.call and project.call.number, 10),
        ),
        lines=call_lines, missing="bez výzvy", order=("call__programme__code", "call__number"),
    ),
    RegisterColumn(
        "termin", "Termín", 0,
        (
            Field("Začátek", lambda project: project.starts_on, 12),
            Field("Konec", lambda project: project.ends_on, 12),
            Field("Skutečný konec", lambda project: project.ended_on, 12),
            Field("Délka v měsících", lambda project: project.duration_months, 10),
            Field("Termín slovy", lambda project: project.term_text, 24),
        ),
        lines=term_lines, order=("starts_on", "ends_on"), is_under=True,
    ),
    RegisterColumn(
        "stav", "Stav", 0,
        (
            Field("Stav", lambda project: project.get_state_display(), 16),
            Field("Počítá se do součtu", lambda project: "ano" if project.is_counted else "ne", 12),
        ),
        lines=state_lines, order=(STATE_ORDER,), is_under=True,
    ),
    RegisterColumn(
        "cile", "Cíle a poznámka", 52,
        (
            Field("Cíle", lambda project: project.goals, 60),
            Field("Poznámka", lambda project: project.note, 30),
        ),
        lines=goals_lines, missing="neuvedeny", on_page=False,
    ),
    RegisterColumn(
        "aktivity", "Klíčové aktivity", 30,
        (Field("Klíčové aktivity", lambda project: project.activities, 44),),
        lines=activities_lines, missing="neuvedeny", on_page=False,
    ),
    RegisterColumn(
        "vystupy", "Podpořené osoby a další výstupy", 30,
        (
            Field(
                "Podpořené osoby a další plánované výstupy",
                lambda project: "\n".join(outputs_lines(project.outputs.all())),
                44,
            ),
        ),
        lines=outputs_cell, missing="neuvedeny", on_page=False,
    ),
    RegisterColumn(
        "castka", "Částka", 27,
        (
            Field("Částka (Kč)", lambda project: project.amount, 18),
            Field("Druh částky", lambda project: capfirst(amount_kind(project)), 28),
        ),
        lines=lambda project: stacked((project.amount, amount_kind(project))),
        missing="neuvedena", order=("amount",), numeric=True,
    ),
)  # fmt: skip

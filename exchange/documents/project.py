from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from czech.reading import Figure
from projects.models import Project

from .written import Reference, Term, Written


@dataclass(frozen=True, slots=True)
class CallName:
    programme: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputDocument(Written):
    """A number that a project promises."""

    activity: str = ""
    name: str = ""
    value: Figure | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectDocument(Written):
    title: str = ""
    area: Reference | None = None
    measures: tuple[Reference, ...] = ()
    registration_number: str = ""
    recipients: tuple[Reference, ...] = ()
    call: CallName | None = None
    state: Project.State = Project.State.RUNNING
    term: Term = Term()
    starts_on: date | None = None
    duration_months: int | None = None
    ended_on: date | None = None
    amount: Decimal | None = None
    amount_kind: Project.AmountKind = Project.AmountKind.BUDGET
    goals: str = ""
    activities: tuple[str, ...] = ()
    note: str = ""
    outputs: tuple[OutputDocument, ...] = ()

from dataclasses import dataclass

from czech.periods import Span
from plans.models import Status

from .written import Written


@dataclass(frozen=True, slots=True)
class ReportCount:
    received: int
    expected: int


@dataclass(frozen=True, slots=True)
class PrintedStatus:
    """A status with the word that the town prints, and the reports counted inside that word."""

    status: Status = Status.NOT_STATED
    label: str = ""
    reports: ReportCount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationDocument(Written):
    period: str = ""
    status: PrintedStatus = PrintedStatus()
    reports: ReportCount | None = None
    covers: Span | None = None
    summary: str = ""
    detail: str = ""
    outlook: str = ""

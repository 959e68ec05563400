from dataclasses import dataclass
from datetime import date

from czech.periods import Span

from .written import Reference, Written


@dataclass(frozen=True, slots=True, kw_only=True)
class AbbreviationDocument(Written):
    short: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDocument(Written):
    title: str
    when: Span | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterDocument(Written):
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDocument(Written):
    period: Reference
    layout: str
    title: str = ""
    number: str = ""
    issued_on: date | None = None
    prepared_by: str = ""
    publicity: str = ""
    chapters: tuple[ChapterDocument, ...] = ()

"""What all parts of a document share: their line, and small values of single cells."""

from dataclasses import dataclass, field
from decimal import Decimal

from czech.periods import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Anything that stands at a line of the document."""

    line: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Written):
    """The name of something described elsewhere in the document."""

    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """When something happens: dates, or words such as Průběžně."""

    span: Span | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """An amount, perhaps for each of something (10 000 Kč / setkání), or words."""

    amount: Decimal | None = None
    unit: str = ""
    words: str = ""

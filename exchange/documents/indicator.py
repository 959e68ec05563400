from dataclasses import dataclass
from decimal import Decimal

from czech.periods import Span
from czech.reading import Figure
from indicators.models import Aggregation, Direction, Operator, Part, PartsKind, Role, StateWord, ValueKind

from .written import Reference, Written

# Stands in place of a period's slug at values without a period.
BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Reported:
    """What stands in the cell of a value: a figure, a state, or words."""

    figure: Figure = Figure()
    state: StateWord = StateWord.NONE
    text: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class PartFigure:
    number: Decimal
    kind: Part.Kind = Part.Kind.COUNT


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakDocument(Written):
    """The first year of a series that is not comparable with the one before."""

    year: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionDocument(Written):
    code: str
    name: str
    unit: str = ""
    method: str = ""
    aggregation: Aggregation = Aggregation.NONE
    denominator: Reference | None = None
    counts_people: bool = False
    breaks: tuple[BreakDocument, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryDocument(Written):
    label: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDocument(Written):
    label: str
    figure: PartFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetDocument(Written):
    value: Figure | None = None
    operator: Operator = Operator.EQUAL
    label: str = ""
    due: Span | None = None
    per: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueDocument(Written):
    """A value of one period, or of BASELINE."""

    period: str = ""
    value: Reported | None = None
    parts: tuple[PartDocument, ...] = ()
    covers: Span | None = None
    note: str = ""
    footnote: str = ""
    source: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorDocument(Written):
    name: str
    role: Role
    kind: ValueKind = ValueKind.COUNT
    unit: str = ""
    direction: Direction = Direction.UNKNOWN
    definition: Reference | None = None
    footnote: str = ""
    also_counts: tuple[Reference, ...] = ()
    difference: tuple[Reference, ...] = ()  # minuend and subtrahend
    share_of: Reference | None = None
    parts: PartsKind = PartsKind.NONE
    categories: tuple[CategoryDocument, ...] = ()
    targets: tuple[TargetDocument, ...] = ()
    values: tuple[ValueDocument, ...] = ()

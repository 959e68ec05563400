from dataclasses import dataclass

from .evaluation import EvaluationDocument
from .indicator import IndicatorDocument
from .written import Cost, Reference, Term, Written


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDocument(Written):
    title: str
    code: str = ""
    detail_title: str = ""
    in_action_plan: bool = True
    footnote: str = ""
    implementers: tuple[Reference, ...] = ()
    activity: str = ""
    service: str = ""
    term: Term = Term()
    output: str = ""
    cost: Cost = Cost()
    funding: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    intentions: tuple[str, ...] = ()
    evaluations: tuple[EvaluationDocument, ...] = ()
    indicators: tuple[IndicatorDocument, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDocument(Written):
    title: str
    code: str = ""
    evaluations: tuple[EvaluationDocument, ...] = ()
    indicators: tuple[IndicatorDocument, ...] = ()
    measures: tuple[MeasureDocument, ...] = ()
    goals: tuple["GoalDocument", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextDocument(Written):
    """How an area is headed among the context indicators."""

    heading: str = ""
    position: int = 0
    footnote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaDocument(Written):
    title: str
    code: str = ""
    context: ContextDocument | None = None
    indicators: tuple[IndicatorDocument, ...] = ()
    goals: tuple[GoalDocument, ...] = ()

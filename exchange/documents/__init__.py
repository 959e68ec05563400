"""A plan document, already typed: what a reader of YAML or of a workbook hands over to be saved."""

from .evaluation import EvaluationDocument, PrintedStatus, ReportCount
from .indicator import (
    BASELINE,
    BreakDocument,
    CategoryDocument,
    DefinitionDocument,
    IndicatorDocument,
    PartDocument,
    PartFigure,
    Reported,
    TargetDocument,
    ValueDocument,
)
from .levels import AreaDocument, ContextDocument, GoalDocument, MeasureDocument
from .plan import ApprovalDocument, MunicipalityDocument, PeriodDocument, PlanDocument, PlanHead
from .project import CallName, OutputDocument, ProjectDocument
from .report import AbbreviationDocument, ChapterDocument, EventDocument, ReportDocument
from .written import Cost, Reference, Term, Written

__all__ = [
    "AbbreviationDocument",
    "ApprovalDocument",
    "AreaDocument",
    "BASELINE",
    "BreakDocument",
    "CallName",
    "CategoryDocument",
    "ChapterDocument",
    "ContextDocument",
    "Cost",
    "DefinitionDocument",
    "EvaluationDocument",
    "EventDocument",
    "GoalDocument",
    "IndicatorDocument",
    "MeasureDocument",
    "MunicipalityDocument",
    "OutputDocument",
    "PartDocument",
    "PartFigure",
    "PeriodDocument",
    "PlanDocument",
    "PlanHead",
    "PrintedStatus",
    "ProjectDocument",
    "Reference",
    "ReportCount",
    "ReportDocument",
    "Reported",
    "TargetDocument",
    "Term",
    "ValueDocument",
    "Written",
]

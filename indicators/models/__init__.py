"""How the promise is measured: indicators, their targets, their values and public figures beside them."""

from .batch import Batch, BatchRow
from .definition import Aggregation, Definition, SeriesBreak, Statistic
from .evidence import Evidence, evidence_count
from .indicator import Category, Direction, Indicator, PartsKind, Role, ValueKind
from .target import Operator, Target
from .total import StatisticTotal
from .value import Computed, MissingReason, Part, Qualifier, StateWord, Value

__all__ = [
    "Aggregation",
    "Batch",
    "BatchRow",
    "Category",
    "Computed",
    "Definition",
    "Direction",
    "Evidence",
    "Indicator",
    "MissingReason",
    "Operator",
    "Part",
    "PartsKind",
    "Qualifier",
    "Role",
    "SeriesBreak",
    "StateWord",
    "Statistic",
    "StatisticTotal",
    "Target",
    "Value",
    "ValueKind",
    "evidence_count",
]

"""What was promised, for which periods, how it stands, and who may see and edit it."""

from .evaluation import Evaluation, Status
from .invitation import Invitation
from .levels import Goal, Measure, MeasureImplementer, PriorityArea
from .membership import Membership, Role
from .organisation import Organisation
from .period import ReportingPeriod, WrongState
from .plan import Approval, Plan
from .remark import Remark
from .reminder import Reminder
from .retirement import Retirable, RetirableQuerySet, retired_index, retired_with_reason, still_used
from .territory import COUNTRY, Territory, with_district

__all__ = [
    "COUNTRY",
    "Approval",
    "Evaluation",
    "Goal",
    "Invitation",
    "Measure",
    "MeasureImplementer",
    "Membership",
    "Organisation",
    "Plan",
    "PriorityArea",
    "Remark",
    "Reminder",
    "ReportingPeriod",
    "Retirable",
    "RetirableQuerySet",
    "Role",
    "Status",
    "Territory",
    "with_district",
    "WrongState",
    "retired_index",
    "retired_with_reason",
    "still_used",
]

"""Texts of reports, as those who review and correct a period need them.

Reports live left of this app, which may not import them; a setting names the function that gives them.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.module_loading import import_string

from plans.models import Remark, ReportingPeriod


@dataclass
class ReportText:
    """One text that the town has written, and how it differs from what stood there before."""

    pk: int
    name: str  # of its chapter, as it is printed
    address: str  # where it is read and written
    excerpt: str
    differences: list = field(default_factory=list)  # since the last approval or return
    remarks: list[Remark] = field(default_factory=list)

    @property
    def is_returned(self) -> bool:
        return any(remark.is_returning for remark in self.remarks)

    @property
    def presses(self) -> bool:
        """Is there something to look at?"""
        return bool(self.differences or self.remarks)


def report_texts(period: ReportingPeriod) -> list[ReportText]:
    """All texts of the period's reports in printed order, in a fixed number of queries."""
    return import_string(settings.REPORT_TEXTS)(period)

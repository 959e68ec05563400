"""What a plan says together: its reports with their texts, its log of cooperation, its abbreviations."""

from .report import Chapter, Report
from .sources import Abbreviation, CooperationEvent

__all__ = ["Abbreviation", "Chapter", "CooperationEvent", "Report"]

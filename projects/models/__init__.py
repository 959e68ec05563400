"""Who carries a plan out, for what money and from which call."""

from .funding import Call, Programme
from .project import ImplementationReport, PlannedOutput, Project

__all__ = ["Call", "ImplementationReport", "PlannedOutput", "Programme", "Project"]

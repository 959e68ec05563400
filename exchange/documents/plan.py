from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from czech.periods import Span
from plans.models import Territory

from .indicator import DefinitionDocument, IndicatorDocument
from .levels import AreaDocument, GoalDocument, MeasureDocument
from .project import ProjectDocument
from .report import AbbreviationDocument, EventDocument, ReportDocument
from .written import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityDocument(Written):
    name: str
    district: str
    region: str = ""
    code: str = ""
    kind: Territory.Kind = Territory.Kind.MUNICIPALITY

    @property
    def names(self) -> tuple[str, str, str]:
        """Of itself, its district and its region, as parts of a value say them."""
        return self.name, f"okres {self.district}", self.region


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalDocument(Written):
    approved_on: date
    body: str = ""
    resolution: str = ""
    label: str = ""
    municipality: MunicipalityDocument | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHead(Written):
    """What is said of the plan as a whole."""

    slug: str
    kind: str
    title: str
    municipality: MunicipalityDocument
    valid: Span | None = None
    regional_centre: str = ""
    covers: tuple[MunicipalityDocument, ...] = ()
    action_plan: str = ""
    planned_funding: Decimal | None = None
    baseline_note: str = ""
    approvals: tuple[ApprovalDocument, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodDocument(Written):
    slug: str
    covers: Span
    title: str = ""
    data_as_of: date | None = None
    due_on: date | None = None
    approved_at: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDocument(Written):
    """One plan with everything below it."""

    plan: PlanHead
    periods: tuple[PeriodDocument, ...] = ()
    definitions: tuple[DefinitionDocument, ...] = ()
    abbreviations: tuple[AbbreviationDocument, ...] = ()
    indicators: tuple[IndicatorDocument, ...] = ()
    areas: tuple[AreaDocument, ...] = ()
    projects: tuple[ProjectDocument, ...] = ()
    events: tuple[EventDocument, ...] = ()
    reports: tuple[ReportDocument, ...] = ()

    def goals(self) -> Iterator[GoalDocument]:
        """Goals of both depths, each before those below it."""
        for area in self.areas:
            for goal in area.goals:
                yield goal
                yield from goal.goals

    def measures(self) -> Iterator[MeasureDocument]:
        for goal in self.goals():
            yield from goal.measures

    def indicator_lists(self) -> Iterator[tuple[IndicatorDocument, ...]]:
        """The indicators of each level that has any."""
        for owner in (self, *self.areas, *self.goals(), *self.measures()):
            if owner.indicators:
                yield owner.indicators

    def all_indicators(self) -> Iterator[IndicatorDocument]:
        for siblings in self.indicator_lists():
            yield from siblings

    def municipalities(self) -> Iterator[MunicipalityDocument]:
        yield self.plan.municipality
        yield from self.plan.covers
        yield from (approval.municipality for approval in self.plan.approvals if approval.municipality)

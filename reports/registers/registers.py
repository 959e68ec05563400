"""The two registers and a person's selection from one of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from accounts.models import User
from plans.models import Plan
from projects.models import Project

from .columns import RegisterColumn
from .filters import PlanFilters, ProjectFilters, RegisterFilters
from .plans import PLAN_COLUMNS, PlanTotals, plan_rows, plan_totals
from .projects import PROJECT_COLUMNS, project_rows
from .totals import ProjectTotals, project_totals

EVERYTHING = "bez omezení"


@dataclass(frozen=True, slots=True)
class Register:
    name: str  # in the command and in the name of a downloaded file
    title: str
    columns: tuple[RegisterColumn, ...]
    filters: type[RegisterFilters]
    model: type[Plan] | type[Project]
    rows: Callable[[QuerySet], QuerySet]
    totals: Callable[[QuerySet], PlanTotals | ProjectTotals]
    is_wide: bool = False  # needs a landscape page

    def everything(self) -> QuerySet:
        return self.rows(self.model.objects.all())

    def visible_to(self, user: User) -> QuerySet:
        return self.rows(self.model.objects.visible_to(user))

    @property
    def page_columns(self) -> list[RegisterColumn]:
        return [column for column in self.columns if column.on_page]

    @property
    def paper_columns(self) -> list[list[RegisterColumn]]:
        """Columns of the page that share one column of paper."""
        groups = []
        for column in self.columns:
            if column.is_under:
                groups[-1].append(column)
            else:
                groups.append([column])
        return groups


@dataclass(frozen=True)
class Selection:
    """All rows that a person chose, in the chosen order; a page shows a part, a file the whole."""

    register: Register
    filters: RegisterFilters
    rows: QuerySet
    note: str = ""  # what the reader has to know about the rows that are not here

    @cached_property
    def totals(self) -> PlanTotals | ProjectTotals:
        return self.register.totals(self.rows)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.filters.chosen())

    @property
    def words(self) -> str:
        """Město: Most (okres Most); Fond: OPZ."""
        return "; ".join(f"{label}: {value}" for label, value in self.filters.chosen()) or EVERYTHING


PLANS = Register("plans", "Register plánů", PLAN_COLUMNS, PlanFilters, Plan, plan_rows, plan_totals)
PROJECTS = Register(
    "projects", "Projekty", PROJECT_COLUMNS, ProjectFilters, Project, project_rows, project_totals,
    is_wide=True,
)  # fmt: skip
REGISTERS = {register.name: register for register in (PLANS, PROJECTS)}

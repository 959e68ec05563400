"""Saves a plan document: everything or nothing, and only what differs from the database."""

from collections import Counter
from dataclasses import dataclass

from django.apps import apps
from django.db import DataError, IntegrityError, transaction
from django.db.models import Model

from plans.models import Plan

from .documents import PlanDocument
from .ledger import Ledger, RowError
from .problems import DocumentError, Problem
from .saving_indicators import save_indicators
from .saving_levels import save_levels
from .saving_plan import save_periods, save_plan_head
from .saving_projects import save_projects
from .saving_reports import save_reports
from .saving_values import save_values


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What loading did: rows made, by model; changes; and rows that the document does not have."""

    plan: Plan
    created: Counter[type[Model]]
    changes: list[str]
    extras: list[str]

    @property
    def changed_nothing(self) -> bool:
        return not self.created and not self.changes


def save_plan(document: PlanDocument, *, by=None, name: str = "dokument") -> LoadResult:
    """Loads the plan in one transaction, or raises DocumentError and leaves the database as it was."""
    ledger = Ledger(by)
    try:
        with transaction.atomic():
            plan = _save_all(document, ledger)
    except RowError as error:
        raise DocumentError(name, error.problems) from error
    except (IntegrityError, DataError) as error:
        raise DocumentError(name, [Problem(None, _sentence(error))]) from error
    return LoadResult(plan, ledger.created, list(dict.fromkeys(ledger.changes)), ledger.extras)


def _save_all(document: PlanDocument, ledger: Ledger) -> Plan:
    plan, places = save_plan_head(document, ledger)
    periods = save_periods(document, plan, ledger)
    levels = save_levels(document, plan, periods, ledger)
    indicators = save_indicators(document, levels, ledger)
    save_values(indicators, periods, places, ledger)
    save_projects(document, levels, ledger)
    save_reports(document, plan, periods, ledger)
    return plan


def _sentence(error: Exception) -> str:
    """The constraint's own Czech sentence where the database names the constraint."""
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name in str(error):
                return constraint.violation_error_message
    return f"Databáze dokument odmítla ({error})."

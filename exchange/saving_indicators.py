"""Indicators of all levels with their categories and targets."""

from dataclasses import dataclass
from decimal import Decimal

from czech.reading import Figure
from indicators.models import Category, Definition, Indicator, Target
from indicators.reading import decimals_of
from plans.models import Plan

from .definitions import save_definitions
from .differences import save_differences
from .documents import IndicatorDocument, PlanDocument, TargetDocument
from .ledger import Ledger, Wish
from .levels import meant_by
from .saving_levels import SavedLevels
from .wholes import save_wholes

IndicatorRows = list[tuple[IndicatorDocument, Indicator]]
CategoryRows = dict[tuple[int, str], Category]


@dataclass(frozen=True, slots=True)
class SavedIndicators:
    """Each indicator of the document beside its row, and categories by indicator and label."""

    plan: Plan
    rows: IndicatorRows
    categories: CategoryRows


def save_indicators(document: PlanDocument, levels: SavedLevels, ledger: Ledger) -> SavedIndicators:
    rows = _settle_indicators(document, levels, save_definitions(document, ledger), ledger)
    save_differences(rows, ledger)
    save_wholes(rows, ledger)
    _save_contributions(rows, levels, ledger)
    _save_targets(rows, levels.plan, ledger)
    return SavedIndicators(levels.plan, rows, _save_categories(rows, levels.plan, ledger))


def _settle_indicators(
    document: PlanDocument, levels: SavedLevels, definitions: dict[str, Definition], ledger: Ledger
) -> IndicatorRows:
    wished = [
        (indicator, _indicator(indicator, levels.plan, position, definitions, **owner))
        for level, owner in _owners(document, levels)
        for position, indicator in enumerate(level.indicators, start=1)
    ]
    wishes = [Wish(row, indicator.line) for indicator, row in wished]
    rows = ledger.settle(
        Indicator,
        wishes,
        levels.plan.indicators.all(),
        ("area_id", "goal_id", "measure_id", "role", "name"),
        ("area_id", "goal_id", "measure_id", "name"),
    )
    return [(indicator, row) for (indicator, _), row in zip(wished, rows, strict=True)]


def _owners(document: PlanDocument, levels: SavedLevels):
    """Whatever has indicators, with the relation by which they hang on it."""
    yield document, {}
    for name, rows in (("area", levels.areas), ("goal", levels.goals), ("measure", levels.measures)):
        for level, row in rows:
            yield level, {name: row}


def _indicator(document: IndicatorDocument, plan, position: int, definitions, **owner) -> Indicator:
    return Indicator(
        plan=plan,
        **owner,
        position=position,
        definition=document.definition and definitions[document.definition.text],
        role=document.role,
        name=document.name,
        unit=document.unit,
        value_kind=document.kind,
        parts_kind=document.parts,
        desired_direction=document.direction,
        footnote=document.footnote,
    )


def _save_contributions(indicators: IndicatorRows, levels: SavedLevels, ledger: Ledger):
    through = Indicator.contributing_measures.through
    measures = [row for _, row in levels.measures]
    wishes = [
        Wish(through(indicator=row, measure=meant_by(reference.text, measures)[0]), reference.line)
        for indicator, row in indicators
        for reference in indicator.also_counts
    ]
    existing = through.objects.filter(indicator__plan=levels.plan).select_related("indicator", "measure")
    ledger.settle(through, wishes, existing, ("indicator_id", "measure_id"))


def _save_categories(indicators: IndicatorRows, plan: Plan, ledger: Ledger) -> CategoryRows:
    wishes = [
        Wish(
            Category(indicator=row, position=position, label=category.label, name=category.name),
            category.line,
        )
        for indicator, row in indicators
        for position, category in enumerate(indicator.categories, start=1)
    ]
    existing = Category.objects.filter(indicator__plan=plan).select_related("indicator")
    rows = ledger.settle(Category, wishes, existing, ("indicator_id", "label"))
    return {(row.indicator_id, row.label): row for row in rows}


def _save_targets(indicators: IndicatorRows, plan: Plan, ledger: Ledger):
    wishes = [
        Wish(_target(target, row), target.line)
        for indicator, row in indicators
        for target in indicator.targets
    ]
    existing = Target.objects.filter(indicator__plan=plan).select_related("indicator")
    ledger.settle(
        Target,
        wishes,
        existing,
        ("indicator_id", "due_on", "label", "operator", "per", "number", "text"),
        ("indicator_id", "operator", "label", "per", "due_on"),
        ("label", "due_on", "indicator_id"),
    )


def _target(document: TargetDocument, indicator: Indicator) -> Target:
    number = _number_of(document.value) if document.value else None
    return Target(
        indicator=indicator,
        operator=document.operator,
        number=number,
        decimals=decimals_of(number),
        per=document.per,
        due_on=document.due and document.due.end,
        label=document.label,
        text=document.text,
    )


def _number_of(figure: Figure) -> Decimal | None:
    """A promised share is the target's number, and a promised ANO is one."""
    if figure.answer is not None:
        return Decimal(figure.answer)
    return figure.number if figure.number is not None else figure.share

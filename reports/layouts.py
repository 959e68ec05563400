"""Layouts: which chapters a report has and in what order. Every kind of plan has one it is offered first."""

from collections.abc import Callable
from dataclasses import dataclass

from plans.models import Plan

from .blocks import Block
from .chapters import (
    abbreviations,
    about_document,
    action_plan,
    contents,
    context_indicators,
    funded_projects,
    introduction,
    locality,
    measure_cards,
    notes,
    title_page,
)
from .content import ReportContent

ChapterFunction = Callable[[ReportContent], list[Block]]


@dataclass(frozen=True, slots=True)
class Layout:
    name: str
    title: str
    chapters: tuple[ChapterFunction, ...]


ACTION_PLAN_TABLE = Layout(
    name="action-plan-table",
    title="Tabulka akčního plánu",
    chapters=(
        title_page,
        contents,
        abbreviations,
        locality,
        introduction,
        context_indicators,
        action_plan,
        measure_cards,
        funded_projects,
        notes,
        about_document,
    ),
)

LAYOUTS = {layout.name: layout for layout in [ACTION_PLAN_TABLE]}


def layout_of(plan: Plan) -> Layout:
    """The layout offered first; the table of the action plan until the kind of plan has its own."""
    return LAYOUTS.get(plan.kind_words.layout, ACTION_PLAN_TABLE)


def layouts_of(plan: Plan) -> list[Layout]:
    """Every layout fits every plan; the plan's own comes first."""
    first = layout_of(plan)
    return [first, *(layout for layout in LAYOUTS.values() if layout is not first)]

"""Layouts: which chapters a report has, in what order and with what options.

A chapter that a layout wants otherwise than usual stands in it as `partial(chapter, option=…)`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from plans.models import Plan

from .blocks import Block
from .chapters import (
    abbreviations,
    about_document,
    action_plan,
    advisory_programmes,
    commentary,
    comparison,
    contents,
    context_indicators,
    cooperation,
    expectation_table,
    fulfilment_cards,
    funded_projects,
    goal_blocks,
    introduction,
    locality,
    measure_cards,
    notes,
    plan_overview,
    researches,
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
        comparison,
        commentary,
        action_plan,
        measure_cards,
        funded_projects,
        cooperation,
        advisory_programmes,
        researches,
        notes,
        about_document,
    ),
)

GOAL_BLOCKS = Layout(
    name="goal-blocks",
    title="Bloky specifických cílů",
    chapters=(
        title_page,
        contents,
        abbreviations,
        partial(introduction, title="Manažerské shrnutí"),
        locality,
        partial(
            context_indicators,
            title="Globální indikátory sociálního začleňování",
            table_of=expectation_table,
        ),
        comparison,
        commentary,
        cooperation,
        advisory_programmes,
        researches,
        partial(funded_projects, title="Příloha A: Čerpání z výzev"),
        partial(goal_blocks, title="Příloha B: Vyhodnocení opatření akčního plánu"),
        notes,
        about_document,
    ),
)

MEASURE_CARDS = Layout(
    name="measure-cards",
    title="Karty opatření",
    chapters=(
        title_page,
        contents,
        abbreviations,
        introduction,
        locality,
        context_indicators,
        comparison,
        commentary,
        fulfilment_cards,
        funded_projects,
        cooperation,
        advisory_programmes,
        researches,
        notes,
        about_document,
    ),
)

COOPERATION_SUMMARY = Layout(
    name="cooperation-summary",
    title="Souhrn spolupráce",
    chapters=(
        title_page,
        contents,
        abbreviations,
        introduction,
        plan_overview,
        partial(funded_projects, title="Projekty"),
        partial(fulfilment_cards, title="Opatření plánu"),
        researches,
        advisory_programmes,
        cooperation,
        notes,
        about_document,
    ),
)

LAYOUTS = {
    layout.name: layout for layout in [ACTION_PLAN_TABLE, GOAL_BLOCKS, MEASURE_CARDS, COOPERATION_SUMMARY]
}


def layout_of(plan: Plan) -> Layout:
    """The layout offered first: of the latest report the town has written, or else of the plan's kind."""
    kinds_own = plan.kind_words.layout
    written = [report.layout for report in plan.reports.all() if report.layout in LAYOUTS]
    name = kinds_own if kinds_own in written or not written else written[-1]
    return LAYOUTS.get(name, ACTION_PLAN_TABLE)


def layouts_of(plan: Plan) -> list[Layout]:
    """Every layout fits every plan; the plan's own comes first."""
    first = layout_of(plan)
    return [first, *(layout for layout in LAYOUTS.values() if layout is not first)]

"""Areas, goals and measures with who carries them out and how they stood."""

from collections.abc import Iterable
from dataclasses import dataclass

from plans.models import Evaluation, Goal, Measure, MeasureImplementer, Plan, PriorityArea

from .documents import (
    AreaDocument,
    ContextDocument,
    EvaluationDocument,
    GoalDocument,
    MeasureDocument,
    PlanDocument,
)
from .ledger import Ledger, Wish
from .organisations import organisations_named
from .saving_plan import Periods


@dataclass(frozen=True, slots=True)
class SavedLevels:
    """Each level of the document beside its row."""

    plan: Plan
    areas: list[tuple[AreaDocument, PriorityArea]]
    goals: list[tuple[GoalDocument, Goal]]
    measures: list[tuple[MeasureDocument, Measure]]


def save_levels(document: PlanDocument, plan: Plan, periods: Periods, ledger: Ledger) -> SavedLevels:
    areas = _save_areas(document, plan, ledger)
    goals = _save_goals(areas, plan, ledger)
    levels = SavedLevels(plan, areas, goals, _save_measures(goals, plan, ledger))
    _save_implementers(levels, ledger)
    _save_evaluations(levels, periods, ledger)
    return levels


def _save_areas(document: PlanDocument, plan: Plan, ledger: Ledger):
    wishes = [
        Wish(_area(area, plan, position), area.line) for position, area in enumerate(document.areas, start=1)
    ]
    rows = ledger.settle(PriorityArea, wishes, plan.areas.all(), ("code", "title"), ("code",), ("title",))
    return list(zip(document.areas, rows, strict=True))


def _area(document: AreaDocument, plan: Plan, position: int) -> PriorityArea:
    context = document.context or ContextDocument(line=document.line)
    return PriorityArea(
        plan=plan,
        position=position,
        code=document.code,
        title=document.title,
        context_heading=context.heading,
        context_position=context.position,
        context_footnote=context.footnote,
    )


def _save_goals(areas, plan: Plan, ledger: Ledger):
    """Strategic goals first, for the specific ones hang below their rows."""
    existing = list(Goal.objects.filter(area__plan=plan))
    strategic = [
        (goal, Goal(area=row, position=position, code=goal.code, title=goal.title))
        for area, row in areas
        for position, goal in enumerate(area.goals, start=1)
    ]
    parents = _settle_goals(strategic, [goal for goal in existing if goal.parent_id is None], ledger)
    specific = [
        (goal, Goal(area=row.area, parent=row, position=position, code=goal.code, title=goal.title))
        for parent, row in parents
        for position, goal in enumerate(parent.goals, start=1)
    ]
    return parents + _settle_goals(specific, [goal for goal in existing if goal.parent_id], ledger)


def _settle_goals(wished: list[tuple[GoalDocument, Goal]], existing: Iterable[Goal], ledger: Ledger):
    wishes = [Wish(row, goal.line) for goal, row in wished]
    owner = ("area_id", "parent_id")
    rows = ledger.settle(
        Goal, wishes, existing, (*owner, "code", "title"), (*owner, "code"), (*owner, "title")
    )
    return [(goal, row) for (goal, _), row in zip(wished, rows, strict=True)]


def _save_measures(goals, plan: Plan, ledger: Ledger):
    wished = [
        (measure, _measure(measure, row, position))
        for goal, row in goals
        for position, measure in enumerate(goal.measures, start=1)
    ]
    wishes = [Wish(row, measure.line) for measure, row in wished]
    existing = Measure.objects.filter(goal__area__plan=plan)
    rows = ledger.settle(
        Measure, wishes, existing, ("goal_id", "code", "title"), ("goal_id", "code"), ("goal_id", "title")
    )
    return [(measure, row) for (measure, _), row in zip(wished, rows, strict=True)]


def _measure(document: MeasureDocument, goal: Goal, position: int) -> Measure:
    span = document.term.span
    return Measure(
        goal=goal,
        position=position,
        code=document.code,
        title=document.title,
        detail_title=document.detail_title,
        in_action_plan=document.in_action_plan,
        footnote=document.footnote,
        activity=document.activity,
        service=document.service,
        starts_on=span and span.start,
        ends_on=span and span.end,
        timing=document.term.words,
        output=document.output,
        cost=document.cost.amount,
        cost_unit=document.cost.unit,
        cost_text=document.cost.words,
        funding="\n".join(document.funding),
        risks="\n".join(document.risks),
        intentions="\n".join(document.intentions),
    )


def _save_implementers(levels: SavedLevels, ledger: Ledger):
    references = [reference for measure, _ in levels.measures for reference in measure.implementers]
    organisations = organisations_named(references, ledger)
    wishes = [
        Wish(
            MeasureImplementer(measure=row, organisation=organisations[reference.text], position=position),
            reference.line,
        )
        for measure, row in levels.measures
        for position, reference in enumerate(measure.implementers, start=1)
    ]
    existing = MeasureImplementer.objects.filter(measure__goal__area__plan=levels.plan)
    existing = existing.select_related("measure", "organisation")
    ledger.settle(MeasureImplementer, wishes, existing, ("measure_id", "organisation_id"))


def _save_evaluations(levels: SavedLevels, periods: Periods, ledger: Ledger):
    wishes = [
        Wish(_evaluation(evaluation, periods[evaluation.period], **owner), evaluation.line)
        for name, rows in (("goal", levels.goals), ("measure", levels.measures))
        for level, row in rows
        for owner in ({name: row},)
        for evaluation in level.evaluations
    ]
    existing = Evaluation.objects.filter(period__plan=levels.plan).select_related("goal", "measure", "period")
    ledger.settle(Evaluation, wishes, existing, ("period_id", "goal_id", "measure_id"))


def _evaluation(document: EvaluationDocument, period, goal=None, measure=None) -> Evaluation:
    reports = document.reports or document.status.reports
    return Evaluation(
        period=period,
        goal=goal,
        measure=measure,
        status=document.status.status,
        status_label=document.status.label,
        covers_start=document.covers and document.covers.start,
        covers_end=document.covers and document.covers.end,
        reports_received=reports and reports.received,
        reports_expected=reports and reports.expected,
        summary=document.summary,
        detail=document.detail,
        outlook=document.outlook,
    )

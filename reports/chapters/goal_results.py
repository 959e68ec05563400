"""How a goal itself stands: its indicators beside their targets, its status and the texts about it."""

from indicators.bands import GoalBand
from indicators.models import Role
from plans.models import Evaluation, Status
from reports.blocks import Block, Paragraph
from reports.content import ReportContent
from reports.narrative import labelled, narrative

from .measured import as_of, indicator_tables
from .statuses import status_mark
from .years import outlook_label, own_span, summary_label


def goal_results(content: ReportContent, goal: GoalBand) -> list[Block]:
    return [*goal_indicators(content, goal), *goal_texts(content, goal.evaluation)]


def goal_indicators(content: ReportContent, goal: GoalBand) -> list[Block]:
    if not goal.rows:
        return []
    is_impact = any(row.indicator.role == Role.IMPACT for row in goal.rows)
    head = "Indikátor dopadu" if is_impact else "Indikátor výstupu"
    caption = f"Indikátory cíle {goal.goal.code}".strip()
    reality = as_of(content, goal.rows)
    return indicator_tables(content, goal.rows, head, caption, reality, hide_caption=True)


def goal_texts(content: ReportContent, evaluation: Evaluation | None) -> list[Block]:
    """The status where there is one, what happened and what is ahead."""
    if evaluation is None:
        return []
    span = own_span(evaluation) or content.span
    blocks: list[Block] = []
    if evaluation.status != Status.NOT_STATED:
        blocks.append(Paragraph((status_mark(evaluation),), label="Stav:"))
    if happened := narrative(f"{evaluation.summary}\n\n{evaluation.detail}"):
        blocks += labelled(summary_label(span), happened)
    if evaluation.outlook:
        blocks += labelled(outlook_label(span), narrative(evaluation.outlook))
    return blocks

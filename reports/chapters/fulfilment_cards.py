"""Every measure on a card: what was planned, who answers for it, what threatens it, how it was fulfilled."""

from dataclasses import replace

from indicators.bands import AreaBand, GoalBand, MeasureBand
from plans.models import Evaluation, Status
from reports.blocks import Block, Bullets, Facts, Heading, Legend, Line, Paragraph, Text
from reports.content import ReportContent
from reports.narrative import footnote, inline, labelled, line, narrative, plain

from .cards import card_heading, level_name, outputs_tables, project_lines
from .goal_results import goal_results
from .measured import impact_tables
from .measures import cost_text, implementers, items, measure_term
from .statuses import default_mark, status_mark
from .years import fulfilment_label, outlook_label, own_span

TITLE = "Vyhodnocení priorit, opatření a výstupů"


def fulfilment_cards(content: ReportContent, title: str = TITLE) -> list[Block]:
    areas = [area for area in content.areas if area.goals or area.impact]
    if not areas:
        return []
    return [
        Heading(2, title, "karty-opatreni"),
        *narrative(content.text("cards"), style="lead"),
        *_legend({band.status for area in areas for band in area.measures}),
        *(block for area in areas for block in _section(content, area)),
    ]


def _legend(used: set[Status]) -> list[Block]:
    """What the symbols mean; where nobody stated anything there is nothing to explain."""
    if used <= {Status.NOT_STATED}:
        return []
    return [Legend(tuple(default_mark(status) for status in Status if status in used))]


def _section(content: ReportContent, area: AreaBand) -> list[Block]:
    blocks: list[Block] = [Heading(3, area.area.title, f"karty-{area.area.pk}", code=area.area.code)]
    if area.impact:
        blocks += impact_tables(content, area.impact)
    for goal in area.goal_bands:
        blocks += goal_results(content, goal)
        blocks += [block for band in goal.measures for block in _card(content, goal, band)]
    return blocks


def _card(content: ReportContent, goal: GoalBand, band: MeasureBand) -> list[Block]:
    return [
        card_heading(band),
        Paragraph(_goal_line(content, goal, band), style="small"),
        *_listed("Výstup:", items(band.measure.output)),
        *_facts(band),
        *_listed("Rizika a ohrožení:", items(band.measure.risks)),
        *_listed("Plánované aktivity a rozvojové záměry:", items(band.measure.intentions)),
        *(outputs_tables(content, band) if band.rows else []),
        *_fulfilment(content, band.evaluation),
        *project_lines(content.projects.of_measure(band.measure.pk)),
    ]


def _goal_line(content: ReportContent, goal: GoalBand, band: MeasureBand) -> Line:
    note = (footnote(band.measure.footnote),) if band.measure.footnote else ()
    return (plain(f"{level_name(content, goal)} {goal.goal}", muted=True), *note)


def _listed(label: str, texts: list[str]) -> list[Block]:
    """One thing stands behind its label, several make a list below it."""
    if len(texts) == 1:
        return [Paragraph(inline(texts[0]), label=label)]
    return labelled(label, [Bullets(tuple(map(inline, texts)))]) if texts else []


def _facts(band: MeasureBand) -> list[Block]:
    """What the plan does not say has no place in the strip."""
    measure = band.measure
    facts = [
        ("Termín", measure_term(measure)),
        ("Odpovědnost", implementers(measure)),
        ("Předpokládané náklady", cost_text(measure)),
        ("Zdroj krytí nákladů", "; ".join(items(measure.funding))),
    ]
    stated = tuple((label, line(text)) for label, text in facts if text)
    return [Facts(stated)] if stated else []


def _fulfilment(content: ReportContent, evaluation: Evaluation | None) -> list[Block]:
    """Plnění v roce 2023. Výstup splněn. And what the town says about it."""
    span = own_span(evaluation) or content.span
    texts = narrative(f"{evaluation.summary}\n\n{evaluation.detail}") if evaluation else []
    blocks = labelled(fulfilment_label(span), _behind_status(evaluation, texts))
    if evaluation and evaluation.outlook:
        blocks += labelled(outlook_label(span), narrative(evaluation.outlook))
    return blocks


def _behind_status(evaluation: Evaluation | None, texts: list[Block]) -> list[Block]:
    status: Line = (status_mark(evaluation), Text("."))
    if texts and isinstance(texts[0], Paragraph):
        return [replace(texts[0], line=(*status, Text(" "), *texts[0].line)), *texts[1:]]
    return [Paragraph(status), *texts]

"""Measures evaluated in detail: one card for each that has indicators, impact of the area before them."""

from django.utils.text import capfirst

from czech.spacing import nbsp
from indicators.bands import AreaBand, GoalBand, MeasureBand
from projects.models import Project
from reports.blocks import Block, Facts, Heading, Line, Paragraph
from reports.content import ReportContent
from reports.narrative import labelled, line, narrative

from .anchors import card_anchor
from .measured import covered_period, impact_tables, indicator_tables
from .measures import implementers
from .statuses import status_mark

TITLE = "Podrobné vyhodnocení vybraných oblastí"
NO_SUMMARY = "Realizátor shrnutí nedodal."


def measure_cards(content: ReportContent) -> list[Block]:
    areas = [area for area in content.areas if area.impact or any(band.rows for band in area.measures)]
    if not areas:
        return []
    opening = [Heading(2, TITLE, "podrobne-vyhodnoceni"), *narrative(content.text("cards"))]
    return opening + [block for area in areas for block in _area(content, area)]


def _area(content: ReportContent, area: AreaBand) -> list[Block]:
    blocks: list[Block] = [Heading(3, area.area.title, f"podrobne-{area.area.pk}", code=area.area.code)]
    if area.impact:
        blocks += impact_tables(content, area.impact)
    for goal in area.goal_bands:
        blocks += [block for band in goal.measures if band.rows for block in _card(content, goal, band)]
    return blocks


def _card(content: ReportContent, goal: GoalBand, band: MeasureBand) -> list[Block]:
    return [
        card_heading(band),
        _facts(content, goal, band),
        *outputs_tables(content, band),
        *_summary(band),
        *project_lines(content.projects.of_measure(band.measure.pk)),
    ]


def card_heading(band: MeasureBand) -> Heading:
    measure = band.measure
    title = nbsp(measure.detail_title or measure.title)
    return Heading(4, title, card_anchor(measure), code=measure.code, rule=True)


def outputs_tables(content: ReportContent, band: MeasureBand) -> list[Block]:
    caption = f"Indikátory opatření {band.measure.code}".strip()
    return indicator_tables(content, band.rows, "Indikátor výstupu", caption, hide_caption=True)


def _facts(content: ReportContent, goal: GoalBand, band: MeasureBand) -> Facts:
    return Facts(
        (
            ("Stav", (status_mark(band.evaluation),)),
            ("Realizátor", line(implementers(band.measure) or "neuveden")),
            ("Sledované období", line(covered_period(content, band.rows))),
            (level_name(content, goal), line(str(goal.goal))),
        )
    )


def level_name(content: ReportContent, goal: GoalBand) -> str:
    """What the plan's kind calls a goal of this depth: Specifický cíl, Priorita."""
    words = content.plan.kind_words
    return capfirst((words.subgoal if goal.goal.parent_id else words.goal).one)


def _summary(band: MeasureBand) -> list[Block]:
    evaluation = band.evaluation
    detail = narrative(evaluation.detail) if evaluation else []
    blocks = labelled("Shrnutí.", detail or [Paragraph(line(NO_SUMMARY, muted=True))])
    if evaluation and evaluation.outlook:
        blocks += labelled("Výhled.", narrative(evaluation.outlook))
    return blocks


def project_lines(projects: list[Project]) -> list[Block]:
    return [Paragraph(_project_line(project), label="Projekt:") for project in projects]


def _project_line(project: Project) -> Line:
    """A project that is not funded says so right behind its name."""
    state = "" if project.is_counted else f" ({project.get_state_display()})"
    named = ", ".join(filter(None, [project.title, project.registration_number]))
    return line(f"{named or project}{state}.")

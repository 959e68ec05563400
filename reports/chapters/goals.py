"""The action plan goal by goal: indicators of impact, measures with their terms, one summary for each goal.

Every area is a chapter, so that its name stands in the running head.
"""

from django.utils.text import capfirst

from czech.spacing import nbsp
from indicators.bands import AreaBand, GoalBand, MeasureBand
from plans.models import Evaluation, Measure
from reports.blocks import Block, Cell, Heading, Legend, Paragraph, Table
from reports.content import ReportContent
from reports.narrative import labelled, line, narrative

from .anchors import measure_anchor
from .cards import level_name, outputs_tables
from .goal_results import goal_indicators, goal_texts
from .measured import impact_tables
from .measures import implementers, measure_line, measure_term
from .statuses import counts_text, default_mark, status_mark
from .tables import Field, columns_of, field, leading, missing_cell, row_of

TITLE = "Vyhodnocení opatření akčního plánu"
STATUS_WIDTH = 30


def goal_blocks(content: ReportContent, title: str = TITLE) -> list[Block]:
    areas = [area for area in content.areas if area.goals or area.impact]
    if not areas:
        return []
    return [
        Heading(2, title, "bloky-cilu"),
        *narrative(content.text("action-plan"), style="lead"),
        *_overview(content),
        *(block for area in areas for block in _area(content, area, is_first=area is areas[0])),
    ]


def _overview(content: ReportContent) -> list[Block]:
    counts = content.statuses
    if not counts.is_stated:
        return []
    return [
        Paragraph(line(f"{capfirst(counts_text(counts))}."), label="Stav opatření."),
        Legend(tuple(default_mark(status) for status in counts.statuses)),
    ]


def _area(content: ReportContent, area: AreaBand, is_first: bool) -> list[Block]:
    """The first area follows on the page of the chapter that opens them all."""
    heading = Heading(2, area.area.title, f"cile-{area.area.pk}", code=area.area.code, flow=is_first)
    impact = impact_tables(content, area.impact) if area.impact else []
    goals = [block for goal in area.goal_bands for block in _goal(content, goal)]
    return [heading, *impact, *goals]


def _goal(content: ReportContent, goal: GoalBand) -> list[Block]:
    return [
        _heading(content, goal),
        *goal_indicators(content, goal),
        *_measures(content, goal.measures),
        *goal_texts(content, goal.evaluation),
        *(block for band in goal.measures for block in _results(content, band)),
    ]


def _heading(content: ReportContent, goal: GoalBand) -> Heading:
    level = 4 if goal.goal.parent_id else 3
    code = nbsp(f"{level_name(content, goal)} {goal.goal.code}".strip())
    return Heading(level, nbsp(goal.goal.title), f"cil-{goal.goal.pk}", code=code, rule=level == 4)


def _measures(content: ReportContent, bands: list[MeasureBand]) -> list[Block]:
    if not bands:
        return []
    fields = _fields(bands)
    rows = tuple(row_of(band, fields, measure_anchor(band.measure)) for band in bands)
    caption = line(capfirst(content.plan.kind_words.measure.many))
    return [Table(caption=caption, columns=columns_of(fields), rows=rows, hide_caption=True)]


def _fields(bands: list[MeasureBand]) -> list[Field]:
    """Kind of activity and term only where some measure of the goal has them."""
    fields = [field("Stav", STATUS_WIDTH, _status)]
    if any(measure_term(band.measure) for band in bands):
        fields.insert(0, field("Termín", 26, _term))
    if any(band.measure.activity or band.measure.service for band in bands):
        fields.insert(0, field("Aktivita a služba", 32, _activity))
    return [leading("Opatření a realizátor", _head, fields), *fields]


def _head(band: MeasureBand) -> Cell:
    who = implementers(band.measure)
    return Cell((measure_line(band.measure), *([line(who, muted=True)] if who else [])))


def _activity(band: MeasureBand) -> Cell:
    measure = band.measure
    kind = [line(capfirst(Measure.Activity(measure.activity).label))] if measure.activity else []
    service = [line(measure.service, muted=True)] if measure.service else []
    return Cell((*kind, *service)) if kind or service else missing_cell()


def _term(band: MeasureBand) -> Cell:
    term = measure_term(band.measure)
    return Cell((line(term),)) if term else missing_cell()


def _status(band: MeasureBand) -> Cell:
    return Cell(((status_mark(band.evaluation),),))


def _results(content: ReportContent, band: MeasureBand) -> list[Block]:
    """What a plan keeps with a measure and not with its goal: texts, indicators, projects."""
    label = nbsp(f"{band.measure.code or band.measure.title}:")
    said = narrative(_said(band.evaluation)) if band.evaluation else []
    outputs = outputs_tables(content, band) if band.rows else []
    return [*(labelled(label, said) if said else []), *outputs]


def _said(evaluation: Evaluation) -> str:
    return "\n\n".join((evaluation.summary, evaluation.detail, evaluation.outlook))

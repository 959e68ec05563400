"""Measures evaluated in detail: one card for each that has indicators, impact of the area before them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from django.utils.text import capfirst

from czech.spacing import nbsp
from indicators.bands import AreaBand, GoalBand, MeasureBand, Row
from projects.models import Project
from reports.blocks import Block, Cell, Column, Facts, Heading, Line, Paragraph, Table, TableRow
from reports.content import ReportContent
from reports.narrative import labelled, line, listed, narrative

from .anchors import card_anchor
from .statuses import status_mark
from .values import ValueColumn, dash_note, name_cell, period_span, target_cell

TITLE = "Podrobné vyhodnocení vybraných oblastí"
VALUE_WIDTH = 36
TARGET_WIDTH = 30
TABLE_WIDTH = 166


def measure_cards(content: ReportContent) -> list[Block]:
    areas = [area for area in content.areas if area.impact or any(band.rows for band in area.measures)]
    if not areas:
        return []
    opening = [Heading(2, TITLE, "podrobne-vyhodnoceni"), *narrative(content.text("cards"))]
    return opening + [block for area in areas for block in _area(content, area)]


def _area(content: ReportContent, area: AreaBand) -> list[Block]:
    blocks: list[Block] = [Heading(3, area.area.title, f"podrobne-{area.area.pk}", code=area.area.code)]
    if area.impact:
        blocks.append(_impact_table(content, area.impact))
    for goal in area.goal_bands:
        blocks += [block for band in goal.measures if band.rows for block in _card(content, goal, band)]
    return blocks


def _impact_table(content: ReportContent, rows: list[Row]) -> Table:
    period = _covered_period(content, rows)
    return _indicator_table(content, rows, "Indikátor dopadu", f"Indikátory dopadu, {period}")


def _card(content: ReportContent, goal: GoalBand, band: MeasureBand) -> list[Block]:
    measure = band.measure
    title = measure.detail_title or measure.title
    outputs = _indicator_table(content, band.rows, "Indikátor výstupu", f"Indikátory opatření {measure.code}")
    return [
        Heading(4, nbsp(title), card_anchor(measure), code=measure.code, rule=True),
        _facts(content, goal, band),
        replace(outputs, hide_caption=True),
        *_summary(band),
        *_projects(content.projects.of_measure(measure.pk)),
    ]


def _facts(content: ReportContent, goal: GoalBand, band: MeasureBand) -> Facts:
    words = content.plan.kind_words
    level = words.subgoal if goal.goal.parent_id else words.goal
    return Facts(
        (
            ("Stav", (status_mark(band.evaluation),)),
            ("Realizátor", line(_implementers(band) or "neuveden")),
            ("Sledované období", line(_covered_period(content, band.rows))),
            (capfirst(level.one), line(str(goal.goal))),
        )
    )


def _implementers(band: MeasureBand) -> str:
    return listed(str(one.organisation) for one in band.measure.measureimplementer_set.all())


def _covered_period(content: ReportContent, rows: list[Row]) -> str:
    usual = ValueColumn.of(rows, content.period).usual
    return (usual or period_span(content.period)).text


@dataclass(frozen=True)
class Measured:
    """A column of a table of indicators: its head and what it says in a row."""

    column: Column
    cell: Callable[[Row], Cell]


def _indicator_table(content: ReportContent, rows: list[Row], head: str, caption: str) -> Table:
    baseline, current = ValueColumn.of(rows, None), ValueColumn.of(rows, content.period)
    measured = _measured(rows, baseline, current)
    dash = dash_note([baseline, current])
    return Table(
        caption=line(caption),
        columns=(Column(head, TABLE_WIDTH - sum(one.column.width for one in measured)),
                 *(one.column for one in measured)),
        rows=tuple(TableRow((name_cell(row), *(one.cell(row) for one in measured))) for row in rows),
        note=line(f"{dash}.") if dash else (),
    )  # fmt: skip


def _measured(rows: list[Row], baseline: ValueColumn, current: ValueColumn) -> list[Measured]:
    """Baseline and plan have a column only where some row has one."""
    measured = [Measured(Column("Skutečnost", VALUE_WIDTH, numeric=True), partial(current.cell, strong=True))]
    if any(row.targets for row in rows):
        measured.insert(0, Measured(Column("Plánovaná hodnota", TARGET_WIDTH, numeric=True), target_cell))
    if baseline.has_values:
        measured.insert(0, Measured(Column(baseline.title, TARGET_WIDTH, numeric=True), baseline.cell))
    return measured


def _summary(band: MeasureBand) -> list[Block]:
    evaluation = band.evaluation
    detail = narrative(evaluation.detail) if evaluation else []
    blocks = labelled("Shrnutí.", detail or [Paragraph(line("Realizátor shrnutí nedodal.", muted=True))])
    if evaluation and evaluation.outlook:
        blocks += labelled("Výhled.", narrative(evaluation.outlook))
    return blocks


def _projects(projects: list[Project]) -> list[Block]:
    return [Paragraph(_project_line(project), label="Projekt:") for project in projects]


def _project_line(project: Project) -> Line:
    """A project that is not funded says so right behind its name."""
    state = "" if project.is_counted else f" ({project.get_state_display()})"
    number = f", {project.registration_number}" if project.registration_number else ""
    return line(f"{project.title}{number}{state}.")

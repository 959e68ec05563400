"""The action plan: one table for each goal, with the status and the evaluation of every measure."""

from collections import Counter

from django.utils.text import capfirst

from czech.periods import Span
from czech.plurals import counted, plural
from indicators.bands import AreaBand, GoalBand, MeasureBand, Row
from indicators.breakdowns import tabled
from indicators.wording import word_value
from plans.models import Evaluation
from reports.blocks import Block, Cell, Column, Heading, Legend, Line, Link, Paragraph, Table, TableRow
from reports.content import ReportContent
from reports.fulfilment import ActionRow, StatusCounts, action_rows, area_rows, outside_action_plan
from reports.narrative import cell_lines, footnote, inline, line, narrative, plain

from .anchors import card_anchor
from .breakdowns import breakdown_tables
from .measures import measure_line
from .statuses import counts_text, default_mark, evaluated_for, status_mark
from .years import own_span

TITLE = "Vyhodnocení naplňování cílů a opatření"
COLUMNS = (Column("Opatření", 62), Column("Stav", 27), Column("Vyhodnocení", 77))
WITHOUT_MEASURE = "Bez opatření"
MEASURE_FORMS = ("opatření", "opatření", "opatření", "opatření")
INDICATOR_FORMS = ("indikátor", "indikátory", "indikátoru", "indikátorů")


def action_plan(content: ReportContent) -> list[Block]:
    areas = [area for area in content.areas if area_rows(area)]
    if not areas:
        return []
    return [
        Heading(2, TITLE, "akcni-plan"),
        *narrative(content.plan.action_plan, style="lead"),
        Legend(tuple(default_mark(status) for status in content.statuses.statuses)),
        *narrative(content.text("action-plan")),
        *(block for area in areas for block in _area(content, area)),
    ]


def _area(content: ReportContent, area: AreaBand) -> list[Block]:
    rows = area_rows(area)
    span = _usual_span(content, rows)
    blocks = [
        Heading(3, area.area.title, f"plan-{area.area.pk}", code=area.area.code),
        Paragraph(line(_area_sentence(rows, span)), style="small"),
    ]
    for goal in area.goals:
        blocks += _goal(content, goal, span)
    return blocks + _outside(outside_action_plan(area))


def _usual_span(content: ReportContent, rows: list[ActionRow]) -> Span:
    """Areas may be evaluated for another period than the report: the one most of their rows have."""
    spans = Counter(own_span(row.evaluation) or content.span for row in rows if row.evaluation)
    return spans.most_common(1)[0][0] if spans else content.span


def _area_sentence(rows: list[ActionRow], span: Span) -> str:
    """Vyhodnocení za rok 2023. 7 opatření a 2 indikátory bez opatření: 4 realizováno, …"""
    measures = sum(row.measure is not None for row in rows)
    stated = sum(row.measure is None and row.status is not None for row in rows)
    subjects = [counted(measures, *MEASURE_FORMS)] if measures else []
    subjects += [f"{counted(stated, *INDICATOR_FORMS)} bez opatření"] if stated else []
    counts = counts_text(StatusCounts.of(rows))
    return f"Vyhodnocení {evaluated_for(span)}. {' a '.join(subjects)}: {counts}."


def _goal(content: ReportContent, goal: GoalBand, span: Span) -> list[Block]:
    """A strategic goal is a line above the tables of its specific goals, unless it has measures itself."""
    words = content.plan.kind_words
    if rows := action_rows(goal):
        level = words.subgoal if goal.goal.parent_id else words.goal
        tables = [_table(content, goal, level.one, rows, span), *breakdown_tables(content, goal.rows)]
        return [*tables, *_subgoals(content, goal, span)]
    if goal.goal.parent_id:
        return []
    return [Paragraph(_goal_line(words.goal.one, goal), style="lead"), *_subgoals(content, goal, span)]


def _subgoals(content: ReportContent, goal: GoalBand, span: Span) -> list[Block]:
    return [block for subgoal in goal.subgoals for block in _goal(content, subgoal, span)]


def _goal_line(level: str, goal: GoalBand) -> Line:
    return (plain(f"{capfirst(level)} {goal.goal.code}".strip(), strong=True), plain(f" {goal.goal.title}"))


def _table(content: ReportContent, goal: GoalBand, level: str, rows: list[ActionRow], span: Span) -> Table:
    apart = tabled(goal.rows)
    return Table(
        caption=_goal_line(level, goal),
        columns=COLUMNS,
        rows=tuple(_row(content, row, span, apart, is_first=row is rows[0]) for row in rows),
        narrative=True,
    )


def _row(content: ReportContent, row: ActionRow, span: Span, apart: set[int], is_first: bool) -> TableRow:
    if row.measure:
        return _measure_row(content, row, span)
    # A goal is evaluated as a whole, so its text stands once, at its first indicator.
    text = _evaluation_lines(row.evaluation, span) if is_first else ()
    value = _value_lines(row.indicator, span, apart) if row.indicator else ()
    return TableRow((_goal_head(row.indicator), _status(row), Cell((*text, *value))))


def _goal_head(row: Row | None) -> Cell:
    if row is None:
        return Cell((line(WITHOUT_MEASURE),))
    note = (footnote(row.indicator.footnote),) if row.indicator.footnote else ()
    return Cell(((plain(f"{WITHOUT_MEASURE} – indikátor "), *inline(row.indicator.name), *note),))


def _value_lines(row: Row, span: Span, apart: set[int]) -> list[Line]:
    worded = word_value(row.current, row.indicator, span, with_parts=row.indicator.pk not in apart)
    return [(plain("Hodnota: ", muted=True), plain(worded.line))]


def _status(row: ActionRow) -> Cell:
    return Cell(((status_mark(row.evaluation),),)) if row.status else Cell((line("–", muted=True),))


def _measure_row(content: ReportContent, row: ActionRow, span: Span) -> TableRow:
    measure = row.measure.measure
    has_card = measure.pk in content.measures_with_card
    lines = _evaluation_lines(row.evaluation, span, has_card)
    if has_card:
        lines.append((_card_link("Podrobně", row.measure),))
    return TableRow((Cell((measure_line(measure),)), _status(row), Cell(tuple(lines))))


def _evaluation_lines(evaluation: Evaluation | None, span: Span, has_card: bool = False) -> list[Line]:
    said = _said(evaluation, has_card) if evaluation else ""
    if not said:
        return [line("Bez vyjádření.", muted=True)]
    own = own_span(evaluation)
    unusual = [line(f"Hodnoceno {evaluated_for(own)}.", muted=True)] if own and own != span else []
    outlook = [(plain("Výhled: ", strong=True), *inline(evaluation.outlook))] if evaluation.outlook else []
    return [*cell_lines(said), *outlook, *unusual]


def _said(evaluation: Evaluation, has_card: bool) -> str:
    """The detailed text belongs to the card; where there is none, it stands here."""
    return evaluation.summary.strip() or ("" if has_card else evaluation.detail.strip())


def _outside(bands: list[MeasureBand]) -> list[Block]:
    """Measures that are evaluated in detail without having a row in the action plan."""
    if not bands:
        return []
    verb = plural(len(bands), "sleduje", "sledují", "sledují", "sleduje")
    words: list = [plain(f"Mimo tabulky akčního plánu se {verb} také opatření ")]
    for band in bands:
        words += [plain(str(band.measure)), *_card_reference(band), plain(", ")]
    return [Paragraph((*words[:-1], plain(".")), style="small")]


def _card_reference(band: MeasureBand) -> list:
    note = [footnote(band.measure.footnote)] if band.measure.footnote else []
    link = [plain(" ("), _card_link("podrobně", band), plain(")")] if band.rows else []
    return note + link


def _card_link(text: str, band: MeasureBand) -> Link:
    return Link(text, f"#{card_anchor(band.measure)}", with_page=True)

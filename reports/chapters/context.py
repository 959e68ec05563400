"""Context indicators: the surroundings in which the plan works, one table for each heading.

What the tables compare is the layout's choice: the trend over the periods, or the distance from what
the town expects (`expected.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from czech.sorting import fold
from indicators.bands import AreaBand, Row
from reports.blocks import Block, Column, Heading, Line, Paragraph, Table, TableRow, Text
from reports.content import ReportContent
from reports.narrative import footnote, inline, line, narrative

from .breakdowns import breakdown_tables, rows_apart
from .tables import TABLE_WIDTH
from .trend import Trends
from .values import ValueColumn, dash_note, name_cell

TITLE = "Kontextové indikátory"
INDEX = "Index sociálního vyloučení"
WHOLE_TOWN = "Území jako celek"
TREND_WIDTH = 34
VALUES_WIDTH = 84
WIDEST_VALUE = 28


@dataclass(frozen=True)
class ContextTable:
    """The rows under one heading, with the columns that have anything to say."""

    heading: str
    anchor: str
    rows: list[Row]  # none when all of them stand in tables by category
    source: str
    columns: list[ValueColumn]
    breakdowns: list[Block]

    @property
    def has_baseline(self) -> bool:
        return self.columns[0].period is None

    @property
    def note(self) -> Line:
        """What a dash means, and the source of the whole table."""
        dash = dash_note(self.columns)
        parts = [*([line(f"{dash}.")] if dash else []), *([inline(self.source)] if self.source else [])]
        return parts[0] + (Text(" "),) + parts[1] if len(parts) == 2 else (parts or [()])[0]


TableFunction = Callable[[ReportContent, ContextTable, str], Table]


def trend_table(content: ReportContent, table: ContextTable, baseline_note: str) -> Table:
    trends = Trends(table.columns, content.plan)
    return Table(
        caption=line(table.heading),
        columns=_columns(table, baseline_note),
        rows=tuple(_row(table, trends, row) for row in table.rows),
        note=table.note,
        hide_caption=True,
    )


def context_indicators(
    content: ReportContent, title: str = TITLE, table_of: TableFunction = trend_table
) -> list[Block]:
    tables = _tables(content, title)
    if not tables:
        return []
    blocks = [Heading(2, title, "kontextove-indikatory"), *narrative(content.text("context"))]
    explained = next((table for table in tables if table.has_baseline), None)
    for table in tables:
        note = content.plan.baseline_note if table is explained else ""
        own = [table_of(content, table, note)] if table.rows else []
        blocks += [*_headings(table, title), *own, *table.breakdowns, *_lone_source(table)]
    return blocks


def _lone_source(table: ContextTable) -> list[Block]:
    """The source of the heading where no table of its own carries it."""
    return [] if table.rows or not table.note else [Paragraph(table.note, style="small")]


def _headings(table: ContextTable, title: str) -> list[Block]:
    return [] if table.heading == title else [Heading(3, table.heading, table.anchor)]


def _tables(content: ReportContent, title: str) -> list[ContextTable]:
    """The plan's own indicators first, then areas in the order they have among context indicators."""
    town, *areas = content.grid.areas
    ordered = sorted(areas, key=lambda band: band.area.context_position)
    bands = [band for band in (town, *ordered) if band.context]
    tables = [_table(content, band) for band in bands]
    # Indicators of the whole town alone need no heading but that of the chapter.
    is_town_alone = [band.area for band in bands] == [None]
    return [replace(table, heading=title) for table in tables] if is_town_alone else tables


def _table(content: ReportContent, band: AreaBand) -> ContextTable:
    rows, breakdowns = rows_apart(band.context), breakdown_tables(content, band.context)
    columns = [ValueColumn.of(rows, period) for period in (None, *content.grid.periods)]
    shown = [column for column in columns if column.has_values or column.period == content.period]
    if band.area is None:
        return ContextTable(_town_heading(band), "kontext-uzemi", rows, "", shown, breakdowns)
    heading = band.area.context_heading or str(band.area)
    anchor = f"kontext-{band.area.pk}"
    return ContextTable(heading, anchor, rows, band.area.context_footnote, shown, breakdowns)


def _town_heading(band: AreaBand) -> str:
    is_index = any(fold(row.indicator.name).startswith(fold(INDEX)) for row in band.context)
    return INDEX if is_index else WHOLE_TOWN


def _columns(table: ContextTable, baseline_note: str) -> tuple[Column, ...]:
    width = min(WIDEST_VALUE, VALUES_WIDTH // len(table.columns))
    name_width = TABLE_WIDTH - TREND_WIDTH - width * len(table.columns)
    values = [_value_column(column, width, baseline_note) for column in table.columns]
    return (Column("Indikátor", name_width), *values, Column("Vývoj a změna", TREND_WIDTH, numeric=True))


def _value_column(column: ValueColumn, width: int, baseline_note: str) -> Column:
    noted = baseline_note and column.period is None
    return Column(column.title, width, numeric=True, note=footnote(baseline_note) if noted else None)


def _row(table: ContextTable, trends: Trends, row: Row) -> TableRow:
    values = (column.cell(row) for column in table.columns)
    return TableRow((name_cell(row, with_targets=True), *values, trends.cell(row)))

"""Tables of measured indicators: where they started, what was planned and how they stand."""

from functools import partial

from django.utils.text import capfirst

from czech.printing import NBSP
from indicators.bands import Row
from reports.blocks import Block, Table
from reports.content import ReportContent
from reports.narrative import line

from .breakdowns import breakdown_tables, rows_apart
from .tables import Field, field, leading, table_of
from .values import ValueColumn, dash_note, name_cell, target_cell

VALUE_WIDTH = 36
TARGET_WIDTH = 30


def indicator_tables(
    content: ReportContent, rows: list[Row], head: str, caption: str, reality: str = "Skutečnost", **more
) -> list[Block]:
    """The table of the rows, and those of categories that some of them share."""
    apart = rows_apart(rows)
    tables = [_indicator_table(content, apart, head, caption, reality, **more)] if apart else []
    return [*tables, *breakdown_tables(content, rows)]


def _indicator_table(
    content: ReportContent, rows: list[Row], head: str, caption: str, reality: str, **more
) -> Table:
    """Baseline and plan have a column only where some row has one."""
    baseline, current = ValueColumn.of(rows, None), ValueColumn.of(rows, content.period)
    fields = [field(reality, VALUE_WIDTH, partial(current.cell, strong=True), numeric=True)]
    if any(row.targets for row in rows):
        fields.insert(0, field("Plánovaná hodnota", TARGET_WIDTH, target_cell, numeric=True))
    if baseline.has_values:
        fields.insert(0, field(baseline.title, TARGET_WIDTH, baseline.cell, numeric=True))
    dash = dash_note([baseline, current])
    names: Field = leading(head, name_cell, fields)
    return table_of(line(caption), [names, *fields], rows, note=line(f"{dash}.") if dash else (), **more)


def impact_tables(content: ReportContent, rows: list[Row]) -> list[Block]:
    """Impact on a whole area, which stands before its goals or cards."""
    period = covered_period(content, rows)
    return indicator_tables(content, rows, "Indikátor dopadu", f"Indikátory dopadu, {period}")


def covered_period(content: ReportContent, rows: list[Row]) -> str:
    return ValueColumn.of(rows, content.period).covered.text


def as_of(content: ReportContent, rows: list[Row]) -> str:
    """Data k 30. 4. 2024, or the period the values cover."""
    period = covered_period(content, rows)
    return f"Data {period}" if period.startswith(f"k{NBSP}") else capfirst(period)

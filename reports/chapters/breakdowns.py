"""Indicators split by the same categories as one table: a row for each category and the total, and whether
those that should be a difference of two others are.
"""

from collections.abc import Iterable
from functools import partial

from czech.plurals import out_of
from czech.printing import number_text
from indicators.bands import Row
from indicators.breakdowns import shared_breakdowns
from indicators.differences import Difference, differences
from indicators.models import Category, Part
from indicators.wording import NOT_ENTERED, part_number
from reports.blocks import Block, Cell, Column, Line, Table, TableRow
from reports.content import ReportContent
from reports.narrative import footnote, line, plain

from .tables import Field, columns_of, leading, missing_cell, row_of
from .values import ValueColumn

CATEGORY = "Složka"
TOTAL = "Celkem"
VALUE_WIDTH = 36
VALUES_WIDTH = 120


def breakdown_tables(content: ReportContent, rows: Iterable[Row]) -> list[Block]:
    """One table for each group of the rows that share their categories."""
    return [_table(content, group) for group in shared_breakdowns(rows)]


def rows_apart(rows: Iterable[Row]) -> list[Row]:
    """What the usual table holds: a group of which it would say nothing more stands in its breakdown only."""
    rows = list(rows)
    moved = [row for group in shared_breakdowns(rows) if not any(map(_says_more, group)) for row in group]
    keys = {row.indicator.pk for row in moved}
    return [row for row in rows if row.indicator.pk not in keys]


def _says_more(row: Row) -> bool:
    """Whether the row has anything besides its current value."""
    return bool(len(row.values) > 1 or row.targets or row.indicator.contributing_measures.all())


def _table(content: ReportContent, rows: list[Row]) -> Table:
    values = ValueColumn.of(rows, content.period)
    width = min(VALUE_WIDTH, VALUES_WIDTH // len(rows))
    fields = [_field(row, width) for row in rows]
    fields = [leading(CATEGORY, lambda category: Cell((line(str(category)),)), fields), *fields]
    return Table(
        caption=line(f"Hodnoty podle složek, {values.covered.text}"),
        columns=columns_of(fields),
        rows=(*(row_of(category, fields) for category in rows[0].categories), _total_row(values)),
        note=_note(content, rows),
    )


def _field(row: Row, width: int) -> Field:
    note = footnote(row.indicator.footnote) if row.indicator.footnote else None
    head = Column(plain(row.indicator.name).text, width, numeric=True, note=note)
    return Field(head, partial(_part_cell, row))


def _part_cell(row: Row, category: Category) -> Cell:
    part = _part(row, category.label)
    return Cell((line(part_number(part)),)) if part else missing_cell(NOT_ENTERED)


def _part(row: Row, label: str) -> Part | None:
    parts = (part for part in row.current.all_parts if part.category)
    return next((part for part in parts if part.category.label == label), None)


def _total_row(values: ValueColumn) -> TableRow:
    head = Cell((line(TOTAL, strong=True),))
    return TableRow((head, *(values.cell(row, strong=True) for row in values.rows)), kind="total")


def _note(content: ReportContent, rows: list[Row]) -> Line:
    sentences = _sentences(content, rows)
    return line(" ".join(sentences)) if sentences else ()


def _sentences(content: ReportContent, rows: list[Row]) -> list[str]:
    """One for each column that should be a difference."""
    keys = [row.indicator.pk for row in rows]
    compared = [one for one in differences(content.grid.rows) if one.row.indicator.pk in keys]
    return [
        _sentence(content, row, own) for row in rows if (own := [one for one in compared if one.row is row])
    ]


def _sentence(content: ReportContent, row: Row, compared: list[Difference]) -> str:
    names = {one.indicator.pk: one.indicator.name for one in content.grid.rows}
    minuend, subtrahend = names[row.indicator.minuend_id], names[row.indicator.subtrahend_id]
    terms = f"rozdílem indikátorů „{minuend}“ a „{subtrahend}“"
    if faults := [one for one in compared if not one.fits]:
        return f"„{row.indicator.name}“ není {terms} v těchto řádcích: {'; '.join(map(_fault, faults))}."
    return f"„{row.indicator.name}“ je {_extent(row, compared)} {terms}."


def _fault(difference: Difference) -> str:
    where = str(difference.category or TOTAL.lower())
    stated, computed = (_exact(number) for number in (difference.stated, difference.computed))
    return f"{where} (uvedeno {stated}, vychází {computed})"


def _exact(number) -> str:
    return number_text(number.normalize())


def _extent(row: Row, compared: list[Difference]) -> str:
    """Ve všech 11 řádcích i celkem, or only in those where all three numbers are known."""
    parts, every = sum(one.category is not None for one in compared), len(row.categories)
    rows = f"ve všech {every} řádcích"
    if parts < every:
        rows = f"ve všech srovnatelných řádcích ({parts} {out_of(every)} {every})"
    has_total = len(compared) > parts
    return " i ".join(filter(None, [rows if parts else "", "celkem" if has_total else ""]))

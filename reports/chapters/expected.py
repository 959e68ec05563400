"""Context indicators beside what the town expects of them: start, latest value, expectation and shift."""

from functools import partial

from indicators.bands import Row
from indicators.wording import target_text
from reports.blocks import Cell, Column, Table
from reports.content import ReportContent
from reports.narrative import footnote, line

from .context import ContextTable
from .shift import has_direction, shift_cell
from .tables import Field, field, leading, missing_cell, table_of
from .values import BASELINE, ValueColumn, name_cell, revision_notes

LATEST = "Aktuální dostupná hodnota"
VALUE_WIDTH = 37
ONLY_VALUE_WIDTH = 70
EXPECTED_WIDTH = 27
SHIFT_WIDTH = 25


def expectation_table(content: ReportContent, table: ContextTable, baseline_note: str) -> Table:
    rows = table.rows
    fields = [*_values(content, table, baseline_note)]
    if any(row.targets for row in rows):
        fields.append(field(_expected_title(rows), EXPECTED_WIDTH, _expected_cell))
    if any(map(has_direction, rows)):
        fields.append(field("Posun", SHIFT_WIDTH, partial(shift_cell, town=content.municipality)))
    names = leading("Indikátor", name_cell, fields)
    return table_of(line(table.heading), [names, *fields], rows, note=table.note, hide_caption=True)


def _values(content: ReportContent, table: ContextTable, baseline_note: str) -> list[Field]:
    """Every value says its own period here, since no two need to be of the same."""
    latest = ValueColumn(table.rows, content.period, None)
    width = VALUE_WIDTH if table.has_baseline else ONLY_VALUE_WIDTH
    fields = [field(LATEST, width, partial(latest.cell, strong=True), numeric=True)]
    if table.has_baseline:
        note = footnote(baseline_note) if baseline_note else None
        head = Column(BASELINE, VALUE_WIDTH, numeric=True, note=note)
        fields.insert(0, Field(head, partial(ValueColumn(table.rows, None, None).cell, strong=True)))
    return fields


def _expected_title(rows: list[Row]) -> str:
    """Očekáváno do roku 2027, when all targets are due in the same year."""
    years = {target.due_on and target.due_on.year for row in rows for target in row.targets}
    return f"Očekáváno do\u00a0roku\u00a0{max(years)}" if len(years) == 1 and all(years) else "Očekáváno"


def _expected_cell(row: Row) -> Cell:
    lines = tuple(
        (*line(target_text(target, row.indicator)), *revision_notes(target, row)) for target in row.targets
    )
    return Cell(lines) if lines else missing_cell("nestanoveno")

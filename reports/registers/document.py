"""A selection on paper: its filter and totals, then the whole table."""

from django.utils.timezone import localdate

from czech.printing import date_text
from czech.spacing import nbsp
from reports.blocks import Block, Cell, Column, Heading, Line, Notes, Paragraph, ReportTree, Table, TableRow
from reports.narrative import line
from reports.notes import Numbering

from .columns import RegisterColumn
from .registers import Selection

NOTHING = "Výběru nic neodpovídá."


def build_list(selection: Selection) -> ReportTree:
    register = selection.register
    return ReportTree(
        title=register.title,
        town="",
        running_head=nbsp(f"{register.title} – {selection.words}"),
        version=nbsp(f"Stav k {date_text(localdate())}"),
        blocks=_numbered(_front(selection) + _table(selection)),
    )


def _front(selection: Selection) -> list[Block]:
    note = [Paragraph(line(selection.note))] if selection.note else []
    return [Paragraph(line(selection.words), label="Výběr:"), *note, *selection.totals.blocks()]


def _table(selection: Selection) -> list[Block]:
    rows = tuple(_row(selection, row) for row in selection.rows)
    if not rows:
        return [Paragraph(line(NOTHING))]
    title = "Přehled"
    heading = Heading(2, title, "prehled", flow=not selection.register.is_wide)
    return [heading, Table(line(title), _columns(selection), rows, wide=selection.register.is_wide,
                           narrative=True, hide_caption=True)]  # fmt: skip


def _columns(selection: Selection) -> tuple[Column, ...]:
    return tuple(_paper_column(group) for group in selection.register.paper_columns)


def _paper_column(group: list[RegisterColumn]) -> Column:
    title, *under = (column.title for column in group)
    titles = [title, *(one.lower() for one in under)]
    return Column(nbsp(", ".join(titles)), group[0].width, group[0].numeric)


def _row(selection: Selection, row) -> TableRow:
    groups = selection.register.paper_columns
    return TableRow(tuple(Cell(_lines(group, row)) for group in groups))


def _lines(group: list[RegisterColumn], row) -> tuple[Line, ...]:
    return tuple(line for column in group for line in column.reads(row))


def _numbered(blocks: list[Block]) -> list[Block]:
    """Notes inside the texts of a town are printed after the table."""
    numbering = Numbering()
    return [
        *numbering.chapter_blocks(blocks),
        *numbering.chapter_blocks([Heading(2, "Poznámky", "poznamky", flow=True), Notes(())]),
    ]

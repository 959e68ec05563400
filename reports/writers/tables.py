"""Cells of a table as markup; the template puts them into rows."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from reports.blocks import Cell, Column, Line, NoteMark, Table, TableRow, Text

from .index import Index
from .inline import line_html, note_mark

# So little fits almost anywhere: such a table moves to the next page as a whole, be it few rows or few lines.
SHORT = 4
SHORT_LINES = 12
FEW, MANY = 3, 8


@dataclass(frozen=True, slots=True)
class HeadMarkup:
    title: SafeString
    width: int
    kind: str


@dataclass(frozen=True, slots=True)
class RowMarkup:
    kind: str
    anchor: str
    cells: list[tuple[str, SafeString]]  # (class of the cell, its text)


def table_context(table: Table, index: Index) -> dict:
    kinds = column_kinds(table.columns)
    return {
        "kind": table_kind(table),
        "name": plain_text(table.caption) or "Tabulka",
        "caption": line_html(table.caption, index),
        "heads": [
            HeadMarkup(head_html(column, index), column.width, kind)
            for column, kind in zip(table.columns, kinds, strict=True)
        ],
        "rows": [row_markup(row, kinds, index) for row in table.rows],
        "note": line_html(table.note, index),
    }


def plain_text(line: Line) -> str:
    return "".join(inline.text for inline in line if isinstance(inline, Text))


def table_kind(table: Table) -> str:
    kinds = {
        "narrative": table.narrative,
        "short": is_short(table) and not table.narrative,
        "few": len(table.columns) <= FEW and not table.narrative,
        "dense": len(table.columns) >= MANY,
    }
    return " ".join(kind for kind, applies in kinds.items() if applies)


def is_short(table: Table) -> bool:
    lines = sum(max(len(cell.lines) for cell in row.cells) for row in table.rows)
    return len(table.rows) <= SHORT or lines <= SHORT_LINES


def column_kinds(columns: tuple[Column, ...]) -> list[str]:
    """Digits are set to the right; a text after them keeps a wider distance."""
    before = (None, *columns)
    return [
        "number" if column.numeric else "after-number" if previous and previous.numeric else ""
        for previous, column in zip(before, columns, strict=False)
    ]


def head_html(column: Column, index: Index) -> SafeString:
    if column.note is None:
        return format_html("{}", column.title)
    return format_html("{}{}", column.title, note_mark(NoteMark(column.note), index))


def row_markup(row: TableRow, kinds: list[str], index: Index) -> RowMarkup:
    cells = [(kind, cell_html(cell, index)) for cell, kind in zip(row.cells, kinds, strict=True)]
    return RowMarkup(row.kind if row.kind != "row" else "", index.claim(row.anchor), cells)


def cell_html(cell: Cell, index: Index) -> SafeString:
    return mark_safe("<br>".join(line_html(line, index) for line in cell.lines))

"""A selection as a workbook: the filter and totals above, then every row with typed numbers and dates."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO

from django.utils.timezone import localdate
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from .columns import Field, Value
from .registers import Selection

FORMATS = {date: "d. m. yyyy", Decimal: '#,##0.00 "Kč"', int: "0"}
# A spreadsheet takes a text that starts like this for a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
BOLD = Font(bold=True)
HEAD_FILL = PatternFill("solid", fgColor="DCE8F3")
TOP = Alignment(vertical="top", wrap_text=True)


def write_workbook(selection: Selection) -> bytes:
    book = Workbook(write_only=True)
    book.properties.title = selection.register.title
    book.properties.language = "cs"
    fields = [field for column in selection.register.columns for field in column.fields]
    _fill(book.create_sheet(selection.register.title), selection, fields)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: WriteOnlyWorksheet, selection: Selection, fields: list[Field]):
    headings = list(_headings(selection))
    head = len(headings) + 2
    # Both belong to the beginning of the file, so they come before the first row.
    sheet.freeze_panes = f"A{head + 1}"
    for position, field in enumerate(fields, 1):
        sheet.column_dimensions[get_column_letter(position)].width = field.width
    for label, value in headings:
        sheet.append([_cell(sheet, label, font=BOLD), _cell(sheet, value)])
    sheet.append([])
    sheet.append([_head_cell(sheet, field.title) for field in fields])
    for row in selection.rows:
        sheet.append([_field_cell(sheet, field, row) for field in fields])
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(fields))}{head + len(selection.rows)}"


def _headings(selection: Selection) -> Iterator[tuple[str, Value]]:
    yield selection.register.title, None
    yield "Výběr", selection.words
    yield "Stav k", localdate()
    if selection.note:
        yield "Rozsah", selection.note
    yield from selection.totals.facts()


def _field_cell(sheet: WriteOnlyWorksheet, field: Field, row) -> WriteOnlyCell:
    cell = _cell(sheet, field.value(row), alignment=TOP)
    if field.number_format and cell.data_type == "n":
        cell.number_format = field.number_format
    return cell


def _head_cell(sheet: WriteOnlyWorksheet, title: str) -> WriteOnlyCell:
    return _cell(sheet, title, font=BOLD, fill=HEAD_FILL, alignment=TOP)


def _cell(sheet: WriteOnlyWorksheet, value: Value, **style) -> WriteOnlyCell:
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value) or None
    cell = WriteOnlyCell(sheet, value)
    for name, part in style.items():
        setattr(cell, name, part)
    if type(value) in FORMATS:
        cell.number_format = FORMATS[type(value)]
    if isinstance(value, str) and value.startswith(FORMULA_SIGNS):
        _keep_as_text(cell)
    return cell


def _keep_as_text(cell: WriteOnlyCell):
    """The text stays as it was typed, and stays a text even after somebody edits the cell."""
    cell.data_type = "s"
    cell.quotePrefix = True

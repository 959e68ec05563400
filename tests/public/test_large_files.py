"""A small workbook may ask for hours or a gigabyte and is refused before it gets them; real ones are read."""

import re
import zipfile
from itertools import islice
from pathlib import Path

import pytest

from exchange.problems import DocumentError
from exchange.public.columns import is_head_of_places
from exchange.sheets.table import open_table
from tests.public.tables import rewritten_part, write_book, write_text

HEAD = ["Kód obce", "Hodnota"]
SHEET, STYLES, BOOK = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"
TEXTS = (
    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%b</sst>',
    "xl/sharedStrings.xml",
)
END = b"</sheetData>"


@pytest.fixture
def book(tmp_path) -> Path:
    return write_book(tmp_path, HEAD, [597520, 4], sheet="Údaje")


def with_rows(book: Path, rows: bytes) -> Path:
    return rewritten_part(book, SHEET, lambda content: content.replace(END, rows + END))


def lines_of(path: Path) -> list:
    with open_table(path, is_head_of_places) as table:
        return list(table.lines)


def fault_of(path: Path) -> str:
    with pytest.raises(DocumentError) as refused:
        lines_of(path)
    return str(refused.value).replace("\u00a0", " ")


@pytest.mark.parametrize("number", [3_000_000, 2_000_000_000])
def test_a_row_that_no_sheet_has_is_not_waited_for(book, number):
    far = with_rows(book, b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (number, number))
    assert fault_of(far).startswith(f"sesit.xlsx, list „Údaje“, řádek {number}: Řádek s takovým číslem")


def test_the_last_row_of_a_sheet_is_read_without_those_before_it(book):
    far = with_rows(book, b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>')
    assert lines_of(far) == [(2, (597520, 4)), (1_048_576, (1,))]


def test_a_row_as_wide_as_a_sheet_is_refused(book):
    wide = with_rows(book, b'<row r="3"><c r="XFD3"><v>1</v></c></row>')
    assert fault_of(wide).startswith("sesit.xlsx, list „Údaje“, řádek 3: Řádek sahá do 16384. sloupce")


def test_a_line_of_csv_has_no_more_columns_than_a_row(tmp_path):
    path = write_text(tmp_path, "Kód obce;Hodnota", ";" * 500)
    assert fault_of(path).startswith("obce.csv, řádek 2: Řádek sahá do 501. sloupce")


def test_a_file_of_empty_lines_is_refused_before_they_are_read(tmp_path):
    path = write_text(tmp_path, "Kód obce;Hodnota", "\n" * 1_048_576)
    assert "Tabulka má přes 100 000 řádků." in fault_of(path)


def test_formats_of_all_rows_of_a_sheet_cost_nothing(book):
    formats = b"".join(b'<row r="%d" s="1" customFormat="1"/>' % number for number in range(3, 300_000))
    assert lines_of(with_rows(book, formats)) == [(2, (597520, 4))]


def test_formats_of_all_columns_of_a_row_cost_nothing(book):
    assert lines_of(with_rows(book, b'<row r="3"><c r="XFD3" s="0"/></row>')) == [(2, (597520, 4))]


def test_empty_rows_between_are_not_walked_for_ever(book):
    rows = b"<row/>" * 200_000 + b"<row><c><v>1</v></c></row>"
    assert "list „Údaje“: List má přes 200 000 řádků" in fault_of(with_rows(book, rows))


def test_rows_without_numbers_follow_each_other(book):
    rows = b"<row><c><v>567027</v></c><c><v>5</v></c></row><row/><row><c><v>1</v></c></row>"
    assert lines_of(with_rows(book, rows))[1:] == [(3, (567027, 5)), (5, (1,))]


def test_tags_of_another_prefix_are_rows_too(book):
    prefixed = rewritten_part(book, SHEET, lambda content: re.sub(rb"<(/?)(?=[a-z])", rb"<\1x:", content))
    named = rewritten_part(prefixed, SHEET, lambda content: content.replace(b"xmlns=", b"xmlns:x="))
    assert lines_of(named) == [(2, (597520, 4))]


def test_a_sheet_in_utf_16_is_read_whole(book):
    rows = b"".join(b"<row><c><v>%d</v></c></row>" % number for number in range(2_000))
    told = b'<?xml version="1.0" encoding="UTF-16"?>'
    wide = rewritten_part(
        with_rows(book, rows), SHEET, lambda content: (told + content).decode().encode("utf-16")
    )
    assert len(lines_of(wide)) == 2_001


def test_a_row_of_millions_of_cells_is_not_read(book):
    assert "nese mimo řádky příliš mnoho formátů" in fault_of(
        with_rows(book, b"<row>" + b"<c/>" * 3_000_000 + b"</row>")
    )


def test_millions_of_texts_are_not_read(book):
    frame, name = TEXTS
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, frame % (b"<si><t>a</t></si>" * 300_001))
    assert fault_of(book).startswith("sesit.xlsx: Sešit má přes 300 tisíc různých textů")


def test_one_text_of_a_hundred_megabytes_is_not_read(book):
    frame, name = TEXTS
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, frame % (b"a" * 100 * 1024**2))
    assert "různých textů" in fault_of(book)


@pytest.mark.parametrize(("part", "end"), [(STYLES, b"</cellXfs>"), (BOOK, b"</workbook>")])
def test_hundreds_of_thousands_of_formats_or_names_are_not_read(book, part, end):
    bloated = rewritten_part(book, part, lambda content: content.replace(end, b"<xf/>" * 200_001 + end))
    assert "nese mimo řádky příliš mnoho formátů" in fault_of(bloated)


def test_millions_of_cells_are_not_read(book, monkeypatch):
    monkeypatch.setattr("exchange.sheets.archive.MOST_CELLS", 1_000)
    rows = b"<row><c><v>1</v></c></row>" * 2_000
    assert "Sešit má přes 4 miliony buněk" in fault_of(with_rows(book, rows))


def test_a_table_is_found_behind_a_sheet_that_is_too_wide(tmp_path):
    notes = [None] * 600 + ["poznámka"]
    path = write_book(tmp_path, notes, sheet="Poznámky", more={"Údaje": [HEAD, [597520, 4]]})
    assert lines_of(path) == [(2, (597520, 4))]


def test_a_table_of_dozens_of_columns_is_read_row_by_row(tmp_path):
    head = [*HEAD, *(f"Údaj {number}" for number in range(58))]
    path = write_book(tmp_path, head, *([number, *range(59)] for number in range(1, 51)))
    with open_table(path, is_head_of_places) as table:
        assert [len(cells) for _, cells in islice(table.lines, 3)] == [60, 60, 60]

"""Whatever is wrong with a file is told with sheet, row and column, and nothing of it is written."""

import struct
import zipfile

import pytest

from exchange.problems import DocumentError
from exchange.public.statistics import Delivery, import_statistics
from indicators.models import Definition, Statistic
from tests.public.tables import (
    INDEX_HEAD,
    INDEX_SHEET,
    KRNOV_INDEX,
    make_municipality,
    rewritten_part,
    write_book,
    write_text,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def known_towns():
    make_municipality("Krnov", "Bruntál", code="597520")
    make_municipality("Most", "Most", code="567027")
    Definition.objects.create(code="persons", name="Osoby", unit="osoba")


def fault_of(path, **delivery) -> str:
    """What is said about the file; that nothing was written is checked by the way."""
    with pytest.raises(DocumentError) as refused:
        import_statistics(path, Delivery(**{"definition": "isv", "year": 2023, "source": "ASZ"} | delivery))
    assert not Statistic.objects.exists()
    assert list(Definition.objects.values_list("code", flat=True)) == ["persons"]
    return str(refused.value)


def index_with(position: int, cell) -> list:
    row = list(KRNOV_INDEX)
    row[position] = cell
    return row


def test_a_picture_is_no_workbook(tmp_path):
    path = tmp_path / "obrazek.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert fault_of(path) == "obrazek.xlsx: Soubor není sešit Excelu. Uložte tabulku jako .xlsx nebo .csv."


def test_an_old_workbook_must_be_saved_as_a_new_one(tmp_path):
    path = tmp_path / "stary.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100)
    assert "ve starém formátu .xls" in fault_of(path)


def test_an_archive_of_something_else_is_no_workbook(tmp_path):
    path = tmp_path / "fotky.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("foto.jpg", b"x")
    assert "Soubor není sešit Excelu" in fault_of(path)


def test_half_a_workbook_is_damaged(tmp_path):
    path = write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX)
    path.write_bytes(path.read_bytes()[:-200])
    assert "Sešit je poškozený" in fault_of(path)


def test_a_workbook_with_a_broken_sheet_is_damaged(tmp_path):
    path = rewritten(write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX), b"</sheetData>", b"</sheetDate>")
    assert "Sešit je poškozený" in fault_of(path)


def test_a_workbook_that_declares_entities_is_not_opened(tmp_path):
    entity = b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet'
    path = rewritten(write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX), b"<worksheet", entity)
    assert "Sešit je poškozený" in fault_of(path)


def rewritten(path, old: bytes, new: bytes):
    return rewritten_part(path, "xl/worksheets/sheet1.xml", lambda content: content.replace(old, new, 1))


@pytest.fixture
def bomb(tmp_path):
    """A small workbook whose sheet would have 300 MB."""
    path = write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/worksheets/sheet2.xml", "w", force_zip64=False) as part,
    ):
        for _ in range(300):
            part.write(b"\0" * 1024 * 1024)
    return path


def test_a_bomb_is_not_unpacked(bomb):
    assert bomb.stat().st_size < 5 * 1024 * 1024
    assert "Sešit by po rozbalení měl přes 200 MB" in fault_of(bomb)


def test_a_bomb_that_lies_about_its_size_is_found_out(bomb):
    content = bytearray(bomb.read_bytes())
    true_size, said = struct.pack("<I", 300 * 1024 * 1024), struct.pack("<I", 1_000)
    assert content.count(true_size) == 2
    bomb.write_bytes(content.replace(true_size, said))
    assert "Sešit je poškozený" in fault_of(bomb)


def test_an_empty_file(tmp_path):
    path = tmp_path / "prazdny.csv"
    path.touch()
    assert fault_of(path) == "prazdny.csv: Soubor je prázdný."


def test_an_empty_sheet(tmp_path):
    assert fault_of(write_book(tmp_path)) == (
        "sesit.xlsx, list „Index soc. vyloučení 2023“: V listu nejsou žádné řádky."
    )


def test_a_head_alone(tmp_path):
    assert "řádek 1: Pod záhlavím nejsou žádné řádky." in fault_of(write_book(tmp_path, INDEX_HEAD))


def test_a_sheet_that_is_not_there(tmp_path):
    path = write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX)
    assert fault_of(path, sheet="Index 2022") == (
        f"sesit.xlsx: List „Index 2022“ v sešitu není. Jsou v něm: {INDEX_SHEET}."
    )


def test_a_table_without_a_head(tmp_path):
    assert "řádek 1: Nenašli jsme záhlaví tabulky." in fault_of(write_text(tmp_path, "597520;4,5"))


def test_a_table_without_districts(tmp_path):
    path = write_text(tmp_path, "Název obce;Hodnota", "Krnov;4")
    assert "řádek 1: Chybí sloupec s kódem území, nebo s názvem obce a okresu." in fault_of(path)


def test_a_column_that_is_not_there(tmp_path):
    path = write_text(tmp_path, "Kód obce;Hodnota", "597520;4")
    assert "Sloupec „Podíl“ v tabulce není. Jsou v ní: Kód obce, Hodnota." in fault_of(
        path, definition="persons", column="Podíl"
    )


def test_several_columns_of_figures_are_not_guessed(tmp_path):
    path = write_text(tmp_path, "Kód obce;Muži;Ženy", "597520;4;5")
    assert "uveďte ho. Na výběr: Muži, Ženy." in fault_of(path, definition="persons")


def test_a_definition_that_nobody_made(tmp_path):
    path = write_text(tmp_path, "Kód obce;Hodnota", "597520;4")
    assert "Definici „jina“ neznáme" in fault_of(path, definition="jina")


def test_text_in_place_of_a_number(tmp_path):
    path = write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX, ["Most", "Most", "Most", "", 1, 1, "patnáct", ""])
    assert fault_of(path).startswith(
        "sesit.xlsx, list „Index soc. vyloučení 2023“, řádek 3, sloupec „Index soc. vyloučení 2023 "
        "(0-30 bodů)“: Hodnotu „patnáct“ nelze přečíst; napište číslo"
    )


def test_all_wrong_cells_are_told_at_once(tmp_path):
    path = write_book(tmp_path, INDEX_HEAD, index_with(4, "mnoho"), ["Most", "", "Most", "", 1, True, 1, ""])
    assert fault_of(path).count("nelze přečíst") == 2


@pytest.mark.parametrize("index", [31, -1])
def test_an_index_out_of_its_scale(tmp_path, index):
    assert "je mimo rozsah 0 až 30." in fault_of(write_book(tmp_path, INDEX_HEAD, index_with(6, index)))


def test_a_number_that_nobody_could_keep(tmp_path):
    path = write_book(tmp_path, ["Kód obce", "Hodnota"], [597520, 1e17])
    assert "řádek 2, sloupec „Hodnota“: Číslo je příliš velké." in fault_of(path, definition="persons")


def test_a_code_twice(tmp_path):
    path = write_text(tmp_path, "Kód obce;Hodnota", "597520;4", "567027;5", "597520;4")
    assert fault_of(path, definition="persons") == (
        "obce.csv, řádek 4, sloupec „Kód obce“: Území Krnov (okres Bruntál) už stojí na řádku 2."
    )


def test_a_workbook_of_another_year(tmp_path):
    path = write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX)
    assert "V záhlaví stojí rok 2023, údaje se ale mají uložit k roku 2022." in fault_of(path, year=2022)


def test_one_column_of_another_year(tmp_path):
    head = [*INDEX_HEAD[:4], "Počet obyvatel starších 15 let (k 31. 12. 2019)", *INDEX_HEAD[5:]]
    told = fault_of(write_book(tmp_path, head, KRNOV_INDEX))
    assert "sloupec „Počet obyvatel starších 15 let (k 31. 12. 2019)“: V záhlaví stojí rok 2019," in told
    assert told.count("V záhlaví stojí") == 1


@pytest.mark.parametrize(
    ("label", "years"),
    [
        ("Osoby 2021 až 2022", "roky 2021 a\u00a02022"),
        ("Osoby, školní rok 2020/21", "roky 2020 a\u00a02021"),
        ("Osoby 2019, 2020, 2021", "roky 2019, 2020 a\u00a02021"),
    ],
)
def test_a_column_of_several_other_years(tmp_path, label, years):
    path = write_book(tmp_path, ["Kód obce", label], [597520, 4])
    assert f"V záhlaví stojí {years}, údaje se" in fault_of(path, definition="persons")


def test_a_school_year_is_of_both_its_years(tmp_path):
    path = write_book(tmp_path, ["Kód obce", "Osoby, školní rok 2022/23"], [597520, 4])
    assert import_statistics(path, Delivery("persons", 2023, "ASZ")).new == 1


def test_quotation_marks_that_do_not_close(tmp_path):
    path = write_text(tmp_path, "Kód obce;Hodnota", '"597520;4')
    assert "souboru CSV nelze přečíst; zkontrolujte na něm uvozovky." in fault_of(path, definition="persons")


def test_a_separator_inside_a_text_moves_no_figures(tmp_path):
    path = write_text(tmp_path, "Kód obce;Osoby; celkem", "597520;4")
    assert "obce.csv, řádek 2: Sloupců je 2, v záhlaví 3." in fault_of(
        path, definition="persons", column="Osoby"
    )


@pytest.mark.parametrize(("column", "position"), [("Kód obce", 0), ("Hodnota", 1)])
def test_a_formula_that_no_spreadsheet_has_counted_is_no_blank(tmp_path, column, position):
    row = [597520, 4]
    row[position] = "=A1"
    path = write_book(tmp_path, ["Kód obce", "Hodnota"], [567027, 5], row, sheet="Údaje")
    told = fault_of(path, definition="persons").replace("\u00a0", " ")
    assert told.startswith(
        f"sesit.xlsx, list „Údaje“, řádek 3, sloupec „{column}“: V buňce je vzorec bez uloženého výsledku."
    )


def test_a_formula_that_came_to_an_empty_text_is_a_blank(tmp_path):
    path = write_book(tmp_path, ["Kód obce", "Hodnota"], [567027, 5], [597520, "=A1"])
    path = rewritten(path, b'<c r="B3"><f>A1</f><v', b'<c r="B3" t="str"><f>A1</f><v')
    result = import_statistics(path, Delivery("persons", 2023, "ASZ"))
    assert (result.new, result.reading.blanks) == (1, 1)


def test_formulas_beside_the_table_are_nobodys_business(tmp_path):
    path = write_book(tmp_path, ["=TODAY()"], ["Kód obce", "Hodnota", "Poznámka"], [567027, 5, "=B3*2"])
    assert import_statistics(path, Delivery("persons", 2023, "ASZ", column="Hodnota")).new == 1

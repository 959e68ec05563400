"""Public figures come from the workbook of the index or from any table of code and value."""

from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from exchange.public.statistics import Delivery, import_statistics, preview_statistics
from indicators.models import Definition, Statistic
from plans.models import Territory
from tests.public.tables import INDEX_HEAD, KRNOV_INDEX, make_municipality, write_book, write_text
from tools.country import build_territories, write_workbook

pytestmark = pytest.mark.django_db
INDEX = Delivery("isv", 2023, "ASZ")


@pytest.fixture
def krnov():
    return make_municipality("Krnov", "Bruntál", code="597520")


@pytest.fixture
def unemployment():
    return Definition.objects.create(code="unemployment", name="Podíl nezaměstnaných", unit="%")


def figures(**wanted) -> dict[str, Decimal]:
    found = Statistic.objects.filter(**wanted).values_list("definition__code", "number")
    return {code: number.normalize() for code, number in found}


def bring(folder, *lines, definition="unemployment", year=2023, source="ČSÚ", edition="", **more):
    path = write_text(folder, *lines, name="udaje.csv")
    return import_statistics(path, Delivery(definition, year, source, edition, **more))


def test_the_workbook_of_the_index_gives_all_its_figures_at_once(tmp_path, krnov):
    result = import_statistics(write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX), INDEX)
    assert result.new == 3
    assert figures(territory=krnov, year=2023, source="ASZ") == {
        "isv": 15,
        "population_15": 19_000,
        "pnb_share": Decimal("5.1"),
    }
    method = Definition.objects.get(code="pnb_share").method
    assert "vztaženo na obyvatelstvo 15+" in method


def test_a_count_and_a_quotient_beside_a_share_are_not_the_share(tmp_path, krnov):
    head = [
        "Kód obce",
        "Název obce",
        "Počet osob v exekuci (k 31. 12. 2023)",
        "% podíl obyvatel v exekuci (k 31. 12. 2023; vztaženo na obyvatelstvo 15+)",
        "Osoby v exekuci - lokalizační kvocient",
        INDEX_HEAD[6],
    ]
    import_statistics(write_book(tmp_path, head, [597520, "Krnov", 1_833, 9.3563, 1.23, 15]), INDEX)
    assert figures(territory=krnov) == {"isv": 15, "executions_share": Decimal("9.3563")}


def test_a_municipality_without_a_school_has_no_early_leavers(tmp_path, krnov):
    head = ["Kód obce", "% podíl předčasných odchodů ze ZŠ (školní rok 2022/23)", INDEX_HEAD[6]]
    told = "Daná obec nemá na svém území ZŠ s běžnými třídami. Údaj byl převzat z nejbližší obce."
    result = import_statistics(write_book(tmp_path, head, [597520, told, 15]), INDEX)
    assert figures(territory=krnov) == {"isv": 15}
    assert result.reading.blanks == 1


def test_a_share_shown_in_per_cent_by_the_spreadsheet_is_a_share(tmp_path, krnov):
    path = write_book(tmp_path, INDEX_HEAD, [*KRNOV_INDEX[:5], 0.051, *KRNOV_INDEX[6:]])
    book = load_workbook(path)
    book.active["F2"].number_format = "0.00%"
    book.save(path)
    import_statistics(path, INDEX)
    assert figures()["pnb_share"] == Decimal("5.1")


def test_one_column_of_the_workbook_may_be_chosen(tmp_path, krnov):
    delivery = Delivery("isv", 2023, "ASZ", column=INDEX_HEAD[6])
    Definition.objects.create(code="isv", name="Index")
    assert import_statistics(write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX), delivery).new == 1


@pytest.mark.parametrize("value", ["4,5", "4.5", "4,5 %"])
def test_a_table_of_code_and_value(tmp_path, krnov, unemployment, value):
    bring(tmp_path, "Kód obce;Hodnota", f"597520;{value}")
    assert figures(territory=krnov) == {"unemployment": Decimal("4.5")}


def test_a_code_decides_of_towns_of_one_name(tmp_path, krnov, unemployment):
    make_municipality("Krnov", "Benešov", code="529303")
    bring(tmp_path, "Kód obce;Název obce;Hodnota", "597520;Krnov;4,5")
    assert figures(territory=krnov) == {"unemployment": Decimal("4.5")}


def test_a_code_of_one_town_beside_the_name_of_another_gives_figures_to_neither(
    tmp_path, krnov, unemployment
):
    make_municipality("Ostrava", "Ostrava-město", code="554821")
    lines = ("554821;Krnov, okres Bruntál;4,5", "597520;Krnov;6")
    result = bring(tmp_path, "Kód obce;Název obce;Hodnota", *lines)
    assert Statistic.objects.get().territory == krnov
    assert [(one.line, one.reason.replace("\u00a0", " ")) for one in result.reading.left] == [
        (2, "kód 554821 patří obci Ostrava (okres Ostrava-město), v řádku je Krnov, okres Bruntál")
    ]


def test_a_code_of_a_town_in_another_district_gives_no_figures(tmp_path, krnov, unemployment):
    result = bring(tmp_path, "Kód obce;Název obce;Název okresu;Hodnota", "597520;Krnov;Benešov;4,5")
    assert [one.reason.replace("\u00a0", " ") for one in result.reading.left] == [
        "kód 597520 patří obci Krnov (okres Bruntál), v řádku je Krnov (okres Benešov)"
    ]
    assert not Statistic.objects.exists()


def test_a_table_about_districts_finds_districts(tmp_path, krnov, unemployment):
    krnov.parent.code = "CZ0801"
    krnov.parent.save()
    bring(tmp_path, "Kód okresu;Hodnota", "CZ0801;5")
    assert figures(territory=krnov.parent) == {"unemployment": 5}


def test_a_code_of_any_level_tells_a_town_from_its_region_and_the_country(tmp_path, krnov):
    Territory.objects.create(kind="region", name="Moravskoslezský kraj", code="CZ080")
    Territory.objects.create(kind="state", name="Česká republika", code="CZ")
    Definition.objects.create(code="population", name="Počet obyvatel", unit="obyvatel")
    lines = ("CZ;Česká republika;10900555", "CZ080;Moravskoslezský kraj;1189204", "597520;Krnov;22716")
    bring(tmp_path, "Kód;Název území;Počet obyvatel", *lines, definition="population", year=2024)
    numbers = Statistic.objects.order_by("number").values_list("territory__code", "number")
    assert list(numbers) == [("597520", 22_716), ("CZ080", 1_189_204), ("CZ", 10_900_555)]


@pytest.mark.parametrize("untold", ["", "-", ".", "i. d.", "n. a."])
def test_a_figure_left_out_is_no_zero(tmp_path, krnov, unemployment, untold):
    result = bring(tmp_path, "Kód obce;Hodnota", f"597520;{untold}")
    assert result.reading.blanks == 1
    assert not Statistic.objects.exists()


def test_names_need_their_district_and_strangers_are_listed(tmp_path, krnov, unemployment):
    make_municipality("Krnov", "Benešov", code="529303")
    result = bring(
        tmp_path,
        "Název obce;Název okresu;Hodnota",
        "Krnov;Bruntál;4,5",
        "Krnov;Znojmo;3",
        "Neznámá;Bruntál;2",
    )
    assert figures(territory=krnov) == {"unemployment": Decimal("4.5")}
    assert Statistic.objects.count() == 1
    assert [(one.line, one.reason) for one in result.reading.left] == [
        (3, "Krnov (okres Znojmo) není v číselníku území"),
        (4, "Neznámá (okres Bruntál) není v číselníku území"),
    ]


def test_orp_parts_two_municipalities_of_one_name_and_district(tmp_path, unemployment):
    first = make_municipality("Březina", "Brno-venkov", code="582824", orp="Šlapanice")
    make_municipality("Březina", "Brno-venkov", code="581500", orp="Tišnov")
    head = "Název obce;Název ORP;Název okresu;Hodnota"
    result = bring(tmp_path, head, "Březina;Šlapanice;Brno-venkov;4", "Březina;Ivančice;Brno-venkov;5")
    assert figures(territory=first) == {"unemployment": 4}
    assert [one.line for one in result.reading.left] == [3]


def test_without_orp_neither_of_them_is_guessed(tmp_path, unemployment):
    make_municipality("Březina", "Brno-venkov", code="582824")
    make_municipality("Březina", "Brno-venkov", code="581500")
    result = bring(tmp_path, "Název obce;Název okresu;Hodnota", "Březina;Brno-venkov;4")
    assert "je v číselníku vícekrát" in result.reading.left[0].reason
    assert not Statistic.objects.exists()


def test_two_lines_of_one_name_are_not_guessed_when_we_know_only_one(tmp_path, unemployment):
    make_municipality("Březina", "Brno-venkov", code="582824")
    lines = ["Březina;Brno-venkov;4", "Březina;Brno-venkov;5"]
    result = bring(tmp_path, "Název obce;Název okresu;Hodnota", *lines)
    assert [one.line for one in result.reading.left] == [2, 3]
    assert not Statistic.objects.exists()


def test_the_same_edition_is_corrected_and_the_correction_told(tmp_path, krnov, unemployment):
    bring(tmp_path, "Kód obce;Hodnota", "597520;4,5")
    assert bring(tmp_path, "Kód obce;Hodnota", "597520;4,5").unchanged == 1
    result = bring(tmp_path, "Kód obce;Hodnota", "597520;4,7")
    assert result.changes == ["řádek 2: Krnov (okres Bruntál), Podíl nezaměstnaných: 4,5 → 4,7"]
    assert figures() == {"unemployment": Decimal("4.7")}


def test_another_source_alone_is_a_change_of_all_its_figures(tmp_path, krnov, unemployment):
    make_municipality("Most", "Most", code="567027")
    lines = ("Kód obce;Hodnota", "597520;4,5", "567027;6")
    bring(tmp_path, *lines, source="Zdroj A")
    result = bring(tmp_path, *lines, source="Zdroj B")
    assert (result.new, result.changed, result.unchanged) == (0, 2, 0)
    assert result.changes == ["Podíl nezaměstnaných: zdroj Zdroj A → Zdroj B, počet údajů 2"]
    assert set(Statistic.objects.values_list("source", flat=True)) == {"Zdroj B"}
    assert bring(tmp_path, *lines, source="Zdroj B").unchanged == 2


def test_a_correction_tells_its_other_source_too(tmp_path, krnov, unemployment):
    bring(tmp_path, "Kód obce;Hodnota", "597520;4,5", source="Zdroj A")
    result = bring(tmp_path, "Kód obce;Hodnota", "597520;4,7", source="Zdroj B")
    assert result.changed == 1
    assert result.changes == [
        "řádek 2: Krnov (okres Bruntál), Podíl nezaměstnaných: 4,5 → 4,7, zdroj Zdroj A → Zdroj B"
    ]


def test_the_command_tells_of_another_source(tmp_path, krnov, unemployment):
    path = write_text(tmp_path, "Kód obce;Hodnota", "597520;4,5")
    told = StringIO()
    for source in ("Zdroj A", "Zdroj B"):
        call_command(
            "import_statistics", path, definition="unemployment", year=2023, source=source, stderr=told
        )
    assert "obce.csv: nových 0, změněných 1, beze změny 0" in told.getvalue()
    assert "změněno: Podíl nezaměstnaných: zdroj Zdroj A → Zdroj B, počet údajů 1" in told.getvalue()


@pytest.mark.parametrize("untold", ["", "i. d."])
def test_a_figure_left_out_of_a_corrected_file_stays_and_is_told(tmp_path, krnov, unemployment, untold):
    make_municipality("Most", "Most", code="567027")
    bring(tmp_path, "Kód obce;Hodnota", "597520;4,5")
    result = bring(tmp_path, "Kód obce;Hodnota", f"597520;{untold}", "567027;")
    assert list(map(str, result.withdrawn)) == ["řádek 2: Krnov (okres Bruntál), Podíl nezaměstnaných: 4,5"]
    assert figures(territory=krnov) == {"unemployment": Decimal("4.5")}
    assert bring(tmp_path, "Kód obce;Hodnota", "597520;", edition="2025").withdrawn == []


def test_the_command_tells_of_figures_left_out(tmp_path, krnov, unemployment):
    bring(tmp_path, "Kód obce;Hodnota", "597520;4,5")
    told = StringIO()
    path = write_text(tmp_path, "Kód obce;Hodnota", "597520;i. d.")
    call_command("import_statistics", path, definition="unemployment", year=2023, source="ČSÚ", stderr=told)
    first, *others = told.getvalue().replace("\u00a0", " ").splitlines()
    assert others == [
        "  dříve nahrané údaje, které jsou v souboru prázdné a zůstávají: 1",
        "    řádek 2: Krnov (okres Bruntál), Podíl nezaměstnaných: 4,5",
    ]


def test_another_edition_leaves_the_older_one_alone(tmp_path, krnov, unemployment):
    bring(tmp_path, "Kód obce;Hodnota", "597520;4,5", edition="2024")
    bring(tmp_path, "Kód obce;Hodnota", "597520;4,7", edition="2025")
    assert figures(edition="2024") == {"unemployment": Decimal("4.5")}
    assert figures(edition="2025") == {"unemployment": Decimal("4.7")}


def test_a_preview_tells_the_same_and_writes_nothing(tmp_path, krnov):
    path = write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX)
    assert preview_statistics(path, INDEX).new == 3
    assert not Statistic.objects.exists()
    assert not Definition.objects.exists()


def test_the_command_lists_what_it_left_behind(tmp_path, krnov):
    told = StringIO()
    path = write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX, ["Nikde", "Krnov", "Bruntál", "Kraj", 1, 1, 1, ""])
    call_command("import_statistics", path, definition="isv", year=2023, source="ASZ", stderr=told)
    assert "sesit.xlsx: nových 3, změněných 0, beze změny 0, nevyplněných 0, nepřiřazených řádků 1" in (
        told.getvalue()
    )
    assert "list „Index soc. vyloučení 2023“, řádek 3: Nikde (okres Bruntál, ORP Krnov)" in told.getvalue()


def test_the_command_refuses_a_source_that_would_not_fit(tmp_path, krnov):
    path = write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX)
    with pytest.raises(CommandError, match="Zdroj"):
        call_command("import_statistics", path, definition="isv", year=2023, source="x" * 251)


def test_a_tenth_of_a_country_costs_few_queries(tmp_path):
    build_territories(0.1)
    write_workbook(tmp_path / "index.xlsx", 2023, 0.1)
    with CaptureQueriesContext(connection) as queries:
        result = import_statistics(tmp_path / "index.xlsx", INDEX)
    assert result.reading.left == []
    assert Statistic.objects.count() == 626 * 7
    assert len(queries) < 75  # definitions made, and 400 figures at once

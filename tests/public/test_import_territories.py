"""The code list of territories completes what plans brought, and never guesses."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.problems import DocumentError
from exchange.public.territories import import_territories
from indicators.models import Definition, StatisticTotal
from plans.models import Territory
from tests.public.tables import (
    CODE_LIST_HEAD,
    INDEX_HEAD,
    KRNOV,
    KRNOV_INDEX,
    MOST,
    make_municipality,
    write_book,
    write_text,
)
from tools.country import write_code_list

pytestmark = pytest.mark.django_db
Kind = Territory.Kind


def bring(folder, *lines, **how):
    return import_territories(write_text(folder, *lines, **how))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
@pytest.mark.parametrize("mark", [";", ","])
def test_a_list_of_municipalities_makes_everything_above_them(tmp_path, encoding, mark):
    lines = [line.replace(";", mark) for line in (CODE_LIST_HEAD, KRNOV, MOST)]
    result = bring(tmp_path, *lines, encoding=encoding)
    krnov = Territory.objects.get(code="597520")
    assert (result.new, result.unchanged) == (8, 0)
    assert krnov.full_name == "Krnov (okres Bruntál)"
    assert (krnov.orp.name, krnov.orp.kind, krnov.orp.code) == ("Krnov", Kind.ORP, "8114")
    assert (krnov.parent.code, krnov.parent.parent.name) == ("CZ0801", "Moravskoslezský kraj")


def test_a_workbook_may_hold_codes_as_numbers(tmp_path):
    rows = [line.split(";") for line in (CODE_LIST_HEAD, KRNOV)]
    rows[1][0] = 597520
    import_territories(write_book(tmp_path, ["Číselník obcí k 1. 1. 2025"], [], *rows))
    assert Territory.objects.get(kind=Kind.MUNICIPALITY).code == "597520"


def test_the_second_time_nothing_changes(tmp_path):
    bring(tmp_path, CODE_LIST_HEAD, KRNOV, MOST)
    result = bring(tmp_path, CODE_LIST_HEAD, KRNOV, MOST)
    assert (result.new, result.changed, result.unchanged) == (0, [], 8)


def test_a_renamed_municipality_is_told_and_changed(tmp_path):
    bring(tmp_path, CODE_LIST_HEAD, KRNOV)
    result = bring(tmp_path, CODE_LIST_HEAD, KRNOV.replace(";Krnov;8114", ";Krnov město;8114"))
    assert result.changed == ["Krnov město: název Krnov → Krnov město"]
    assert Territory.objects.get(code="597520").name == "Krnov město"


def test_a_town_of_a_plan_gets_its_code_and_its_district_too(tmp_path):
    town = make_municipality("Krnov", "Bruntál")
    result = bring(tmp_path, CODE_LIST_HEAD, KRNOV)
    town.refresh_from_db()
    assert (town.code, town.parent.code, town.orp.name) == ("597520", "CZ0801", "Krnov")
    assert (result.new, len(result.changed)) == (2, 2)  # ORP and region are new


def test_the_country_lies_above_the_regions_and_gets_its_code(tmp_path):
    country = Territory.objects.create(kind=Kind.STATE, name="Česká republika")
    head = "Kód kraje;Název kraje;Kód státu;Název státu"
    bring(tmp_path, head, "CZ080;Moravskoslezský kraj;CZ;Česká republika")
    bring(tmp_path, CODE_LIST_HEAD, KRNOV, MOST)
    country.refresh_from_db()
    assert country.code == "CZ"
    assert Territory.objects.get(code="597520").parent.parent.parent == country
    assert Territory.objects.get(code="CZ042").parent is None


def test_there_is_one_country_however_a_list_calls_it(tmp_path):
    country = Territory.country()
    bring(tmp_path, "Kód kraje;Název kraje;Kód státu;Název státu", "CZ080;Moravskoslezský kraj;CZ;Česko")
    country.refresh_from_db()
    assert (country.code, country.name) == ("CZ", "Česko")
    assert Territory.country() == country


def test_a_list_without_districts_takes_no_town_out_of_its_district(tmp_path):
    bring(tmp_path, CODE_LIST_HEAD, KRNOV)
    bring(tmp_path, "Kód obce;Název obce;Kód státu;Název státu", "597520;Krnov;CZ;Česká republika")
    assert Territory.objects.get(code="597520").parent.name == "Bruntál"


def test_a_municipality_put_under_its_orp_gets_its_district(tmp_path):
    orp = Territory.objects.create(kind=Kind.ORP, name="Krnov", code="8114")
    Territory.objects.create(kind=Kind.MUNICIPALITY, name="Krnov", code="597520", parent=orp)
    bring(tmp_path, CODE_LIST_HEAD, KRNOV)
    krnov = Territory.objects.get(code="597520")
    assert (krnov.parent.code, krnov.orp) == ("CZ0801", orp)


def test_a_list_without_districts_takes_no_town_out_of_its_orp(tmp_path):
    orp = Territory.objects.create(kind=Kind.ORP, name="Krnov", code="8114")
    Territory.objects.create(kind=Kind.MUNICIPALITY, name="Krnov", code="597520", parent=orp)
    bring(tmp_path, "Kód obce;Název obce;Kód kraje;Název kraje", "597520;Krnov;CZ080;Moravskoslezský kraj")
    assert Territory.objects.get(code="597520").parent == orp


OTHER_DISTRICT = KRNOV.replace("CZ0801;Bruntál", "CZ0806;Ostrava-město")


@pytest.mark.parametrize(
    ("line", "is_renewed"),
    [
        (KRNOV, False),
        (KRNOV.replace(";Krnov;8114", ";Krnov město;8114"), False),
        (KRNOV.replace("8114;Krnov", "8115;Jinde"), False),
        (OTHER_DISTRICT, True),
        (MOST, True),
    ],
    ids=["nothing", "name", "orp", "district", "municipality"],
)
def test_totals_are_renewed_where_municipalities_move_or_come(tmp_path, line, is_renewed):
    bring(tmp_path, CODE_LIST_HEAD, KRNOV)
    adults = Definition.objects.create(code="adults", name="Obyvatelé")
    stale = StatisticTotal.objects.create(
        definition=adults, territory=Territory.country(),
        year=2023, number=1, municipalities=1, expected=1,
    )  # fmt: skip
    bring(tmp_path, CODE_LIST_HEAD, line)
    assert StatisticTotal.objects.filter(pk=stale.pk).exists() is not is_renewed


def test_the_same_name_in_another_district_is_another_town(tmp_path):
    stranger = make_municipality("Krnov", "Benešov")
    bring(tmp_path, CODE_LIST_HEAD, KRNOV)
    stranger.refresh_from_db()
    assert stranger.code == ""
    assert Territory.objects.filter(name="Krnov", kind=Kind.MUNICIPALITY).count() == 2


def test_of_two_municipalities_of_one_name_in_one_district_none_is_guessed(tmp_path):
    town = make_municipality("Březina", "Brno-venkov")
    head = "Kód obce;Název obce;Kód okresu;Název okresu"
    result = bring(tmp_path, head, "582824;Březina;CZ0643;Brno-venkov", "581500;Březina;CZ0643;Brno-venkov")
    town.refresh_from_db()
    assert town.code == ""
    assert result.ambiguous == [
        "řádek 2: Březina (okres Brno-venkov), kód 582824",
        "řádek 3: Březina (okres Brno-venkov), kód 581500",
    ]


def test_linking_lists_of_the_statistical_office_are_read_one_after_another(tmp_path):
    head = "KODJAZ,TYPVAZ,AKRCIS1,KODCIS1,CHODNOTA1,TEXT1,AKRCIS2,KODCIS2,CHODNOTA2,TEXT2"
    bring(tmp_path, head, "CS,X,KRAJ,100,CZ080,Moravskoslezský kraj,OKRES,101,CZ0801,Bruntál")
    bring(tmp_path, head, "CS,X,OKRES,101,CZ0801,Bruntál,OBEC,43,597520,Krnov")
    bring(tmp_path, head, "CS,X,CISORP,65,8114,Krnov,OBEC,43,597520,Krnov")
    krnov = Territory.objects.get(code="597520")
    assert krnov.parent.parent.code == "CZ080"
    assert (krnov.parent.code, krnov.orp.code) == ("CZ0801", "8114")


def test_a_name_made_by_a_formula_that_was_not_counted_is_told(tmp_path):
    rows = [line.split(";") for line in (CODE_LIST_HEAD, KRNOV)]
    rows[1][1] = '="Kr"&"nov"'
    with pytest.raises(DocumentError, match="řádek 2, sloupec „Název obce“: V.buňce je vzorec bez"):
        import_territories(write_book(tmp_path, *rows))


def test_the_workbook_of_the_index_has_no_codes_and_is_no_code_list(tmp_path):
    with pytest.raises(DocumentError) as refused:
        import_territories(write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX))
    told = str(refused.value).splitlines()
    assert [line.partition("řádek 1: ")[2] for line in told] == [
        f"Sloupec s kódem chybí; pojmenujte ho „{label}“."
        for label in ("Kód obce", "Kód ORP", "Kód okresu", "Kód kraje")
    ]


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ([CODE_LIST_HEAD, KRNOV, KRNOV], "řádek 3, sloupec „Kód obce“: Kód 597520 už stojí na řádku 2."),
        (
            [CODE_LIST_HEAD, KRNOV, MOST.replace("CZ0425;Most", "CZ0801;Most")],
            "řádek 3, sloupec „Kód okresu“: Kód CZ0801 má na řádku 2 jiný název: Bruntál.",
        ),
        (
            [CODE_LIST_HEAD, KRNOV, MOST.replace("CZ0425;Most", "CZ0801;Bruntál")],
            "řádek 3, sloupec „Kód okresu“: Bruntál leží na řádku 2 v jiném celku: Moravskoslezský kraj.",
        ),
        (
            [CODE_LIST_HEAD, KRNOV, ";Most;;;;;;"],
            "řádek 3, sloupec „Kód obce“: Na řádku chybí kód nebo název.",
        ),
        (
            ["Kód kraje;Název kraje;Kód státu;Název státu", "CZ080;Kraj;CZ;Česko", "SK042;Kraj;SK;Slovensko"],
            "řádek 3: Stát může být jen jeden; na řádku 2 je Česko.",
        ),
        (["Název obce;Název okresu", "Krnov;Bruntál"], "řádek 1: Sloupec s kódem chybí"),
        ([CODE_LIST_HEAD], "řádek 1: Pod záhlavím nejsou žádné řádky."),
    ],
)
def test_a_wrong_list_is_refused_whole(tmp_path, lines, fault):
    with pytest.raises(DocumentError) as refused:
        bring(tmp_path, *lines)
    assert f"obce.csv, {fault}" in str(refused.value)
    assert not Territory.objects.exists()


def test_the_command_counts_and_refuses(tmp_path):
    told = StringIO()
    call_command("import_territories", write_text(tmp_path, CODE_LIST_HEAD, KRNOV), stderr=told)
    assert told.getvalue().startswith("obce.csv: nových 4, změněných 0, beze změny 0, nejednoznačných 0")
    with pytest.raises(CommandError, match="Nic se nenačetlo.\nneni.csv: Soubor nelze otevřít"):
        call_command("import_territories", tmp_path / "neni.csv")


def test_a_tenth_of_a_country_costs_few_queries(tmp_path):
    path = tmp_path / "zeme.csv"
    write_code_list(path, 0.1)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        result = import_territories(path)
    assert Territory.objects.filter(kind=Kind.MUNICIPALITY).count() == 626
    assert result.new == 626 + 206 + 77 + 14
    assert len(queries) < 30

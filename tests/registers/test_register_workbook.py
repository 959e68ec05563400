"""The workbook holds the whole selection: typed, frozen, filtered, and no text becomes a formula."""

from datetime import date, datetime
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.builders import make_town, make_user
from tests.registers.register_rows import (
    make_call,
    make_listed_plan,
    make_listed_project,
    make_output,
    make_project,
)


@pytest.fixture
def as_consultant(db, sign_in):
    return sign_in(make_user("konzultantka", consultant=True))


@pytest.fixture
def plan(db):
    return make_town("Most").plan


def sheet_of(client, name, **chosen):
    response = client.get(reverse(name), {"soubor": "xlsx", **chosen})
    assert response.status_code == 200
    assert response["Content-Disposition"].endswith('.xlsx"')
    return load_workbook(BytesIO(response.content)).active


def head_row(sheet):
    return int(sheet.auto_filter.ref.split(":")[0][1:])


def records(sheet):
    head = head_row(sheet)
    titles = [cell.value for cell in sheet[head]]
    return [dict(zip(titles, row, strict=True)) for row in sheet.iter_rows(head + 1, values_only=True)]


def test_numbers_and_dates_are_typed(as_consultant, plan):
    project = make_project(
        plan, call=make_call("OPZ", "042"), amount="3220318.75", amount_kind="eligible",
        starts_on=date(2016, 8, 1), ends_on=date(2019, 7, 31), goals="- cíl jedna", activities="A\nB",
    )  # fmt: skip
    make_output(project, 102, name="Počet účastníků")
    (row,) = records(sheet_of(as_consultant, "reports:projects"))
    assert row["Částka (Kč)"] == 3220318.75
    assert row["Druh částky"] == "Celkové způsobilé výdaje"
    assert row["Začátek"] == datetime(2016, 8, 1)
    assert row["Konec"] == datetime(2019, 7, 31)
    assert (row["Fond"], row["Číslo výzvy"]) == ("OPZ", "042")
    assert row["Klíčové aktivity"] == "A\nB"
    assert row["Podpořené osoby a další plánované výstupy"] == "Počet účastníků: 102"
    assert row["Počítá se do součtu"] == "ano"


@pytest.mark.parametrize("text", ["=1+1", "+420", "-1", "@SUM(A1)", "\t=1+1", '=HYPERLINK("x")'])
def test_a_text_never_becomes_a_formula(as_consultant, plan, text):
    make_project(plan, text, recipients=[text], goals=text)
    sheet = sheet_of(as_consultant, "reports:projects")
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert len(cells) == 3
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)


def test_signs_that_xml_forbids_are_left_out(as_consultant, plan):
    make_project(plan, "Pora\x0bdna")
    assert records(sheet_of(as_consultant, "reports:projects"))[0]["Název projektu"] == "Poradna"


def test_filter_totals_and_head(as_consultant, plan):
    make_project(plan, amount=100, call=make_call("OPZ+"))
    make_project(plan, "Azyl", state="rejected", call=make_call("OPZ+"))
    sheet = sheet_of(as_consultant, "reports:projects", fond="OPZ+")
    head = head_row(sheet)
    headings = {row[0]: row[1] for row in sheet.iter_rows(1, head - 2, max_col=2, values_only=True)}
    assert headings["Výběr"] == "Fond: OPZ+"
    assert isinstance(headings["Stav k"], datetime)
    assert headings["Celkem, 1\u00a0započtený projekt"] == 100
    assert headings["OPZ+, 1\u00a0projekt"] == 100
    assert any("Nepočítá se" in str(label) for label in headings)
    assert sheet.freeze_panes == f"A{head + 1}"


def test_all_rows_come_and_in_the_order_of_the_page(as_consultant):
    for number in range(60):
        make_listed_project(number)
    rows = records(sheet_of(as_consultant, "reports:projects", radit="-projekt", strana="2"))
    assert len(rows) == 60
    assert rows[0]["Název projektu"] == "Projekt 9"


def test_approvals_of_plans(as_consultant):
    make_listed_plan(7)
    (row,) = records(sheet_of(as_consultant, "reports:plans"))
    assert row["Poprvé schválen"] == datetime(2017, 1, 1)
    assert row["Naposledy schválen"] == datetime(2018, 1, 1)
    assert row["Počet schválení"] == 2
    assert row["Všechna schválení"].replace("\u00a0", " ") == "1. 1. 2017\n1. 1. 2018 Obec 7"
    assert row["Další území"] == "Sousední 7"
    assert row["Okres"] == "Okres Obec 7"


def test_an_empty_list_is_still_a_workbook(as_consultant):
    assert records(sheet_of(as_consultant, "reports:plans")) == []


@pytest.mark.parametrize("count", [3, 60])
@pytest.mark.parametrize("name", ["reports:plans", "reports:projects"])
def test_the_number_of_queries_does_not_grow(as_consultant, name, count, django_assert_max_num_queries):
    for number in range(count):
        make_listed_project(number)
    with django_assert_max_num_queries(14):
        as_consultant.get(reverse(name), {"soubor": "xlsx"})

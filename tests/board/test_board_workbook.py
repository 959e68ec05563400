"""The selection as a workbook: every row, the filter in the heading, numbers as numbers."""

from datetime import datetime
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.board.board_rows import in_days, late_town, submitted_town, town_of_each_state
from tests.builders import make_evaluation, make_value

PAGE = reverse("reports:board")


def sheet_of(client, **chosen):
    response = client.get(PAGE, {"soubor": "xlsx", **chosen})
    assert response["Content-Disposition"] == 'attachment; filename="mesta.xlsx"'
    return load_workbook(BytesIO(response.content)).active


def records(sheet):
    head = int(sheet.auto_filter.ref.split(":")[0][1:])
    titles = [cell.value for cell in sheet[head]]
    return [dict(zip(titles, row, strict=True)) for row in sheet.iter_rows(head + 1, values_only=True)]


def test_a_row_says_what_the_page_says(as_consultant):
    town = late_town()
    make_value(town.indicator, town.period, 5)
    make_evaluation(town, status="completed")
    [row] = records(sheet_of(as_consultant))
    assert (row["Město"], row["Okres"]) == ("Sokolov", "Okres Sokolov")
    assert row["Stav"].replace("\u00a0", " ") == "Po termínu o 12 dní"
    assert row["Termín"] == datetime.combine(in_days(-12), datetime.min.time())
    assert (row["Hodnot celkem"], row["Vyplněno"], row["Chybí"]) == (2, 1, 1)
    assert (row["Opatření celkem"], row["Opatření: realizováno"]) == (1, 1)
    assert row["Kdo"] == "načteno ze souboru"


def test_the_heading_says_what_was_chosen_and_counts_it(as_consultant):
    town_of_each_state()
    sheet = sheet_of(as_consultant, stav="odevzdano", hledat="ostra")
    heading = {row[0]: row[1] for row in sheet.iter_rows(1, 6, max_col=2, values_only=True)}
    assert heading["Výběr"] == "Město nebo kód obce: ostra; Stav období: Čeká na kontrolu"
    assert heading["Čeká na kontrolu"] == 1
    assert len(records(sheet)) == 1


def test_all_rows_come_in_the_order_of_the_page(as_consultant):
    for number in range(55):
        submitted_town(f"Obec {number:02}")
    rows = records(sheet_of(as_consultant, radit="-mesto", strana="2"))
    assert [row["Město"] for row in rows[:2]] == ["Obec 54", "Obec 53"]
    assert len(rows) == 55


def test_only_a_workbook_is_offered(as_consultant, krnov):
    assert as_consultant.get(PAGE, {"soubor": "pdf"})["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("count", [2, 60])
def test_the_number_of_queries_does_not_grow(as_consultant, count, django_assert_max_num_queries):
    for number in range(count):
        submitted_town(f"Obec {number}")
    with django_assert_max_num_queries(2 + 13):
        as_consultant.get(PAGE, {"soubor": "xlsx"})

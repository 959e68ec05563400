"""The printed lists: accessible, whole, with the filter and totals above."""

from datetime import date

import page
import pytest
from django.urls import reverse

from projects.models import Project
from reports.pdf import PdfUnavailable
from reports.registers import files
from reports.registers.document import build_list
from reports.registers.files import FORMATS
from reports.registers.registers import PLANS, PROJECTS, Selection
from tests.builders import make_town, make_user
from tests.html import page_text
from tests.registers.register_rows import (
    make_call,
    make_listed_plan,
    make_listed_project,
    make_output,
    make_project,
)

pytestmark = pytest.mark.django_db


def everything(register, **chosen):
    filters = register.filters(chosen, queryset=register.everything())
    return Selection(register, filters, filters.qs)


def html(selection):
    return FORMATS["html"].write(selection).decode().replace("\u00a0", " ")


@pytest.mark.parametrize(("register", "make"), [(PLANS, make_listed_plan), (PROJECTS, make_listed_project)])
def test_no_rule_of_pdf_ua_is_broken(register, make):
    for number in range(40):
        make(number)
    report = page.validate_pdf_bytes(
        FORMATS["pdf"].write(everything(register)), profile=page.ValidationProfile.PDF_UA_1
    )
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_columns_fill_the_width_of_the_paper():
    assert sum(column.width for column in PLANS.columns) == 166
    assert sum(group[0].width for group in PROJECTS.paper_columns) == 253


def test_a_printed_project_says_what_an_information_request_asks():
    project = make_project(
        make_town("Litvínov").plan,
        "Rodinné centrum",
        call=make_call("OPZ", "042"),
        starts_on=date(2016, 8, 1),
        duration_months=36,
        ended_on=date(2018, 6, 30),
        state="ended_early",
        amount="3220318.75",
        amount_kind="eligible",
        goals="Maminky mají místo[[a tatínkové]]:\n\n- poradenství,\n- **besedy**.",
        activities="1 Preventivní programy\n2 Poradenství",
        note="Výzva č. 03_15_042.",
    )
    make_output(project, 35, name="Počet účastníků", activity="KA 2", unit="rodin", note="60 osob nad 15 let")
    text = html(everything(PROJECTS))
    for words in [
        "Rodinné centrum", "Lexikona", "od 1. 8. 2016 na 36 měsíců", "ukončen k 30. 6. 2018",
        "předčasně ukončen", "výzva 042", "3 220 318,75 Kč", "celkové způsobilé výdaje", "– poradenství,",
        "<strong>besedy</strong>", "1 Preventivní programy<br>2 Poradenství", "a tatínkové",
        "Počet účastníků: KA 2 – 35 rodin (60 osob nad 15 let)", "Poznámka: Výzva č. 03_15_042.",
    ]:  # fmt: skip
        assert words in text


def test_filter_and_totals_stand_above():
    plan = make_town("Most").plan
    make_project(plan, amount=100, call=make_call("OPZ"))
    make_project(plan, "Azyl", amount=9, call=make_call("IROP"))
    text = html(everything(PROJECTS, fond="OPZ", stav="running"))
    assert "Fond: OPZ; Stav: v realizaci" in text
    assert "Celkem za výběr" in text and "100 Kč" in text and "Azyl" not in text


def test_an_empty_selection_says_so():
    assert "Výběru nic neodpovídá." in html(everything(PROJECTS))


def test_the_same_list_gives_the_same_document():
    make_listed_project(1)
    assert build_list(everything(PROJECTS)) == build_list(everything(PROJECTS))


def test_a_pdf_is_downloaded_whole(sign_in):
    plan = make_town("Most").plan
    Project.objects.bulk_create(Project(plan=plan, title=f"P {n}") for n in range(60))
    client = sign_in(make_user("konzultantka", consultant=True))
    response = client.get(reverse("reports:projects"), {"soubor": "pdf"})
    assert response.content.startswith(b"%PDF")
    assert response["Content-Type"] == "application/pdf"


def test_without_pango_the_page_says_what_to_do(sign_in, monkeypatch):
    def unavailable(html):
        raise PdfUnavailable("PDF nelze vytvořit.")

    monkeypatch.setattr(files, "write_pdf", unavailable)
    make_listed_plan(1)
    client = sign_in(make_user("konzultantka", consultant=True))
    response = client.get(reverse("reports:plans"), {"soubor": "pdf"})
    assert response.status_code == 503 and "PDF nelze vytvořit." in page_text(response)

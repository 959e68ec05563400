"""Preview and download of the report in the browser."""

from datetime import date

import pytest
from django.urls import reverse

from plans.models import Measure, Status
from reports import pdf
from tests.builders import make_evaluation, make_period
from tests.html import page_text


def address(town, name="preview", layout="measure-cards", **query):
    parts = [town.plan.slug, town.period.slug, *([layout] if name != "list" else [])]
    return reverse(f"reports:{name}", args=parts, query=query or None)


@pytest.fixture
def finished_earlier(krnov) -> Measure:
    """A measure completed in 2022 and not evaluated since."""
    measure = Measure.objects.create(goal=krnov.goal, code="4.1.2", title="Dávno hotové", position=1)
    earlier = make_period(krnov.plan, slug="2022", start=date(2022, 1, 1), end=date(2022, 12, 31))
    make_evaluation(krnov, measure=measure, period=earlier, status=Status.COMPLETED)
    return measure


def test_every_layout_can_be_read_and_downloaded(sign_in, reader, krnov):
    text = page_text(sign_in(reader).get(address(krnov, "list")))
    for title in ["Tabulka akčního plánu", "Bloky specifických cílů", "Karty opatření", "Souhrn spolupráce"]:
        assert title in text


def test_the_preview_is_the_report(sign_in, reader, krnov):
    assert "Vytvořit kontaktní místo" in page_text(sign_in(reader).get(address(krnov)))


def test_the_download_is_a_pdf_named_after_the_plan(sign_in, reader, krnov):
    response = sign_in(reader).get(address(krnov, "download"))
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="krnov-psz-2023-2024.pdf"'
    assert response.content.startswith(b"%PDF-1.7")


def test_an_unknown_layout_is_not_found(sign_in, reader, krnov):
    assert sign_in(reader).get(address(krnov, layout="jinak")).status_code == 404


def test_measures_finished_earlier_are_left_out_on_request(sign_in, reader, krnov, finished_earlier):
    client = sign_in(reader)
    whole = page_text(client.get(address(krnov)))
    shorter = page_text(client.get(address(krnov, **{"bez-splnenych": "ano"})))
    assert whole.count("<h4") == shorter.count("<h4") + 1, (
        "its card is gone, its name stays in the introduction"
    )
    assert "Zobrazit i opatření splněná dříve" in shorter


def test_without_the_library_the_page_says_what_to_install(sign_in, reader, krnov, monkeypatch):
    def no_library(name):
        raise OSError("cannot load library 'libpango'")

    monkeypatch.setattr("reports.pdf.import_module", no_library)
    pdf._engine.cache_clear()
    response = sign_in(reader).get(address(krnov, "download"))
    assert response.status_code == 503
    assert "libpango-1.0-0" in page_text(response)


@pytest.fixture
def approved(krnov, coordinator, consultant):
    krnov.period.submit(by=coordinator)
    krnov.period.approve(by=consultant)
    return krnov


@pytest.mark.parametrize("name", ["preview", "download"])
def test_a_draft_of_the_whole_town_is_not_the_contributor_s(sign_in, contributor, krnov, name):
    response = sign_in(contributor).get(address(krnov, name))
    assert response.status_code == 403
    assert "Zpráva za toto období ještě není schválená" in page_text(response)


def test_the_list_offers_a_contributor_no_draft_but_the_approved_reports(sign_in, contributor, krnov):
    earlier = make_period(krnov.plan, slug="2022", start=date(2022, 1, 1), end=date(2022, 12, 31))
    earlier.submit(by=contributor)
    earlier.approve(by=contributor)
    text = page_text(sign_in(contributor).get(address(krnov, "list")))
    assert "ještě není schválená" in text
    assert reverse("reports:list", args=[krnov.plan.slug, "2022"]) in text
    assert address(krnov) not in text
    assert address(krnov, "download") not in text


def test_an_approved_report_is_public(sign_in, contributor, approved, foreign):
    client = sign_in(contributor)
    assert address(approved) in page_text(client.get(address(approved, "list")))
    assert "Cizí opatření" in page_text(client.get(address(approved)))
    assert client.get(address(approved, "download")).content.startswith(b"%PDF")


def test_a_reopened_report_is_a_draft_again(sign_in, contributor, approved, consultant):
    approved.period.reopen(by=consultant, reason="Chyba v součtu.")
    assert sign_in(contributor).get(address(approved)).status_code == 403


@pytest.mark.parametrize("person", ["contributor", "reader", "coordinator", "consultant"])
@pytest.mark.parametrize(("name", "most"), [("list", 6), ("preview", 31)])
def test_every_role_costs_the_same(
    request, sign_in, approved, person, name, most, django_assert_max_num_queries
):
    client = sign_in(request.getfixturevalue(person))
    with django_assert_max_num_queries(most):
        client.get(address(approved, name))

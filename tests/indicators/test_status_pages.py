"""How measures stand: the list and the form beside the measure's own figures."""

from datetime import date

import pytest
from django.urls import reverse

from plans.models import Evaluation, Status
from tests.builders import make_evaluation, make_town, make_value
from tests.html import form_data, page_text


def list_page(town, **query):
    return reverse("indicators:statuses", args=[town.plan.slug, town.period.slug], query=query or None)


def edit_page(town):
    return reverse("indicators:edit_measure_status", args=[town.plan.slug, town.period.slug, town.measure.pk])


def save(client, town, **typed):
    page = client.get(edit_page(town))
    return client.post(edit_page(town), form_data(page) | typed)


def test_a_status_with_its_text_is_saved(as_coordinator, coordinator, krnov):
    response = save(
        as_coordinator,
        krnov,
        status="in_progress",
        reports_received="2",
        reports_expected="6",
        covers="duben 2023 – březen 2024",
        summary="Místo funguje od dubna.",
        outlook="Otevře se pobočka.",
    )
    assert response.status_code == 302
    evaluation = Evaluation.objects.get()
    assert evaluation.printed_status == "V realizaci (2/6)"
    assert (evaluation.covers_start, evaluation.covers_end) == (date(2023, 4, 1), date(2024, 3, 31))
    assert (evaluation.summary, evaluation.updated_by) == ("Místo funguje od dubna.", coordinator)


def test_the_town_s_own_word_is_printed(as_coordinator, krnov):
    save(as_coordinator, krnov, status="completed", status_label="Výstup splněn")
    assert "Výstup splněn" in page_text(as_coordinator.get(list_page(krnov)))


def test_a_new_status_drops_the_old_printed_word(as_coordinator, krnov):
    make_evaluation(krnov, status=Status.COMPLETED, status_label="REALIZOVÁNO")
    save(as_coordinator, krnov, status="not_monitored")
    assert Evaluation.objects.get().printed_status == "Nesledováno"


def test_the_measure_s_figures_stand_beside_the_form(as_coordinator, krnov):
    make_value(krnov.indicator, krnov.period, 229)
    assert "229 osob" in page_text(as_coordinator.get(edit_page(krnov)))


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("status", "hotovo", "Vyberte platnou možnost"),
        ("reports_received", "dvě", "Napište celé číslo"),
        ("covers", "loni", "Období „loni“ nelze přečíst"),
        ("summary", "x" * 20_001, "Text je příliš dlouhý"),
    ],
)
def test_what_cannot_be_read_is_explained_and_kept(as_coordinator, krnov, name, typed, sentence):
    response = save(as_coordinator, krnov, **{"status": "completed", "outlook": "Zůstane.", name: typed})
    assert response.status_code == 422
    assert sentence in page_text(response)
    assert "Zůstane." in page_text(response)
    assert name == "status" or form_data(response)[name] == typed
    assert not Evaluation.objects.exists()


def test_more_reports_than_expected_are_refused(as_coordinator, krnov):
    response = save(as_coordinator, krnov, status="in_progress", reports_received="7", reports_expected="6")
    assert "Zohledněných zpráv nemůže být víc než očekávaných." in page_text(response)


def test_somebody_elses_newer_status_is_not_overwritten(as_coordinator, krnov):
    page = form_data(as_coordinator.get(edit_page(krnov)))
    make_evaluation(krnov, status=Status.COMPLETED, status_label="REALIZOVÁNO")
    response = as_coordinator.post(edit_page(krnov), page | {"status": "partial", "summary": "Moje."})
    assert "Mezitím tento stav změnil někdo jiný" in page_text(response)
    assert "Moje." in page_text(response)
    assert Evaluation.objects.get().status == Status.COMPLETED
    assert as_coordinator.post(edit_page(krnov), form_data(response)).status_code == 302
    assert Evaluation.objects.get().status == Status.PARTIAL


def test_only_measures_without_a_status_are_shown_on_request(as_coordinator, krnov):
    make_evaluation(krnov, status=Status.COMPLETED)
    assert krnov.measure.title not in page_text(as_coordinator.get(list_page(krnov, zobrazit="bez-stavu")))


def test_a_measure_of_another_plan_is_not_found(as_coordinator, krnov):
    other = make_town("Most")
    address = reverse(
        "indicators:edit_measure_status", args=[krnov.plan.slug, krnov.period.slug, other.measure.pk]
    )
    assert as_coordinator.get(address).status_code == 404


def test_a_closed_period_is_locked(as_coordinator, coordinator, krnov):
    krnov.period.submit(by=coordinator)
    assert as_coordinator.get(edit_page(krnov)).status_code == 403


def test_the_list_takes_a_fixed_number_of_queries(as_coordinator, krnov, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        as_coordinator.get(list_page(krnov))


def test_what_the_editor_sends_is_stored_as_markup(as_coordinator, krnov):
    edited = {
        "summary": "Původní.",
        "summary-html": "<p>Pomohla <b>poradna</b>.</p><script>alert(1)</script>",
    }
    assert save(as_coordinator, krnov, status="completed", **edited).status_code == 302
    assert Evaluation.objects.get().summary == "Pomohla **poradna**."


def test_the_editor_gets_the_text_as_html_also_when_it_was_refused(as_coordinator, krnov):
    response = save(
        as_coordinator, krnov, status="hotovo", **{"summary-html": "<p><b>Tučně</b> &lt;b&gt;</p>"}
    )
    assert form_data(response)["summary"] == "**Tučně** <b>"
    assert 'data-narrative="&lt;p&gt;&lt;strong&gt;Tučně' in page_text(response)

"""How measures stand: the list and the form beside the measure's own figures."""

from datetime import date

import pytest
from django.urls import reverse

from plans.models import Evaluation, Measure, Status
from tests.builders import make_evaluation, make_indicator, make_period, make_remark, make_town, make_value
from tests.html import form_data, page_text


def list_page(town, **query):
    return reverse("indicators:statuses", args=[town.plan.slug, town.period.slug], query=query or None)


def edit_page(town):
    return address_of(town, town.measure)


def address_of(town, measure):
    return reverse("indicators:edit_measure_status", args=[town.plan.slug, town.period.slug, measure.pk])


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
    page = as_coordinator.get(edit_page(krnov))
    assert form_data(page)[f"v{krnov.indicator.pk}-value"] == "229"
    assert "Počet podpořených osob" in page_text(page)


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
    shown = f'id="opatreni-{krnov.measure.pk}"'
    assert shown in page_text(as_coordinator.get(list_page(krnov, zobrazit="bez-stavu")))
    make_evaluation(krnov, status=Status.COMPLETED)
    page = page_text(as_coordinator.get(list_page(krnov, zobrazit="bez-stavu")))
    assert shown not in page
    assert "1 z 1</strong> opatření má stav" in page


def test_only_measures_without_a_summary_are_shown_on_request(as_coordinator, krnov):
    shown = f'id="opatreni-{krnov.measure.pk}"'
    assert shown in page_text(as_coordinator.get(list_page(krnov, zobrazit="bez-shrnuti")))
    make_evaluation(krnov, summary="Místo funguje.")
    assert shown not in page_text(as_coordinator.get(list_page(krnov, zobrazit="bez-shrnuti")))


def second_measure(krnov):
    return Measure.objects.create(goal=krnov.goal, code="4.1.2", title="Rozšířit byty", position=1)


def test_the_next_measure_without_a_status_is_one_click_away(as_coordinator, krnov):
    make_evaluation(krnov, status=Status.COMPLETED)
    following = address_of(krnov, second_measure(krnov))
    assert f'href="{following}">Další bez stavu' in page_text(as_coordinator.get(list_page(krnov)))
    assert save(as_coordinator, krnov, status="completed", krok="dalsi").url == following


def test_after_the_last_one_the_list_is_shown(as_coordinator, krnov):
    response = save(as_coordinator, krnov, status="completed", krok="dalsi")
    assert response.url == f"{list_page(krnov)}#opatreni-{krnov.measure.pk}"
    assert "Další bez stavu" not in page_text(as_coordinator.get(list_page(krnov)))


def test_status_and_figures_are_saved_together(as_coordinator, coordinator, krnov):
    name = f"v{krnov.indicator.pk}"
    figures = {f"{name}-value": "229", f"{name}-note": "z deníku"}
    response = save(as_coordinator, krnov, status="completed", **figures)
    assert "Stav je uložený. Uloženo: 1 hodnota." in page_text(as_coordinator.get(response.url))
    value = krnov.indicator.values.get()
    assert (value.number, value.note, value.updated_by) == (229, "z deníku", coordinator)


def test_nothing_is_saved_when_a_figure_cannot_be_read(as_coordinator, krnov):
    name = f"v{krnov.indicator.pk}-value"
    response = save(as_coordinator, krnov, status="completed", summary="Zůstane.", **{name: "dvanáct"})
    assert response.status_code == 422
    assert "Hodnotu „dvanáct“ nelze přečíst" in page_text(response)
    assert form_data(response)["summary"] == "Zůstane."
    assert form_data(response)[name] == "dvanáct"
    assert not Evaluation.objects.exists()


def test_a_page_saved_without_a_change_leaves_no_trace(as_coordinator, krnov):
    make_evaluation(krnov, status=Status.COMPLETED, summary="Hotovo.\r\nA dál.")
    make_value(krnov.indicator, krnov.period, 229)
    response = save(as_coordinator, krnov)
    assert "Nic se nezměnilo" in page_text(as_coordinator.get(response.url))
    assert Evaluation.history.count() == 1


def test_the_words_of_the_kind_of_plan_are_offered_and_kept(as_coordinator, krnov):
    krnov.plan.kind = "kpss"
    krnov.plan.save()
    assert "Výstup splněn</label>" in page_text(as_coordinator.get(edit_page(krnov)))
    save(as_coordinator, krnov, status="completed")
    assert Evaluation.objects.get().printed_status == "Výstup splněn"


def test_reports_are_asked_for_where_a_project_sends_them(as_coordinator, krnov):
    assert "Zohledněné zprávy" in page_text(as_coordinator.get(edit_page(krnov)))
    krnov.measure.activity = Measure.Activity.OTHER
    krnov.measure.save()
    assert "Zohledněné zprávy" not in page_text(as_coordinator.get(edit_page(krnov)))
    make_evaluation(krnov, reports_received=3, reports_expected=6)
    assert "Zohledněné zprávy" in page_text(as_coordinator.get(edit_page(krnov)))


def test_the_last_text_is_at_hand(as_coordinator, krnov):
    earlier = make_period(krnov.plan, slug="2022", start=date(2022, 1, 1), end=date(2022, 12, 31))
    make_evaluation(krnov, period=earlier, summary="Loni **hotovo**.")
    page = page_text(as_coordinator.get(edit_page(krnov)))
    assert "Minulý text (rok 2022)" in page
    assert "Loni **hotovo**." in page


def test_of_a_returned_period_only_returned_statuses_open(as_coordinator, coordinator, consultant, krnov):
    returned = second_measure(krnov)
    krnov.period.submit(by=coordinator)
    make_remark(krnov, by=consultant, about="measure", subject_id=returned.pk, asks_for_change=True)
    krnov.period.send_back(by=consultant, reason="Doplňte.")
    page = page_text(as_coordinator.get(list_page(krnov)))
    assert address_of(krnov, returned) in page
    assert edit_page(krnov) not in page
    assert as_coordinator.get(edit_page(krnov)).status_code == 403
    assert as_coordinator.post(edit_page(krnov), {"status": "completed", "version": "0"}).status_code == 403
    opened = address_of(krnov, returned)
    typed = form_data(as_coordinator.get(opened)) | {"status": "completed"}
    assert as_coordinator.post(opened, typed).status_code == 302
    assert Evaluation.objects.get().measure == returned


def test_a_locked_figure_is_text_beside_an_open_status(as_coordinator, coordinator, consultant, krnov):
    make_value(krnov.indicator, krnov.period, 229)
    krnov.period.submit(by=coordinator)
    make_remark(krnov, by=consultant, about="measure", subject_id=krnov.measure.pk, asks_for_change=True)
    krnov.period.send_back(by=consultant, reason="Doplňte.")
    page = as_coordinator.get(edit_page(krnov))
    assert "229 osob" in page_text(page)
    assert f"v{krnov.indicator.pk}-value" not in form_data(page)
    typed = {f"v{krnov.indicator.pk}-seen": "1-x", f"v{krnov.indicator.pk}-value": "1"}
    assert as_coordinator.post(edit_page(krnov), form_data(page) | typed).status_code == 403


def test_a_reader_sees_all_and_opens_nothing(sign_in, reader, krnov):
    make_value(krnov.indicator, krnov.period, 229)
    make_evaluation(krnov, status=Status.COMPLETED, summary="Místo **funguje**.")
    page = page_text(sign_in(reader).get(list_page(krnov)))
    assert "Místo funguje." in page
    assert "229 osob" in page
    assert "Otevřít" not in page
    assert sign_in(reader).get(edit_page(krnov)).status_code == 403


def test_a_stranger_finds_nothing(sign_in, stranger, krnov):
    assert sign_in(stranger).get(list_page(krnov)).status_code == 404
    assert sign_in(stranger).get(edit_page(krnov)).status_code == 404


def test_a_goal_is_evaluated_with_its_own_figures(as_coordinator, krnov):
    indicator = make_indicator(krnov.plan, goal=krnov.goal, name="Domácnosti v bytech")
    address = reverse("indicators:edit_goal_status", args=[krnov.plan.slug, krnov.period.slug, krnov.goal.pk])
    assert address in page_text(as_coordinator.get(list_page(krnov)))
    typed = {"status": "completed", f"v{indicator.pk}-value": "12"}
    as_coordinator.post(address, form_data(as_coordinator.get(address)) | typed)
    assert Evaluation.objects.get().goal == krnov.goal
    assert indicator.values.get().number == 12


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
    for number in range(3):
        indicator = make_indicator(krnov.plan, measure=second_measure(krnov), name=f"Byty {number}")
        make_value(indicator, krnov.period, number)
    with django_assert_max_num_queries(15):
        as_coordinator.get(list_page(krnov))
    with django_assert_max_num_queries(17):
        as_coordinator.get(edit_page(krnov))


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

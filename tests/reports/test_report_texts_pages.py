"""The coordinator writes the report's own texts in the browser."""

from datetime import date

import pytest
from django.urls import reverse

from reports.models import Chapter, Report
from tests.builders import make_chapter, make_remark, make_town, make_user
from tests.html import form_data, page_text

LAYOUT = "action-plan-table"


def address(town, name="edit_chapter", chapter="introduction", layout=LAYOUT):
    extra = [chapter] if name == "edit_chapter" else []
    return reverse(f"reports:{name}", args=[town.plan.slug, town.period.slug, layout, *extra])


def write(client, town, text, **which):
    page = form_data(client.get(address(town, **which)))
    return client.post(address(town, **which), page | {"text": text}, follow=True)


def change_title_page(client, town, **typed):
    page = form_data(client.get(address(town, "edit_title_page")))
    return client.post(address(town, "edit_title_page"), page | typed, follow=True)


def test_the_first_text_brings_the_report_with_it(as_coordinator, coordinator, krnov):
    text = page_text(write(as_coordinator, krnov, "Podařilo se otevřít **kontaktní místo**.\r\n\r\n- jedno"))
    assert "Text je uložený." in text
    chapter = Chapter.objects.get()
    assert chapter.text == "Podařilo se otevřít **kontaktní místo**.\n\n- jedno"
    assert (chapter.report.layout, chapter.report.period) == (LAYOUT, krnov.period)
    assert "Koordinatorka" in text
    assert Report.history.get().history_user == coordinator
    report = page_text(as_coordinator.get(address(krnov, "preview")))
    assert "<strong>kontaktní místo</strong>" in report


def test_the_list_says_what_an_unwritten_chapter_is_for(as_coordinator, krnov):
    text = page_text(as_coordinator.get(address(krnov, "texts")))
    assert "Kde město leží, kdo v něm žije" in text
    assert "Napsat" in text
    make_chapter(krnov)
    make_chapter(krnov, "researches", "Vznikl **průzkum** bydlení.[[Úřad práce.]]")
    text = page_text(as_coordinator.get(address(krnov, "texts")))
    assert "Krnov leží pod Jeseníky." in text
    assert "Vznikl průzkum bydlení." in text
    assert "Úřad práce" not in text
    assert "Kde město leží" not in text


def test_another_layout_goes_on_with_the_same_texts(as_coordinator, krnov):
    """A town writes its texts once; a second report would hide those of the first from this layout."""
    make_chapter(krnov)
    write(as_coordinator, krnov, "Společné.", layout="measure-cards")
    assert Report.objects.get().layout == LAYOUT
    text = page_text(as_coordinator.get(address(krnov, "texts", layout="measure-cards")))
    assert "Společné." in text
    assert "Krnov leží pod Jeseníky." in text
    assert "Texty se píší jednou" in text


def test_the_page_shows_the_print_before_anything_is_saved(as_coordinator, krnov):
    page = form_data(as_coordinator.get(address(krnov)))
    typed = page | {"text": "Je to **lepší**.", "krok": "nahled"}
    response = as_coordinator.post(address(krnov), typed)
    assert response.status_code == 200
    assert "Je to <strong>lepší</strong>." in page_text(response)
    assert form_data(response)["text"] == "Je to **lepší**."
    assert not Chapter.objects.exists()


def test_a_text_too_long_is_explained_and_kept(as_coordinator, krnov):
    response = write(as_coordinator, krnov, "x" * 20_001)
    assert response.status_code == 422
    assert "Text je příliš dlouhý" in page_text(response)
    assert form_data(response)["text"] == "x" * 20_001
    assert not Report.objects.exists()


def test_saving_an_unchanged_text_leaves_no_trace(as_coordinator, krnov):
    chapter = make_chapter(krnov, text="Řádek\r\na druhý")
    response = as_coordinator.post(
        address(krnov, chapter="locality"), form_data(as_coordinator.get(address(krnov, chapter="locality")))
    )
    assert response.status_code == 302
    assert chapter.history.count() == 1


def test_somebody_elses_newer_text_is_shown_beside_mine(as_coordinator, krnov):
    chapter = make_chapter(krnov)
    place = address(krnov, chapter="locality")
    page = form_data(as_coordinator.get(place))
    chapter.text, chapter._history_user = "Krnov leží na Opavě.", make_user("kolega")
    chapter.save()
    response = as_coordinator.post(place, page | {"text": "Krnov leží u Polska."})
    assert response.status_code == 422
    text = page_text(response)
    assert "Mezitím to změnil někdo jiný (Kolega, " in text
    assert "Krnov leží na Opavě." in text
    assert form_data(response)["text"] == "Krnov leží u Polska."
    chapter.refresh_from_db()
    assert chapter.text == "Krnov leží na Opavě."
    assert as_coordinator.post(place, form_data(response)).status_code == 302
    chapter.refresh_from_db()
    assert chapter.text == "Krnov leží u Polska."


def test_two_first_texts_of_one_chapter_meet(as_coordinator, krnov):
    page = form_data(as_coordinator.get(address(krnov)))
    make_chapter(krnov, "introduction", "První.")
    assert as_coordinator.post(address(krnov), page | {"text": "Druhý."}).status_code == 422
    assert Chapter.objects.get().text == "První."


def test_an_old_page_that_nobody_touched_does_no_harm(as_coordinator, krnov):
    chapter = make_chapter(krnov)
    place = address(krnov, chapter="locality")
    page = form_data(as_coordinator.get(place))
    Chapter.objects.update(text="Novější.")
    assert "Nic se nezměnilo" in page_text(as_coordinator.post(place, page, follow=True))
    chapter.refresh_from_db()
    assert chapter.text == "Novější."


def test_the_title_page_is_written_and_printed(as_coordinator, krnov):
    change_title_page(
        as_coordinator,
        krnov,
        title="Vyhodnocení za rok 2023",
        number="I.",
        issued_on="30. 9. 2024",
        prepared_by="Město Krnov",
        publicity="Projekt č. 1",
    )
    report = Report.objects.get()
    assert report.issued_on == date(2024, 9, 30)
    text = page_text(as_coordinator.get(address(krnov, "preview")))
    for words in ["Vyhodnocení za rok 2023", "30. 9. 2024", "Město Krnov", "Projekt č. 1"]:
        assert words in text
    page = as_coordinator.get(address(krnov, "edit_title_page"))
    assert form_data(page)["issued_on"].replace("\u00a0", " ") == "30. 9. 2024"


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("issued_on", "loni", "nelze přečíst"),
        ("issued_on", "rok 2023", "Napište jeden den"),
        ("title", "x" * 301, "Vejde se nejvýš 300 znaků"),
    ],
)
def test_what_cannot_be_read_on_the_title_page_is_kept(as_coordinator, krnov, name, typed, sentence):
    response = change_title_page(as_coordinator, krnov, prepared_by="Město", **{name: typed})
    assert response.status_code == 422
    assert sentence in page_text(response)
    assert form_data(response)[name] == typed
    assert form_data(response)["prepared_by"] == "Město"
    assert not Report.objects.exists()


def test_somebody_elses_newer_title_is_shown_field_by_field(as_coordinator, krnov):
    make_chapter(krnov)
    page = form_data(as_coordinator.get(address(krnov, "edit_title_page")))
    Report.objects.update(title="Jejich název")
    response = as_coordinator.post(address(krnov, "edit_title_page"), page | {"title": "Můj název"})
    assert response.status_code == 422
    assert "Jejich název" in page_text(response)
    assert form_data(response)["title"] == "Můj název"
    assert Report.objects.get().title == "Jejich název"


@pytest.mark.parametrize("name", ["edit_chapter", "edit_title_page"])
def test_a_submitted_period_locks_its_texts(as_coordinator, coordinator, krnov, name):
    page = form_data(as_coordinator.get(address(krnov, name)))
    krnov.period.submit(by=coordinator)
    response = as_coordinator.post(address(krnov, name), page | {"text": "Pozdě.", "title": "Pozdě."})
    assert response.status_code == 409
    text = page_text(response)
    assert "Období je odevzdané nebo schválené, texty teď nejde měnit." in text
    assert "Pozdě." in text
    assert "<textarea" not in text
    assert not Report.objects.exists()


def test_of_single_returned_cells_only_the_returned_text_opens(
    as_coordinator, coordinator, consultant, krnov
):
    chapter = make_chapter(krnov)
    krnov.period.submit(by=coordinator)
    krnov.period.send_back(by=consultant, reason="Opravte text.")
    make_remark(krnov, by=consultant, about="chapter", subject_id=chapter.pk, asks_for_change=True)
    assert "Text je uložený." in page_text(write(as_coordinator, krnov, "Opraveno.", chapter="locality"))
    locked = as_coordinator.get(address(krnov))
    assert "konzultant vrátil k opravě jen jiná místa" in page_text(locked)
    assert as_coordinator.post(address(krnov), {"text": "Jinam."}).status_code == 409
    assert as_coordinator.post(address(krnov, "edit_title_page"), {"title": "Jinam."}).status_code == 409


def test_a_period_returned_as_a_whole_opens_all_texts(as_coordinator, coordinator, consultant, krnov):
    krnov.period.submit(by=coordinator)
    krnov.period.send_back(by=consultant, reason="Přepracujte.")
    assert "Text je uložený." in page_text(write(as_coordinator, krnov, "Opraveno."))


def test_the_consultant_reads_the_texts(sign_in, consultant, krnov):
    make_chapter(krnov)
    client = sign_in(consultant)
    page = page_text(client.get(address(krnov, chapter="locality")))
    assert "Krnov leží pod Jeseníky." in page
    assert "<textarea" not in page
    assert "Upravit" not in page_text(client.get(address(krnov, "texts")))
    assert client.post(address(krnov), {"text": "Cizí."}).status_code == 403


def test_a_reader_is_not_led_to_the_texts(sign_in, reader, krnov):
    client = sign_in(reader)
    assert address(krnov, "texts") not in page_text(client.get(address(krnov, "preview")))
    assert client.get(address(krnov, "texts")).status_code == 403
    assert client.get(address(krnov)).status_code == 403


def test_the_way_leads_from_the_reports_to_the_texts(as_coordinator, krnov):
    reports = reverse("reports:list", args=[krnov.plan.slug, krnov.period.slug])
    assert address(krnov, "texts") in page_text(as_coordinator.get(reports))
    assert address(krnov, "texts") in page_text(as_coordinator.get(address(krnov, "preview")))


@pytest.mark.parametrize(("chapter", "layout"), [("plan", LAYOUT), ("neni", LAYOUT), ("plan", "neni")])
def test_a_chapter_that_the_layout_has_not_is_not_found(as_coordinator, krnov, chapter, layout):
    assert as_coordinator.get(address(krnov, chapter=chapter, layout=layout)).status_code == 404


def test_texts_of_another_town_are_not_found(as_coordinator, krnov):
    assert as_coordinator.get(address(make_town("Most"))).status_code == 404


def test_the_history_tells_who_wrote_what_before_and_after(as_coordinator, krnov):
    write(as_coordinator, krnov, "Poprvé.")
    write(as_coordinator, krnov, "Podruhé.")
    chapter = Chapter.objects.get()
    own = reverse("reports:text_history", args=[krnov.plan.slug, krnov.period.slug, chapter.pk])
    assert own in page_text(as_coordinator.get(address(krnov, "texts")))
    stream = reverse("reports:history", args=[krnov.plan.slug])
    for page in (own, stream):
        text = page_text(as_coordinator.get(page))
        assert "zpráva: Tabulka akčního plánu, úvod" in text
        assert "Koordinatorka" in text
        assert "Poprvé. → Podruhé." in text
    assert own in page_text(as_coordinator.get(stream))


def test_the_history_of_the_title_page_has_a_page(as_coordinator, krnov):
    change_title_page(as_coordinator, krnov, title="Staré jméno")
    change_title_page(as_coordinator, krnov, title="Nové jméno")
    report = Report.objects.get()
    own = reverse("reports:title_history", args=[krnov.plan.slug, krnov.period.slug, report.pk])
    assert own in page_text(as_coordinator.get(address(krnov, "texts")))
    assert "Staré jméno → Nové jméno" in page_text(as_coordinator.get(own))


def test_a_history_of_another_period_is_not_found(as_coordinator, krnov):
    chapter = make_chapter(make_town("Most"))
    own = reverse("reports:text_history", args=[krnov.plan.slug, krnov.period.slug, chapter.pk])
    title = reverse("reports:title_history", args=[krnov.plan.slug, krnov.period.slug, chapter.report_id])
    assert as_coordinator.get(own).status_code == 404
    assert as_coordinator.get(title).status_code == 404


@pytest.mark.parametrize("versions", [1, 6])
def test_the_pages_take_a_fixed_number_of_queries(as_coordinator, krnov, django_assert_num_queries, versions):
    for name in ("locality", "introduction", "researches")[: max(1, versions // 2)]:
        chapter = make_chapter(krnov, name)
        for turn in range(versions):
            chapter.text = f"Znění {turn}."
            chapter.save()
    with django_assert_num_queries(10):
        as_coordinator.get(address(krnov, "texts"))
    with django_assert_num_queries(8):
        as_coordinator.get(address(krnov))

"""Texts of a report on their way between the town and the consultant: remarks, return, what changed."""

import pytest
from django.urls import reverse

from plans.models import Remark, Status
from tests.builders import make_chapter, make_evaluation, make_remark, make_town, make_value
from tests.html import form_data, page_text

LAYOUT = "action-plan-table"


def page(town, name):
    return reverse(f"indicators:{name}", args=[town.plan.slug, town.period.slug])


def text_page(town, chapter="locality", layout=LAYOUT):
    return reverse("reports:edit_chapter", args=[town.plan.slug, town.period.slug, layout, chapter])


def thread_page(town, remark):
    return reverse("indicators:remark", args=[town.plan.slug, town.period.slug, remark.pk])


@pytest.fixture
def chapter(krnov):
    return make_chapter(krnov)


@pytest.fixture
def submitted(krnov, chapter, coordinator):
    """A complete period with one text, waiting for review."""
    make_value(krnov.indicator, krnov.period, 229)
    make_value(krnov.context, krnov.period, missing_reason="not_available")
    make_evaluation(krnov, status=Status.IN_PROGRESS)
    krnov.period.submit(by=coordinator)
    return krnov


def send_back(client, town, chapter, text="Doplňte počet obyvatel."):
    cell = f"chapter-{chapter.pk}"
    typed = {"krok": "vratit", f"text-{cell}": text, f"vratit-{cell}": "1"}
    return client.post(page(town, "review"), typed, follow=True)


def rewrite(client, town, text):
    return client.post(text_page(town), form_data(client.get(text_page(town))) | {"text": text})


def test_the_consultant_remarks_a_text_and_both_find_the_thread_at_it(
    client, consultant, coordinator, submitted, chapter
):
    client.force_login(consultant)
    typed = {"krok": "pripominky", f"text-chapter-{chapter.pk}": "Kolik je obyvatel?"}
    assert "Připomínky jsou uložené." in page_text(client.post(page(submitted, "review"), typed, follow=True))
    remark = Remark.objects.get()
    assert (remark.about, remark.subject_id, remark.asks_for_change) == ("chapter", chapter.pk, False)
    client.force_login(coordinator)
    for place in (text_page(submitted), reverse("reports:texts", args=[*address_parts(submitted), LAYOUT])):
        text = page_text(client.get(place))
        assert "Kolik je obyvatel?" in text
        assert thread_page(submitted, remark) in text


def address_parts(town):
    return [town.plan.slug, town.period.slug]


def test_the_thread_says_which_text_it_is_about(as_coordinator, krnov, chapter, consultant):
    remark = make_remark(krnov, by=consultant, about="chapter", subject_id=chapter.pk)
    text = page_text(as_coordinator.get(thread_page(krnov, remark)))
    assert "Popis lokality" in text
    assert "Text teď: Krnov leží pod Jeseníky." in text
    assert text_page(krnov) in text
    answered = as_coordinator.post(
        thread_page(krnov, remark), {"krok": "odpovedet", "text": "Doplníme."}, follow=True
    )
    assert "Doplníme." in page_text(answered)


def test_a_thread_outlives_the_words_it_was_about(sign_in, krnov, chapter, consultant):
    remark = make_remark(krnov, by=consultant, about="chapter", subject_id=chapter.pk)
    remark.resolve(by=consultant)
    chapter.text = ""
    chapter.save()
    text = page_text(sign_in(consultant).get(thread_page(krnov, remark)))
    assert "Text teď: prázdný" in text
    assert "Vyřešeno" in text


def test_a_returned_text_reopens_alone_and_its_change_is_shown(
    client, coordinator, consultant, submitted, chapter, mailoutbox, django_capture_on_commit_callbacks
):
    client.force_login(consultant)
    with django_capture_on_commit_callbacks(execute=True):
        assert "Období je vrácené městu." in page_text(send_back(client, submitted, chapter))
    assert "Doplňte počet obyvatel." in mailoutbox[0].body
    assert page(submitted, "submission") in mailoutbox[0].body
    client.force_login(coordinator)
    assert not any(name.startswith("v") for name in form_data(client.get(page(submitted, "values"))))
    left = page_text(client.get(page(submitted, "submission")))
    assert "Vrácené texty zprávy 1" in left
    assert "Doplňte počet obyvatel." in left
    assert "Od vrácení beze změny." in left
    assert text_page(submitted) in left
    assert rewrite(client, submitted, "Krnov má 22 893 obyvatel.").status_code == 302
    assert "Upraveno po vrácení." in page_text(client.get(page(submitted, "submission")))
    client.post(page(submitted, "submission"))
    client.force_login(consultant)
    text = page_text(client.get(page(submitted, "review")))
    assert "Krnov leží pod Jeseníky. → Krnov má 22 893 obyvatel." in text
    assert not Remark.objects.returning().exists()


def test_texts_without_a_change_stay_aside(sign_in, consultant, submitted, chapter):
    text = page_text(sign_in(consultant).get(page(submitted, "review")))
    assert "Texty zprávy (1)" in text
    aside = text[text.index("Texty bez změny a bez připomínky") :]
    assert "Krnov leží pod Jeseníky." in aside
    assert f"vratit-chapter-{chapter.pk}" in aside


def test_a_text_written_only_after_the_return_is_new(client, coordinator, consultant, submitted):
    submitted.period.send_back(by=consultant, reason="Doplňte výzkumy.")
    make_chapter(submitted, "researches", "Vznikl průzkum bydlení.")
    submitted.period.submit(by=coordinator)
    client.force_login(consultant)
    assert "prázdné → Vznikl průzkum bydlení." in page_text(client.get(page(submitted, "review")))


def test_returning_a_text_needs_words(sign_in, consultant, submitted, chapter):
    response = send_back(sign_in(consultant), submitted, chapter, text=" ")
    assert response.status_code == 422
    assert "napište, co je třeba opravit" in page_text(response)
    assert not Remark.objects.exists()


def test_a_text_of_another_town_cannot_be_returned(sign_in, consultant, submitted):
    assert send_back(sign_in(consultant), submitted, make_chapter(make_town("Most"))).status_code == 404


def test_a_text_that_does_not_exist_cannot_be_remarked(sign_in, consultant, krnov):
    assert "Texty zprávy" not in page_text(sign_in(consultant).get(page(krnov, "review")))
    typed = {"krok": "pripominky", "text-chapter-1": "Chybí úvod."}
    assert sign_in(consultant).post(page(krnov, "review"), typed).status_code == 404


def test_a_text_of_another_layout_is_read_where_it_is_printed(sign_in, consultant, krnov):
    """The report is the action plan's, the chapter about the plan only the summary of cooperation has."""
    chapter = make_chapter(krnov, "plan", "Plán vznikl v roce 2021.")
    text = page_text(sign_in(consultant).get(page(krnov, "review")))
    address = text_page(krnov, "plan", "cooperation-summary")
    assert address in text
    assert f"#text-{chapter.pk}" in page_text(sign_in(consultant).get(address))


def test_a_reader_sees_no_remarks_at_texts(sign_in, reader, krnov, chapter, consultant):
    remark = make_remark(krnov, by=consultant, about="chapter", subject_id=chapter.pk)
    assert sign_in(reader).get(thread_page(krnov, remark)).status_code == 403


@pytest.mark.parametrize("count", [1, 9])
def test_texts_cost_the_review_a_fixed_number_of_queries(
    sign_in, consultant, submitted, chapter, count, django_assert_num_queries
):
    for name in ["introduction", "context", "commentary", "researches", "plan"][:count]:
        other = make_chapter(submitted, name)
        make_remark(submitted, by=consultant, about="chapter", subject_id=other.pk)
    client = sign_in(consultant)
    with django_assert_num_queries(17):
        client.get(page(submitted, "review"))

"""One town is reminded: the consultant reads the letter, may change it, and it goes once."""

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.models import Reminder
from tests.builders import make_user
from tests.html import form_data, page_text


@pytest.fixture
def page(krnov, coordinator):
    return reverse("indicators:remind", args=[krnov.plan.slug, krnov.period.slug])


@pytest.fixture
def client_of_consultant(sign_in, consultant):
    return sign_in(consultant)


def sent(period, text="Dříve."):
    return Reminder.objects.create(
        period=period, stage=Reminder.Stage.WEEK, text=text, sent_at=timezone.now(), sent_by=make_user(text)
    )


def test_a_reminder_may_be_changed_before_it_goes(
    client_of_consultant, consultant, page, mailoutbox, django_capture_on_commit_callbacks
):
    shown = client_of_consultant.get(page)
    assert "je třeba odeslat do 31. 1. 2027" in page_text(shown)
    with django_capture_on_commit_callbacks(execute=True):
        client_of_consultant.post(page, form_data(shown) | {"text": "Pošlete to prosím."})
    assert "Pošlete to prosím." in mailoutbox[0].body
    assert Reminder.objects.get().sent_by == consultant


def test_an_empty_reminder_is_refused(client_of_consultant, page):
    assert client_of_consultant.post(page, {"text": " "}).status_code == 422
    assert not Reminder.objects.exists()


def test_a_town_without_a_coordinator_has_nobody_to_remind(client_of_consultant, page, coordinator):
    coordinator.memberships.all().delete()
    assert "město nemá koordinátora s účtem" in page_text(client_of_consultant.get(page))
    response = client_of_consultant.post(page, {"text": "Prosím."})
    assert response.status_code == 422
    assert not Reminder.objects.exists()


def test_a_second_click_sends_nothing_and_says_so(
    client_of_consultant, page, mailoutbox, django_capture_on_commit_callbacks
):
    shown = form_data(client_of_consultant.get(page))
    with django_capture_on_commit_callbacks(execute=True):
        answers = [client_of_consultant.post(page, shown | {"text": "Moje věta."}) for _ in range(2)]
    assert [one.status_code for one in answers] == [302, 409]
    assert "Mezitím už upomínku dostalo: Krnov (okres Okres Krnov)." in page_text(answers[1])
    assert form_data(answers[1])["text"] == "Moje věta."
    assert len(mailoutbox) == Reminder.objects.count() == 1


def test_who_has_read_that_one_was_sent_may_send_another(client_of_consultant, page, krnov):
    assert "Naposledy" not in page_text(client_of_consultant.get(page))
    sent(krnov.period)
    shown = client_of_consultant.get(page)
    assert "Naposledy" in page_text(shown)
    assert client_of_consultant.post(page, form_data(shown)).status_code == 302
    assert Reminder.objects.count() == 2


@pytest.mark.parametrize(
    ("came_from", "back"),
    [
        ("", reverse("indicators:reviews")),
        ("?filtr=", reverse("reports:board")),
        ("?filtr=stav%3Dpo-terminu%26strana%3D2", reverse("reports:board") + "?stav=po-terminu&strana=2"),
        ("?filtr=//zly.example/", reverse("reports:board") + "?%2F%2Fzly.example%2F="),
    ],
)
def test_the_way_leads_back_to_where_the_person_came_from(client_of_consultant, page, came_from, back):
    shown = client_of_consultant.get(page + came_from)
    assert f'href="{back.replace("&", "&amp;")}">Zpět bez odeslání' in shown.content.decode()
    assert client_of_consultant.post(page + came_from, form_data(shown))["Location"] == back

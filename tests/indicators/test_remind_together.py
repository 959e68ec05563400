"""Several towns are reminded together: each letter is read and may be changed, then all go or none."""

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.models import Reminder
from plans.reminders import prepared, send
from tests.builders import make_town, make_user
from tests.html import form_data, page_text

PAGE = reverse("indicators:remind_together")


def late_town(name, **period):
    """A town with a coordinator whose period is still open."""
    town = make_town(name, **period)
    make_user(f"koordinator-{name}", coordinator_of=town.territory)
    return town


@pytest.fixture
def client_of_consultant(sign_in, consultant):
    return sign_in(consultant)


@pytest.fixture
def most(db):
    return late_town("Most")


@pytest.fixture
def sokolov(db):
    return late_town("Sokolov")


def ask(*towns, **fields):
    return {"obdobi": [town.period.pk for town in towns]} | fields


def confirmed(*towns, **fields):
    return ask(*towns, potvrzeno="1", **fields)


def text_of(town):
    return f"text-{town.period.pk}"


def test_letters_are_shown_with_their_texts_and_addressees_before_they_go(
    client_of_consultant, most, sokolov, mailoutbox
):
    response = client_of_consultant.post(PAGE, ask(most, sokolov))
    text = page_text(response)
    for words in ["Odejdou <strong>2 upomínky</strong>", "koordinator-most@example.cz", "Sokolov (okres"]:
        assert words in text
    assert "je třeba odeslat do 31. 1. 2027" in form_data(response)[text_of(most)].replace("\u00a0", " ")
    assert not mailoutbox
    assert not Reminder.objects.exists()


def test_each_town_gets_its_own_text_and_the_common_message(
    client_of_consultant, consultant, most, sokolov, mailoutbox, django_capture_on_commit_callbacks
):
    texts = {text_of(most): "Pošlete to prosím.", text_of(sokolov): "Chybí už jen dvě hodnoty."}
    with django_capture_on_commit_callbacks(execute=True):
        response = client_of_consultant.post(
            PAGE, confirmed(most, sokolov, vzkaz="V pátek volejte.", **texts), follow=True
        )
    assert "Odesláno: 2 upomínky." in page_text(response)
    bodies = {mail.to[0]: mail.body for mail in mailoutbox}
    assert "Pošlete to prosím.\n\nV pátek volejte." in bodies["koordinator-most@example.cz"]
    assert "Chybí už jen dvě hodnoty.\n\nV pátek volejte." in bodies["koordinator-sokolov@example.cz"]
    assert {one.sent_by for one in Reminder.objects.all()} == {consultant}


def test_who_cannot_be_reminded_is_left_out_with_the_reason(client_of_consultant, most):
    submitted, approved, alone = late_town("Cheb"), late_town("Aš"), make_town("Jirkov")
    coordinator = make_user("odesila", coordinator_of=submitted.territory)
    submitted.period.submit(by=coordinator)
    approved.period.submit(by=coordinator)
    approved.period.approve(by=coordinator)
    text = page_text(client_of_consultant.post(PAGE, ask(most, submitted, approved, alone)))
    assert "Odejde <strong>1 upomínka</strong>" in text
    for words in [
        "město už období odevzdalo",
        "období už je schválené",
        "město nemá koordinátora s účtem",
    ]:
        assert words in text
    assert f'name="obdobi" value="{most.period.pk}"' in text
    assert text.count('name="obdobi"') == 1


def test_a_town_that_submits_meanwhile_gets_nothing_and_it_is_said(
    client_of_consultant, most, sokolov, mailoutbox, django_capture_on_commit_callbacks
):
    shown = form_data(client_of_consultant.post(PAGE, ask(most, sokolov)))
    sokolov.period.submit(by=make_user("odesila", coordinator_of=sokolov.territory))
    with django_capture_on_commit_callbacks(execute=True):
        response = client_of_consultant.post(PAGE, shown | confirmed(most, sokolov), follow=True)
    text = page_text(response)
    assert "Odesláno: 1 upomínka." in text
    assert "Bez e-mailu: Sokolov (okres Okres Sokolov) – město už období odevzdalo." in text
    assert [mail.to for mail in mailoutbox] == [["koordinator-most@example.cz"]]


def test_the_same_form_posted_twice_sends_one_letter_to_each(
    client_of_consultant, most, sokolov, mailoutbox, django_capture_on_commit_callbacks
):
    chosen = confirmed(most, sokolov, filtr="stav=po-terminu")
    shown = form_data(client_of_consultant.post(PAGE, ask(most, sokolov))) | chosen
    with django_capture_on_commit_callbacks(execute=True):
        client_of_consultant.post(PAGE, shown)
        again = client_of_consultant.post(PAGE, shown)
    assert again["Location"] == reverse("reports:board") + "?stav=po-terminu"
    text = page_text(client_of_consultant.get(again["Location"]))
    both = "Most (okres Okres Most), Sokolov (okres Okres Sokolov)"
    assert f"Mezitím už upomínku dostala: {both}." in text
    assert text.count("Odesláno:") == 1, "of the first post"
    assert len(mailoutbox) == Reminder.objects.count() == 2


@pytest.mark.parametrize("earlier", [0, 1])
def test_a_town_reminded_meanwhile_is_not_written_to_again_and_others_are(
    client_of_consultant, most, sokolov, mailoutbox, django_capture_on_commit_callbacks, earlier
):
    for _ in range(earlier):
        send(prepared(sokolov.period, Reminder.Stage.WEEK))
    shown = form_data(client_of_consultant.post(PAGE, ask(most, sokolov))) | confirmed(most, sokolov)
    send(prepared(sokolov.period, Reminder.Stage.DAY))
    with django_capture_on_commit_callbacks(execute=True):
        response = client_of_consultant.post(PAGE, shown, follow=True)
    text = page_text(response)
    assert "Odesláno: 1 upomínka." in text
    assert "Mezitím už upomínku dostalo: Sokolov (okres Okres Sokolov)." in text
    assert "Bez e-mailu" not in text
    assert [mail.to for mail in mailoutbox] == [["koordinator-most@example.cz"]]


def test_when_one_text_is_refused_who_was_reminded_meanwhile_is_told(client_of_consultant, most, sokolov):
    shown = form_data(client_of_consultant.post(PAGE, ask(most, sokolov)))
    send(prepared(sokolov.period, Reminder.Stage.WEEK))
    response = client_of_consultant.post(PAGE, shown | confirmed(most, sokolov, **{text_of(most): ""}))
    assert response.status_code == 422
    assert "mezitím už upomínku dostalo" in page_text(response)
    assert text_of(sokolov) not in form_data(response)


def test_who_was_told_of_the_last_reminder_may_send_another(client_of_consultant, most):
    send(prepared(most.period, Reminder.Stage.WEEK))
    shown = client_of_consultant.post(PAGE, ask(most))
    client_of_consultant.post(PAGE, form_data(shown) | confirmed(most))
    assert Reminder.objects.count() == 2


def test_when_all_submitted_meanwhile_no_button_offers_it(client_of_consultant, most):
    most.period.submit(by=make_user("odesila", coordinator_of=most.territory))
    response = client_of_consultant.post(PAGE, confirmed(most))
    assert "Vybraným městům není co připomenout" in page_text(response)
    assert "potvrzeno" not in response.content.decode()


@pytest.mark.parametrize(
    ("text", "words"), [(" ", "Napište text upomínky."), ("a" * 5_001, "Text je příliš dlouhý")]
)
def test_one_bad_text_stops_all_letters_and_keeps_what_was_typed(
    client_of_consultant, most, sokolov, mailoutbox, text, words
):
    typed = {text_of(most): text, text_of(sokolov): "Moje věta.", "vzkaz": "Navíc."}
    response = client_of_consultant.post(PAGE, confirmed(most, sokolov, **typed))
    assert response.status_code == 422
    assert words in page_text(response)
    assert form_data(response)[text_of(sokolov)] == "Moje věta."
    assert form_data(response)["vzkaz"] == "Navíc."
    assert not mailoutbox
    assert not Reminder.objects.exists()


def test_a_text_prepared_before_is_offered_and_used_up(client_of_consultant, most):
    Reminder.objects.create(period=most.period, stage=Reminder.Stage.WEEK, text="Připraveno.")
    assert form_data(client_of_consultant.post(PAGE, ask(most)))[text_of(most)] == "Připraveno."
    client_of_consultant.post(PAGE, confirmed(most))
    assert Reminder.objects.get().sent_at


def test_the_last_reminder_is_told(client_of_consultant, most):
    sent = {"sent_at": timezone.now(), "stage": Reminder.Stage.WEEK, "text": "Dříve."}
    Reminder.objects.create(period=most.period, **sent)
    assert "Naposledy" in page_text(client_of_consultant.post(PAGE, ask(most)))


def test_towns_of_somebody_else_are_not_found(sign_in, most, sokolov, mailoutbox):
    near = make_user("blizky", consultant=True)
    near.memberships.update(territory=most.territory)
    text = page_text(sign_in(near).post(PAGE, ask(most, sokolov)))
    assert "Most" in text
    assert "Sokolov" not in text
    sign_in(near).post(PAGE, confirmed(sokolov))
    assert not Reminder.objects.exists()


@pytest.mark.parametrize("keys", [[], ["x"], ["-1"], ["9" * 30]])
def test_choosing_nothing_is_said(client_of_consultant, keys):
    response = client_of_consultant.post(PAGE, {"obdobi": keys}, follow=True)
    assert "Nevybrali jste žádné město" in page_text(response)


def test_an_address_typed_by_hand_leads_back(client_of_consultant):
    assert client_of_consultant.get(PAGE).status_code == 302


def test_who_came_from_the_board_returns_to_it_as_it_was_filtered(client_of_consultant, most):
    filtered = {"filtr": "stav=po-terminu"}
    back = reverse("reports:board") + "?stav=po-terminu"
    assert f'href="{back}"' in client_of_consultant.post(PAGE, ask(most, **filtered)).content.decode()
    assert client_of_consultant.post(PAGE, confirmed(most, **filtered))["Location"] == back


@pytest.mark.parametrize("person", ["reader", "coordinator", "stranger", "contributor"])
def test_others_than_a_consultant_are_refused(request, sign_in, krnov, person):
    client = sign_in(request.getfixturevalue(person))
    assert client.post(PAGE, confirmed(krnov)).status_code == 403
    assert not Reminder.objects.exists()


@pytest.mark.parametrize("count", [1, 12])
def test_the_number_of_queries_does_not_grow(client_of_consultant, count, django_assert_num_queries):
    towns = [late_town(f"M{number}") for number in range(count)]
    # Two to sign in; the role, whether there are any, periods, their reminders and coordinators.
    with django_assert_num_queries(2 + 5):
        client_of_consultant.post(PAGE, ask(*towns))

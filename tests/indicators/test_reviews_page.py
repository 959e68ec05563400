"""The consultant's list: approve several periods together."""

from django.urls import reverse

from plans.models import ReportingPeriod
from tests.builders import make_remark, make_town, make_user
from tests.html import page_text

PAGE = "/kontrola/"


def submitted_towns(coordinator, *names):
    periods = [make_town(name).period for name in names]
    for period in periods:
        period.submit(by=coordinator)
    return periods


def test_several_periods_are_approved_after_their_list_was_shown(sign_in, consultant, coordinator):
    periods = submitted_towns(coordinator, "Most", "Sokolov")
    client = sign_in(consultant)
    chosen = {"obdobi": [period.pk for period in periods]}
    shown = client.post(PAGE, chosen)
    assert "Schválit 2 období" in page_text(shown)
    assert ReportingPeriod.objects.submitted().count() == 2, (
        "nothing is approved before the list was confirmed"
    )
    done = client.post(PAGE, chosen | {"potvrzeno": "1"}, follow=True)
    assert "Schváleno: 2 období." in page_text(done)
    assert not ReportingPeriod.objects.submitted().exists()


def test_a_town_of_somebody_else_cannot_be_approved(sign_in, coordinator, krnov):
    [foreign] = submitted_towns(coordinator, "Most")
    near = make_user("blizky", consultant=True)
    near.memberships.update(territory=krnov.territory)
    sign_in(near).post(PAGE, {"obdobi": [foreign.pk], "potvrzeno": "1"})
    foreign.refresh_from_db()
    assert foreign.state == "submitted"


def test_choosing_nothing_is_said(sign_in, consultant, krnov):
    assert "Nevybrali jste" in page_text(sign_in(consultant).post(PAGE, follow=True))


def test_what_cannot_be_approved_is_left_out_and_says_why(sign_in, consultant, coordinator, krnov):
    ready, discussed, approved = submitted_towns(coordinator, "Most", "Sokolov", "Cheb")
    make_remark(krnov, by=consultant, period=discussed)
    approved.approve(by=consultant)
    chosen = {"obdobi": [ready.pk, discussed.pk, approved.pk, krnov.period.pk]}
    client = sign_in(consultant)
    text = page_text(client.post(PAGE, chosen))
    assert "Schválit 1 období" in text
    for words in ["má otevřené připomínky", "už je schválené", "město je ještě neodevzdalo"]:
        assert words in text
    client.post(PAGE, chosen | {"potvrzeno": "1"})
    discussed.refresh_from_db()
    ready.refresh_from_db()
    assert (ready.state, discussed.state) == ("approved", "submitted")


def test_when_nothing_can_be_approved_no_button_offers_it(sign_in, consultant, krnov):
    response = sign_in(consultant).post(PAGE, {"obdobi": [krnov.period.pk]})
    assert "Vybraná období schválit nejde" in page_text(response)
    assert "potvrzeno" not in response.content.decode()


def test_towns_that_have_not_submitted_can_be_chosen_to_be_reminded(sign_in, consultant, krnov):
    text = page_text(sign_in(consultant).get(PAGE))
    assert f'action="{reverse("indicators:remind_together")}"' in text
    assert f'name="obdobi" value="{krnov.period.pk}"' in text


def test_who_came_from_the_board_returns_to_it_as_it_was_filtered(sign_in, consultant, coordinator):
    [period] = submitted_towns(coordinator, "Most")
    client = sign_in(consultant)
    chosen = {"obdobi": [period.pk], "filtr": "stav=odevzdano&kraj=5"}
    back = reverse("reports:board") + "?stav=odevzdano&kraj=5"
    shown = client.post(PAGE, chosen)
    assert back.replace("&", "&amp;") in shown.content.decode()
    assert client.post(PAGE, chosen | {"potvrzeno": "1"})["Location"] == back

"""The consultant's list: approve several periods together, unless one asks to be looked at."""

import pytest
from django.urls import reverse

from indicators.models import Value
from plans.models import ReportingPeriod
from tests.builders import fill_in, make_remark, make_town, make_user
from tests.html import page_text

PAGE = "/kontrola/"


def submitted_town(coordinator, name):
    town = make_town(name)
    fill_in(town)
    town.period.submit(by=coordinator)
    return town


def submitted_towns(coordinator, *names):
    return [submitted_town(coordinator, name).period for name in names]


def confirmed(*periods):
    return {"obdobi": [period.pk for period in periods], "potvrzeno": "1"}


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
    make_remark(krnov, by=consultant, period=discussed, about="chapter")
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


def test_a_period_that_its_review_doubts_is_left_to_the_review(sign_in, consultant, coordinator, krnov):
    doubted, remarked, ready = (submitted_town(coordinator, name) for name in ["Most", "Sokolov", "Cheb"])
    Value.objects.filter(indicator=doubted.indicator).update(number=3, note="Ověřeno.")
    make_remark(doubted, by=consultant, subject_id=doubted.context.pk)
    make_remark(remarked, by=consultant)
    client = sign_in(consultant)
    text = page_text(client.post(PAGE, {"obdobi": [one.period.pk for one in (doubted, remarked, ready)]}))
    assert "Schválit 1 období" in text
    for town, words in [
        (doubted, "2 pochybnosti a připomínky k posouzení"),
        (remarked, "1 pochybnost nebo připomínka k posouzení"),
    ]:
        review = reverse("indicators:review", args=[town.plan.slug, town.period.slug])
        assert words in text.split(f'<a href="{review}">')[1].split("</li>")[0]
    review = reverse("indicators:review", args=[doubted.plan.slug, doubted.period.slug])
    assert "Pochybnosti a připomínky (2)" in page_text(client.get(review))


def test_what_was_submitted_with_gaps_is_left_to_the_review(sign_in, consultant, coordinator, krnov):
    krnov.period.submit(by=coordinator)
    text = page_text(sign_in(consultant).post(PAGE, {"obdobi": [krnov.period.pk]}))
    assert "3 chybějící údaje k posouzení" in text


def test_a_doubt_stands_in_the_way_of_a_form_that_was_shown_before(sign_in, consultant, coordinator, krnov):
    doubted, ready = (submitted_town(coordinator, name) for name in ["Most", "Sokolov"])
    make_remark(doubted, by=consultant)
    response = sign_in(consultant).post(PAGE, confirmed(doubted.period, ready.period), follow=True)
    text = page_text(response)
    assert "Schváleno: 1 období." in text
    reason = "1 pochybnost nebo připomínka k posouzení"
    assert f"Neschváleno: Most (okres Okres Most) – {reason}." in text
    doubted.period.refresh_from_db()
    assert doubted.period.state == "submitted"


def test_what_stopped_being_ready_meanwhile_is_told(sign_in, consultant, coordinator, krnov):
    ready, returned = submitted_towns(coordinator, "Most", "Sokolov")
    returned.send_back(by=consultant, reason="Doplňte.")
    text = page_text(sign_in(consultant).post(PAGE, confirmed(ready, returned), follow=True))
    assert "Schváleno: 1 období." in text
    assert "Neschváleno: Sokolov (okres Okres Sokolov) – je vrácené městu." in text


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["Most"], "Období už je schválené: Most (okres Okres Most)."),
        (["Most", "Sokolov"], "Období už jsou schválená: Most (okres Okres Most), Sokolov (okres"),
    ],
)
def test_a_second_click_says_that_all_is_approved_already(
    sign_in, consultant, coordinator, mailoutbox, django_capture_on_commit_callbacks, names, words
):
    form, client = confirmed(*submitted_towns(coordinator, *names)), sign_in(consultant)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(PAGE, form)
        text = page_text(client.post(PAGE, form, follow=True))
    assert words in text
    assert "Nevybrali jste" not in text
    assert ReportingPeriod.history.exclude(approved_at=None).count() == len(names)


@pytest.mark.parametrize("others", [0, 9])
def test_what_is_asked_grows_with_the_chosen_towns_only(
    sign_in, consultant, coordinator, django_assert_max_num_queries, others
):
    chosen = submitted_towns(coordinator, "Most", "Sokolov")
    submitted_towns(coordinator, *(f"Obec {number}" for number in range(others)))
    client = sign_in(consultant)
    # Two to sign in, four to find the chosen and their remarks, and the reading of each.
    with django_assert_max_num_queries(2 + 4 + 2 * 11):
        client.post(PAGE, {"obdobi": [period.pk for period in chosen]})


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

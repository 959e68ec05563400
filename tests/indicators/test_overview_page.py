"""My overview: what is due and what is missing."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from tests.builders import make_period, make_town, make_user, make_value
from tests.html import page_text

OVERVIEW = "/"


def period_page(town):
    return reverse("indicators:period", args=[town.plan.slug, town.period.slug])


def test_a_coordinator_sees_what_is_due_and_how_much_is_done(as_coordinator, krnov):
    make_value(krnov.indicator, krnov.period, 5)
    text = page_text(as_coordinator.get(OVERVIEW))
    assert "Krnov (okres Okres Krnov) · PSZ 2022–2027" in text
    assert "Odevzdat do <strong>31. 1. 2027</strong>" in text
    assert "<strong>1</strong> vyplněno" in text
    assert "<strong>1</strong> chybí" in text


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "po termínu 1 den"),
        (0, "termín je dnes"),
        (1, "zbývá 1 den"),
        (3, "zbývají 3 dny"),
        (70, "zbývá 70 dní"),
    ],
)
def test_the_deadline_is_said_in_words(as_coordinator, krnov, days, words):
    krnov.period.due_on = localdate() + timedelta(days=days)
    krnov.period.save()
    assert words in page_text(as_coordinator.get(OVERVIEW))


def test_the_nearest_deadline_comes_first(as_coordinator, krnov):
    make_period(krnov.plan, slug="2022", title="Dřívější", start=date(2022, 1, 1), due_on=date(2026, 12, 1))
    text = page_text(as_coordinator.get(OVERVIEW))
    assert text.index("Dřívější") < text.index("leden 2023")


def test_a_submitted_period_is_no_longer_due(as_coordinator, coordinator, krnov):
    krnov.period.submit(by=coordinator)
    assert "Teď není co vyplňovat" in page_text(as_coordinator.get(OVERVIEW))


def test_a_returned_period_is_due_again(as_coordinator, coordinator, consultant, krnov):
    krnov.period.submit(by=coordinator)
    krnov.period.send_back(by=consultant, reason="Chybí zdroj.")
    assert "Co je třeba vyplnit" in page_text(as_coordinator.get(OVERVIEW))


def test_somebody_without_any_role_is_told_whom_to_ask(sign_in, db):
    assert "Zatím vám nikdo žádný plán nezpřístupnil" in page_text(sign_in(make_user("novy")).get(OVERVIEW))


def test_a_consultant_begins_on_the_board_of_towns(sign_in, consultant):
    response = sign_in(consultant).get(OVERVIEW)
    assert response["Location"] == reverse("reports:board")


def test_a_consultant_who_also_coordinates_is_led_there_from_the_overview(sign_in, krnov):
    person = make_user("eva", consultant=True, coordinator_of=krnov.territory)
    text = page_text(sign_in(person).get(OVERVIEW))
    assert "Co je třeba vyplnit" in text
    assert f'<h2> <a href="{reverse("reports:board")}">Města</a> </h2>' in text


def test_a_consultant_of_a_centre_without_plans_stays(sign_in, db):
    assert "Zatím vám nikdo" in page_text(sign_in(make_user("petr", centre="RCZ")).get(OVERVIEW))


@pytest.mark.parametrize("person", ["consultant", "coordinator", "reader", "contributor"])
def test_the_number_of_queries_depends_neither_on_towns_nor_on_the_role(
    request, sign_in, krnov, lexikona, person, django_assert_max_num_queries
):
    for name in ["Most", "Ostrava", "Sokolov"]:
        make_town(name).measure.implementers.add(lexikona)
    client = sign_in(request.getfixturevalue(person))
    with django_assert_max_num_queries(8):
        client.get(OVERVIEW)


def test_the_period_page_counts_by_area(as_coordinator, krnov):
    make_value(krnov.indicator, krnov.period, missing_reason="not_monitored")
    text = page_text(as_coordinator.get(period_page(krnov)))
    assert "Hotovo 1 ze 2 hodnot" in text
    assert "<strong>1</strong> s důvodem" in text
    assert "0 z 1" in text


def test_measures_without_a_status_are_listed(as_coordinator, krnov):
    text = page_text(as_coordinator.get(period_page(krnov)))
    assert "Opatření bez stavu" in text
    assert "Vytvořit kontaktní místo" in text


def test_the_period_page_takes_a_fixed_number_of_queries(
    as_coordinator, krnov, django_assert_max_num_queries
):
    with django_assert_max_num_queries(16):
        as_coordinator.get(period_page(krnov))

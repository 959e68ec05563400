"""A coordinator decides for which periods the plan collects values and until when."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import resolve, reverse

from plans.models import ReportingPeriod
from plans.period_forms import slug_of
from tests.builders import make_period, make_town
from tests.html import form_data, page_text

TYPED = {"start": "2025", "end": "31. 12. 2025", "due_on": "31. 1. 2026"}


def address(name, town, *args):
    return reverse(f"plans:{name}", args=[town.plan.slug, *args])


def add(client, town, **typed):
    page = address("add_period", town)
    return client.post(page, form_data(client.get(page)) | TYPED | typed, follow=True)


def edit(client, town, **typed):
    page = address("edit_period", town, town.period.pk)
    return client.post(page, form_data(client.get(page)) | typed)


def test_the_list_says_how_each_period_stands(as_coordinator, krnov):
    text = page_text(as_coordinator.get(address("periods", krnov)))
    for words in ("leden 2023 – červen 2024", "31. 1. 2027", "Rozpracováno"):
        assert words in text
    assert address("edit_period", krnov, krnov.period.pk) in text


def test_a_plan_without_periods_asks_for_the_first(as_coordinator, krnov):
    krnov.period.delete()
    assert "Přidejte první" in page_text(as_coordinator.get(address("periods", krnov)))
    add(as_coordinator, krnov)
    assert krnov.plan.periods.get().slug == "2025"


def test_the_coordinator_adds_a_period(as_coordinator, coordinator, krnov):
    text = page_text(add(as_coordinator, krnov))
    assert "Období je uložené: rok 2025." in text
    assert "překrývá" not in text
    period = krnov.plan.periods.get(slug="2025")
    assert (period.start, period.end) == (date(2025, 1, 1), date(2025, 12, 31))
    assert (period.due_on, period.data_as_of) == (date(2026, 1, 31), None)
    assert period.history.get().history_user == coordinator


def test_an_overlap_is_pointed_out_but_not_refused(as_coordinator, krnov):
    text = page_text(add(as_coordinator, krnov, start="1. 6. 2024"))
    assert "Pozor, překrývá se s jiným obdobím: leden 2023 – červen 2024." in text
    assert krnov.plan.periods.count() == 2


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"start": ""}, "Napište, kdy období začíná"),
        ({"end": ""}, "Napište, kdy období končí"),
        ({"end": "31. 12. 2024"}, "Konec je dřív než začátek."),
        ({"start": "jaro"}, "Období „jaro“ nelze přečíst"),
        ({"due_on": "2026"}, "Napište jeden den"),
        (
            {"start": "1/2023", "end": "6/2024"},
            "Období se stejnými daty už plán má: leden 2023 – červen 2024.",
        ),
    ],
)
def test_bad_dates_stay_typed_and_nothing_is_saved(as_coordinator, krnov, typed, sentence):
    response = add(as_coordinator, krnov, **typed)
    assert response.status_code == 422
    assert sentence in page_text(response)
    assert form_data(response).items() >= typed.items()
    assert krnov.plan.periods.count() == 1


def test_dates_of_an_open_period_change_and_its_address_stays(as_coordinator, coordinator, krnov):
    assert edit(as_coordinator, krnov, end="rok 2024", title="Druhé").status_code == 302
    krnov.period.refresh_from_db()
    assert (krnov.period.end, krnov.period.title) == (date(2024, 12, 31), "Druhé")
    assert krnov.period.slug == "2023-2024"
    assert krnov.period.history.first().history_user == coordinator


@pytest.mark.parametrize("state", ["submitted", "approved"])
def test_a_submitted_or_approved_period_is_locked(as_coordinator, coordinator, consultant, krnov, state):
    page = address("edit_period", krnov, krnov.period.pk)
    opened_before = form_data(as_coordinator.get(page))
    krnov.period.submit(by=coordinator)
    if state == "approved":
        krnov.period.approve(by=consultant)
    response = as_coordinator.post(page, opened_before | {"due_on": "1. 1. 2030"})
    assert response.status_code == 403
    assert "jeho data ani termín proto změnit nejde" in page_text(response)
    assert "zamčené" in page_text(as_coordinator.get(address("periods", krnov)))
    krnov.period.refresh_from_db()
    assert krnov.period.due_on == date(2027, 1, 31)


def test_a_returned_period_may_be_edited_again(as_coordinator, coordinator, consultant, krnov):
    krnov.period.submit(by=coordinator)
    krnov.period.send_back(by=consultant, reason="Chybí zdroje.")
    assert edit(as_coordinator, krnov, due_on="1. 3. 2027").status_code == 302


def test_nobody_overwrites_dates_saved_meanwhile(as_coordinator, krnov):
    page = address("edit_period", krnov, krnov.period.pk)
    mine = form_data(as_coordinator.get(page)) | {"title": "Moje"}
    ReportingPeriod.objects.filter(pk=krnov.period.pk).update(due_on=date(2027, 2, 28))
    response = as_coordinator.post(page, mine)
    assert response.status_code == 422
    assert "Uloženo je teď: 28. 2. 2027" in page_text(response)
    assert as_coordinator.post(page, form_data(response)).status_code == 302


def test_another_towns_period_is_not_found(as_coordinator, krnov):
    other = make_town("Most")
    assert as_coordinator.get(address("edit_period", krnov, other.period.pk)).status_code == 404


@pytest.mark.parametrize("count", [1, 20])
def test_the_number_of_queries_does_not_grow(as_coordinator, krnov, count, django_assert_max_num_queries):
    for year in range(1950, 1950 + count):
        make_period(krnov.plan, slug=f"{year}", start=date(year, 1, 1), end=date(year, 12, 31))
    with django_assert_max_num_queries(6):
        as_coordinator.get(address("periods", krnov))


# Addresses.


@pytest.mark.parametrize(
    ("start", "end", "slug"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2023, 1, 1), date(2024, 12, 31), "2023-2024"),
        (date(2024, 9, 1), date(2025, 8, 31), "2024-09-2025-08"),
        (date(2025, 1, 15), date(2025, 6, 30), "2025-01-15-2025-06-30"),
    ],
)
def test_the_address_is_made_from_the_dates(start, end, slug):
    assert slug_of(start, end) == slug


def test_a_taken_address_gets_a_number(as_coordinator, krnov):
    add(as_coordinator, krnov, start="2023", end="2024")
    assert krnov.plan.periods.filter(slug="2023-2024-2").exists()


@pytest.mark.parametrize("word", ["upravy", "historie", "projekty", "cile"])
def test_no_period_can_hide_a_page_of_the_plan(krnov, word):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_period(krnov.plan, slug=word)


def test_a_fixed_word_wins_over_a_period(krnov):
    page = f"/plany/{krnov.plan.slug}/"
    assert resolve(f"{page}upravy/").view_name == "plans:edit_plan"
    assert resolve(f"{page}upravy/obdobi/").view_name == "plans:periods"
    assert resolve(f"{page}2023-2024/").view_name == "indicators:period"

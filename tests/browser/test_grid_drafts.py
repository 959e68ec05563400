"""A lost connection or an expired session costs nobody what was typed."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from tests.browser.grid import SAVED, address_of, cell, grid_of, row, sign_in
from tests.builders import make_user

pytestmark = pytest.mark.browser


def test_offline_waits_and_goes_by_itself_when_the_network_is_back(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    page.context.set_offline(True)
    cell(page, "4.1.1/1").fill("301")
    page.keyboard.press("Enter")
    page.keyboard.type("3,1")
    page.keyboard.press("Enter")
    expect(row(page, "4.1.1/1")).to_contain_text("Čeká na síť")
    expect(page.locator(".grid-banner")).to_contain_text("Připojení vypadlo. Čekají 2\u00a0hodnoty.")
    page.context.set_offline(False)
    expect(row(page, "4.1.1/1")).to_contain_text(SAVED)
    expect(row(page, "4.1.1/2")).to_contain_text(SAVED)
    expect(page.locator(".grid-banner")).to_have_count(0)
    assert stored_number(busy_town) == 301


def test_the_button_tries_at_once(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    page.route("**/ulozit/", lambda route: route.abort())
    cell(page, "4.1.1/1").fill("302")
    page.keyboard.press("Enter")
    expect(row(page, "4.1.1/1")).to_contain_text("Čeká na síť")
    page.unroute("**/ulozit/")
    page.get_by_role("button", name="Zkusit teď").click()
    expect(row(page, "4.1.1/1")).to_contain_text("Uloženo")


def test_a_failing_server_keeps_what_was_typed(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    page.route("**/ulozit/", lambda route: route.fulfill(status=502, body="Bad gateway"))
    cell(page, "4.1.1/1").fill("303")
    page.keyboard.press("Enter")
    expect(page.locator(".grid-banner")).to_contain_text("Server teď neodpovídá správně.")
    expect(cell(page, "4.1.1/1")).to_have_value("303")


def test_an_expired_session_offers_after_sign_in_what_was_typed(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    Session.objects.all().delete()
    cell(page, "4.1.1/1").fill("304")
    page.keyboard.press("Enter")
    expect(page.locator(".grid-banner")).to_contain_text("Přihlášení vypršelo. Čeká 1\u00a0hodnota.")
    page.get_by_role("link", name="Přihlásit se znovu").click()
    sign_in(page, busy_town.coordinator)
    expect(page.locator(".grid-banner")).to_contain_text("zůstalo neuložené: 1\u00a0hodnota z")
    expect(cell(page, "4.1.1/1")).to_have_value("229")
    page.get_by_role("button", name="Vrátit do tabulky").click()
    expect(cell(page, "4.1.1/1")).to_have_value("304")
    expect(row(page, "4.1.1/1")).to_contain_text("Uloženo")
    page.reload()
    expect(page.locator(".grid-banner")).to_have_count(0)


def test_signing_in_beside_lets_the_open_page_go_on(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    page.context.clear_cookies()
    cell(page, "4.1.1/1").fill("305")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Přihlásit se znovu")).to_be_visible()
    beside = page.context.new_page()
    beside.goto("/")
    sign_in(beside, busy_town.coordinator)
    expect(beside.get_by_role("heading", name="Co je třeba vyplnit")).to_be_visible()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(row(page, "4.1.1/1")).to_contain_text("Uloženo")


def test_what_was_kept_can_be_thrown_away(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    leave_behind(page, "306")
    page.get_by_role("button", name="Zahodit").click()
    expect(page.locator(".grid-banner")).to_have_count(0)
    page.reload()
    expect(page.locator(".grid-banner")).to_have_count(0)
    expect(cell(page, "4.1.1/1")).to_have_value("229")


def test_what_was_kept_does_not_overwrite_a_later_value_unseen(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    value = busy_town.town.indicator.values.get(period=busy_town.town.period)
    leave_behind(page, "307", meanwhile=lambda: save_later(value))
    page.get_by_role("button", name="Vrátit do tabulky").click()
    expect(row(page, "4.1.1/1")).to_contain_text("Dvojí zápis")
    value.refresh_from_db()
    assert value.number == 240


def save_later(value):
    value.number, value.version = 240, value.version + 1
    value.save()


def test_another_person_at_the_same_computer_is_offered_nothing(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    leave_behind(page, "308")
    page.get_by_role("button", name="Odhlásit").click()
    page.goto(address_of(busy_town))
    sign_in(page, make_user("kolegyne", coordinator_of=busy_town.town.territory))
    expect(cell(page, "4.1.1/1")).to_have_value("229")
    expect(page.locator(".grid-banner")).to_have_count(0)


def test_a_page_of_one_person_saves_nothing_as_another(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    page.context.clear_cookies()
    beside = page.context.new_page()
    beside.goto("/")
    sign_in(beside, make_user("kolegyne", coordinator_of=busy_town.town.territory))
    expect(beside.get_by_role("heading", name="Co je třeba vyplnit")).to_be_visible()
    cell(page, "4.1.1/1").fill("309")
    page.keyboard.press("Enter")
    expect(page.locator(".grid-banner")).to_contain_text("mezitím přihlásil někdo jiný")
    assert stored_number(busy_town) == 229


def leave_behind(page, text, meanwhile=lambda: None):
    """Type without a network and come back to the page."""
    page.route("**/ulozit/", lambda route: route.abort())
    page.on("dialog", lambda dialog: dialog.accept())
    cell(page, "4.1.1/1").fill(text)
    page.keyboard.press("Enter")
    expect(row(page, "4.1.1/1")).to_contain_text("Čeká na síť")
    meanwhile()
    page.reload()
    page.unroute("**/ulozit/")
    expect(page.locator(".grid-banner")).to_contain_text("zůstalo neuložené")


def stored_number(busy):
    return busy.town.indicator.values.get(period=busy.town.period).number

"""What the grid says and offers while one works is readable for everybody: axe looks at each state."""

import pytest
from playwright.sync_api import expect

from tests.browser.grid import cell, grid_of, row
from tests.browser.test_accessibility import check
from tests.builders import make_user, make_value

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 360])
def test_every_state_of_the_grid_passes_the_rules(page_of, busy_town, width):
    page = grid_of(page_of, busy_town, viewport={"width": width, "height": 800})
    page.on("dialog", lambda dialog: dialog.accept())
    refuse(page)
    doubt(page)
    conflict(page, busy_town)
    cut_off(page)
    select_and_ask_why(page)
    check(page)
    page.reload()
    expect(page.locator(".grid-banner")).to_contain_text("zůstalo neuložené")
    check(page)


def refuse(page):
    write(page, "4.1.1/1", "230 skupin", "Odmítnuto")


def doubt(page):
    """Its parts add up to 22."""
    write(page, "4.1.1/8", "23", "Ke kontrole")


def conflict(page, busy):
    colleague = make_user("kolegyne", coordinator_of=busy.town.territory)
    indicator = busy.town.plan.indicators.get(measure__code="4.1.2.1")
    make_value(indicator, busy.town.period, 12, updated_by=colleague)
    write(page, "4.1.2.1/1", "14", "Dvojí zápis")


def cut_off(page):
    page.route("**/ulozit/", lambda route: route.abort())
    write(page, "4.1.1/3", "100", "Čeká na síť")
    expect(page.locator(".grid-banner")).to_contain_text("Připojení vypadlo")


def select_and_ask_why(page):
    page.get_by_label("4.1.2.2/1 vlastní období").focus()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Alt+d")
    expect(page.get_by_role("listbox", name="Nula, nebo důvod")).to_be_focused()


def write(page, address, text, state):
    cell(page, address).fill(text)
    page.keyboard.press("Enter")
    expect(row(page, address).locator(".mark-cell")).to_contain_text(state)

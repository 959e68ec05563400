"""Everything that the coordinator does often can be done without a mouse."""

import re

import pytest
from playwright.sync_api import expect

from tests.builders import PASSWORD

pytestmark = pytest.mark.browser

FAR = 60  # stops on the way before we call a field out of reach


def test_sign_in_and_save_a_value(page_of, busy_town):
    town = busy_town.town
    page = page_of()
    page.goto(f"/plany/{town.plan.slug}/{town.period.slug}/hodnoty/")
    tab_to(page, page.get_by_label("E-mail"))
    page.keyboard.type(busy_town.coordinator.email)
    tab_to(page, page.get_by_label("Heslo"))
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    population = page.get_by_label("K/1 hodnota")
    expect(population).to_be_visible()
    tab_to(page, population)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("23001")
    page.keyboard.press("Enter")
    expect(page.locator("tr", has=population)).to_contain_text("Uloženo")
    expect(population).to_have_value(re.compile(r"^23\s001$"))


def test_the_skip_link_leads_past_the_navigation(page_of, busy_town):
    town = busy_town.town
    page = page_of(busy_town.coordinator)
    page.goto(f"/plany/{town.plan.slug}/{town.period.slug}/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Přejít na obsah")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("main").locator(":focus")).to_have_count(1)


def test_focus_is_always_visible(page_of, busy_town):
    town = busy_town.town
    page = page_of(busy_town.coordinator)
    page.goto(f"/plany/{town.plan.slug}/{town.period.slug}/hodnoty/")
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(OUTLINE) == "solid", page.evaluate("document.activeElement.outerHTML")


def test_focus_never_hides_under_the_save_bar(page_of, busy_town):
    town = busy_town.town
    page = page_of(busy_town.coordinator, viewport={"width": 1280, "height": 500})
    page.goto(f"/plany/{town.plan.slug}/{town.period.slug}/hodnoty/")
    hidden = []
    for _ in range(3 * FAR):
        page.keyboard.press("Tab")
        if is_covered := page.evaluate(FOCUS_IS_COVERED):
            hidden.append(is_covered)
    assert hidden == []


OUTLINE = "getComputedStyle(document.activeElement).outlineStyle"
# The element at the middle of the focused one is something else: a bar that floats above the page.
FOCUS_IS_COVERED = """() => {
    const focused = document.activeElement;
    if (focused === document.body) return null;
    const box = focused.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const bar = top && top.closest(".save-bar, .grid-table thead");
    return bar && !bar.contains(focused) ? focused.getAttribute("aria-label") || focused.textContent : null;
}"""


def tab_to(page, goal):
    """Press Tab until the goal has the focus."""
    for _ in range(FAR):
        page.keyboard.press("Tab")
        if goal.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"Tab does not reach {goal} in {FAR} steps")

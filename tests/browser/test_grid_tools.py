"""Above and inside the grid: filters, the jump box, reasons in two keys, running sums, narrow screens."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import check, values_of
from tests.browser.test_small_screen import STICKING_OUT
from tests.builders import make_indicator

pytestmark = pytest.mark.browser


@pytest.fixture
def grid(page_of, busy_town):
    """The grid of the small town, open in the coordinator's browser."""

    def opened(query="", **options):
        page = page_of(busy_town.coordinator, **options)
        page.goto(values_of(busy_town) + query)
        return page

    return opened


def first_missing(page):
    """Its row by the address: once it is filled, another row is the first."""
    row = page.locator("tr.missing").first
    return page.locator(f"tr#{row.get_attribute('id')}")


def is_focused(locator):
    expect(locator).to_be_focused()


def test_filters_are_links_and_need_no_script(grid):
    page = grid(java_script_enabled=False)
    everything = page.locator("tr[id^=radek-]").count()
    page.get_by_role("link", name="Jen chybějící").click()
    expect(page).to_have_url(re.compile(r"\?zobrazit=chybejici$"))
    assert 0 < page.locator("tr[id^=radek-]").count() < everything
    expect(page.get_by_role("link", name="Jen chybějící")).to_have_attribute("aria-current", "true")


def test_without_a_script_the_jump_box_asks_the_server(grid):
    page = grid(java_script_enabled=False)
    page.get_by_label("Přejít na kód nebo slovo").fill("poctu OBYVATEL")
    page.get_by_role("button", name="Najít").click()
    expect(page.get_by_text("Nic takového v tabulce není.")).to_be_visible()
    page.get_by_label("Přejít na kód nebo slovo").fill("OBYVATEL")
    page.get_by_role("button", name="Najít").click()
    expect(page.locator("tr[id^=radek-]")).to_have_count(1)


def test_without_a_script_the_next_missing_is_an_anchor(grid):
    page = grid(java_script_enabled=False)
    page.get_by_role("link", name="Další chybějící").click()
    assert "#radek-" in page.url
    expect(page.locator("tr:target .chip-missing")).to_be_in_viewport()


def test_a_slash_and_a_code_lead_to_the_cell(grid):
    page = grid()
    page.locator("h1").click()
    page.keyboard.press("/")
    is_focused(page.get_by_role("combobox", name="Přejít na kód nebo slovo"))
    page.keyboard.type("4.1.1/3")
    page.keyboard.press("Enter")
    is_focused(page.get_by_label("4.1.1/3 hodnota"))


def test_a_word_without_accents_lists_what_it_fits(grid):
    page = grid()
    box = page.get_by_role("combobox", name="Přejít na kód nebo slovo")
    box.fill("ukazatel druhu")
    assert page.get_by_role("option").count() > 3
    page.keyboard.press("ArrowDown")
    second = page.get_by_role("option").nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    address = second.locator("span").first.inner_text()
    check(page)
    page.keyboard.press("Enter")
    is_focused(page.get_by_label(f"{address} hodnota"))


def test_the_jump_box_finds_what_the_filter_hides(grid):
    page = grid("?zobrazit=chybejici")
    page.get_by_role("combobox", name="Přejít na kód nebo slovo").fill("obyvatel")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?hledat=obyvatel$"))
    expect(page.get_by_label("K/1 hodnota")).to_be_visible()


def test_next_missing_goes_down_and_begins_again(grid):
    page = grid()
    missing = page.locator("tr.missing")
    for index in [*range(missing.count()), 0]:
        page.keyboard.press("Alt+n")
        is_focused(missing.nth(index).locator(".value-line").locator("input, select").first)


def test_a_reason_takes_two_keys(grid):
    page = grid()
    row = first_missing(page)
    field = row.locator(".value-field")
    page.keyboard.press("Alt+n")
    is_focused(field)
    page.keyboard.press("Alt+d")
    is_focused(page.get_by_role("listbox", name="Nula, nebo důvod"))
    check(page)
    page.keyboard.press("3")
    is_focused(field)
    expect(field).to_have_value("nesledováno")
    expect(row.locator(".mark-cell")).to_contain_text("uloženo")


def test_the_list_of_reasons_can_be_left_and_walked(grid):
    page = grid()
    field = first_missing(page).locator(".value-field")
    page.keyboard.press("Alt+n")
    page.keyboard.press("Alt+d")
    page.keyboard.press("Escape")
    is_focused(field)
    expect(field).to_have_value("")
    page.keyboard.press("Alt+d")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(field).to_have_value("není k\u00a0dispozici")


def test_what_is_left_follows_each_saved_cell(grid):
    page = grid()
    before = page.locator("tr.missing").count()
    row = first_missing(page)
    page.keyboard.press("Alt+n")
    page.keyboard.press("Alt+d")
    page.keyboard.press("1")
    expect(row.locator(".mark-cell")).to_contain_text("uloženo")
    expect(page.get_by_role("link", name=f"Jen chybějící {before - 1}")).to_be_visible()
    expect(page.locator(".grid-progress [data-left]")).to_contain_text(f"{before - 1}")


def test_a_mouse_has_a_button_for_reasons(grid):
    page = grid()
    row = first_missing(page)
    row.get_by_text("důvod").click()
    row.get_by_role("option", name="zatím není").click()
    expect(row.locator(".value-field")).to_have_value("zatím není")
    expect(row.get_by_text("důvod", exact=True)).to_have_count(0)


def test_parts_say_how_they_add_up(grid):
    page = grid()
    row = page.locator("tr", has_text="Osoby v bytech")
    expect(row.locator(".parts-sum")).to_have_text("✓ součet sedí")
    row.get_by_label("UA").fill("4")
    expect(row.locator(".parts-sum")).to_have_text("chybí 3 do 22")
    row.get_by_label("UA").fill("9")
    expect(row.locator(".parts-sum")).to_have_text("přebývá 2")


def test_an_empty_total_is_offered_and_never_filled_by_itself(grid):
    page = grid()
    row = page.locator("tr", has_text="Osoby v bytech")
    row.locator(".value-field").fill("")
    expect(row.locator(".value-field")).to_have_value("")
    row.get_by_role("button", name="= 22 doplnit součet").click()
    expect(row.locator(".value-field")).to_have_value("22")


def test_a_vector_spreads_into_the_parts(grid):
    page = grid()
    row = page.locator("tr", has_text="Osoby v bytech")
    row.locator(".value-field").fill("16/8")
    row.get_by_label("ČR").focus()
    expect(row.get_by_label("ČR")).to_have_value("16")
    expect(row.get_by_label("UA")).to_have_value("8")
    expect(row.locator(".value-field")).to_have_value("22")
    expect(row.locator(".parts-sum")).to_have_text("přebývá 2")


@pytest.mark.parametrize(
    "viewport",
    [{"width": 320, "height": 640}, {"width": 640, "height": 450}, {"width": 1101, "height": 700}],
    ids=["the smallest telephone", "1280 points at 200 %", "the narrowest table"],
)
def test_nothing_scrolls_sideways(grid, viewport):
    page = grid(viewport=viewport)
    assert page.evaluate(STICKING_OUT) == []


def test_twenty_rows_pass_the_rules_on_a_telephone(grid, busy_town):
    for number in range(5):
        make_indicator(busy_town.town.plan, measure=busy_town.town.measure, name=f"Další {number}")
    page = grid(viewport={"width": 360, "height": 740})
    assert page.locator("tr[id^=radek-]").count() >= 20
    check(page)


def test_the_area_in_view_is_marked(grid):
    page = grid()
    strip = page.get_by_role("navigation", name="Oblasti")
    expect(strip.locator("[aria-current]")).to_contain_text("Celý plán")
    page.locator("tr[id^=radek-]").last.scroll_into_view_if_needed()
    expect(strip.locator("[aria-current]")).to_contain_text("Bydlení")

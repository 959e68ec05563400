"""A block of cells taken from the grid into a spreadsheet: stretched by Shift, copied by Ctrl+C."""

import pytest
from playwright.sync_api import expect

from tests.browser.grid import cell, grid_of

pytestmark = pytest.mark.browser


@pytest.fixture
def grid(page_of, busy_town):
    page = grid_of(page_of, busy_town, permissions=["clipboard-read", "clipboard-write"])
    # Reached by a key, so that arrows walk over the cells.
    cell(page, "D4/1").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(cell(page, "4.1.1/1")).to_be_focused()
    return page


def chosen(page) -> list[str]:
    return page.locator(".in-block").evaluate_all("fields => fields.map((one) => one.ariaLabel)")


def copied(page) -> str:
    page.keyboard.press("ControlOrMeta+c")
    return page.evaluate("navigator.clipboard.readText()")


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_shift_and_arrows_stretch_a_block_and_say_its_size(grid):
    press(grid, "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowRight")
    expect(grid.locator(".in-block")).to_have_count(6)
    assert chosen(grid)[:2] == ["4.1.1/1 hodnota", "4.1.1/1 vlastní období"]
    expect(grid.locator("[data-announce]")).to_have_text("Vybráno 3\u00a0×\u00a02.")
    expect(cell(grid, "4.1.1/1")).to_be_focused()
    press(grid, "Shift+ArrowUp")
    expect(grid.locator(".in-block")).to_have_count(4)


def test_a_block_is_copied_as_a_spreadsheet_takes_it(grid):
    grid.get_by_label("4.1.1/2 poznámka").fill('tzv. "noví"')
    cell(grid, "4.1.1/1").focus()
    press(grid, "Shift+ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight")
    assert copied(grid).splitlines() == ["229\t\tz toho 40 nových", '4,5\t\t"tzv. ""noví"""']


def test_lists_are_copied_by_their_words(grid):
    press(grid, "ArrowDown", "ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown")
    assert copied(grid).splitlines() == ["1\u00a0009\u00a0154", "ANO", "probíhá"]


def test_a_share_is_a_column_where_a_row_has_it(grid):
    cell(grid, "K4/1").focus()
    press(grid, "Shift+ArrowRight", "Shift+ArrowRight")
    assert chosen(grid) == ["K4/1 hodnota", "K4/1 podíl v procentech", "K4/1 vlastní období"]


def test_a_block_that_begins_in_an_empty_field_is_copied_too(grid):
    press(grid, "ArrowRight", "Shift+ArrowRight")
    assert chosen(grid) == ["4.1.1/1 vlastní období", "4.1.1/1 poznámka"]
    assert copied(grid) == "\tz toho 40 nových"


def test_shift_and_a_click_stretch_as_well(grid):
    grid.get_by_label("4.1.1/3 poznámka").click(modifiers=["Shift"])
    expect(grid.locator(".in-block")).to_have_count(9)
    expect(cell(grid, "4.1.1/1")).to_be_focused()


@pytest.mark.parametrize("key", ["Escape", "ArrowDown", "Tab", "7"])
def test_a_block_ends(grid, key):
    press(grid, "Shift+ArrowDown", key)
    expect(grid.locator(".in-block")).to_have_count(0)


def test_esc_ends_the_block_and_takes_nothing_back(grid):
    grid.keyboard.type("7")
    press(grid, "Shift+ArrowDown", "Escape")
    expect(cell(grid, "4.1.1/1")).to_have_value("7")
    press(grid, "Escape")
    expect(cell(grid, "4.1.1/1")).to_have_value("229")


def test_inside_an_edited_text_shift_selects_its_letters(grid):
    press(grid, "F2", "Shift+ArrowLeft", "Shift+ArrowUp")
    expect(grid.locator(".in-block")).to_have_count(0)
    assert copied(grid) == "229"


def test_a_clicked_text_is_selected_and_copied_as_anywhere(grid):
    grid.get_by_label("4.1.1/1 poznámka").click()
    press(grid, "End", "Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft")
    expect(grid.locator(".in-block")).to_have_count(0)
    assert copied(grid) == "ých"


def test_keys_switched_off_leave_shift_to_the_text(grid):
    grid.get_by_text("Klávesy v tabulce").click()
    grid.get_by_label("Používat tyto klávesy").uncheck()
    cell(grid, "4.1.1/1").focus()
    press(grid, "Shift+ArrowDown")
    expect(grid.locator(".in-block")).to_have_count(0)

"""The grid under the fingers: cells follow arrows and Enter as in a spreadsheet, texts stay texts."""

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from tests.browser.grid import cell, grid_of, row, value_of
from tests.builders import PASSWORD, make_town, make_user

pytestmark = pytest.mark.browser

FAR = 60  # stops on the way before we call a field out of reach


def test_arrows_and_enter_walk_over_the_cells(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    cell(page, "4.1.1/1").focus()
    page.keyboard.press("ArrowDown")
    expect(cell(page, "4.1.1/2")).to_be_focused()
    page.keyboard.type("5,5")
    page.keyboard.press("Enter")
    expect(cell(page, "4.1.1/3")).to_be_focused()
    expect(row(page, "4.1.1/2")).to_contain_text("Uloženo")
    page.keyboard.press("Shift+Enter")
    expect(cell(page, "4.1.1/2")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("4.1.1/2 vlastní období")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    expect(cell(page, "4.1.1/1")).to_be_focused()
    assert value_of(busy_town, "Ukazatel druhu podíl").share == Decimal("5.5")


def test_arrows_pass_over_lists_without_choosing(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    cell(page, "4.1.1/3").focus()
    for address in ("4.1.1/4", "4.1.1/5", "4.1.1/6"):
        page.keyboard.press("ArrowDown")
        expect(cell(page, address)).to_be_focused()
    expect(cell(page, "4.1.1/4")).to_have_value("1")
    expect(cell(page, "4.1.1/5")).to_have_value("running")


def test_a_list_reached_by_tab_is_chosen_from_by_arrows(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    page.get_by_label("4.1.1/3 zdroj").focus()
    tab_to(page, cell(page, "4.1.1/4"))
    page.keyboard.press("ArrowDown")
    expect(cell(page, "4.1.1/4")).to_be_focused()
    expect(cell(page, "4.1.1/4")).to_have_value("0")


def test_inside_a_text_arrows_move_the_caret_up_to_its_edge(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    note = page.get_by_label("4.1.1/1 poznámka")
    note.click()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("X")
    expect(note).to_have_value("z toho 40 novýcXh")
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("4.1.1/1 zdroj")).to_be_focused()


def test_typing_replaces_and_f2_edits(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    cell(page, "D4/1").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("F2")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("8")
    expect(cell(page, "4.1.1/1")).to_have_value("2289")
    page.keyboard.press("Escape")
    expect(cell(page, "4.1.1/1")).to_have_value("229")
    page.keyboard.type("7")
    expect(cell(page, "4.1.1/1")).to_have_value("7")


def test_esc_gives_the_original_back_and_nothing_is_saved(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    cell(page, "4.1.1/1").focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("999")
    expect(row(page, "4.1.1/1")).to_contain_text("Neuloženo")
    page.keyboard.press("Escape")
    expect(cell(page, "4.1.1/1")).to_have_value("229")
    page.keyboard.press("Enter")
    expect(row(page, "4.1.1/1")).to_contain_text("Vyplněno")
    assert busy_town.town.indicator.values.get(period=busy_town.town.period).history.count() == 1


def test_one_cell_is_copied_and_pasted_as_text(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    cell(page, "D4/1").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ControlOrMeta+c")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ControlOrMeta+v")
    expect(cell(page, "4.1.1/1")).to_have_value("4")


def test_altgr_writes_a_sign_and_moves_nothing(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    note = page.get_by_label("4.1.1/1 poznámka")
    note.click()
    assert note.evaluate(TAKEN_FROM_ALTGR) == []
    expect(note).to_be_focused()


# On Windows the key right of the space bar reports itself as Ctrl and Alt together.
TAKEN_FROM_ALTGR = """field => ["ArrowDown", "Enter", "v", "n", "/"].filter((key) => {
    const altgr = {key, ctrlKey: true, altKey: true, bubbles: true, cancelable: true};
    return !field.dispatchEvent(new KeyboardEvent("keydown", altgr));
})"""


def test_the_keys_can_be_switched_off_for_good(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    page.get_by_text("Klávesy v tabulce").click()
    page.get_by_label("Používat tyto klávesy").uncheck()
    page.reload()
    cell(page, "4.1.1/1").focus()
    page.keyboard.press("ArrowDown")
    expect(cell(page, "4.1.1/1")).to_be_focused()
    page.get_by_text("Klávesy v tabulce").click()
    expect(page.get_by_label("Používat tyto klávesy")).not_to_be_checked()


def test_a_walked_cell_never_hides_under_a_bar(page_of, busy_town):
    page = grid_of(page_of, busy_town, viewport={"width": 1280, "height": 500})
    cell(page, "K/1").focus()
    for key in ["Enter"] * 16 + ["Shift+Enter"] * 16:
        page.keyboard.press(key)
        assert page.evaluate(IS_COVERED) is False, page.evaluate("document.activeElement.ariaLabel")


IS_COVERED = """() => {
    const box = document.activeElement.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return top !== document.activeElement;
}"""


def test_from_sign_in_to_submitting_by_keyboard_alone(page_of, transactional_db):
    town = make_town("Krnov")
    person = make_user("koordinatorka", coordinator_of=town.territory)
    page = page_of()
    page.goto(f"/plany/{town.plan.slug}/{town.period.slug}/hodnoty/")
    sign_in(page, person)
    fill_both_values(page)
    set_the_status(page)
    press(page, page.get_by_role("link", name="Přehled", exact=True))
    press(page, page.get_by_role("link", name="Co chybí k odevzdání"))
    press(page, page.get_by_role("button", name="Odeslat období ke kontrole"))
    expect(page.get_by_label("Plán a období")).to_contain_text("Odevzdáno")


def sign_in(page, person):
    tab_to(page, page.get_by_label("E-mail"))
    page.keyboard.type(person.email)
    tab_to(page, page.get_by_label("Heslo"))
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


def fill_both_values(page):
    tab_to(page, cell(page, "K4/1"))
    page.keyboard.type("nesledováno")
    page.keyboard.press("Enter")
    page.keyboard.type("229")
    page.keyboard.press("Enter")
    expect(row(page, "K4/1")).to_contain_text("S důvodem")
    expect(row(page, "4.1.1/1")).to_contain_text("Uloženo")


def set_the_status(page):
    press(page, page.get_by_role("link", name="Stav opatření"))
    press(page, page.get_by_role("link", name="Otevřít stav"))
    tab_to(page, page.get_by_role("radio").first)
    page.keyboard.press("Space")
    press(page, page.get_by_role("button", name="Uložit stav"))


def press(page, goal):
    expect(goal).to_be_visible()
    tab_to(page, goal)
    page.keyboard.press("Enter")


def tab_to(page, goal):
    """Press Tab until the goal has the focus."""
    for _ in range(FAR):
        page.keyboard.press("Tab")
        if goal.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"Tab does not reach {goal} in {FAR} steps")

"""Ticking towns on the board: each button says to how many it applies, and a sentence what it leaves out."""

import pytest
from playwright.sync_api import expect

from tests.board.board_rows import late_town, town_of_each_state
from tests.builders import fill_in, make_user

pytestmark = pytest.mark.browser


@pytest.fixture
def board(page_of, transactional_db):
    town_of_each_state()
    for number in range(5):
        late_town(f"Obec {number}", days=2)
    page = page_of(make_user("konzultantka", consultant=True))
    page.goto("/mesta/")
    return page


def tick(page, *towns):
    for town in towns:
        page.get_by_label(f"Vybrat {town} (").check()


def button(page, name):
    return page.get_by_role("button", name=name)


def test_buttons_count_what_they_apply_to_and_name_the_rest(board):
    tick(board, "Sokolov", "Ostrava", "Most")
    expect(button(board, "Připomenout vybraným… 2")).to_be_enabled()
    expect(button(board, "Schválit vybraná… 1")).to_be_enabled()
    sentences = board.get_by_role("status").locator("p")
    expect(sentences).to_have_text([
        "Nepřipomene se: Ostrava (odevzdáno).",
        "Neschválí se: Sokolov (neodevzdáno); Most (vráceno městu).",
    ])  # fmt: skip


def test_a_button_that_applies_to_nothing_is_grey_and_a_sentence_says_why(board):
    expect(button(board, "Schválit vybraná…")).to_be_disabled()
    expect(board.get_by_text("Vyberte města, kterým připomenout termín")).to_be_visible()
    tick(board, "Orlová")
    expect(button(board, "Schválit vybraná… 0")).to_be_disabled()
    expect(board.get_by_role("status")).to_have_text("Neschválí se: Orlová (neodevzdáno).")


def test_all_shown_towns_are_ticked_at_once_and_many_are_only_counted(board):
    everything = board.get_by_label("Vybrat všechna zobrazená města")
    everything.check()
    expect(board.get_by_text("vybráno 9")).to_be_visible()
    expect(board.get_by_role("status")).to_contain_text(
        "Neschválí se: Sokolov, Obec 0, Obec 1, Obec 2 a\u00a03\u00a0další (neodevzdáno); Most (vráceno"
    )
    board.get_by_label("Vybrat Most (").uncheck()
    assert everything.evaluate("box => box.indeterminate")
    everything.check()
    everything.uncheck()
    expect(board.get_by_text("vybráno")).to_be_hidden()


def test_going_back_keeps_the_choice_and_its_numbers(board):
    tick(board, "Sokolov", "Orlová")
    button(board, "Připomenout vybraným… 2").click()
    expect(board.get_by_role("heading", level=1)).to_have_text("Vybraným městům není co připomenout")
    board.go_back()
    expect(button(board, "Připomenout vybraným… 2")).to_be_enabled()


def test_without_scripts_the_buttons_work_and_carry_no_numbers(page_of, transactional_db):
    _, ostrava, *_ = town_of_each_state()
    fill_in(ostrava)
    page = page_of(make_user("konzultantka", consultant=True), java_script_enabled=False)
    page.goto("/mesta/")
    expect(page.get_by_label("Vybrat všechna zobrazená města")).to_be_hidden()
    tick(page, "Ostrava")
    button(page, "Schválit vybraná…").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Schválit 1\u00a0období")


def test_on_a_telephone_the_filter_is_folded_and_towns_begin_on_the_second_screen(board):
    board.set_viewport_size({"width": 360, "height": 740})
    expect(board.get_by_label("Kraj")).to_be_hidden()
    assert board.get_by_role("link", name="Sokolov", exact=True).bounding_box()["y"] < 2 * 740
    board.get_by_text("Filtr měst").click()
    expect(board.get_by_label("Kraj")).to_be_visible()


def test_on_a_wide_screen_the_filter_is_always_there(board):
    expect(board.get_by_label("Kraj")).to_be_visible()
    expect(board.get_by_text("Filtr měst")).to_be_hidden()

"""What is typed into the grid is saved by itself, one row after another, and nothing of it is lost."""

import re

import pytest
from playwright.sync_api import expect

from indicators.models import Value
from plans.models import Role
from tests.browser.grid import SAVED, address_of, cell, grid_of, row, value_of
from tests.builders import make_indicator, make_user, make_value

pytestmark = pytest.mark.browser

SLOW = 700  # ms


def slow_down(page, pause=SLOW):
    def wait(route):
        page.wait_for_timeout(pause)
        route.continue_()

    page.route("**/ulozit/", wait)


def test_a_field_left_is_saved_and_tells_the_time(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    cell(page, "4.1.1/3").fill("1234,50")
    cell(page, "4.1.1/1").focus()
    expect(row(page, "4.1.1/3")).to_contain_text(re.compile(r"Uloženo\s*\d+:\d\d"))
    expect(cell(page, "4.1.1/3")).to_have_value("1\u00a0234,50")
    expect(page.locator("[data-announce]")).to_contain_text("4.1.1/3 uloženo")
    expect(page.locator("[data-save-note]")).to_contain_text("Vše je uloženo")


def test_a_pause_saves_and_leaves_the_text_under_the_fingers(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    cell(page, "4.1.1/3").focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("5000")
    expect(row(page, "4.1.1/3")).to_contain_text("Uloženo")
    expect(cell(page, "4.1.1/3")).to_have_value("5000")
    page.keyboard.press("Enter")
    expect(cell(page, "4.1.1/3")).to_have_value("5\u00a0000")
    assert value_of(busy_town, "Ukazatel druhu částka").history.count() == 2


def test_typing_during_a_running_save_is_saved_next(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    slow_down(page)
    cell(page, "4.1.1/3").fill("100")
    page.keyboard.press("Enter")
    expect(row(page, "4.1.1/3")).to_contain_text("Ukládá se")
    cell(page, "4.1.1/3").fill("1002")
    page.keyboard.press("Enter")
    expect(row(page, "4.1.1/3")).to_contain_text("Uloženo")
    expect(cell(page, "4.1.1/3")).to_have_value("1\u00a0002")
    assert value_of(busy_town, "Ukazatel druhu částka").number == 1002


def test_twenty_quick_edits_lose_nothing(page_of, busy_town):
    town = busy_town.town
    for number in range(20):
        make_indicator(town.plan, measure=town.measure, name=f"Rychlý {number}")
    page = grid_of(page_of, busy_town)
    cell(page, "4.1.1/9").focus()
    for number in range(20):
        page.keyboard.type(str(100 + number))
        page.keyboard.press("Enter")
    expect(page.locator("[data-save-note]")).to_contain_text("Vše je uloženo")
    found = Value.objects.filter(indicator__name__startswith="Rychlý").values_list(
        "indicator__name", "number"
    )
    assert dict(found) == {f"Rychlý {number}": 100 + number for number in range(20)}


def test_what_is_refused_stays_and_one_click_mends_it(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    busy_town.town.indicator.unit = "osoba"
    busy_town.town.indicator.save()
    cell(page, "4.1.1/1").fill("230 skupin")
    page.keyboard.press("Enter")
    expect(row(page, "4.1.1/1")).to_contain_text("Odmítnuto")
    expect(cell(page, "4.1.1/1")).to_have_value("230 skupin")
    expect(cell(page, "4.1.1/1")).to_have_attribute("aria-invalid", "true")
    expect(cell(page, "4.1.1/1")).to_have_accessible_description(re.compile("Jednotka „skupin“"))
    page.get_by_role("button", name="Použít 230").click()
    expect(row(page, "4.1.1/1")).to_contain_text("Uloženo")
    expect(row(page, "4.1.1/1")).not_to_contain_text("Jednotka")
    expect(cell(page, "4.1.1/1")).not_to_have_attribute("aria-invalid", "true")
    assert busy_town.town.indicator.values.get(period=busy_town.town.period).number == 230


def test_a_refusal_taken_back_leaves_no_words(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    cell(page, "4.1.1/1").fill("dost")
    page.get_by_label("4.1.1/1 poznámka").focus()
    expect(row(page, "4.1.1/1")).to_contain_text("nelze přečíst")
    cell(page, "4.1.1/1").fill("229")
    expect(row(page, "4.1.1/1")).to_contain_text("Vyplněno")
    expect(row(page, "4.1.1/1")).not_to_contain_text("nelze přečíst")


def test_a_note_waits_for_its_value(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    page.get_by_label("4.1.2.1/1 poznámka").fill("odhad")
    page.get_by_label("4.1.2.1/1 zdroj").focus()
    expect(row(page, "4.1.2.1/1")).to_contain_text("Neuloženo")
    cell(page, "4.1.2.1/1").fill("31")
    page.keyboard.press("Enter")
    expect(row(page, "4.1.2.1/1")).to_contain_text("Uloženo")


@pytest.mark.parametrize(("choice", "number"), [("Nechat 12", 12), ("Zapsat 14", 14)])
def test_two_windows_are_shown_to_each_other(page_of, busy_town, choice, number):
    page = grid_of(page_of, busy_town)
    write_meanwhile(busy_town, 12)
    cell(page, "4.1.2.1/1").fill("14")
    page.keyboard.press("Enter")
    expect(row(page, "4.1.2.1/1")).to_contain_text("Dvojí zápis")
    expect(row(page, "4.1.2.1/1")).to_contain_text("Kolegyne")
    expect(cell(page, "4.1.2.1/1")).to_have_value("14")
    page.get_by_role("button", name=choice).click()
    expect(row(page, "4.1.2.1/1")).to_contain_text(SAVED)
    expect(cell(page, "4.1.2.1/1")).to_have_value(str(number))
    assert value_at(busy_town).number == number


def test_only_what_i_changed_overwrites_the_other_window(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    write_meanwhile(busy_town, 12, note="bez Bruntálu")
    cell(page, "4.1.2.1/1").fill("14")
    page.keyboard.press("Enter")
    expect(page.get_by_label("4.1.2.1/1 poznámka")).to_have_value("bez Bruntálu")
    page.get_by_role("button", name="Zapsat 14").click()
    expect(row(page, "4.1.2.1/1")).to_contain_text("Uloženo")
    assert (value_at(busy_town).number, value_at(busy_town).note) == (14, "bez Bruntálu")


def write_meanwhile(busy, number, **facts):
    colleague = make_user("kolegyne", coordinator_of=busy.town.territory)
    indicator = busy.town.plan.indicators.get(measure__code="4.1.2.1")
    make_value(indicator, busy.town.period, number, updated_by=colleague, **facts)


def value_at(busy) -> Value:
    return Value.objects.get(indicator__measure__code="4.1.2.1", period=busy.town.period)


def test_a_right_lost_meanwhile_is_told_apart_from_a_lost_session(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    busy_town.coordinator.memberships.update(role=Role.READER)
    cell(page, "4.1.1/1").fill("230")
    page.keyboard.press("Enter")
    expect(row(page, "4.1.1/1")).to_contain_text("Tuto hodnotu už měnit nesmíte.")
    busy_town.coordinator.memberships.all().delete()
    cell(page, "4.1.1/3").fill("12")
    page.keyboard.press("Enter")
    expect(row(page, "4.1.1/3")).to_contain_text("Tuto hodnotu už měnit nesmíte.")
    expect(page.locator(".grid-banner")).to_have_count(0)
    expect(cell(page, "4.1.1/1")).to_have_value("230")


def test_the_button_saves_all_and_leads_to_what_is_wrong(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    cell(page, "4.1.1/1").fill("dvanáct")
    cell(page, "4.1.1/3").fill("12")
    page.get_by_role("button", name="Uložit hodnoty").click()
    expect(cell(page, "4.1.1/1")).to_be_focused()
    expect(page.locator("[data-save-note]")).to_contain_text("Odmítnuto, opravte prosím: 1 hodnota.")
    expect(row(page, "4.1.1/3")).to_contain_text("Uloženo")


def test_without_javascript_the_form_saves_as_a_page(page_of, busy_town):
    page = grid_of(page_of, busy_town, java_script_enabled=False)
    cell(page, "4.1.1/1").fill("231")
    page.get_by_role("button", name="Uložit hodnoty").click()
    expect(page.get_by_role("status")).to_contain_text("Uloženo: 1 hodnota.")
    expect(page.get_by_text("Klávesy v tabulce")).to_be_hidden()


def test_leaving_with_something_unsaved_warns(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    warned = []
    page.on("dialog", lambda dialog: (warned.append(dialog.type), dialog.accept()))
    cell(page, "4.1.1/1").click()
    page.keyboard.type("nevím")
    page.keyboard.press("Enter")
    expect(row(page, "4.1.1/1")).to_contain_text("Odmítnuto")
    page.goto("/")
    assert warned == ["beforeunload"]


def test_leaving_with_everything_saved_does_not_warn(page_of, busy_town):
    page = grid_of(page_of, busy_town)
    page.on("dialog", lambda dialog: pytest.fail(dialog.type))
    cell(page, "4.1.1/1").fill("232")
    page.keyboard.press("Enter")
    expect(row(page, "4.1.1/1")).to_contain_text("Uloženo")
    page.goto(address_of(busy_town))
    expect(cell(page, "4.1.1/1")).to_have_value("232")

"""The memory of a cell beside the grid: it follows the focus, and one key takes over what it knows."""

import re

import pytest
from playwright.sync_api import expect

from indicators.models import Definition, Statistic
from tests.browser.grid import SAVED, cell, grid_of, row
from tests.builders import make_indicator, make_value

pytestmark = pytest.mark.browser

PERSONS = "4.1.1/1"


@pytest.fixture
def known(busy_town):
    """The first row of the measure has a source from last time and a statistic of the town."""
    town = busy_town.town
    definition = Definition.objects.create(code="persons", name="Osoby", unit="osoba")
    town.indicator.definition = definition
    town.indicator.save()
    town.indicator.values.filter(period=busy_town.earlier).update(source="pasport bytů")
    figure = {"definition": definition, "territory": town.territory, "source": "ČSÚ"}
    Statistic.objects.create(**figure, year=2023, number=1535)
    return busy_town


def panel_of(page):
    return page.get_by_role("complementary", name="Paměť buňky")


def stored(busy):
    return busy.town.indicator.values.get(period=busy.town.period)


def test_the_panel_follows_the_focus(page_of, known):
    page = grid_of(page_of, known)
    cell(page, PERSONS).focus()
    expect(panel_of(page)).to_contain_text("pasport bytů")
    cell(page, "K4/1").focus()
    expect(panel_of(page)).to_contain_text("Osoby v exekuci")
    expect(panel_of(page)).not_to_contain_text("pasport bytů")


def test_the_panel_knows_what_was_just_saved(page_of, known):
    page = grid_of(page_of, known)
    cell(page, PERSONS).fill("231")
    page.get_by_label(f"{PERSONS} poznámka").focus()
    expect(panel_of(page).locator(".memory-now")).to_contain_text("231")


def test_one_key_takes_the_last_source(page_of, known):
    page = grid_of(page_of, known)
    cell(page, PERSONS).focus()
    page.keyboard.press("Alt+s")
    expect(page.get_by_label(f"{PERSONS} zdroj")).to_have_value("pasport bytů")
    expect(cell(page, PERSONS)).to_be_focused()
    expect(row(page, PERSONS)).to_contain_text(SAVED)
    page.reload()
    expect(page.get_by_label(f"{PERSONS} zdroj")).to_have_value("pasport bytů")
    assert stored(known).note == "z toho 40 nových"


def test_one_key_takes_the_statistic_with_its_year(page_of, known):
    page = grid_of(page_of, known)
    cell(page, PERSONS).focus()
    page.keyboard.press("Alt+p")
    expect(cell(page, PERSONS)).to_have_value(re.compile(r"^1\s535$"))
    expect(page.get_by_label(f"{PERSONS} zdroj")).to_have_value("ČSÚ, 2023 (Krnov)")
    expect(page.get_by_label(f"{PERSONS} vlastní období")).to_have_value(re.compile(r"^rok\s2023$"))
    cell(page, "K4/1").focus()
    expect(panel_of(page)).to_contain_text("Osoby v exekuci")
    expect(row(page, PERSONS)).to_contain_text(SAVED)
    assert stored(known).number == 1535


def test_where_nothing_is_known_a_key_says_so(page_of, known):
    page = grid_of(page_of, known)
    cell(page, "K4/1").focus()
    page.keyboard.press("Alt+s")
    expect(page.get_by_role("status").filter(has_text="Minule žádný zdroj")).to_be_visible()


def test_the_same_figure_is_taken_by_a_click(page_of, known):
    town = known.town
    elsewhere = make_indicator(town.plan, area=town.area, name=town.indicator.name)
    make_value(elsewhere, town.period, 777, source="jiný řádek")
    page = grid_of(page_of, known)
    cell(page, PERSONS).focus()
    panel_of(page).get_by_role("link", name=re.compile("Převzít 777")).click()
    expect(cell(page, PERSONS)).to_have_value("777")
    expect(page.get_by_label(f"{PERSONS} zdroj")).to_have_value("jiný řádek")


def test_a_closed_panel_stays_closed(page_of, known):
    page = grid_of(page_of, known)
    panel_of(page).get_by_role("button", name="Zavřít").click()
    page.reload()
    expect(page.get_by_role("button", name="Paměť buňky")).to_be_visible()
    expect(panel_of(page)).to_have_count(0)


def test_on_a_telephone_it_is_a_sheet_that_a_button_opens(page_of, known):
    page = grid_of(page_of, known, viewport={"width": 360, "height": 740})
    cell(page, PERSONS).focus()
    expect(panel_of(page)).to_have_count(0)
    page.get_by_role("button", name="Paměť buňky").click()
    expect(panel_of(page)).to_contain_text("pasport bytů")
    page.keyboard.press("Escape")
    expect(panel_of(page)).to_have_count(0)
    expect(cell(page, PERSONS)).to_be_focused()


def test_the_page_of_a_cell_takes_a_statistic_without_javascript(page_of, known):
    page = page_of(known.coordinator, java_script_enabled=False)
    town = known.town
    page.goto(f"/plany/{town.plan.slug}/{town.period.slug}/hodnoty/{town.indicator.pk}/")
    page.get_by_role("link", name="Převzít 1 535 za rok 2023").click()
    expect(page.get_by_role("textbox", name="Zdroj")).to_have_value("ČSÚ, 2023 (Krnov)")
    page.get_by_role("button", name="Uložit hodnotu").click()
    expect(page.get_by_role("status")).to_contain_text("Hodnota je uložená.")
    assert stored(known).number == 1535

"""A block of a spreadsheet put into the grid, its preview, writing and taking back."""

import re

import pytest
from playwright.sync_api import expect

from indicators.models import Value
from tests.browser.grid import cell, grid_of, sign_in
from tests.browser.test_accessibility import check, values_of
from tests.browser.test_small_screen import STICKING_OUT
from tests.builders import make_indicator

pytestmark = pytest.mark.browser

COUNT = 30
PASTE = """([label, text]) => {
    const field = document.querySelector(`[aria-label="${label}"]`);
    field.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    field.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def thirty(busy_town):
    """Thirty empty indicators below each other; the first has the address D4/2."""
    town = busy_town.town
    return [
        make_indicator(town.plan, area=town.area, role="impact", name=f"Ukazatel {number}", unit="")
        for number in range(COUNT)
    ]


def block(wrong=7):
    rows = [[str(100 + number), "rok 2023", f"poznámka {number}"] for number in range(COUNT)]
    rows[wrong][0] = "1O7"
    return "\r\n".join("\t".join(row) for row in rows) + "\r\n"


def test_a_block_of_thirty_rows_with_a_refused_cell_and_back(page_of, busy_town, thirty):
    page = page_of(busy_town.coordinator)
    page.goto(values_of(busy_town))
    page.evaluate(PASTE, ["D4/2 hodnota", block()])
    expect(page.get_by_role("heading", name="Zkontrolujte před vložením")).to_be_visible()
    expect(page.get_by_label("řádek 8, nová hodnota")).to_have_value("107")
    assert not Value.objects.filter(indicator__in=thirty).exists()
    check(page)
    page.get_by_role("button", name=re.compile("^Vložit 29")).click()
    expect(page.get_by_role("heading", name=re.compile("^Zapsaných 29"))).to_be_visible()
    written = Value.objects.get(indicator=thirty[8])
    assert (written.number, written.covers_start.year, written.note) == (108, 2023, "poznámka 8")
    assert not Value.objects.filter(indicator=thirty[7]).exists()
    check(page)
    page.get_by_role("button", name="Vrátit vložení").click()
    expect(page.get_by_role("heading", name=re.compile("^Vráceno: 29"))).to_be_visible()
    assert not Value.objects.filter(indicator__in=thirty).exists()


def test_the_guess_is_taken_by_one_click_without_a_script(page_of, busy_town, thirty):
    page = page_of(busy_town.coordinator, java_script_enabled=False)
    page.goto(values_of(busy_town))
    page.get_by_role("link", name="Vložit z Excelu").click()
    page.get_by_label("Blok z tabulky").fill("Ukazatel 1\t6O\nUkazatel 2\t7")
    page.get_by_role("button", name="Ukázat náhled").click()
    page.get_by_role("button", name="Ano, zapsat").click()
    page.get_by_role("button", name=re.compile("^Vložit 2")).click()
    expect(page.get_by_role("heading", name=re.compile("^Zapsané 2"))).to_be_visible()
    assert Value.objects.get(indicator=thirty[1]).number == 60


def test_what_was_being_typed_is_saved_before_the_preview(page_of, busy_town, thirty):
    page = grid_of(page_of, busy_town)
    page.on("dialog", lambda dialog: pytest.fail(dialog.type))
    cell(page, "4.1.1/1").fill("230")
    page.evaluate(PASTE, ["4.1.1/1 poznámka", block()])
    expect(page.get_by_role("heading", name="Zkontrolujte před vložením")).to_be_visible()
    assert busy_town.town.indicator.values.get(period=busy_town.town.period).number == 230


def test_what_is_refused_stays_in_this_computer_and_does_not_hold_up_a_paste(page_of, busy_town, thirty):
    page = grid_of(page_of, busy_town)
    page.on("dialog", lambda dialog: pytest.fail(dialog.type))
    cell(page, "4.1.1/1").fill("dost")
    page.evaluate(PASTE, ["D4/2 hodnota", block()])
    expect(page.get_by_role("heading", name="Zkontrolujte před vložením")).to_be_visible()
    page.goto(values_of(busy_town))
    expect(page.locator(".grid-banner")).to_contain_text("zůstalo neuložené: 1\u00a0hodnota")


def test_without_the_server_a_paste_waits_and_says_so(page_of, busy_town, thirty):
    page = grid_of(page_of, busy_town)
    page.route("**/ulozit/", lambda route: route.abort())
    cell(page, "4.1.1/1").fill("230")
    page.evaluate(PASTE, ["D4/2 hodnota", block()])
    expect(page.locator("[data-save-note]")).to_contain_text("Blok se nevložil")
    expect(cell(page, "4.1.1/1")).to_have_value("230")


def test_after_signing_in_beside_a_paste_goes_on(page_of, busy_town, thirty):
    page = grid_of(page_of, busy_town)
    page.context.clear_cookies()
    beside = page.context.new_page()
    beside.goto("/")
    sign_in(beside, busy_town.coordinator)
    expect(beside.get_by_role("heading", name="Co je třeba vyplnit")).to_be_visible()
    page.evaluate(PASTE, ["D4/2 hodnota", block()])
    expect(page.get_by_role("heading", name="Zkontrolujte před vložením")).to_be_visible()


def test_one_cell_is_pasted_as_anywhere(page_of, busy_town, thirty):
    page = page_of(busy_town.coordinator)
    page.goto(values_of(busy_town))
    page.evaluate(PASTE, ["D4/2 hodnota", "12"])
    expect(page.get_by_role("heading", name="Hodnoty")).to_be_visible()


def test_the_preview_fits_a_telephone(page_of, busy_town, thirty):
    page = page_of(busy_town.coordinator, viewport={"width": 360, "height": 740})
    page.goto(values_of(busy_town).replace("hodnoty", "vlozit"))
    page.get_by_label("Blok z tabulky").fill("Ukazatel 1\t6O\nUkazatel 2\t7\nNěco jiného\t3")
    page.get_by_role("button", name="Ukázat náhled").click()
    expect(page.get_by_label("řádek 3, indikátor v plánu")).to_be_visible()
    assert page.evaluate(STICKING_OUT) == []
    check(page)


def test_one_reason_for_a_whole_area(page_of, busy_town, thirty):
    page = page_of(busy_town.coordinator)
    page.goto(values_of(busy_town))
    page.get_by_role("link", name="vyplnit hromadně oblast 4").click()
    page.get_by_label("Důvod do prázdných řádků").select_option(label="nesledováno")
    page.get_by_role("button", name="Ukázat, co se zapíše").click()
    check(page)
    page.get_by_role("button", name=re.compile("^Zapsat do")).click()
    expect(page.get_by_role("button", name="Vrátit hromadné vyplnění")).to_be_visible()
    assert Value.objects.filter(indicator__in=thirty, missing_reason="not_monitored").count() == COUNT

"""The coordinator of Krnov from signing in to the printed report, as she walks through it herself."""

import re
import subprocess

import pytest
from playwright.sync_api import expect

from tests.builders import PASSWORD

pytestmark = pytest.mark.browser

# The script says it in the bar, the page above the table.
SAVED = re.compile(r"Uloženo: 1\shodnota|Vše je uloženo")
HOUSEHOLDS = "4.1.2.1/3 hodnota"  # domácnosti ohrožené ztrátou bydlení, 27 in the document


def test_from_sign_in_to_the_printed_report(page_of, jana, tmp_path):
    page = page_of()
    fill_in_the_period(page, jana)
    text = download_the_report(page, tmp_path / "report.pdf")
    assert "8 123 domácností" in text
    assert "229 osob" in text, "what nobody touched stays"


def test_the_same_without_javascript(page_of, jana):
    page = page_of(java_script_enabled=False)
    fill_in_the_period(page, jana)
    expect(page.get_by_role("link", name="Stáhnout PDF")).to_have_attribute("href", re.compile(r"\.pdf$"))


def fill_in_the_period(page, person):
    sign_in(page, person)
    see_what_is_due(page)
    change_a_value(page, "8123")
    change_a_status(page, "4.1.3.3", "Realizováno")
    see_both_in_the_preview(page, "8 123 domácností", "4.1.3.3")


def sign_in(page, person):
    page.goto("/")
    page.get_by_label("E-mail").fill(person.email)
    page.get_by_label("Heslo").fill(PASSWORD)
    page.get_by_role("button", name="Přihlásit se").click()


def see_what_is_due(page):
    expect(page.get_by_role("heading", name="Co je třeba vyplnit")).to_be_visible()
    due = page.get_by_role("main")
    expect(due).to_contain_text("leden 2023 – červen 2024")
    expect(due).to_contain_text("Odevzdat do 31. 1. 2027")
    expect(due).to_contain_text("1 chybí")
    due.get_by_role("link", name="Pokračovat ve vyplňování").click()


def change_a_value(page, number):
    expect(page.get_by_label(HOUSEHOLDS)).to_have_value("27")
    page.get_by_label(HOUSEHOLDS).fill(number)
    page.get_by_role("button", name="Uložit hodnoty").click()
    expect(page.get_by_text(SAVED).first).to_be_visible()
    expect(page.get_by_label(HOUSEHOLDS)).to_have_value(re.compile(r"^8\s123$"))


def change_a_status(page, code, word):
    page.get_by_role("link", name="Stav opatření").click()
    page.get_by_role("link", name=f"Otevřít stav {code}").click()
    page.get_by_role("radio", name=word, exact=True).check()
    page.get_by_role("button", name="Uložit stav").click()
    expect(page.get_by_role("status")).to_contain_text("Stav je uložený.")
    cards = page.get_by_role("main").get_by_role("listitem").filter(has=page.get_by_role("heading"))
    expect(cards.filter(has_text=code).filter(has_text=word)).to_be_visible()


def see_both_in_the_preview(page, figure, code):
    page.get_by_role("link", name="Zprávy").click()
    layout = page.locator("section").filter(has_text="Tabulka akčního plánu")
    layout.get_by_role("link", name="Zobrazit náhled").click()
    report = page.get_by_role("article")
    expect(report.get_by_role("row").filter(has_text=figure)).to_be_visible()
    evaluated = report.get_by_role("row").filter(has_text=code).filter(has_text="Realizováno")
    expect(evaluated).to_be_visible()


def download_the_report(page, path) -> str:
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("link", name="Stáhnout PDF").click(timeout=60_000)
    assert download.value.suggested_filename == "krnov-psz-2022-2027-2023-2024.pdf"
    download.value.save_as(path)
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    return re.sub(r"\s+", " ", text.stdout)


def test_a_typing_mistake_is_explained_beside_its_field(page_of, busy_town):
    """As the page alone says it; where the script runs, `test_grid_saving.py` tells how."""
    town = busy_town.town
    page = page_of(busy_town.coordinator, java_script_enabled=False)
    page.goto(f"/plany/{town.plan.slug}/{town.period.slug}/hodnoty/")
    mistaken, right = page.get_by_label("4.1.1/1 hodnota"), page.get_by_label("K4/1 hodnota")
    mistaken.fill("dvanáct")
    right.fill("1 912")
    page.get_by_role("button", name="Uložit hodnoty").click()
    expect(page.get_by_role("alert")).to_contain_text("Nic se zatím neuložilo. Opravte prosím 1 řádek")
    expect(mistaken).to_have_value("dvanáct")
    expect(mistaken).to_have_attribute("aria-invalid", "true")
    expect(mistaken).to_have_accessible_description(re.compile("Hodnotu „dvanáct“ nelze přečíst"))
    expect(page.locator("tr", has=mistaken)).to_contain_text("Hodnotu „dvanáct“ nelze přečíst")
    expect(right).to_have_value("1 912")
    mistaken.fill("12")
    page.get_by_role("button", name="Uložit hodnoty").click()
    expect(page.get_by_role("status")).to_contain_text("Uloženo: 2 hodnoty.")


def test_a_reader_sees_values_and_no_field(page_of, busy_town):
    town = busy_town.town
    page = page_of(busy_town.reader)
    page.goto(f"/plany/{town.plan.slug}/{town.period.slug}/hodnoty/")
    expect(page.get_by_role("row").filter(has_text="4.1.1/1")).to_contain_text("229 osob")
    expect(page.locator("table input:not([type=hidden]), table select")).to_have_count(0)
    expect(page.get_by_role("button", name="Uložit hodnoty")).to_have_count(0)

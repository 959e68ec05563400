"""An administrator brings figures of half a country and sees how far it has come."""

import pytest
from playwright.sync_api import expect

from tools.country import build_territories, write_workbook

pytestmark = pytest.mark.browser
HALF = 0.5
PATIENCE = 60_000
TELEPHONE = {"width": 360, "height": 740}
# How many steps are seen at once, each time the page grows.
LOOK = """
    window.seen = [];
    new MutationObserver(() => {
        const steps = [...document.querySelectorAll(".work-step")];
        if (steps.length && !document.querySelector(".work-end"))
            window.seen.push(steps.filter((one) => one.checkVisibility()).length);
    }).observe(document, { childList: true, subtree: true });
"""


@pytest.fixture
def book(transactional_db, tmp_path):
    build_territories(HALF)
    write_workbook(tmp_path / "index.xlsx", 2023, HALF)
    return tmp_path / "index.xlsx"


@pytest.fixture
def administrator(transactional_db, django_user_model):
    return django_user_model.objects.create_superuser("spravce@example.cz", name="Správce")


def bring(page, book):
    page.goto("/verejna-data/")
    form = page.get_by_role("region", name="Veřejné údaje")
    form.get_by_label("Soubor").set_input_files(book)
    form.get_by_label("Co údaje měří").select_option("isv")
    form.get_by_label("Rok údajů").fill("2023")
    form.get_by_label("Zdroj").fill("ASZ")
    form.get_by_role("button", name="Ukázat náhled").click()


def test_one_step_is_seen_at_a_time_and_then_only_the_result(page_of, administrator, book):
    page = page_of(administrator)
    page.set_default_timeout(PATIENCE)
    page.add_init_script(LOOK)
    bring(page, book)
    expect(page.get_by_role("heading", level=1)).to_have_text("Zkontrolujte před zapsáním", timeout=PATIENCE)
    assert set(page.evaluate("seen")) == {1}
    expect(page).to_have_title("Náhled veřejných dat – Plány začleňování")
    page.get_by_role("button", name="Zapsat").click()
    expect(page.get_by_text("Zapsáno")).to_be_visible(timeout=PATIENCE)
    assert set(page.evaluate("seen")) == {1}
    page.reload()
    expect(page).to_have_title("index.xlsx – Plány začleňování")


def test_without_a_script_it_is_the_same(page_of, administrator, book):
    page = page_of(administrator, java_script_enabled=False, viewport=TELEPHONE)
    page.set_default_timeout(PATIENCE)
    bring(page, book)
    page.get_by_role("button", name="Zapsat").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("index.xlsx", timeout=PATIENCE)
    expect(page.locator(".work-step").first).to_be_hidden()

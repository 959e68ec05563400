"""Texts written in the editor: what is stored, what stays in the computer, what works without JavaScript."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from plans.models import Evaluation
from tests.browser.test_accessibility import check
from tests.builders import make_chapter, make_evaluation

pytestmark = pytest.mark.browser

PASTE = """(element, html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", "z Wordu");
    const paste = {inputType: "insertFromPaste", dataTransfer: data, bubbles: true, cancelable: true};
    element.dispatchEvent(new InputEvent("beforeinput", paste));
}"""

# A computer too busy to draw; the script runs before those of the page.
LATE_FRAMES = """
    const soon = window.requestAnimationFrame;
    window.requestAnimationFrame = (draw) => setTimeout(() => soon(draw), 1000);
"""
# Trix draws what was typed with the next frame and puts the caret anew; nobody goes on faster than that.
DRAWN = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


@pytest.fixture
def address(busy_town) -> str:
    town = busy_town.town
    return reverse("indicators:edit_measure_status", args=[town.plan.slug, town.period.slug, town.measure.pk])


@pytest.fixture
def writing(page_of, busy_town, address):
    """The page of a measure's status with the caret in the editor of its summary."""
    page = page_of(busy_town.coordinator)
    page.goto(address)
    summary(page).click()
    return page


def summary(page):
    return page.get_by_role("textbox", name="Shrnutí za období")


def write(page, text: str):
    page.keyboard.type(text)
    page.evaluate(DRAWN)


def save(page):
    page.get_by_role("button", name="Uložit stav").click()
    expect(page.locator(".message-success")).to_be_visible()


def stored(busy_town) -> str:
    town = busy_town.town
    return Evaluation.objects.get(measure=town.measure, period=town.period).summary


def test_bold_words_and_a_list_are_stored_as_markup(writing, busy_town):
    bold = writing.get_by_role("button", name="Tučně").first
    write(writing, "Vznikla ")
    writing.keyboard.press("Control+b")
    expect(bold).to_have_attribute("aria-pressed", "true")
    write(writing, "poradna")
    bold.click()
    expect(bold).to_have_attribute("aria-pressed", "false")
    write(writing, ".")
    writing.keyboard.press("Enter")
    write(writing, "A k tomu:")
    writing.keyboard.press("Enter")
    writing.get_by_role("button", name="Seznam").first.click()
    write(writing, "byty")
    writing.keyboard.press("Enter")
    write(writing, "linka")
    expect(summary(writing).locator("li")).to_have_text(["byty", "linka"])
    save(writing)
    assert stored(busy_town) == "Vznikla **poradna**.\n\nA k tomu:\n\n- byty\n- linka"


def test_a_link_is_made_in_the_toolbar(writing, busy_town):
    write(writing, "web")
    writing.keyboard.press("Control+a")
    writing.get_by_role("button", name="Odkaz", exact=True).first.click()
    writing.get_by_label("Adresa odkazu").first.fill("https://krnov.cz/psz")
    writing.get_by_role("button", name="Vložit odkaz").first.click()
    expect(summary(writing).get_by_role("link")).to_have_text("web")
    save(writing)
    assert stored(busy_town) == "[web](https://krnov.cz/psz)"


def test_what_is_pasted_from_word_loses_its_looks(writing, busy_town):
    html = """<style>p {color: red}</style><h1>Nadpis</h1><p class=MsoNormal style="margin: 3cm">
        <b>Poradna</b> <i>pomohla</i> <img src="file:///C:/1.png"></p>
        <script>document.title = "napadeno"</script>"""
    summary(writing).evaluate(PASTE, html)
    expect(writing.locator("input[name='summary-html']")).to_have_count(1)
    expect(summary(writing)).to_contain_text("pomohla")
    expect(summary(writing).locator("img, figure, i, em, h1, style, script")).to_have_count(0)
    save(writing)
    assert stored(busy_town) == "**Nadpis**\n\n**Poradna** pomohla"
    assert "napadeno" not in writing.title()


def test_who_is_quicker_than_the_editor_loses_nothing(page_of, busy_town, address):
    page = page_of(busy_town.coordinator)
    page.add_init_script(LATE_FRAMES)
    page.goto(address)
    summary(page).click()
    summary(page).evaluate(PASTE, "<p>Hned po otevření</p>")
    expect(summary(page)).to_contain_text("otevření")
    save(page)
    assert stored(busy_town) == "Hned po otevření"


def test_a_text_that_nobody_touched_stays_as_it_was_typed(page_of, busy_town, address):
    make_evaluation(busy_town.town, summary="Vznikly:\n- byty\n- linka  dvě")
    page = page_of(busy_town.coordinator)
    page.goto(address)
    expect(summary(page).locator("li")).to_have_count(2)
    page.get_by_role("radio", name="Realizováno", exact=True).check()
    save(page)
    assert stored(busy_town) == "Vznikly:\n- byty\n- linka  dvě"


def test_a_draft_survives_a_reload_and_is_offered(writing, busy_town):
    write(writing, "Rozepsané shrnutí")
    writing.get_by_role("radio", name="V realizaci", exact=True).check()
    expect(writing.get_by_text("rozepsané drží i tento počítač")).to_be_visible()
    writing.reload()
    expect(summary(writing)).to_have_text("")
    writing.get_by_role("button", name="Vrátit rozepsaný text z").click()
    expect(summary(writing)).to_have_text("Rozepsané shrnutí")
    expect(writing.get_by_role("radio", name="V realizaci", exact=True)).to_be_checked()
    save(writing)
    assert stored(busy_town) == "Rozepsané shrnutí"
    writing.go_back()
    writing.reload()
    expect(summary(writing)).to_have_text("Rozepsané shrnutí")
    expect(writing.get_by_role("button", name="Vrátit rozepsaný text")).to_have_count(0)


def test_a_draft_may_be_thrown_away(writing):
    write(writing, "Nechci")
    expect(writing.get_by_text("rozepsané drží i tento počítač")).to_be_visible()
    writing.reload()
    writing.get_by_role("button", name="Zahodit").click()
    writing.reload()
    expect(summary(writing)).to_have_text("")
    expect(writing.get_by_role("button", name="Zahodit")).to_have_count(0)


def test_an_expired_session_loses_nothing(writing, busy_town, address):
    write(writing, "Psáno dlouho")
    cookies = writing.context.cookies()
    writing.context.clear_cookies(name="sessionid")
    writing.get_by_role("button", name="Uložit stav").click()
    expect(writing.get_by_role("button", name="Přihlásit se")).to_be_visible()
    writing.context.add_cookies(cookies)
    writing.goto(address)
    writing.get_by_role("button", name="Vrátit rozepsaný text").click()
    save(writing)
    assert stored(busy_town) == "Psáno dlouho"


def test_a_number_is_put_where_the_caret_stands(writing, busy_town):
    write(writing, "Pomohli jsme")
    figure = writing.locator(f"#radek-{busy_town.town.indicator.pk}")
    figure.get_by_role("button", name="Vložit do textu").click()
    expect(summary(writing)).to_have_text("Pomohli jsme 229\u00a0osob")
    write(writing, " letos.")
    save(writing)
    assert stored(busy_town) == "Pomohli jsme 229 osob letos."


def test_the_last_text_is_put_into_the_summary(page_of, busy_town, address):
    make_evaluation(busy_town.town, period=busy_town.earlier, summary="Loni **hotovo**.")
    page = page_of(busy_town.coordinator)
    page.goto(address)
    page.get_by_text("Minulý text (rok 2022)").click()
    page.get_by_role("button", name="Vložit do shrnutí").click()
    expect(summary(page).locator("strong")).to_have_text("hotovo")
    save(page)
    assert stored(busy_town) == "Loni **hotovo**."


def test_without_javascript_text_and_figure_are_saved(page_of, busy_town, address):
    page = page_of(busy_town.coordinator, java_script_enabled=False)
    page.goto(address)
    page.get_by_label("Shrnutí za období").fill("Holý text se **značkou**.")
    page.get_by_label("4.1.1/1 hodnota").fill("231")
    expect(page.get_by_role("button", name="Vložit do textu")).to_have_count(0)
    page.get_by_role("button", name="Uložit stav").click()
    expect(page.get_by_text("Uloženo: 1 hodnota.")).to_be_visible()
    assert stored(busy_town) == "Holý text se **značkou**."
    assert busy_town.town.indicator.values.get(period=busy_town.town.period).number == 231


def test_a_chapter_of_a_report_has_the_same_editor(page_of, busy_town):
    town = busy_town.town
    chapter = make_chapter(town, text="Krnov leží **pod** Jeseníky.")
    page = page_of(busy_town.coordinator)
    place = [town.plan.slug, town.period.slug, "action-plan-table", "locality"]
    page.goto(reverse("reports:edit_chapter", args=place))
    text = page.get_by_role("textbox", name="Text kapitoly")
    expect(text.locator("strong")).to_have_text("pod")
    text.click()
    page.keyboard.press("Control+End")
    write(page, " A u řeky.")
    page.get_by_role("button", name="Uložit text").click()
    expect(page.locator(".message-success")).to_be_visible()
    chapter.refresh_from_db()
    assert chapter.text == "Krnov leží **pod** Jeseníky. A u řeky."


def test_the_editor_keeps_the_rules_of_accessibility(writing):
    write(writing, "Text")
    writing.get_by_role("button", name="Odkaz", exact=True).first.click()
    expect(writing.get_by_label("Adresa odkazu").first).to_be_visible()
    check(writing)

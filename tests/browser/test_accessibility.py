"""axe-core finds nothing on any page; it sees what a machine can see, people must look at the rest."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.addresses import PLAN_PAGES, REVIEW_PAGES, page_name
from tests.builders import make_user

pytestmark = pytest.mark.browser
# It would copy stylesheets into the page, which the security policy rightly refuses.
ITS_OWN_STYLES_OFF = {"preload": False}


def check(page):
    """Name the rule and the element of everything that axe objects to."""
    broken = Axe().run(page, options=ITS_OWN_STYLES_OFF).response["violations"]
    found = [f"{rule['id']}: {node['html'][:150]}" for rule in broken for node in rule["nodes"]]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("plan_page", PLAN_PAGES, ids=page_name)
def test_page_of_a_plan(page_of, busy_town, plan_page):
    page = page_of(busy_town.coordinator)
    page.goto(plan_page.address(busy_town.town.plan, busy_town.town.period))
    check(page)


@pytest.mark.parametrize("review_page", REVIEW_PAGES, ids=page_name)
def test_page_of_a_review(page_of, busy_town, review_page):
    page = page_of(make_user("konzultant", consultant=True))
    page.goto(review_page.address(busy_town.town.plan, busy_town.town.period))
    check(page)


def test_reminding_several_towns(page_of, busy_town):
    page = page_of(make_user("konzultant", consultant=True))
    page.goto("/mesta/")
    page.get_by_label("Vybrat všechna zobrazená města").check()
    check(page)
    page.get_by_role("button", name="Připomenout vybraným").click()
    check(page)


def test_public_data(page_of, transactional_db, django_user_model):
    page = page_of(django_user_model.objects.create_superuser("spravce@example.cz", name="Správce"))
    page.goto("/verejna-data/")
    check(page)
    page.get_by_role("button", name="Ukázat náhled").first.click()
    page.get_by_text("Vyberte soubor").first.wait_for()
    check(page)


def test_sign_in(page_of, transactional_db):
    page = page_of()
    page.goto("/ucet/prihlaseni/")
    check(page)
    page.get_by_label("E-mail").fill("nikdo@example.cz")
    page.get_by_role("button", name="Přihlásit se").click()
    check(page)


def test_values_with_errors(page_of, busy_town):
    """The page as the server refuses it; what the grid's script says is looked at in test_grid_states."""
    page = page_of(busy_town.coordinator)
    page.route("**/grid/main.js", lambda route: route.abort())
    page.goto(values_of(busy_town))
    page.get_by_label("4.1.1/1 hodnota").fill("dvanáct")
    page.get_by_label("K4/1 podíl").fill("hodně")
    page.get_by_role("button", name="Uložit hodnoty").click()
    page.get_by_role("alert").wait_for()
    check(page)


def test_status_with_errors(page_of, busy_town):
    page = page_of(busy_town.coordinator)
    page.goto(status_of(busy_town))
    page.get_by_label("Hodnocené období").fill("loni")
    page.get_by_role("button", name="Uložit stav").click()
    page.get_by_text("Období „loni“ nelze přečíst").wait_for()
    check(page)


def test_values_to_read_only(page_of, busy_town):
    page = page_of(busy_town.reader)
    page.goto(values_of(busy_town))
    check(page)


def test_overview_of_somebody_without_plans(page_of, transactional_db, django_user_model):
    page = page_of(django_user_model.objects.create_user("nova@example.cz", name="Nová"))
    page.goto("/")
    check(page)


def test_a_page_that_may_not_be_changed(page_of, busy_town):
    page = page_of(busy_town.reader)
    response = page.goto(status_of(busy_town))
    assert response.status == 403
    check(page)


def values_of(busy_town) -> str:
    return next(one for one in PLAN_PAGES if one.name == "values").address(
        busy_town.town.plan, busy_town.town.period
    )


def status_of(busy_town) -> str:
    return next(one for one in PLAN_PAGES if one.name == "measure status").address(
        busy_town.town.plan, busy_town.town.period
    )

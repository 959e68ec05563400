"""On a telephone 360 points wide people scroll down, never sideways."""

import pytest

from tests.browser.addresses import PLAN_PAGES, REVIEW_PAGES, page_name
from tests.builders import make_user

pytestmark = pytest.mark.browser

TELEPHONE = {"width": 360, "height": 740}
TWO_LINES = 80

# What sticks out, unless it scrolls in a frame of its own; then the page itself is not wider.
STICKING_OUT = """() => {
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const out = [...document.body.querySelectorAll("*")].filter(
        (one) => one.getBoundingClientRect().right > page.clientWidth + 1 && !one.closest(".scroll-x"));
    return [`page ${page.scrollWidth} wide`, ...out.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
}"""


@pytest.mark.parametrize("address", ["/ucet/prihlaseni/", "/neni/"])
def test_pages_before_sign_in_fit_a_telephone(page_of, transactional_db, address):
    page = page_of(viewport=TELEPHONE)
    page.goto(address)
    assert page.evaluate(STICKING_OUT) == []


def test_every_page_of_the_real_plan_fits_a_telephone(page_of, real_krnov, jana):
    page = page_of(jana, viewport=TELEPHONE)
    period = real_krnov.periods.last()
    sticking_out = {}
    for one in PLAN_PAGES:
        page.goto(one.address(real_krnov, period))
        if found := page.evaluate(STICKING_OUT):
            sticking_out[page_name(one)] = found
    assert sticking_out == {}


NAVIGATION = """() => {
    const box = document.querySelector(".site-nav-box").getBoundingClientRect();
    const here = document.querySelector(".site-nav [aria-current]").getBoundingClientRect();
    return {height: box.height, isSeen: here.left >= 0 && here.right <= document.documentElement.clientWidth};
}"""


@pytest.mark.parametrize("tab", ["", "hodnoty/", "zpravy/", "strom/"])
def test_navigation_is_one_line_and_shows_where_one_is(page_of, busy_town, tab):
    page = page_of(busy_town.coordinator, viewport=TELEPHONE)
    page.goto(f"/plany/{busy_town.town.plan.slug}/{busy_town.town.period.slug}/{tab}")
    navigation = page.evaluate(NAVIGATION)
    assert navigation["isSeen"]
    assert navigation["height"] < TWO_LINES


def test_open_branches_of_the_tree_fit_a_telephone(page_of, real_krnov, jana):
    page = page_of(jana, viewport=TELEPHONE)
    page.goto(f"/plany/{real_krnov.slug}/")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate(STICKING_OUT) == []


def test_every_page_of_a_consultant_fits_a_telephone(page_of, real_krnov):
    page = page_of(make_user("konzultant", consultant=True), viewport=TELEPHONE)
    period = real_krnov.periods.last()
    sticking_out = {}
    for one in REVIEW_PAGES:
        page.goto(one.address(real_krnov, period))
        if found := page.evaluate(STICKING_OUT):
            sticking_out[page_name(one)] = found
    assert sticking_out == {}

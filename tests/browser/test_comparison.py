"""The consultant compares towns, opens a total and reads it on a telephone too."""

import pytest

from indicators.models import Aggregation, SeriesBreak, StatisticTotal
from plans.models import Territory
from tests.browser.test_accessibility import check
from tests.browser.test_small_screen import STICKING_OUT, TELEPHONE
from tests.builders import make_country, make_user
from tests.comparison.measured import make_definition, make_measuring, make_share, says_share, tell

pytestmark = pytest.mark.browser
PAGE = "/srovnani/?ukazatel=leavers"
MORAVIA, PRAGUE = "CZ080", "CZ010"


@pytest.fixture
def consultant(transactional_db):
    """Follows three towns in two regions that lie on the map, in a country with public figures."""
    adults = make_definition("adults", name="Obyvatelé 15+")
    leavers = make_definition(
        "leavers", name="Podíl předčasných odchodů", aggregation=Aggregation.SHARE, denominator=adults
    )
    SeriesBreak.objects.create(definition=leavers, year=2023, reason="Nová vyhláška.")
    country = make_country()
    for code, region in zip((MORAVIA, PRAGUE), Territory.objects.filter(kind="region"), strict=True):
        Territory.objects.filter(pk=region.pk).update(code=code)
    for territory in country:
        for year in (2022, 2023):
            tell(adults, territory, year, 1_000)
            tell(leavers, territory, year, 5)
    StatisticTotal.objects.refresh()
    for number, name in enumerate(("Krnov", "Most"), start=1):
        town = make_share(leavers, name)
        says_share(town, 2021, 8 * number, 200)
        says_share(town, 2023, 9 * number, 220, is_approved=number == 1)
    make_measuring(make_definition("other", name="Jiný ukazatel"), "Sokolov").says(2023, 5)
    return make_user("konzultant", consultant=True)


@pytest.mark.parametrize("query", ["", "&z_ceho=2023", "&hodnoty=verejne", "&od=2023&do=2020"])
def test_every_view_is_accessible(page_of, consultant, query):
    page = page_of(consultant)
    page.goto(PAGE + query)
    check(page)


@pytest.mark.parametrize("query", ["", "&z_ceho=2023", "&hodnoty=verejne"])
def test_it_fits_a_telephone(page_of, consultant, query):
    page = page_of(consultant, viewport=TELEPHONE)
    page.goto(PAGE + query)
    assert page.evaluate(STICKING_OUT) == []


def test_total_opens_to_its_towns(page_of, consultant):
    page = page_of(consultant)
    page.goto("/srovnani/")
    page.get_by_label("Ukazatel").select_option("leavers")
    page.get_by_role("button", name="Zobrazit").click()
    panel = page.get_by_role("complementary", name="Z čeho vychází celkem")
    assert "2 ze 3 měst, 1 neschválené" in panel.inner_text().replace("\u00a0", " ")
    panel.get_by_role("link", name="rozepsat po městech").click()
    rows = panel.get_by_role("table").get_by_role("row")
    assert rows.count() == 3
    assert "Most (okres Okres Most)" in rows.nth(1).inner_text().replace("\u00a0", " ")

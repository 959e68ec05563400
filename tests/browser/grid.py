"""The grid of the busy town in a browser: its page, its cells, and what of them reached the database."""

import re

from indicators.models import Value
from tests.browser.towns import BusyTown
from tests.builders import PASSWORD

# Only the row saved last tells its time.
SAVED = re.compile("Uloženo|Vyplněno")


def address_of(busy: BusyTown) -> str:
    return f"/plany/{busy.town.plan.slug}/{busy.town.period.slug}/hodnoty/"


def grid_of(page_of, busy: BusyTown, **options):
    """The page of values as its coordinator opens it."""
    page = page_of(busy.coordinator, **options)
    page.goto(address_of(busy))
    return page


def cell(page, address: str):
    return page.get_by_label(f"{address} hodnota", exact=True)


def row(page, address: str):
    return page.locator("tr", has=cell(page, address))


def value_of(busy: BusyTown, name: str) -> Value | None:
    return Value.objects.filter(indicator__name=name, period=busy.town.period).first()


def sign_in(page, person):
    page.get_by_label("E-mail").fill(person.email)
    page.get_by_label("Heslo").fill(PASSWORD)
    page.get_by_role("button", name="Přihlásit se", exact=True).click()

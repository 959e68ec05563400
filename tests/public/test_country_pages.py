"""What pages cost in a made-up country: few questions to the database, whoever asks."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tools.country_pages import PAGES
from tools.country_people import SIGN_IN, People
from tools.country_plans import build


@pytest.fixture
def people(db) -> People:
    """Three towns with all that hangs on them, and those who look."""
    return build(0.01).people


def asked(client, address: str) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200, address
    return [query["sql"] for query in queries]


def test_pages_ask_few_questions_whoever_looks(client, people):
    """The reader and the coordinator are not shown the board."""
    pages = dict.fromkeys(people.consultants, PAGES)
    of_town = [page for page in PAGES if "mesta" not in page.address]
    pages |= dict.fromkeys((people.coordinator, people.reader), of_town)
    over = []
    for person, seen in pages.items():
        client.force_login(person)
        for page in seen:
            count = len(asked(client, page.address)) - SIGN_IN
            if count > page.queries:
                over.append((page.name, str(person), count))
    assert over == []


def test_signing_in_costs_the_session_and_its_user(client, consultant):
    client.force_login(consultant)
    tables = [sql.split('FROM "')[1].split('"')[0] for sql in asked(client, PAGES[0].address)[:SIGN_IN]]
    assert tables == ["django_session", "accounts_user"]

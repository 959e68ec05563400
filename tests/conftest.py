"""People by role, a small plan of Krnov to walk through, and a browser signed in as each of them."""

import pytest
from django.db import connection

from plans.models import Goal, Measure
from tests.builders import Town, make_indicator, make_organisation, make_town, make_user


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """SQLite in a file as in real use: in memory, threads would not wait for each other but fail."""
    if connection.vendor == "sqlite":
        folder = tmp_path_factory.mktemp("database")
        connection.settings_dict["TEST"]["NAME"] = str(folder / "test.sqlite3")


def pytest_collection_modifyitems(config, items):
    """What asks no database says the same beside every one, so it runs once, beside SQLite."""
    if connection.vendor != "sqlite":
        config.hook.pytest_deselected(items=[item for item in items if not asks_database(item)])
        items[:] = filter(asks_database, items)


def asks_database(item) -> bool:
    return bool(item.get_closest_marker("django_db")) or "django_db_setup" in item.fixturenames


@pytest.fixture(autouse=True)
def fast_passwords(settings):
    """Hashing a password is slow on purpose, and most tests are not about that."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def session_media(tmp_path_factory):
    return tmp_path_factory.mktemp("media")


@pytest.fixture(autouse=True)
def own_media(settings, session_media):
    """Files that tests add stay out of those of an installation."""
    settings.MEDIA_ROOT = session_media


@pytest.fixture
def krnov(db) -> Town:
    """Krnov with one area, goal, measure and two indicators in an open period."""
    return make_town("Krnov")


@pytest.fixture
def coordinator(krnov):
    """May change everything in Krnov's plan."""
    return make_user("koordinatorka", coordinator_of=krnov.territory)


@pytest.fixture
def reader(krnov):
    """May look at Krnov's plan."""
    return make_user("ctenar", reader_of=krnov.territory)


@pytest.fixture
def consultant(krnov):
    """Follows all towns, changes none."""
    return make_user("konzultant", consultant=True)


@pytest.fixture
def lexikona(krnov):
    """An organisation that implements Krnov's measure."""
    organisation = make_organisation("Lexikona")
    krnov.measure.implementers.add(organisation)
    return organisation


@pytest.fixture
def contributor(lexikona):
    """Sees and fills what Lexikona implements, and nothing else of Krnov's plan."""
    return make_user("prispevatel", contributor_of=lexikona)


@pytest.fixture
def foreign(krnov):
    """An indicator of a measure that somebody else implements."""
    goal = Goal.objects.create(area=krnov.area, code="4.2", title="Cizí cíl", position=1)
    measure = Measure.objects.create(goal=goal, code="4.2.1", title="Cizí opatření")
    return make_indicator(krnov.plan, measure=measure, name="Cizí indikátor")


@pytest.fixture
def stranger(db):
    """The coordinator of another town."""
    return make_user("cizi", coordinator_of=make_town("Ostrava").territory)


@pytest.fixture
def as_coordinator(client, coordinator):
    client.force_login(coordinator)
    return client


@pytest.fixture
def sign_in(client):
    """`sign_in(person)` gives a client of that person."""

    def signed_in(user):
        client.force_login(user)
        return client

    return signed_in

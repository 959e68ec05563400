"""The system's Chromium, pages of signed-in people, and the plan of Krnov to walk through.

`live_server` shares the database with the browser's requests, so every test here is transactional.
"""

import os
import shutil

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from exchange.loading import load_plan_file
from plans.models import Plan
from tests.browser.towns import BusyTown, make_busy_town
from tests.builders import make_user

# The shell draws pages and nothing around them, which halves the time; without it the whole browser serves.
CHROMIUM = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium"))), "")
# A busy machine draws late, not wrongly; whoever waits in vain fails all the same.
expect.set_options(timeout=15_000)
# How the browser's console begins to tell that a page may not run or show something.
POLICY = "Content Security Policy"
# Chromium would look for updates and other machines; a test must not.
QUIET = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session", autouse=True)
def chromium():
    """Without Chromium these tests are skipped; REQUIRE_BROWSER=1 makes its absence a failure."""
    if os.access(CHROMIUM, os.X_OK):
        return
    missing = "Chromium is missing: apt-get install chromium-headless-shell"
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="session", autouse=True)
def orm_beside_playwright(chromium):
    """Playwright keeps an event loop in this thread, and Django would refuse to ask the database there."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args, chromium):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture(scope="session")
def base_url(live_server):
    """`page.goto("/plany/…")` asks the server of the tests."""
    return live_server.url


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "cs-CZ", "reduced_motion": "reduce"}


@pytest.fixture
def page_of(new_context, live_server):
    """`page_of(person)` is a page of a browser in which the person is signed in; nobody is for None."""

    refused = []

    def opened(person=None, **options):
        context = new_context(**options)
        context.set_default_timeout(15_000)
        if person:
            client = Client()
            client.force_login(person)
            session = client.cookies[settings.SESSION_COOKIE_NAME].value
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
            context.add_cookies([cookie])
        page = context.new_page()
        page.on("console", lambda line: POLICY in line.text and refused.append(line.text))
        return page

    yield opened
    assert not refused, "a page wanted what its security policy forbids"


@pytest.fixture
def real_krnov(transactional_db) -> Plan:
    """The whole plan of Krnov as the demo has it."""
    load_plan_file(settings.BASE_DIR / "fixtures" / "krnov.yaml")
    return Plan.objects.get(slug="krnov-psz-2022-2027")


@pytest.fixture
def jana(real_krnov):
    """The coordinator of the real Krnov."""
    return make_user("jana", coordinator_of=real_krnov.municipality)


@pytest.fixture
def busy_town(transactional_db) -> BusyTown:
    """A small plan with every kind of value and status; a rule checker is slow on the real grid."""
    return make_busy_town()

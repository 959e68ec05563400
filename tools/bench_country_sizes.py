"""One page asked for in two sizes of the made-up country, each in a database of its own."""

import gc
from dataclasses import dataclass
from io import BytesIO
from statistics import median
from time import perf_counter

from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from tools.country_pages import PAGES, Page
from tools.country_people import SIGN_IN
from tools.country_plans import build

ROUNDS = 9
MOST_TIMES = 1.3


@dataclass(frozen=True)
class Size:
    """A country in a database; `clients` are its consultants signed in."""

    connection: BaseDatabaseWrapper
    clients: tuple[Client, ...]
    seconds: float  # that building took

    def ask(self, person: int, page: Page):
        connections["default"] = self.connection
        response = self.clients[person].get(page.address)
        if response.status_code != 200:
            raise RuntimeError(f"{page.address} answered {response.status_code}")
        return response


@dataclass(frozen=True)
class Asked:
    """What one page cost in one size."""

    seconds: float
    rows: int
    queries: int


@dataclass(frozen=True)
class Outcome:
    page: Page
    tenth: Asked
    whole: Asked

    @property
    def ratio(self) -> float:
        return self.whole.seconds / self.tenth.seconds

    @property
    def goal(self) -> float:
        """A file holds all rows, so its time may grow as they do."""
        return MOST_TIMES * (self.whole.rows / self.tenth.rows if self.page.is_file else 1)

    @property
    def verdict(self) -> str:
        """Fifty rows of a page cost more than thirty, whatever the country; that is told apart."""
        if max(self.tenth.queries, self.whole.queries) > self.page.queries:
            return "over"
        if self.ratio <= self.goal:
            return ""
        more_rows = self.ratio <= MOST_TIMES * self.whole.rows / max(self.tenth.rows, 1)
        return "rows" if more_rows and not self.page.adds_up else "over"


def build_size(name: str, scale: float) -> Size:
    """A database with the country, its statistics for the planner, and the consultants signed in."""
    start = perf_counter()
    server = connections["default"]
    with server.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    connection = server.copy()
    connection.settings_dict["NAME"] = name
    connections["default"] = connection
    call_command("migrate", verbosity=0)
    clients = tuple(map(_signed_in, build(scale).people.consultants))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    connections["default"] = server
    return Size(connection, clients, perf_counter() - start)


def _signed_in(person) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    return client


def outcomes(person: int, tenth: Size, whole: Size):
    gc.collect()
    gc.freeze()  # what building left behind is not looked through again
    return (_outcome(person, page, tenth, whole) for page in PAGES)


def _outcome(person: int, page: Page, *sizes: Size) -> Outcome:
    known = [_counted(size, person, page) for size in sizes]
    taken = [[_seconds(size, person, page) for size in sizes] for _ in range(ROUNDS)]
    times = map(median, zip(*taken, strict=True))
    return Outcome(page, *(Asked(time, *counts) for time, counts in zip(times, known, strict=True)))


def _seconds(size: Size, person: int, page: Page) -> float:
    gc.collect()
    start = perf_counter()
    size.ask(person, page)
    return perf_counter() - start


def _counted(size: Size, person: int, page: Page) -> tuple[int, int]:
    """Rows and questions; asking once also fills caches and loads templates."""
    with CaptureQueriesContext(size.connection) as queries:
        response = size.ask(person, page)
    if page.is_file:
        return load_workbook(BytesIO(response.content)).active.max_row, len(queries) - SIGN_IN
    return response.content.count(b"<tr"), len(queries) - SIGN_IN

"""All changes of a plan as one stream, the newest first, read by pages.

One query over all historical tables finds which rows belong on the page; each table then gives those
rows with their predecessors. The number of queries does not depend on how much has happened.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, IntegerField, Max, Q, QuerySet, When
from django.db.models import Value as Constant
from django.db.models.functions import TruncMinute

from plans.models import Measure, Plan

from .changes import LOADING, Event, Subject
from .filters import EVERYTHING, Chosen
from .sources import SOURCES, Source, sources_for

PER_PAGE = 50


class Entry(NamedTuple):
    """A place in the stream: one historical row, or the rows that one load has made."""

    source: str
    newest: int
    when: datetime
    count: int


@dataclass(frozen=True, slots=True)
class HistoryPage:
    page: Page
    events: list[Event]


def history_of_plan(
    plan: Plan,
    chosen: Chosen = EVERYTHING,
    number: int | str | None = 1,
    own: QuerySet[Measure] | None = None,
) -> HistoryPage:
    """One page of the plan's changes, or of those of the own measures; a wrong page becomes the nearest."""
    page = Paginator(_index(plan, chosen, own), PER_PAGE).get_page(number)
    return HistoryPage(page, _events([Entry(*row) for row in page.object_list]))


def _index(plan: Plan, chosen: Chosen, own: QuerySet[Measure] | None) -> QuerySet:
    first, *others = [
        _entries(source, chosen.rows(source, source.rows(plan, own))) for source in sources_for(own)
    ]
    return first.union(*others, all=True).order_by("-when", "source", "-newest")


def _entries(source: Source, rows: QuerySet) -> QuerySet:
    entries = (
        rows.order_by()
        .values(**_keys(source))
        .annotate(
            source=Constant(source.name),
            newest=Max("history_id"),
            when=Max("history_date"),
            count=Count("history_id"),
        )
    )
    return entries.values_list("source", "newest", "when", "count")


def _keys(source: Source) -> dict[str, Case | F]:
    """New rows without an author that share a minute are one entry, any other row is its own."""
    if not source.comes_in_loads:
        return {"single": F("history_id")}
    loaded = Q(history_user=None, history_type="+")
    return {
        "load": Case(When(loaded, then=TruncMinute("history_date"))),
        "single": Case(When(~loaded, then=F("history_id")), output_field=IntegerField()),
    }


def _events(entries: list[Entry]) -> list[Event]:
    numbers = defaultdict(list)
    for entry in entries:
        if entry.count == 1:
            numbers[entry.source].append(entry.newest)
    events = {name: SOURCES[name].events(found) for name, found in numbers.items()}
    return [_batch(entry) if entry.count > 1 else events[entry.source][entry.newest] for entry in entries]


def _batch(entry: Entry) -> Event:
    source = SOURCES[entry.source]
    subject = Subject(f"{LOADING}: {source.counted(entry.count)}")
    return Event(source.kind, entry.when, LOADING, subject, is_batch=True)

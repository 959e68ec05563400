"""The log of cooperation: what the town and the Agency did together, month after month."""

from itertools import groupby

from django.utils.text import capfirst

from czech.periods import Span
from czech.spacing import nbsp
from reports.blocks import Block, Heading, Line, Moment, Timeline
from reports.content import ReportContent
from reports.models import CooperationEvent
from reports.narrative import cell_lines, narrative, plain

TITLE = "Průběh spolupráce"
UNDATED = "Bez data"


def cooperation(content: ReportContent) -> list[Block]:
    text = content.text("cooperation")
    if not (content.events or text):
        return []
    year = _common_year(content.events)
    title = f"Spolupráce v\u00a0roce\u00a0{year}" if year else TITLE
    return [Heading(2, title, "spoluprace"), *narrative(text, style="lead"), *_timeline(content.events, year)]


def _common_year(events: list[CooperationEvent]) -> int | None:
    years = {day and day.year for event in events for day in (event.start, event.end)}
    return years.pop() if len(years) == 1 else None


def _timeline(events: list[CooperationEvent], year: int | None) -> list[Block]:
    """Events that follow each other in the same month share its head."""
    by_date = groupby(events, key=lambda event: _when(event, year))
    moments = tuple(Moment(when, tuple(map(_event_lines, group))) for when, group in by_date)
    return [Timeline(moments)] if moments else []


def _when(event: CooperationEvent, year: int | None) -> str:
    """Leden; with its year where the log runs over several."""
    if event.start is None:
        return UNDATED
    text = Span(event.start, event.end or event.start).text.removeprefix("k\u00a0")
    return nbsp(capfirst(text.removesuffix(f"\u00a0{year}")))


def _event_lines(event: CooperationEvent) -> tuple[Line, ...]:
    return ((plain(event.title, strong=True),), *cell_lines(event.text))

"""All versions of one value or one evaluation, and what stood there in earlier periods."""

from dataclasses import dataclass

from indicators.models import Indicator
from indicators.series import values_with_parts
from indicators.wording import word_value
from plans.models import Evaluation, Goal, Measure, ReportingPeriod
from reports.models import Chapter, Report

from .changes import Event
from .readers import BASELINE
from .sources import CHAPTERS, EVALUATIONS, REPORTS, VALUES, Source

Periods = list[ReportingPeriod]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What another period says about the same thing."""

    label: str
    words: str
    note: str = ""


def value_versions(indicator: Indicator, period: ReportingPeriod) -> list[Event]:
    """Changes of the indicator's value in the period, the newest first."""
    return _newest_first(VALUES, indicator=indicator.pk, period=period.pk)


def status_versions(period: ReportingPeriod, **level: Measure | Goal) -> list[Event]:
    return _newest_first(EVALUATIONS, period=period.pk, **{name: one.pk for name, one in level.items()})


def text_versions(chapter: Chapter) -> list[Event]:
    return _newest_first(CHAPTERS, id=chapter.pk)


def report_versions(report: Report) -> list[Event]:
    """Changes of the title page."""
    return _newest_first(REPORTS, id=report.pk)


def earlier_values(indicator: Indicator, periods: Periods) -> list[Earlier]:
    """Values of the given periods from the latest, and the baseline at the end."""
    values = {value.period_id: value for value in values_with_parts(indicator)}
    labels = [(period.pk, period.label) for period in reversed(periods)] + [(None, BASELINE)]
    return [
        Earlier(label, word_value(values[key], indicator).line, values[key].source)
        for key, label in labels
        if key in values
    ]


def earlier_statuses(periods: Periods, **level: Measure | Goal) -> list[Earlier]:
    found = {one.period_id: one for one in Evaluation.objects.filter(period__in=periods, **level)}
    return [
        Earlier(period.label, found[period.pk].calm_status, found[period.pk].summary)
        for period in reversed(periods)
        if period.pk in found
    ]


def _newest_first(source: Source, **of) -> list[Event]:
    events = source.versions(source.model.objects.filter(**of))
    return [events[number] for number in sorted(events, reverse=True)]

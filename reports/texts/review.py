"""The texts of a period for those who review it: what the town has written and what changed since.

Named by the setting `REPORT_TEXTS`, because the review lives right of this app.
"""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.text import Truncator

from indicators.report_texts import ReportText
from indicators.standing import last_decision
from plans.markup import without_marks
from plans.models import ReportingPeriod
from reports.history.differences import Difference
from reports.layouts import LAYOUTS, Layout
from reports.models import Chapter, Report

from .chapters import OwnText, own_texts
from .threads import threads_at_texts

EXCERPT = 30  # words


def texts_of_period(period: ReportingPeriod) -> list[ReportText]:
    chapters = Chapter.objects.filter(report__period=period).select_related("report")
    by_name = {(chapter.report_id, chapter.name): chapter for chapter in chapters}
    reports = list({chapter.report_id: chapter.report for chapter in chapters}.values())
    earlier, threads = _earlier(period), threads_at_texts(period)
    texts = []
    for report in reports:
        for layout, own in _printed_by(report, reports):
            if chapter := by_name.get((report.pk, own.name)):
                text = _text(period, chapter, layout, own, len(reports) > 1)
                text.differences = _differences(chapter, earlier)
                text.remarks = threads[chapter.pk]
                texts.append(text)
    return texts


def _printed_by(report: Report, reports: list[Report]) -> Iterator[tuple[Layout, OwnText]]:
    """Each text of a report once, in the first layout that prints it: its own, or one without a report."""
    taken = {one.layout for one in reports}
    own = [LAYOUTS[report.layout]] if report.layout in LAYOUTS else []
    seen = set()
    for layout in [*own, *(one for one in LAYOUTS.values() if one.name not in taken)]:
        for text in own_texts(layout):
            if text.name not in seen:
                seen.add(text.name)
                yield layout, text


def _text(
    period: ReportingPeriod, chapter: Chapter, layout: Layout, own: OwnText, says_layout: bool
) -> ReportText:
    address = reverse("reports:edit_chapter", args=[period.plan.slug, period.slug, layout.name, own.name])
    name = f"{own.title} ({layout.title})" if says_layout else own.title
    return ReportText(chapter.pk, name, address, Truncator(without_marks(chapter.text)).words(EXCERPT))


def _earlier(period: ReportingPeriod) -> dict[int, str] | None:
    """Texts as they stood at the last approval or return; None when there was none yet."""
    decision = last_decision(period)
    if decision is None:
        return None
    versions = decision.versions(Chapter.history.filter(report__period=period.pk))
    return {version.id: version.text for version in versions}


def _differences(chapter: Chapter, earlier: dict[int, str] | None) -> list[Difference]:
    before = chapter.text if earlier is None else earlier.get(chapter.pk, "")
    return [] if before == chapter.text else [Difference(before, chapter.text)]

"""The texts of one report as somebody has them before them: what is written, by whom, and what is locked."""

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Max
from django.utils.text import Truncator

from plans.markup import without_marks
from plans.models import Plan, Remark, ReportingPeriod
from reports.content import report_of
from reports.layouts import Layout
from reports.models import Chapter, Report

from .chapters import OwnText, own_texts
from .threads import threads_at_texts

WRITTEN_ONCE = "Texty se píší jednou: tisknou je i ostatní rozvržení zprávy, která takovou kapitolu mají."
OWN_LAYOUT = "Tyto texty má jen rozvržení {title}; jiné rozvržení zprávy má v tomto období vlastní."
EXCERPT = 40  # words
LOCKED = "Období je odevzdané nebo schválené, texty teď nejde měnit."
LOCKED_HERE = "Tento text je zamčený, konzultant vrátil k opravě jen jiná místa."


@dataclass
class WrittenText:
    """One chapter of the list: what it is for, what stands there, who wrote it last, what was remarked."""

    own: OwnText
    chapter: Chapter | None
    is_open: bool
    version: object = None  # the latest row of its history
    remarks: list[Remark] = field(default_factory=list)

    @property
    def excerpt(self) -> str:
        return Truncator(without_marks(self.chapter.text)).words(EXCERPT) if self.chapter else ""


@dataclass
class Desk:
    plan: Plan
    period: ReportingPeriod
    layout: Layout

    @cached_property
    def report(self) -> Report:
        """The one that the layout prints; an empty one until somebody writes the first text."""
        return report_of(self.plan, self.period, self.layout.name)

    @cached_property
    def chapters(self) -> dict[str, Chapter]:
        return {chapter.name: chapter for chapter in self.report.chapters.all()} if self.report.pk else {}

    @cached_property
    def returned(self) -> set[tuple[str, int]]:
        return self.period.returned_cells()

    @property
    def sharing(self) -> str:
        """Whether other layouts print the same texts."""
        of_period = [one for one in self.plan.reports.all() if one.period_id == self.period.pk]
        return WRITTEN_ONCE if len(of_period) < 2 else OWN_LAYOUT.format(title=self.layout.title)

    @property
    def lock(self) -> str:
        """Why nothing, or nothing but the returned texts, may be changed; empty when all may be."""
        return "" if self.period.is_open else LOCKED

    @property
    def is_title_open(self) -> bool:
        """Of a period returned by single cells the title page is none of them."""
        return self.period.is_open and not self.returned

    def is_open(self, chapter: Chapter | None) -> bool:
        if not self.period.is_open or not self.returned:
            return self.period.is_open
        return chapter is not None and (Remark.About.CHAPTER, chapter.pk) in self.returned

    def own_text(self, name: str) -> OwnText | None:
        return next((own for own in own_texts(self.layout) if own.name == name), None)

    def chapter(self, name: str) -> Chapter:
        """The stored text, or a new one that is not saved yet."""
        return self.chapters.get(name) or Chapter(report=self.report, name=name)

    def written(self) -> list[WrittenText]:
        versions = self._latest_versions()
        return [self._written(own, self.chapters.get(own.name), versions) for own in own_texts(self.layout)]

    def _written(self, own: OwnText, chapter: Chapter | None, versions: dict) -> WrittenText:
        pk = chapter.pk if chapter else None
        return WrittenText(own, chapter, self.is_open(chapter), versions.get(pk), self.threads.get(pk, []))

    @cached_property
    def threads(self) -> dict[int, list[Remark]]:
        return threads_at_texts(self.period)

    def _latest_versions(self) -> dict:
        """Who wrote each text last, in one query however often it was rewritten."""
        versions = Chapter.history.model.objects
        numbers = versions.filter(id__in=[one.pk for one in self.chapters.values()]).order_by()
        latest = numbers.values("id").annotate(latest=Max("history_id")).values("latest")
        found = versions.filter(history_id__in=latest).select_related("history_user").defer("text")
        return {version.id: version for version in found}

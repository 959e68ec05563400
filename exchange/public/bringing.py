"""A brought file: what it would do, and doing it.

The work is done within the request that shows its progress: a whole country takes a few seconds, which
needs neither a queue nor a second process, and it is all or nothing on both databases. Whoever closes
the page closes the work, and with it its transaction.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from exchange.models import PublicFile
from exchange.problems import DocumentError, Problem

from .reading import Delivery
from .statistics import StatisticsResult, importing_statistics
from .steps import Work
from .territories import importing_territories

FORGOTTEN_AFTER = timedelta(days=1)
GONE = "Uložený soubor už není k\u00a0dispozici. Nahrajte ho znovu."
FIRST_ROWS = 10


@dataclass(frozen=True)
class Outcome:
    """What a file does, in words that a page and the log share."""

    new: int
    changed: int
    unchanged: int
    changes: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    statistics: StatisticsResult | None = None

    @property
    def first_rows(self):
        return list(self.statistics.reading.rows.values())[:FIRST_ROWS] if self.statistics else []

    @property
    def withdrawn(self):
        return self.statistics.withdrawn if self.statistics else []


def preview(brought: PublicFile) -> Work[Outcome]:
    with transaction.atomic():
        outcome = yield from _import(brought)
        transaction.set_rollback(True)
    return outcome


def write(brought: PublicFile) -> Work[PublicFile]:
    """Imports the file and keeps in its row what it did; a file written once is not written again."""
    with transaction.atomic():
        brought = PublicFile.objects.select_for_update().get(pk=brought.pk)
        if brought.written_at:
            return brought
        outcome = yield from _import(brought)
        brought.new, brought.changed, brought.unchanged = outcome.new, outcome.changed, outcome.unchanged
        brought.changes, brought.left = "\n".join(outcome.changes), "\n".join(outcome.left)
        brought.written_at = timezone.now()
        kept, brought.file = brought.file, ""
        brought.save()
        transaction.on_commit(lambda: kept.storage.delete(kept.name))
    return brought


def forget_old():
    """Files that nobody confirmed."""
    waiting = PublicFile.objects.filter(written_at=None)
    for brought in waiting.filter(brought_at__lt=timezone.now() - FORGOTTEN_AFTER):
        brought.file.delete(save=False)
        brought.delete()


def _import(brought: PublicFile) -> Work[Outcome]:
    if not brought.is_untouched:
        raise DocumentError(brought.name, [Problem(None, GONE)])
    if brought.kind == PublicFile.Kind.TERRITORIES:
        result = yield from importing_territories(brought.path, sheet=brought.sheet, name=brought.name)
        changed = len(result.changed)
        return Outcome(result.new, changed, result.unchanged, result.changed, result.ambiguous)
    result = yield from importing_statistics(brought.path, _delivery(brought))
    left = [f"řádek {one.line}: {one.reason}" for one in result.reading.left]
    return Outcome(result.new, result.changed, result.unchanged, result.changes, left, result)


def _delivery(brought: PublicFile) -> Delivery:
    return Delivery(
        definition=brought.definition,
        year=brought.year,
        source=brought.source,
        edition=brought.edition,
        sheet=brought.sheet,
        column=brought.column,
        name=brought.name,
    )

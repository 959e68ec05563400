"""Figures of a public table: compared with the same edition in the database, then written."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from django.db import transaction

from czech.printing import number_text
from indicators.models import Definition, Statistic, StatisticTotal

from .definitions import ValueColumn
from .reading import Delivery, Reading, Row, reading_of
from .steps import COMPARING, EVERY, Step, Work, finish


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that has another number, and perhaps another source."""

    row: Row
    definition: Definition
    before: Decimal
    after: Decimal
    source: str = ""

    def __str__(self):
        figures = f"{number_text(self.before.normalize())} → {number_text(self.after.normalize())}"
        place = f"řádek {self.row.line}: {self.row.territory.full_name}"
        return ", ".join(filter(None, [place, f"{self.definition}: {figures}", self.source]))


@dataclass(frozen=True, slots=True)
class SourceChange:
    """Figures of one definition whose number stays and only their source is another: told together."""

    definition: Definition
    source: str
    count: int

    def __str__(self):
        return f"{self.definition}: {self.source}, počet údajů {number_text(self.count)}"


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A figure stored before, of which the table says nothing now; nothing is deleted by an empty cell."""

    row: Row
    definition: Definition
    number: Decimal

    def __str__(self):
        place = f"řádek {self.row.line}: {self.row.territory.full_name}"
        return f"{place}, {self.definition}: {number_text(self.number.normalize())}"


@dataclass
class StatisticsResult:
    """What the table does to the database; all counts are of figures."""

    reading: Reading
    new: int = 0
    unchanged: int = 0
    corrected: list[Change] = field(default_factory=list)
    resourced: list[SourceChange] = field(default_factory=list)
    withdrawn: list[Withdrawn] = field(default_factory=list)

    @property
    def changed(self) -> int:
        return len(self.corrected) + sum(one.count for one in self.resourced)

    @property
    def changes(self) -> list[str]:
        """In words; sources first, because they break lines of all their figures."""
        return [str(one) for one in (*self.resourced, *self.corrected)]


def import_statistics(path: Path, delivery: Delivery) -> StatisticsResult:
    """All figures of the file whose territory is known, or none and DocumentError."""
    return finish(importing_statistics(path, delivery))


def importing_statistics(path: Path, delivery: Delivery) -> Work[StatisticsResult]:
    with transaction.atomic():
        StatisticTotal.objects.take_turns()
        reading = yield from reading_of(path, delivery)
        result = StatisticsResult(reading)
        yield from _storing(reading, delivery, result)
        if result.new or result.corrected:
            StatisticTotal.objects.refresh([one.definition for one in reading.columns], delivery.year)
    return result


def preview_statistics(path: Path, delivery: Delivery) -> StatisticsResult:
    """What the import would do, without doing it."""
    with transaction.atomic():
        result = import_statistics(path, delivery)
        transaction.set_rollback(True)
    return result


def _storing(reading: Reading, delivery: Delivery, result: StatisticsResult) -> Work[None]:
    count = len(reading.rows)
    for position, column in enumerate(reading.columns):
        Statistic.objects.store(
            column.definition,
            year=delivery.year,
            source=delivery.source,
            edition=delivery.edition,
            figures=_different(position, column, delivery, result),
        )
        if count >= EVERY:
            yield Step(COMPARING, count * (position + 1), count * len(reading.columns))


def _different(
    position: int, column: ValueColumn, delivery: Delivery, result: StatisticsResult
) -> Iterator[tuple[int, Decimal]]:
    """Only figures that the database does not have yet; the rest is counted."""
    stored = Statistic.objects.of_edition(delivery.year, delivery.edition).filter(
        definition=column.definition
    )
    known = {key: said for key, *said in stored.values_list("territory", "number", "source")}
    sources: Counter[str] = Counter()
    for key, row in result.reading.rows.items():
        number = row.numbers[position]
        before, source = known.get(key, (None, ""))
        if number is None:
            if before is not None:
                result.withdrawn.append(Withdrawn(row, column.definition, before))
            continue
        if before is None:
            result.new += 1
        elif before != number:
            told = _source_told(source, delivery.source)
            result.corrected.append(Change(row, column.definition, before, number, told))
        elif source != delivery.source:
            sources[source] += 1
        else:
            result.unchanged += 1
            continue
        yield key, number
    result.resourced += [
        SourceChange(column.definition, _source_told(source, delivery.source), count)
        for source, count in sources.items()
    ]


def _source_told(before: str, after: str) -> str:
    return f"zdroj {before or '–'} → {after}" if before != after else ""

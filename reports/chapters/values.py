"""Columns of values: a head with the span most of the values cover, and cells that say what differs."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.utils.text import capfirst

from czech.periods import Span
from czech.spacing import nbsp
from indicators.bands import Row
from indicators.baselines import baseline_revisions
from indicators.breakdowns import tabled
from indicators.models import Indicator, PartsKind, Target, Value
from indicators.targets import revisions
from indicators.wording import NOT_AVAILABLE, figure_text, target_text, value_span, word_value
from plans.models import ReportingPeriod
from reports.blocks import Cell, Inline, Line, Link
from reports.narrative import footnote, inline, line, plain

from .anchors import measure_anchor

BASELINE = "Počáteční hodnota"
PLANNED = "plánovaná hodnota"
# Labels of targets that the head of the column or the sentence of the goal says already.
EVIDENT = ("", PLANNED, "z názvu cíle")
DASH_MEANING = f"{NOT_AVAILABLE} údaj není k\u00a0dispozici"


@dataclass(frozen=True)
class ValueColumn:
    """The values of some rows in one period, or their baselines when there is no period."""

    rows: list[Row]
    period: ReportingPeriod | None
    usual: Span | None  # what most of its values cover

    @classmethod
    def of(cls, rows: list[Row], period: ReportingPeriod | None) -> "ValueColumn":
        values = [row.values.get(period and period.pk) for row in rows]
        return cls(rows, period, usual_span(values, period))

    @property
    def title(self) -> str:
        if self.period is None:
            return nbsp(f"{BASELINE} ({self.usual.text})") if self.usual else BASELINE
        return capfirst(self.covered.text)

    @property
    def covered(self) -> Span:
        """What most of the values cover, or else the period itself."""
        return self.usual or period_span(self.period)

    @property
    def has_values(self) -> bool:
        return any(self.value(row) for row in self.rows)

    @property
    def has_dash(self) -> bool:
        return any(value and figure_text(value, row.indicator) == NOT_AVAILABLE for row, value in self._pairs)

    @property
    def _pairs(self) -> list[tuple[Row, Value | None]]:
        return [(row, self.value(row)) for row in self.rows]

    def value(self, row: Row) -> Value | None:
        return row.values.get(self.period and self.period.pk)

    def span(self, value: Value) -> Span | None:
        return covered_span(value, self.period)

    def cell(self, row: Row, strong: bool = False) -> Cell:
        """The figure with its notes; share, parts, another period and remark as small print."""
        value = self.value(row)
        worded = word_value(value, row.indicator, self.usual, with_parts=not self._is_tabled(row))
        is_missing = value is None or bool(value.missing_reason)
        figure = plain(worded.figure, strong=strong and not is_missing, muted=is_missing)
        details = [*worded.details, *self._unusual_period(value)]
        notes = value_notes(value) if self.period else (*value_notes(value), *baseline_notes(row))
        return Cell(((figure, *notes), *(line(detail, muted=True) for detail in details)))

    @cached_property
    def _tabled(self) -> set[int]:
        return tabled(self.rows)

    def _is_tabled(self, row: Row) -> bool:
        """Whether the parts of the value stand in a table of their own, as only current ones do."""
        is_current = self.period is not None and self.period.pk == row.period_id
        return is_current and row.indicator.pk in self._tabled

    def _unusual_period(self, value: Value | None) -> list[str]:
        """A value without a period of its own stands out where most of the others have one."""
        if value is None or value.missing_reason or value_span(value) or self.period is None:
            return []
        own = period_span(self.period)
        return [] if own == self.usual else [own.text]


def period_span(period: ReportingPeriod) -> Span:
    return Span(period.start, period.end)


def covered_span(value: Value, period: ReportingPeriod | None) -> Span | None:
    return value_span(value) or (period_span(period) if period else None)


def usual_span(values: list[Value | None], period: ReportingPeriod | None) -> Span | None:
    """What most of the values cover; missing ones decide only where there is nothing else."""
    present = [value for value in values if value and not value.missing_reason]
    spans = [covered_span(value, period) for value in present] or [value_span(one) for one in values if one]
    common = Counter(filter(None, spans)).most_common(1)
    return common[0][0] if common else None


def value_notes(value: Value | None) -> Line:
    if value is None:
        return ()
    texts = [value.footnote, f"Zdroj: {value.source}" if value.source else ""]
    return tuple(footnote(text) for text in texts if text)


def name_cell(row: Row, with_targets: bool = False) -> Cell:
    """The indicator's name with its note, and below it of what it consists and what was promised."""
    note = (footnote(row.indicator.footnote),) if row.indicator.footnote else ()
    targets = row.targets if with_targets else []
    promised = [
        (*line(labelled_target(target, row.indicator), muted=True), *revision_notes(target, row))
        for target in targets
    ]
    return Cell(((*inline(row.indicator.name), *note), *_sum_line(row), *_contributions(row), *promised))


def _sum_line(row: Row) -> list[Line]:
    """A sum whose summands nobody reported still says what was added."""
    is_sum = row.indicator.parts_kind == PartsKind.SUM and row.current and not row.current.all_parts
    if not (is_sum and row.categories):
        return []
    return [line(f"součet: {' + '.join(category.label for category in row.categories)}", muted=True)]


def _contributions(row: Row) -> list[Line]:
    """Measures of other goals whose figures are counted here."""
    measures = row.indicator.contributing_measures.all()
    if not measures:
        return []
    words: list[Inline] = [plain("včetně opatření ", muted=True)]
    for measure in measures:
        words += [Link(measure.code or measure.title, f"#{measure_anchor(measure)}"), plain(", ", muted=True)]
    return [tuple(words[:-1])]


def labelled_target(target: Target, indicator: Indicator) -> str:
    return f"{target.label or PLANNED}: {target_text(target, indicator)}"


def revision_notes(target: Target, row: Row) -> Line:
    """What a revised target was before, since when it is not and why."""
    text = revisions(target, row.indicator)
    return (footnote(text),) if text else ()


def baseline_notes(row: Row) -> Line:
    """What the start was before it was changed with results in sight, since when it is not and why."""
    text = baseline_revisions(row)
    return (footnote(text),) if text else ()


def target_cell(row: Row) -> Cell:
    """Planned values; one that the plan calls otherwise says how."""
    lines = []
    for target in row.targets:
        lines.append((*line(target_text(target, row.indicator)), *revision_notes(target, row)))
        if target.label not in EVIDENT:
            lines.append(line(target.label, muted=True))
    return Cell(tuple(lines) or (line("nestanovena", muted=True),))


def dash_note(columns: list[ValueColumn]) -> str:
    return DASH_MEANING if any(column.has_dash for column in columns) else ""

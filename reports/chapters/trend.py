"""The small trend of an indicator: a line of comparable numbers and the change since the first of them."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from czech.periods import Span
from czech.printing import number_text
from indicators.bands import Row
from indicators.models import Value, ValueKind
from indicators.wording import figure_text
from plans.models import Plan
from reports.blocks import Cell, Sparkline
from reports.narrative import line, plain

from .values import ValueColumn

COMPARABLE = (ValueKind.COUNT, ValueKind.SHARE, ValueKind.COUNT_SHARE, ValueKind.MONEY)
DAYS_OF_YEAR = 365.2425
INCOMPARABLE = "nelze srovnat"


@dataclass(frozen=True)
class Point:
    """One measured number, when it was and how it reads."""

    span: Span
    number: Decimal
    decimals: int
    text: str

    @property
    def year(self) -> float:
        """The middle of the span as a decimal year, so that two half-years do not fall on each other."""
        middle = self.span.start.toordinal() + (self.span.end - self.span.start).days / 2
        return 1 + middle / DAYS_OF_YEAR

    @property
    def title(self) -> str:
        return f"{self.span.short}: {self.text}"


@dataclass(frozen=True)
class Trends:
    """The trends of one table, drawn on a common axis of years."""

    columns: list[ValueColumn]  # the last one is the current period
    plan: Plan

    @cached_property
    def years(self) -> tuple[float, float]:
        """The ends of the axis."""
        years = [point.year for row in self.columns[-1].rows for point in self.points(row)]
        return (min(years), max(years)) if years else (0.0, 0.0)

    def cell(self, row: Row) -> Cell:
        points = self.points(row)
        if len(points) < 2:
            return Cell((line(INCOMPARABLE, muted=True),))
        return Cell(((self._sparkline(points), plain(change_text(row, points))),))

    def points(self, row: Row) -> list[Point]:
        """Numbers where there are some, shares otherwise; none when the current value is not one of them."""
        if row.indicator.value_kind not in COMPARABLE:
            return []
        for measured in (_number, _share):
            points = [self._point(column, row, measured) for column in self.columns]
            if points[-1]:
                return [point for point in points if point]
        return []

    def _point(self, column: ValueColumn, row: Row, measured) -> Point | None:
        value = column.value(row)
        if value is None or value.upper is not None or (found := measured(value)) is None:
            return None
        # A baseline that does not say its year is as old as the plan.
        span = column.span(value) or Span(self.plan.valid_from, self.plan.valid_from)
        return Point(span, *found, figure_text(value, row.indicator))

    def _sparkline(self, points: list[Point]) -> Sparkline:
        first_year, last_year = self.years
        return Sparkline(
            points=tuple((point.year, float(point.number)) for point in points),
            title=", ".join(point.title for point in points),
            first_year=first_year,
            last_year=last_year,
        )


def _number(value: Value) -> tuple[Decimal, int] | None:
    return None if value.number is None else (value.number, value.decimals)


def _share(value: Value) -> tuple[Decimal, int] | None:
    return None if value.share is None else (value.share, value.share_decimals)


def change_text(row: Row, points: list[Point]) -> str:
    """From the first number to the current one: +101,6 or −0,3 percentage points."""
    first, last = points[0], points[-1]
    change = last.number - first.number
    text = number_text(change, max(first.decimals, last.decimals))
    signed = f"+{text}" if change > 0 else text
    return f"{signed}\u00a0p.\u00a0b." if row.indicator.value_kind == ValueKind.SHARE else signed

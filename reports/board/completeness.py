"""How many indicators, values, measures and statuses a period has, so that counting reads indexes alone.

What was retired before the period began does not count. It is little, so everything is counted without
looking, and what is retired is taken off again; to look at each row would read the tables of all towns.
"""

from dataclasses import dataclass

from django.db.models import Count, Exists, F, FloatField, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, NullIf
from django.db.models.lookups import GreaterThan, GreaterThanOrEqual

from indicators.models import Indicator, Value
from plans.models import Evaluation, Measure, still_used


@dataclass(frozen=True, slots=True)
class Counted:
    """Rows of periods and the ways to what may be retired, from the row itself upwards."""

    rows: QuerySet
    period: str
    retirable: tuple[str, ...]

    def of(self, periods: list[int] | OuterRef, *conditions: Q) -> QuerySet:
        lookup = self.period if isinstance(periods, OuterRef) else f"{self.period}__in"
        # One filter, so that a condition asks about the same period.
        return self.rows.filter(*conditions, **{lookup: periods}).order_by().values(self.period)

    def retired(self, periods: list[int] | OuterRef) -> list[QuerySet]:
        """Rows that do not count, each in one of the sets."""
        start, sets, is_used = F(f"{self.period}__start"), [], Q()
        for path in self.retirable:
            # The first follows from the second, but only this is the condition of an index.
            is_retired = Q(**{f"{path}retired_on__isnull": False, f"{path}retired_on__lt": start})
            sets.append(self.of(periods, is_used & is_retired))
            is_used &= still_used(start, path)
        return sets


INDICATORS = Counted(Indicator.objects.all(), "plan__periods", ("", "measure__"))
VALUES = Counted(Value.objects.all(), "period", ("indicator__", "indicator__measure__"))
MEASURES = Counted(Measure.objects.all(), "goal__area__plan__periods", ("",))
STATUSES = Counted(Evaluation.objects.filter(goal=None), "period", ("measure__",))


def share_done() -> Cast:
    """The share of values that are there or have a reason, of the period around."""
    return Cast(_count(VALUES), FloatField()) / NullIf(_count(INDICATORS), 0)


def something_missing() -> GreaterThan:
    return GreaterThan(_count(INDICATORS), _count(VALUES))


def nothing_missing() -> GreaterThanOrEqual:
    """Where there is something to fill in; a period without indicators has no share."""
    return GreaterThanOrEqual(share_done(), 1.0)


def nothing_said() -> Q:
    return ~Q(Exists(Value.objects.filter(period=OuterRef("pk"))))


def _count(counted: Counted) -> Combinable:
    number = _number(counted.of(OuterRef("pk")))
    for rows in counted.retired(OuterRef("pk")):
        number -= _number(rows)
    return number


def _number(rows: QuerySet) -> Coalesce:
    # Keys would have to be fetched from the table; rows are counted in the index alone.
    return Coalesce(Subquery(rows.annotate(n=Count("*")).values("n")), 0)

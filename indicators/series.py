"""One indicator with everything said about it, as a grid would hold it."""

from collections import defaultdict

from plans.models import Plan

from .bands import Row
from .models import Indicator, Part, Value


def read_row(indicator: Indicator, plan: Plan) -> Row:
    """The row of the start: the baseline is its current value and all periods come after it."""
    values = {value.period_id: value for value in values_with_parts(indicator)}
    latest_first = sorted(plan.periods.all(), key=lambda period: (period.end, period.start), reverse=True)
    return Row(
        indicator=indicator,
        address="",
        targets=list(indicator.targets.current()),
        categories=list(indicator.categories.all()),
        values=values,
        earlier=[period.pk for period in latest_first],
        period_id=None,
    )


def join_whole(row: Row):
    """For those who see all of the plan; of the whole only its values are asked for."""
    if whole := row.indicator.denominator:
        values = {value.period_id: value for value in whole.values.all()}
        row.whole = Row(whole, "", [], [], values, [], row.period_id)


def values_with_parts(indicator: Indicator) -> list[Value]:
    """All values of the indicator, in two queries however many there are."""
    parts = defaultdict(list)
    for part in Part.objects.filter(value__indicator=indicator).select_related("category", "territory"):
        parts[part.value_id].append(part)
    values = list(indicator.values.all())
    for value in values:
        value.all_parts = parts[value.pk]
    return values

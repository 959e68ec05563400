"""One cell of the grid: the same row as in the grid, read in two questions beside its period."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, FilteredRelation, OuterRef, QuerySet
from django.shortcuts import get_list_or_404

from plans.access import NOT_OWN, period_to_fill
from plans.models import Measure, Plan, Remark, ReportingPeriod

from .bands import Row
from .entries import entry_of
from .forms import RowForm, seen_mark
from .models import Indicator, Value, evidence_count
from .whole_places import WHOLE_LEVELS, place_of, whole_places


@dataclass
class Cell:
    period: ReportingPeriod
    row: Row
    is_open: bool
    is_returned: bool = False

    @property
    def form(self) -> RowForm:
        """The row as it stands, before anybody types."""
        seen = seen_mark(self.row)
        return RowForm(self.row, entry_of(self.row), seen, self.is_open, self.is_returned)


def cell_to_fill(user, plan_slug: str, period_slug: str, pk: int) -> Cell:
    """The cell with its period locked for writing; 404 for strangers, 403 for those who only read."""
    period = period_to_fill(user, plan_slug, period_slug, Remark.About.VALUE, pk)
    indicators = Indicator.objects.filter(plan=period.plan_id)
    row = _row(indicators, period, pk, user, sees_all=period.is_coordinated)
    if not (period.is_coordinated or row.indicator.is_own):
        raise PermissionDenied(NOT_OWN)
    is_open = period.is_open and (period.returns_cell or not period.returns_cells)
    return Cell(period, row, is_open, period.returns_cell)


def cell_to_read(user, plan: Plan, period: ReportingPeriod, pk: int) -> Cell:
    """The cell with its place in the plan; a contributor finds those of the own measures."""
    waiting = Remark.objects.returning().filter(period=period.pk)
    returns_cell = waiting.filter(about=Remark.About.VALUE, subject_id=OuterRef("pk"))
    visible = Indicator.objects.visible_in(plan, user).with_levels().select_related("definition")
    visible = visible.annotate(returns_cell=Exists(returns_cell), returns_cells=Exists(waiting))
    row = _row(visible, period, pk, user, sees_all=plan.is_seen_whole)
    one = row.indicator
    may_fill = plan.is_editable or (plan.is_filled_in_part and one.is_own)
    is_open = may_fill and period.is_open and (one.returns_cell or not one.returns_cells)
    return Cell(period, row, is_open, one.returns_cell)


def _row(indicators: QuerySet[Indicator], period: ReportingPeriod, pk: int, user, *, sees_all: bool) -> Row:
    indicator, targets, categories = _indicator(indicators, period, pk, user)
    whole = indicator.denominator if _is_seen_whole(indicator, period, sees_all) else None
    values = _values([indicator, whole] if whole else [indicator])
    own = values[indicator.pk]
    earlier = [value.period for value in own.values() if _is_before(value.period, period)]
    earlier.sort(key=lambda one: (one.start, one.end), reverse=True)
    row = Row(indicator, "", targets, categories, own, [one.pk for one in earlier], period.pk)
    if whole:
        row.whole = Row(whole, place_of(whole, indicator), [], [], values[whole.pk], [], period.pk)
    return row


def _is_seen_whole(indicator: Indicator, period: ReportingPeriod, sees_all: bool) -> bool:
    """A contributor does not learn the numbers of others from a share."""
    whole = indicator.denominator
    if whole is None or not (sees_all or indicator.is_beside(whole)):
        return False
    used = (one.retired_on is None or one.retired_on >= period.start for one in (whole, whole.measure) if one)
    return all(used)


def _is_before(one: ReportingPeriod | None, period: ReportingPeriod) -> bool:
    return one is not None and one.pk != period.pk and (one.start, one.end) <= (period.start, period.end)


def _indicator(indicators: QuerySet[Indicator], period: ReportingPeriod, pk: int, user):
    """The indicator with its current targets and its categories, all from one joined question."""
    own = Measure.objects.with_ownership(user).filter(pk=OuterRef("measure"), is_own=True)
    joined = indicators.in_use(period.start).filter(pk=pk).annotate(
        target=FilteredRelation("targets"), category=FilteredRelation("categories"), is_own=Exists(own),
        **whole_places(period.start),
    )  # fmt: skip
    related = joined.select_related("target", "category", *WHOLE_LEVELS)
    rows = get_list_or_404(related.order_by("target", "category__position", "category"))
    targets = {row.target.pk: row.target for row in rows if hasattr(row, "target")}
    replaced = {target.replaces_id for target in targets.values()}
    categories = {row.category.pk: row.category for row in rows if hasattr(row, "category")}
    current = [target for target in targets.values() if target.pk not in replaced]
    return rows[0], current, list(categories.values())


def _values(indicators: list[Indicator]) -> dict[int, dict[int | None, Value]]:
    """All values of the indicators with their parts, by indicator and period."""
    counted = Value.objects.filter(indicator__in=indicators).annotate(evidence_count=evidence_count())
    joined = counted.annotate(part=FilteredRelation("parts")).select_related(
        "period", "updated_by", "part__category", "part__territory"
    )
    values = {indicator.pk: {} for indicator in indicators}
    for row in joined.order_by("pk", "part__position", "part__pk"):
        value = values[row.indicator_id].setdefault(row.period_id, row)
        value.all_parts = [
            *value.__dict__.get("all_parts", []),
            *([row.part] if hasattr(row, "part") else []),
        ]
    return values

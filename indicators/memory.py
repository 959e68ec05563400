"""What is known around one cell: its past, the same figure elsewhere, public statistics, who wrote what.

Read in a fixed number of queries, whatever the size of the plan or the role of the reader.
"""

from dataclasses import dataclass, field
from itertools import chain, groupby
from operator import attrgetter

from django.db.models import Model, Q

from accounts.models import User
from plans.models import Plan, Remark

from .bands import Row
from .cell import Cell
from .entries import entry_of
from .models import Evidence, Indicator, Statistic, Value
from .offers import Offer, offer_of_source, offer_of_statistic, offer_of_twin
from .wording import Wording, value_span, word_value

BASELINE = "počáteční hodnota"
LAST_CHANGES = 3
YEARS_SHOWN = 3


@dataclass(frozen=True)
class Moment:
    """One point of the series: when, and what the indicator was then."""

    label: str
    words: Wording
    own_time: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Twin:
    """The same figure in another cell of the period."""

    indicator: Indicator
    words: Wording
    offer: Offer


@dataclass(frozen=True)
class PublicFigure:
    """A statistic of the town; without an offer where it counts something else than the cell does."""

    statistic: Statistic
    offer: Offer | None


@dataclass(frozen=True)
class PastChange:
    version: Model
    words: Wording


@dataclass
class Memory:
    cell: Cell
    moments: list[Moment]
    last: Value | None  # the latest earlier value that says where it is from
    same_source: Offer | None
    twins: list[Twin] = field(default_factory=list)
    statistics: list[PublicFigure] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    changes: list[PastChange] = field(default_factory=list)
    all_evidence: list[Evidence] = field(default_factory=list)

    @property
    def evidence(self) -> list[Evidence]:
        return [piece for piece in self.all_evidence if not piece.is_retired]

    @property
    def retired_evidence(self) -> list[Evidence]:
        return [piece for piece in self.all_evidence if piece.is_retired]

    @property
    def last_time(self) -> str:
        return _time_of(self.last)

    @property
    def offers(self) -> list[Offer]:
        """The statistic first: that is the one taken by a key."""
        found = [figure.offer for figure in self.statistics] + [twin.offer for twin in self.twins]
        return [offer for offer in [*found, self.same_source] if offer]

    @property
    def first_offer(self) -> Offer | None:
        return next((offer for offer in self.offers if offer is not self.same_source), None)


def read_memory(cell: Cell, plan: Plan, reader: User) -> Memory:
    row = cell.row
    last = _last_explained(row)
    return Memory(
        cell=cell,
        moments=_moments(row),
        last=last,
        same_source=offer_of_source(last),
        twins=_twins(cell, plan, reader),
        statistics=_statistics(cell, plan),
        remarks=_remarks(cell, plan),
        changes=_changes(cell),
        all_evidence=list(Evidence.objects.of_cell(row.indicator.pk, row.period_id)),
    )


def _moments(row: Row) -> list[Moment]:
    times = [None, *reversed(row.earlier), row.period_id]
    return [_moment(row, row.values[time], time) for time in times if time in row.values]


def _moment(row: Row, value: Value, period_id: int | None) -> Moment:
    span = value_span(value)
    words = word_value(value, row.indicator, span)
    return Moment(_time_of(value), words, span.text if span else "", period_id == row.period_id)


def _time_of(value: Value) -> str:
    return value.period.label if value.period_id else BASELINE


def _last_explained(row: Row) -> Value | None:
    before = (row.values.get(period) for period in [*row.earlier, None])
    return next((value for value in before if value and (value.note or value.source)), None)


def _twins(cell: Cell, plan: Plan, reader: User) -> list[Twin]:
    """The same definition or the same name, and always the same unit and kind."""
    one = cell.row.indicator
    same = Q(name=one.name)
    if one.definition_id:
        same |= Q(definition=one.definition_id)
    others = Indicator.objects.visible_in(plan, reader).in_use(cell.period.start).exclude(pk=one.pk)
    others = others.filter(same, unit=one.unit, value_kind=one.value_kind)
    values = Value.objects.known().filter(indicator__in=others, period=cell.period, parts_only=False)
    levels = [f"indicator__{level}" for level in ("area", "goal", "measure")]
    return [_twin(value, cell) for value in values.select_related(*levels)]


def _twin(value: Value, cell: Cell) -> Twin:
    # Parts of the other cell belong to its own categories.
    value.all_parts = []
    row = Row(value.indicator, "", [], [], {cell.period.pk: value}, [], cell.period.pk)
    words = word_value(value, value.indicator, with_parts=False)
    return Twin(value.indicator, words, offer_of_twin(value, entry_of(row), words.figure))


def _statistics(cell: Cell, plan: Plan) -> list[PublicFigure]:
    """Of the town in its last years, the latest first; in a year the edition that was brought last."""
    one = cell.row.indicator
    if not one.definition_id:
        return []
    found = Statistic.objects.filter(
        definition=one.definition_id, territory=plan.municipality_id, year__lte=cell.period.end.year
    ).order_by("-year", "-pk")
    latest = [list(of_year) for _, of_year in groupby(found, key=attrgetter("year"))][:YEARS_SHOWN]
    return [_public_figure(statistic, cell, plan) for statistic in chain.from_iterable(latest)]


def _public_figure(statistic: Statistic, cell: Cell, plan: Plan) -> PublicFigure:
    one = cell.row.indicator
    statistic.definition, statistic.territory = one.definition, plan.municipality
    return PublicFigure(statistic, offer_of_statistic(statistic, one, cell.period))


def _remarks(cell: Cell, plan: Plan) -> list[Remark]:
    """Between town and consultant, and at the own measures the contributor's too."""
    remarks = cell.period.remarks.filter(about=Remark.About.VALUE, subject_id=cell.row.indicator.pk)
    found = list(remarks.open().roots().select_related("written_by"))
    is_told = plan.is_editable or plan.is_reviewable or cell.row.indicator.is_own
    return found if is_told else []


def _changes(cell: Cell) -> list[PastChange]:
    one = cell.row.indicator
    versions = Value.history.filter(indicator=one.pk, period=cell.period.pk).select_related("history_user")
    latest = versions.order_by("-history_id")[:LAST_CHANGES]
    return [PastChange(version, word_value(version, one, with_parts=False)) for version in latest]

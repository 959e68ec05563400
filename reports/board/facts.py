"""Everything the board says of the periods it shows: counted by the database, for these and no others."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from indicators.bands import Progress
from indicators.models import Value
from plans.models import Evaluation, Remark, ReportingPeriod, Status
from projects.models import ImplementationReport

from .changes import Change, Roles, last_change, roles_of
from .states import BoardState, state_of
from .tallies import INDICATOR, MEASURE, STATUS, VALUE, tallies


@dataclass(frozen=True, slots=True)
class Segment:
    """One status in the bar: how many measures, and after how many the segment starts."""

    status: Status
    count: int
    start: int

    @property
    def end(self) -> int:
        return self.start + self.count


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One town's current period with what a consultant asks about it."""

    period: ReportingPeriod
    values: Progress
    segments: tuple[Segment, ...]
    measures: int
    remarks: int
    answers: int  # of these remarks wait for the consultant
    returned: int  # cells the town has to correct
    late: int
    implementers: int  # those from whom a report is expected
    change: Change | None
    is_changed_after_approval: bool
    roles: Roles

    @property
    def plan(self):
        return self.period.plan

    @property
    def town(self):
        return self.plan.municipality

    @property
    def district(self) -> str:
        return self.town.district_name

    @property
    def state(self) -> BoardState:
        return state_of(self.period)

    @property
    def changed_by(self) -> str:
        return self.roles.words(self.change, self.plan) if self.change else ""


def board_rows(periods: list[ReportingPeriod]) -> list[BoardRow]:
    """Three questions, however many periods there are."""
    pks = [period.pk for period in periods]
    counts = {one.pk: one for one in _counted(ReportingPeriod.objects.filter(pk__in=pks))}
    tally = tallies(pks) if pks else {}
    changes = {period.pk: last_change(counts[period.pk]) for period in periods}
    roles = roles_of({change.author for change in changes.values() if change and change.author})
    return [
        _row(period, counts[period.pk], tally[period.pk], changes[period.pk], roles) for period in periods
    ]


def _row(period, counted, tally: dict[str, Counter], change: Change | None, roles: Roles) -> BoardRow:
    values, measures = tally[VALUE], tally[MEASURE].total()
    missing = max(tally[INDICATOR].total() - values.total(), 0)
    return BoardRow(
        period=period,
        values=Progress(values[""], values.total() - values[""], missing),
        segments=segments_of(tally[STATUS], measures),
        measures=measures,
        remarks=counted.remark_count,
        answers=counted.answer_count,
        returned=counted.returned_count,
        late=counted.late_count,
        implementers=counted.implementer_count,
        change=change,
        is_changed_after_approval=_is_changed_after_approval(counted),
        roles=roles,
    )


def segments_of(statuses: Counter, measures: int) -> tuple[Segment, ...]:
    """In the order of the choices, always the same; measures that nobody evaluated stand last."""
    stated = {status: statuses[status] for status in Status if status != Status.NOT_STATED}
    counts = stated | {Status.NOT_STATED: max(measures - sum(stated.values()), 0)}
    segments, start = [], 0
    for status, count in counts.items():
        if count:
            segments.append(Segment(status, count, start))
            start += count
    return tuple(segments)


def _counted(periods: QuerySet[ReportingPeriod]) -> QuerySet[ReportingPeriod]:
    threads = Remark.objects.open().filter(answers=None)
    value, evaluation = (
        model.objects.filter(period=OuterRef("pk")).order_by("-updated_at") for model in (Value, Evaluation)
    )
    return periods.annotate(
        remark_count=_count_of_period(threads),
        answer_count=_count_of_period(threads.with_new_answer()),
        returned_count=_count_of_period(Remark.objects.open().returning()),
        late_count=implementer_count(ImplementationReport.objects.late(localdate())),
        implementer_count=implementer_count(ImplementationReport.objects.expected()),
        value_at=Subquery(value.values("updated_at")[:1]),
        value_by=Subquery(value.values("updated_by")[:1]),
        evaluation_at=Subquery(evaluation.values("updated_at")[:1]),
        evaluation_by=Subquery(evaluation.values("updated_by")[:1]),
    )


def _count_of_period(remarks: QuerySet[Remark]):
    groups = remarks.filter(period=OuterRef("pk")).order_by().values("period")
    return Coalesce(Subquery(groups.annotate(n=Count("pk")).values("n")), 0)


def implementer_count(reports: QuerySet[ImplementationReport]):
    """Organisations that carry these reports' projects out; a project without any counts as one."""
    who = Coalesce("project__recipients", -F("project"))
    groups = reports.filter(project__plan=OuterRef("plan")).order_by().values("project__plan")
    return Coalesce(Subquery(groups.annotate(n=Count(who, distinct=True)).values("n")), 0)


def _is_changed_after_approval(counted) -> bool:
    changes = [(counted.value_at, counted.value_by), (counted.evaluation_at, counted.evaluation_by)]
    approved = counted.approved_at
    return bool(approved) and any(author and moment > approved for moment, author in changes)

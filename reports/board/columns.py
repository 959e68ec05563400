"""The columns of the board: by what a page is sorted, and what each says in the workbook."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, DateTimeField, OuterRef, Subquery
from django.db.models import Value as Constant
from django.db.models.functions import Coalesce, Greatest, NullIf
from django.utils.timezone import localdate, localtime

from indicators.models import Value as IndicatorValue
from plans.models import Evaluation, Remark, ReportingPeriod, Status
from plans.models.period import NEVER
from projects.models import ImplementationReport
from reports.registers.columns import Field, RegisterColumn, Value
from reports.registers.registers import Register

from .completeness import share_done
from .facts import BoardRow, implementer_count
from .filters import BoardFilters
from .states import DEADLINE, BoardState, by_urgency
from .wording import pill_text, since_text


def _open_remarks() -> Subquery:
    remarks = Remark.objects.open().filter(answers=None, period=OuterRef("pk")).order_by().values("period")
    return Subquery(remarks.annotate(n=Count("pk")).values("n"))


def _changed_at() -> NullIf:
    """The moment that `last_change` finds for a row; NULL where nothing has happened."""
    latest = [
        Subquery(model.objects.filter(period=OuterRef("pk")).order_by("-updated_at").values("updated_at")[:1])
        for model in (IndicatorValue, Evaluation)
    ]
    # SQLite finds nothing greatest as soon as one of the moments is NULL.
    changes = (Coalesce(one, NEVER) for one in latest)
    return NullIf(Greatest("happened_at", *changes), Constant(NEVER, DateTimeField()))


def _late() -> Coalesce:
    return implementer_count(ImplementationReport.objects.late(localdate()))


def _day(name: str):
    def read(row: BoardRow) -> Value:
        moment = getattr(row.period, name)
        return moment and localtime(moment).date()

    return read


def _with_status(status: Status) -> Field:
    def count(row: BoardRow) -> Value:
        return next((segment.count for segment in row.segments if segment.status == status), 0)

    return Field(f"Opatření: {status.label.lower()}", count, 12)


COLUMNS = (
    RegisterColumn(
        "mesto", "Město a okres", 30,
        (
            Field("Město", lambda row: row.town.name, 22),
            Field("Okres", lambda row: row.town.district_name, 20),
            Field("Kód obce", lambda row: row.town.code, 10),
            Field("Regionální centrum", lambda row: row.plan.regional_centre, 12),
        ),
        order=("plan__municipality__name", "plan__municipality__parent__name"),
    ),
    RegisterColumn(
        "plan", "Plán a období", 30,
        (
            Field("Druh plánu", lambda row: row.plan.kind_words.abbreviation, 10),
            Field("Plán", lambda row: row.plan.title, 46),
            Field("Období", lambda row: row.period.label, 18),
        ),
    ),
    RegisterColumn(
        "stav", "Stav období", 30,
        (
            Field("Stav", pill_text, 22),
            Field("Upřesnění", since_text, 26),
            Field("Termín", lambda row: row.period.due_on, 12),
            Field("Odevzdáno", _day("submitted_at"), 12),
            Field("Vráceno", _day("returned_at"), 12),
            Field("Schváleno", _day("approved_at"), 12),
        ),
        order=("urgency", DEADLINE, "happened_at"),
    ),
    RegisterColumn(
        "uplnost", "Úplnost hodnot", 30,
        (
            Field("Hodnot celkem", lambda row: row.values.total, 10),
            Field("Vyplněno", lambda row: row.values.filled, 10),
            Field("S důvodem", lambda row: row.values.reasoned, 10),
            Field("Chybí", lambda row: row.values.missing, 10),
        ),
        order=(share_done(),),
    ),
    RegisterColumn(
        "opatreni", "Stavy opatření", 30,
        (Field("Opatření celkem", lambda row: row.measures, 12), *map(_with_status, Status)),
    ),
    RegisterColumn(
        "pripominky", "Otevřené připomínky", 20,
        (
            Field("Otevřené připomínky", lambda row: row.remarks, 12),
            Field("S novou odpovědí", lambda row: row.answers, 12),
        ),
        order=(_open_remarks(),),
    ),
    RegisterColumn(
        "realizatori", "Realizátoři", 20,
        (
            Field("Opoždění realizátoři", lambda row: row.late, 12),
            Field("Realizátoři se zprávou", lambda row: row.implementers, 12),
        ),
        order=(_late,),
    ),
    RegisterColumn(
        "zmena", "Poslední změna", 20,
        (
            Field("Poslední změna", lambda row: row.change and localtime(row.change.moment).date(), 12),
            Field("Kdo", lambda row: row.changed_by, 24),
            Field("Změna po schválení", lambda row: "ano" if row.is_changed_after_approval else "", 12),
        ),
        order=(_changed_at(),),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BoardTotals:
    """How many towns of a file are in each state."""

    rows: list[BoardRow]

    def facts(self) -> list[tuple[str, Value]]:
        counts = Counter(row.state for row in self.rows)
        return [(state.label, counts[state]) for state in BoardState if counts[state]]


BOARD = Register(
    "board", "Města", COLUMNS, BoardFilters, ReportingPeriod, by_urgency, BoardTotals, is_wide=True
)

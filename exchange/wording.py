"""How rows and their changes are named to the person who loads a plan."""

from datetime import date, datetime
from decimal import Decimal
from functools import singledispatch
from os.path import commonprefix

from django.db.models import Field, Model

from czech.printing import date_text, datetime_text, number_text, percent_text, qualifier_text, yes_no_text
from indicators.models import Category, Part, Target, Value
from indicators.wording import figure_text, part_number, range_text, target_text
from plans.models import Approval, Evaluation, MeasureImplementer
from projects.models import PlannedOutput
from reports.models import Chapter

SHOWN = 60
SHOWN_BEFORE_CHANGE = 20
NOTHING = "nic"
PARTS_ONLY = "jen části"
BASELINE_LABEL = "počáteční hodnota"
# Parts of one printed quantity; each alone would say little.
QUANTITY = {"number", "decimals", "upper", "share", "share_decimals", "qualifier", "kind", "operator"}
QUANTITY |= {"parts_only", "state", "text", "missing_reason"}
QUANTIFIED = (Value, Part, Target, PlannedOutput)


@singledispatch
def label(row: Model) -> str:
    """What the row is, as people call it."""
    if row._meta.auto_created:
        ends = [getattr(row, field.name) for field in row._meta.concrete_fields if field.is_relation]
        return " – ".join(map(label, ends))
    return f"{row._meta.verbose_name} {row}"


@label.register
def _(row: Approval) -> str:
    return f"schválení {date_text(row.approved_on)}"


@label.register
def _(row: MeasureImplementer) -> str:
    return f"opatření {row.measure}, realizátor {row.organisation}"


@label.register
def _(row: Evaluation) -> str:
    return f"vyhodnocení {row.measure or row.goal}, {row.period}"


@label.register
def _(row: Category) -> str:
    return f"indikátor {row.indicator}, složka {row.label}"


@label.register
def _(row: Target) -> str:
    return f"indikátor {row.indicator}, {row.label or 'cílová hodnota'}"


@label.register
def _(row: Value) -> str:
    return f"indikátor {row.indicator}, {row.period or BASELINE_LABEL}"


@label.register
def _(row: Part) -> str:
    return f"{label(row.value)}, {row.category.label if row.category else row.territory}"


@label.register
def _(row: PlannedOutput) -> str:
    return f"projekt {row.project}, výstup {row}"


@label.register
def _(row: Chapter) -> str:
    return f"zpráva {row.report}, kapitola {row.name}"


def change_lines(row: Model, wish: Model, differing: list[Field]) -> list[str]:
    """What the row loses and gains, before it is rewritten."""
    lines = []
    if isinstance(row, QUANTIFIED):
        if any(field.name in QUANTITY for field in differing):
            lines.append(f"změněno: {label(row)}: {_quantity(row)} → {_quantity(wish)}")
        differing = [field for field in differing if field.name not in QUANTITY]
    for field in differing:
        if field.name == "position":
            lines.append(f"změněno pořadí: {row._meta.verbose_name_plural}")
        else:
            before, after = _apart(_shown(row, field), _shown(wish, field))
            lines.append(f"změněno: {label(row)}, {field.verbose_name}: {before} → {after}")
    return lines


def _quantity(row: Value | Part | Target | PlannedOutput) -> str:
    match row:
        case Value(parts_only=True):
            return PARTS_ONLY
        case Value(number=Decimal(), share=Decimal()):
            return f"{figure_text(row, row.indicator)} tj. {percent_text(row.share, row.share_decimals)}"
        case Value():
            return figure_text(row, row.indicator)
        case Part():
            return part_number(row)
        case Target():
            return target_text(row, row.indicator)
    words = (qualifier_text(row.qualifier), range_text(row) if row.number is not None else NOTHING, row.unit)
    return " ".join(filter(None, words))


def _shown(row: Model, field: Field) -> str:
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    value = getattr(row, field.name)
    if isinstance(value, bool):
        return yes_no_text(value)
    if isinstance(value, datetime):
        return datetime_text(value)
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, Decimal):
        return number_text(value.normalize())
    return "" if value is None else " ".join(str(value).split())


def _apart(before: str, after: str) -> tuple[str, str]:
    """Both texts, and of long ones the stretch where they begin to differ."""
    start = max(len(commonprefix([before, after])) - SHOWN_BEFORE_CHANGE, 0)
    if max(len(before), len(after)) <= SHOWN:
        start = 0
    return _stretch(before, start), _stretch(after, start)


def _stretch(text: str, start: int) -> str:
    stretch = text[start : start + SHOWN]
    opening, closing = "…" * (start > 0), "…" * (start + SHOWN < len(text))
    return f"{opening}{stretch}{closing}" if stretch else NOTHING

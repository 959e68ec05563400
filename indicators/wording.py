"""How a value reads: the figure with its unit, and the small print that goes below it."""

from dataclasses import dataclass
from decimal import Decimal

from czech.periods import Span
from czech.plurals import unit_text
from czech.printing import money_text, number_text, percent_text, qualifier_text, yes_no_text
from plans.models import Territory

from .models import Indicator, MissingReason, Part, PartsKind, Target, Value, ValueKind
from .models.target import Operator

# Any number with decimals takes the unit's third form.
FRACTION = Decimal("0.5")
# In a list or a comparison the numbers stand together and so do their names below them.
NAMED_APART = (PartsKind.LIST, PartsKind.COMPARISON)
NOT_ENTERED = "neuvedeno"
NOT_AVAILABLE = "–"
WITHOUT_TOTAL = "bez součtu"
JOINTS = {PartsKind.SUM: " + ", PartsKind.LIST: "/", PartsKind.COMPARISON: " vs. ", PartsKind.NONE: ", "}
SIGNS = {
    Operator.AT_LEAST: "min. ",
    Operator.AT_MOST: "max. ",
    Operator.LESS: "méně než ",
    Operator.MORE: "více než ",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A value in print: the figure, then share, parts, own period and note, each a short text."""

    figure: str
    details: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """Everything on one line: 229 osob (79 ČR + 150 UA)."""
        return f"{self.figure} ({'; '.join(self.details)})" if self.details else self.figure


def word_value(
    value: Value | None, indicator: Indicator, usual: Span | None = None, *, with_parts: bool = True
) -> Wording:
    """The wording of a value; its own period is said unless it is the usual one of the column.

    Parts may be left out where they stand in a table of their own.
    """
    if value is None:
        return Wording(NOT_ENTERED)
    has_figure = with_parts or value.printed or not value.parts_only
    figure = figure_text(value, indicator) if has_figure else WITHOUT_TOTAL
    return Wording(figure, tuple(_details(value, indicator, usual, with_parts)))


def figure_text(value: Value, indicator: Indicator) -> str:
    """The value itself: 229 osob, cca 6, 15–20 bytů, ANO, probíhá, nesledováno or a dash."""
    if value.printed:
        return value.printed
    if value.missing_reason:
        is_dash = value.missing_reason == MissingReason.NOT_AVAILABLE
        return NOT_AVAILABLE if is_dash else value.get_missing_reason_display()
    if value.state:
        return value.get_state_display()
    if value.number is not None:
        return quantity_text(value, indicator)
    if value.share is not None:
        return percent_text(value.share, value.share_decimals)
    return value.text or parts_text(value, indicator)


def quantity_text(value: Value, indicator: Indicator) -> str:
    if indicator.value_kind == ValueKind.YES_NO:
        return yes_no_text(bool(value.number))
    if indicator.value_kind == ValueKind.MONEY and indicator.unit == "Kč":
        return money_text(value.number)
    words = [qualifier_text(value.qualifier), range_text(value), unit_of(value, indicator)]
    return "\u00a0".join(filter(None, words))


def range_text(value: Value) -> str:
    """The number alone, as typed: 5,10 or 15–20."""
    lower = number_text(value.number, value.decimals)
    return lower if value.upper is None else f"{lower}–{number_text(value.upper, value.decimals)}"


def unit_of(value: Value, indicator: Indicator) -> str:
    """The unit in the form that fits the number as it is printed: 2 úvazky, but 2,0 úvazku."""
    counted = value.number if value.upper is None else value.upper
    return unit_text(FRACTION if value.decimals else counted, indicator.unit) if indicator.unit else ""


def parts_text(value: Value, indicator: Indicator) -> str:
    """79 ČR + 150 UA, 12/12/4/22 or 3,01 % vs. 2,28 %, the latter two with names apart."""
    words = part_number if indicator.parts_kind in NAMED_APART else part_text
    return JOINTS[indicator.parts_kind].join(words(part) for part in value.all_parts)


def part_number(part: Part) -> str:
    number = number_text(part.number, part.decimals)
    return {Part.Kind.SHARE: f"{number}\u00a0%", Part.Kind.RANK: f"{number}."}.get(part.kind, number)


def part_text(part: Part) -> str:
    """79 ČR, or a rank: 2. v ČR."""
    if part.kind == Part.Kind.RANK and part.territory.kind == Territory.Kind.STATE:
        return f"{part_number(part)}\u00a0v\u00a0ČR"
    return f"{part_number(part)}\u00a0{part_owner(part)}"


def part_owner(part: Part) -> str:
    return part.category.label if part.category else part.territory.name


def _details(value: Value, indicator: Indicator, usual: Span | None, with_parts: bool):
    if value.share is not None and value.number is not None:
        yield f"tj.\u00a0{percent_text(value.share, value.share_decimals)}"
    if with_parts:
        yield from _parts_details(value, indicator)
    if (covers := value_span(value)) and covers != usual:
        yield covers.text
    if value.note:
        yield value.note


def _parts_details(value: Value, indicator: Indicator):
    if value.all_parts and not value.parts_only:
        yield parts_text(value, indicator)
    if value.parts_only and indicator.parts_kind in NAMED_APART:
        yield JOINTS[indicator.parts_kind].join(part_owner(part) for part in value.all_parts)


def value_span(value: Value) -> Span | None:
    """The value's own period, when it differs from the reporting period."""
    return Span(value.covers_start, value.covers_end) if value.covers_start else None


def target_text(target: Target, indicator: Indicator) -> str:
    """What is promised: 450 do roku 2027, pokles, 3 za 3 roky."""
    if target.text:
        return target.text
    words = [_target_number(target, indicator)]
    if target.per:
        words.append(f"za\u00a0{target.per}")
    if target.due_on:
        words.append(f"do\u00a0roku\u00a0{target.due_on.year}")
    return " ".join(words)


def _target_number(target: Target, indicator: Indicator) -> str:
    if target.number is None:
        return target.get_operator_display()
    number = number_text(target.number, target.decimals)
    if indicator.value_kind == ValueKind.YES_NO:
        return number
    if indicator.value_kind == ValueKind.SHARE:
        number += "\u00a0%"
    return SIGNS.get(target.operator, "") + number

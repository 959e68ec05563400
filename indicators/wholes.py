"""A count, a share and their whole: two known numbers give the third, and three of them must agree.

Pure functions over a row; no query. What a person typed is never rewritten.
"""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from czech.plurals import genitive_text, out_of, unit_text
from czech.printing import NBSP, number_text, percent_text

from .bands import Row
from .entries import Entry, entry_of
from .models import Computed, Value

HUNDRED = Decimal(100)
HALF = Decimal("0.5")
# Of a share that nobody has stated before.
USUAL_DECIMALS = 2


def own_words(row: Row, entry: Entry) -> Entry:
    """What a person typed, without what was computed before and only came back with the rest of the row."""
    current = row.current
    if current is None or not current.computed or _whole_of(row, current) is None:
        return entry
    field = "share" if current.computed == Computed.SHARE else "value"
    is_untouched = getattr(entry, field) == getattr(entry_of(row), field)
    return replace(entry, **{field: ""}) if is_untouched else entry


def complete(row: Row, value: Value, together: Value | None = None):
    """Fill in the count or the share that a value not saved yet was left without.

    `together` stands in for the stored value of the whole where both are being written.
    """
    if row.whole is None or value.missing_reason:
        return
    _forget_computed(value)
    whole = _whole_of(row, value, together)
    if whole is None:
        return
    if value.share is None and _is_exact(value) and 0 <= value.number <= whole.number:
        value.share_decimals = _usual_decimals(row)
        value.share = _rounded(value.number * HUNDRED / whole.number, value.share_decimals)
        value.computed = Computed.SHARE
    elif value.number is None and value.share is not None and not value.parts_only:
        value.number = _only_count(value, whole)
        value.computed = Computed.NOTHING if value.number is None else Computed.COUNT


def computed_text(row: Row) -> str:
    """Which number nobody typed and from what it comes; empty for most values."""
    value = row.current
    if value is None or not value.computed or row.whole is None:
        return ""
    whole = _whole_of(row, value)
    if whole is None or not _has_both(value) or not _fits(value.number, value, whole):
        return ""
    unit = row.indicator.unit
    share = percent_text(value.share, value.share_decimals)
    of_whole = f"{out_of(whole.number)}{NBSP}{_whole_text(row, whole)}"
    if value.computed == Computed.SHARE:
        return f"Podíl {share} je dopočtený {of_whole}."
    count = _counted(value, unit_text(value.number, unit))
    return f"Počet {count} je dopočtený jako {share} {of_whole}."


def disagreement(row: Row) -> str:
    """What does not fit between a count, its share and its whole."""
    value = row.current
    whole = _whole_of(row, value) if row.whole and _is_exact(value) else None
    if whole is None:
        return ""
    count, total = number_text(value.number, value.decimals), number_text(whole.number, whole.decimals)
    if value.number > whole.number:
        return f"Počet {count} je větší než celek, kterým je {total} ({_name(row.whole)})."
    if value.share is None or _fits(value.number, value, whole):
        return ""
    decimals = max(value.share_decimals, USUAL_DECIMALS)
    share = percent_text(_rounded(value.number * HUNDRED / whole.number, decimals), decimals)
    stated = percent_text(value.share, value.share_decimals)
    return f"{count} {out_of(whole.number)}{NBSP}{total} je {share}, uvedeno {stated}."


def _whole_of(row: Row, value: Value, together: Value | None = None) -> Value | None:
    """The whole in the same period, or with the same own dates; an estimate is nothing to compute from."""
    if row.whole is None:
        return None
    here = together or row.whole.current
    if here is not None and _is_exact(here) and here.number > 0:
        return here
    dates = _dates(value)
    others = row.whole.values.values() if dates[0] else ()
    return next((one for one in others if _dates(one) == dates and _is_exact(one) and one.number > 0), None)


def _dates(value: Value) -> tuple:
    return value.covers_start, value.covers_end


def _is_exact(value: Value) -> bool:
    return value.number is not None and value.upper is None and not value.qualifier


def _has_both(value: Value) -> bool:
    return value.number is not None and value.share is not None


def _forget_computed(value: Value):
    """Computed a moment ago, and the whole may have changed since."""
    if value.computed == Computed.SHARE:
        value.share, value.share_decimals = None, 0
    elif value.computed == Computed.COUNT:
        value.number = None
    value.computed = Computed.NOTHING


def _usual_decimals(row: Row) -> int:
    before = row.previous
    return USUAL_DECIMALS if before is None or before.share is None else before.share_decimals


def _only_count(value: Value, whole: Value) -> Decimal | None:
    """The one whole number that rounds to the share; nothing where several do, or none."""
    nearest = _rounded(value.share * whole.number / HUNDRED, 0)
    near = (nearest - 1, nearest, nearest + 1)
    found = [count for count in near if 0 <= count <= whole.number and _fits(count, value, whole)]
    return found[0] if len(found) == 1 else None


def _fits(count: Decimal, value: Value, whole: Value) -> bool:
    exact = count * HUNDRED / whole.number
    return abs(exact - value.share) <= HALF.scaleb(-value.share_decimals)


def _rounded(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _whole_text(row: Row, whole: Value) -> str:
    return f"{_counted(whole, genitive_text(whole.number, row.whole.indicator.unit))} ({_name(row.whole)})"


def _counted(value: Value, unit: str) -> str:
    return NBSP.join(filter(None, (number_text(value.number, value.decimals), unit)))


def _name(row: Row) -> str:
    """A page of one indicator knows no addresses."""
    return row.address or row.indicator.name

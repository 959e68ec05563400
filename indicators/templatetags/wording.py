"""Values and targets in templates; the words themselves come from indicators.wording."""

from decimal import Decimal
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from czech.printing import missing_text, number_text
from indicators.bands import Row
from indicators.models import Indicator, MissingReason, Target, Value
from indicators.wording import Wording, target_text, value_span, word_value

register = template.Library()


@register.simple_tag
def worded(value: Value | None, indicator: Indicator) -> Wording:
    """The figure and its small print, for a template that lays them out itself."""
    return word_value(value, indicator)


@register.simple_tag
def promise(target: Target, indicator: Indicator) -> str:
    """Cíl: 240 do roku 2027, or by the name that the plan gives it."""
    return f"{target.label or 'cíl'}: {target_text(target, indicator)}"


@register.filter
def plain_number(number: Decimal) -> str:
    """Without zeros that only the column of a table adds."""
    return number_text(number.normalize())


@register.simple_tag
def previous_cell(row: Row) -> SafeString:
    """The latest earlier value, with the time it speaks of."""
    value = row.previous
    if value is None:
        return _cell("Předchozí", Wording("", ("první hodnota",)))
    words = word_value(value, row.indicator, value_span(value))
    since = value_span(value) or (value.period if value.period_id else None)
    when = getattr(since, "text", None) or (since.label if since else "na začátku")
    return _cell("Předchozí", words, when)


@register.simple_tag
def targets_text(row: Row) -> str:
    return "; ".join(target_text(target, row.indicator) for target in row.targets)


@register.simple_tag
def target_cell(row: Row) -> SafeString:
    return _cell("Cíl", Wording(targets_text(row) or "–"))


@register.simple_tag
def value_cell(row: Row) -> SafeString:
    """The current value as text, for those who only read."""
    span = value_span(row.current) if row.current else None
    return _cell("Hodnota", word_value(row.current, row.indicator, span))


@register.simple_tag
def blanks() -> list[tuple[str, str]]:
    """What may stand where there is nothing to count: zero, and the reasons, by their keys."""
    return [("0", "0"), *((key, missing_text(key)) for key in MissingReason.values)]


def _cell(label: str, words: Wording, when: str = "") -> SafeString:
    """Four hundred of these stand in a grid, so they are put together without a template's machinery."""
    lines = "".join(f'<span class="detail">{escape(text)}</span>' for text in (*words.details, when) if text)
    return mark_safe(f'<td class="num" data-label="{label}">{escape(words.figure)}{lines}</td>')  # noqa: S308

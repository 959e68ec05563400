"""The fields of one row of the grid as HTML.

Built here and not in a template: two hundred rows of eight fields take three times as long there.
Every text that a person typed passes through `escape`.
"""

import html
from collections.abc import Iterator
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from indicators.bands import PartSlot
from indicators.forms import RowForm
from indicators.models import MissingReason, Role, StateWord, ValueKind

from .wording import previous_cell, target_cell

register = template.Library()

ROW = """<tr id="radek-{pk}" class="{state}">
<td class="code">{address}
<a class="row-history" href="../historie/hodnota/{pk}/">historie<span class="visually-hidden">
{address}</span></a></td>
<th scope="row" class="row-head">{name}<span class="detail">{kind}</span></th>
{previous}{target}
<td class="field-cell" data-label="Hodnota">
<input type="hidden" name="{prefix}seen" value="{seen}">
<div class="value-line">{value}</div>{parts}{remarks}{errors}
</td>
<td class="field-cell" data-label="Vlastní období">{covers}</td>
<td class="field-cell extras" data-label="Poznámka a zdroj">{note}{source}</td>
</tr>"""

ANSWERS = (("1", "ANO"), ("0", "NE"))
WORDS = tuple(StateWord.choices[1:])
REASONS = tuple(MissingReason.choices)
CHOICES = {ValueKind.STATE: WORDS, ValueKind.YES_NO: ANSWERS + WORDS}
SHORT = 60
PERCENT = "<span>%</span>"


def escape(text: str) -> str:
    return _escaped(text) if len(text) < SHORT else html.escape(text)


# The same addresses, units and years stand in every field; a long text is not worth remembering.
_escaped = lru_cache(maxsize=4096)(html.escape)


@register.simple_tag
def grid_row(form: RowForm) -> SafeString:
    """A row with fields for its value, its parts, why it is missing, its period, note and source."""
    row, indicator = form.row, form.row.indicator
    markup = ROW.format(
        pk=indicator.pk,
        state="refused" if form.errors else row.state,
        address=escape(row.address),
        name=escape(indicator.name),
        kind=f"{ValueKind(indicator.value_kind).label} · {Role(indicator.role).label}",
        previous=previous_cell(row),
        target=target_cell(row),
        prefix=form.prefix,
        seen=escape(form.seen),
        value="".join(_value_line(form)),
        parts=_parts(form) if row.part_slots else "",
        remarks=render_to_string("_components/remarks.html", {"remarks": row.remarks}) if row.remarks else "",
        errors=render_to_string("indicators/_row_errors.html", {"form": form}) if form.errors else "",
        covers=_text(form, "covers", "vlastní období", "period-field", "celé období"),
        note=_text(form, "note", "poznámka", "wide-field", "poznámka"),
        source=_text(form, "source", "zdroj", "wide-field", "zdroj"),
    )
    return mark_safe(markup)  # noqa: S308


def _value_line(form: RowForm) -> Iterator[str]:
    kind = form.row.indicator.value_kind
    if kind in CHOICES:
        yield _select(form, "value", "hodnota", "", _options(CHOICES[kind], form.entry.value, "–"))
    else:
        yield _text(form, "value", "hodnota", "text-field" if kind == ValueKind.TEXT else "value-field")
        yield PERCENT if kind == ValueKind.SHARE else f'<span class="unit">{escape(form.unit)}</span>'
    if kind == ValueKind.COUNT_SHARE:
        yield _text(form, "share", "podíl v procentech", "share-field") + PERCENT
    yield _reason(form)


def _reason(form: RowForm) -> str:
    chosen = form.entry.reason
    width = "reason-field reason-chosen" if chosen else "reason-field"
    return _select(form, "reason", "proč hodnota chybí", width, _options(REASONS, chosen, "důvod…"))


def _parts(form: RowForm) -> str:
    fields = (_part(form, *part) for part in form.part_fields)
    return f'<div class="parts">{"".join(fields)}</div>'


def _part(form: RowForm, slot: PartSlot, typed: str, error: str) -> str:
    wrong = _invalid(form) if error else ""
    name = f'name="{form.prefix}{slot.key}" class="part-field" value="{escape(typed)}"'
    return f'<label><input {name} autocomplete="off"{wrong}> {escape(slot.label)}</label>'


def _text(form: RowForm, name: str, label: str, width: str, hint: str = "") -> str:
    value = escape(getattr(form.entry, name))
    hint = f' placeholder="{hint}"' if hint else ""
    return f'<input {_named(form, name, label)} class="{width}" value="{value}" autocomplete="off"{hint}>'


def _select(form: RowForm, name: str, label: str, width: str, options: str) -> str:
    return f'<select {_named(form, name, label)} class="{width}">{options}</select>'


def _named(form: RowForm, name: str, label: str) -> str:
    """The name for the server, the label for a screen reader and, when refused, what is wrong."""
    named = f'name="{form.prefix}{name}" aria-label="{escape(form.row.address)} {label}"'
    return named + _invalid(form) if name in form.errors else named


def _invalid(form: RowForm) -> str:
    return f' aria-invalid="true" aria-describedby="{form.prefix}errors"'


@lru_cache(maxsize=256)
def _options(choices: tuple[tuple[str, str], ...], chosen: str, nothing: str) -> str:
    lines = [f'<option value="">{nothing}</option>']
    for key, word in choices:
        mark = " selected" if key == chosen else ""
        lines.append(f'<option value="{key}"{mark}>{escape(word)}</option>')
    return "".join(lines)

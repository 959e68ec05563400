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

from indicators.bands import PartSlot, Row
from indicators.entries import CHOICES, FIELDS
from indicators.forms import RowForm
from indicators.marks import Mark
from indicators.models import MissingReason, Role, ValueKind
from plans.models import Evaluation

from .wording import previous_cell, target_cell

register = template.Library()

ROW = """<tr id="radek-{pk}" class="{mark}">
<td class="code"><a href="{pk}/">{address}</a></td>
<th scope="row" class="row-head">{name}{kind}</th>
{previous}{target}
<td class="field-cell" data-label="Hodnota">
<input type="hidden" name="{prefix}seen" value="{seen}">
<div class="value-line">{value}</div>{parts}{remarks}{messages}
</td>
<td class="field-cell" data-label="Vlastní období">
<input name="{prefix}covers" aria-label="{address} vlastní období" class="period-field" value="{covers}"
 placeholder="celé období"{wrong[covers]}></td>
<td class="field-cell extras" data-label="Poznámka a zdroj">
<input name="{prefix}note" aria-label="{address} poznámka" class="wide-field" value="{note}"
 placeholder="poznámka"{wrong[note]}>
<input name="{prefix}source" aria-label="{address} zdroj" class="wide-field" value="{source}"
 placeholder="zdroj"{wrong[source]}>{evidence}</td>
<td class="mark-cell">{chip}</td>
</tr>"""

REASONS = tuple(MissingReason.choices)
KINDS = {
    (kind, role): f'<span class="detail">{kind.label} · {role.label}</span>'
    for kind in ValueKind
    for role in Role
}
NOTHING_WRONG = dict.fromkeys(FIELDS, "")
SHORT = 60
PERCENT = "<span>%</span>"


def escape(text: str) -> str:
    return _escaped(text) if len(text) < SHORT else html.escape(text)


# The same addresses, units and years stand in every field; a long text is not worth remembering.
_escaped = lru_cache(maxsize=4096)(html.escape)


@register.simple_tag(takes_context=True)
def grid_rows(context, forms: list[RowForm]) -> SafeString:
    """The rows below one heading: those that may be changed with fields, the others as text."""
    may_fill = context["is_editable"]
    rows = (_row(form) if may_fill and form.is_open else _locked_row(context, form) for form in forms)
    return mark_safe("".join(rows))  # noqa: S308


def _locked_row(context, form: RowForm) -> str:
    template = context.template.engine.get_template("indicators/_grid_row_locked.html")
    with context.push(form=form):
        return template.render(context)


def _row(form: RowForm) -> str:
    """Fields for a value and its parts, its own period, note and source, and the cell's state."""
    row, indicator, mark, entry = form.row, form.row.indicator, form.mark, form.entry
    address = escape(row.address)
    return ROW.format(
        pk=indicator.pk,
        mark=mark,
        address=address,
        name=escape(indicator.name),
        kind=KINDS[indicator.value_kind, indicator.role],
        previous=previous_cell(row),
        target=target_cell(row),
        prefix=form.prefix,
        seen=form.seen,
        value="".join(_value_line(form, address)),
        parts=_parts(form) if row.part_slots else "",
        remarks=render_to_string("_components/remarks.html", {"remarks": row.remarks}) if row.remarks else "",
        messages=cell_messages(form),
        covers=escape(entry.covers),
        note=escape(entry.note),
        source=escape(entry.source),
        wrong=_wrong(form) if form.errors else NOTHING_WRONG,
        evidence=evidence_link(row),
        chip=cell_chip(mark),
    )


@register.simple_tag
def value_fields(form: RowForm) -> SafeString:
    """The fields of a row's value and parts with their messages, for a page that lays rows out otherwise."""
    line = f'<div class="value-line">{"".join(_value_line(form, escape(form.row.address)))}</div>'
    parts = _parts(form) if form.row.part_slots else ""
    return mark_safe(line + parts + cell_messages(form))  # noqa: S308


@register.simple_tag
def evidence_link(row: Row) -> str:
    """How many links and files the value has; most have none."""
    count = row.current.evidence_count if row.current else 0
    if not count:
        return ""
    return render_to_string("indicators/_evidence_mark.html", {"pk": row.indicator.pk, "count": count})


@register.simple_tag
@lru_cache(maxsize=32)
def cell_chip(mark: Mark) -> SafeString:
    return render_to_string("indicators/_cell_chip.html", {"mark": mark})


@register.simple_tag
def all_chips() -> list[SafeString]:
    """For the script, which shows states that the server never sees: saving, waiting for the network."""
    return [cell_chip(mark) for mark in Mark]


def cell_messages(form: RowForm) -> str:
    """What is wrong or doubtful, to stand under the fields; empty for most rows."""
    if not (form.errors or form.doubts or form.computed):
        return ""
    return render_to_string("indicators/_cell_messages.html", {"form": form})


@register.simple_tag
def measure_chip(evaluation: Evaluation | None) -> SafeString:
    """The status of a measure; forty of them look alike, so each look is made once."""
    return _chip(evaluation.status, evaluation.calm_status) if evaluation else _chip("not_stated", "")


@lru_cache(maxsize=256)
def _chip(status: str, calm_status: str) -> SafeString:
    evaluation = {"status": status, "calm_status": calm_status}
    return render_to_string("_components/status_chip.html", {"evaluation": evaluation})


def _wrong(form: RowForm) -> dict[str, str]:
    return {name: _invalid(form) if name in form.errors else "" for name in FIELDS}


def _value_line(form: RowForm, address: str) -> Iterator[str]:
    kind = form.row.indicator.value_kind
    if kind in CHOICES:
        yield _select(form, address, _options(CHOICES[kind], form.entry.value))
    else:
        width = "text-field" if kind == ValueKind.TEXT else "value-field"
        yield _text(form, address, "value", "hodnota", width)
        yield PERCENT if kind == ValueKind.SHARE else f'<span class="unit">{escape(form.unit)}</span>'
    if kind == ValueKind.COUNT_SHARE:
        yield _text(form, address, "share", "podíl v procentech", "share-field") + PERCENT


def _parts(form: RowForm) -> str:
    fields = (_part(form, *part) for part in form.part_fields)
    return f'<div class="parts" data-sum="{form.row.indicator.parts_kind}">{"".join(fields)}</div>'


def _part(form: RowForm, slot: PartSlot, typed: str, error: str) -> str:
    wrong = _invalid(form) if error else ""
    name = f'name="{form.prefix}{slot.key}" class="part-field" value="{escape(typed)}"'
    return f"<label><input {name}{wrong}> {escape(slot.label)}</label>"


def _text(form: RowForm, address: str, name: str, label: str, width: str) -> str:
    value = escape(getattr(form.entry, name))
    return f'<input {_named(form, address, name, label)} class="{width}" value="{value}">'


def _select(form: RowForm, address: str, options: str) -> str:
    return f"<select {_named(form, address, 'value', 'hodnota')}>{options}</select>"


def _named(form: RowForm, address: str, name: str, label: str) -> str:
    """The name for the server, the label for a screen reader and, when refused, what is wrong."""
    named = f'name="{form.prefix}{name}" aria-label="{address} {label}"'
    return named + _invalid(form) if name in form.errors else named


def _invalid(form: RowForm) -> str:
    return f' aria-invalid="true" aria-describedby="{form.prefix}errors"'


@lru_cache(maxsize=256)
def _options(choices: tuple[tuple[str, str], ...], chosen: str) -> str:
    """The words, and below them the reasons why there is none."""
    words = "".join(_option(key, word, chosen) for key, word in choices)
    reasons = "".join(_option(key, word, chosen) for key, word in REASONS)
    return f'<option value="">–</option>{words}<optgroup label="Hodnota chybí">{reasons}</optgroup>'


def _option(key: str, word: str, chosen: str) -> str:
    mark = " selected" if key == chosen else ""
    return f'<option value="{key}"{mark}>{escape(word)}</option>'

"""Markup of running text. Built here and not in templates: a report has thousands of such pieces."""

import re

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from reports.blocks import Inline, Line, Link, NoteMark, Sparkline, StatusMark, Text
from reports.symbols import SHAPES

from .index import Index
from .sparkline import sparkline_svg

WEB_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+$", re.IGNORECASE)
NARROW_SPACE = "\u202f"


def line_html(line: Line, index: Index) -> SafeString:
    return mark_safe("".join(inline_html(inline, index) for inline in line))


def inline_html(inline: Inline, index: Index) -> SafeString:
    return INLINES[type(inline)](inline, index)


def text(inline: Text, index: Index) -> SafeString:
    html = escape(inline.text)
    if inline.strong:
        html = format_html("<strong>{}</strong>", html)
    return format_html("<small>{}</small>", html) if inline.muted else html


def link(inline: Link, index: Index) -> SafeString:
    if not is_reachable(inline.target, index):
        return escape(inline.text)
    form = '<a href="{}" class="with-page">{}</a>' if inline.with_page else '<a href="{}">{}</a>'
    return format_html(form, inline.target, inline.text)


def is_reachable(target: str, index: Index) -> bool:
    """A chapter may be switched off, and a `javascript:` address must stay a text."""
    if target.startswith("#"):
        return target[1:] in index.targets
    return bool(WEB_ADDRESS.match(target))


def status_mark(inline: StatusMark, index: Index) -> SafeString:
    shape = inline.status if inline.status in SHAPES else "not_stated"
    return format_html('<span class="status status-{}">{}</span>', shape, inline.word)


def note_mark(inline: NoteMark, index: Index) -> SafeString:
    """The space keeps a mark and the figure before it apart in copied text."""
    if inline.number not in index.notes:
        return format_html("<sup>{}{}</sup>", NARROW_SPACE, inline.number)
    anchor = format_html(' id="odkaz-{}"', inline.number) if index.mark(inline.number) else ""
    return format_html(
        '<sup>{0}<a href="#poznamka-{1}" aria-label="poznámka {1}"{2}>{1}</a></sup>',
        NARROW_SPACE,
        inline.number,
        anchor,
    )


def sparkline(inline: Sparkline, index: Index) -> SafeString:
    return sparkline_svg(inline) if inline.points else SafeString()


INLINES = {
    Text: text,
    Link: link,
    StatusMark: status_mark,
    NoteMark: note_mark,
    Sparkline: sparkline,
}

"""Numbers, dates, periods and plurals in templates; nothing else formats them."""

import re
from functools import wraps

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from czech import plurals, printing, spacing
from czech.periods import span_short, span_text

register = template.Library()
TAG = re.compile(r"<[^>]*>")


def blank_stays_blank(function):
    @wraps(function)
    def printed(value, *args):
        return "" if value is None or value == "" else function(value, *args)

    return printed


register.filter("number", blank_stays_blank(printing.number_text))
register.filter("percent", blank_stays_blank(printing.percent_text))
register.filter("money", blank_stays_blank(printing.money_text))
register.filter("figure", blank_stays_blank(printing.figure_text))
register.filter("date_cs", blank_stays_blank(printing.date_text))
register.filter("datetime_cs", blank_stays_blank(printing.datetime_text))
register.filter("file_size", blank_stays_blank(printing.size_text))
register.filter("sentence", blank_stays_blank(printing.sentence))
register.filter("yes_no", blank_stays_blank(printing.yes_no_text))
register.simple_tag(plurals.out_of)


@register.filter("span")
@blank_stays_blank
def span_filter(value, end=None):
    """`{{ period|span }}` of anything with a start and an end, or `{{ start|span:end }}`."""
    return span_text(value, end) if end else span_text(value.start, value.end)


@register.filter("span_short")
@blank_stays_blank
def span_short_filter(value, end=None):
    return span_short(value, end) if end else span_short(value.start, value.end)


@register.simple_tag
def word_for(n, forms):
    """`{% word_for n "byla,byly,bylo,bylo" %}`: the word alone."""
    return plurals.plural(n, *forms.split(","))


@register.simple_tag
def counted(n, forms):
    """`{% counted n "hodnota,hodnoty,hodnoty,hodnot" %}`, or `{% counted n "osoba" %}` of a known unit."""
    if "," in forms:
        return plurals.counted(n, *forms.split(","))
    return f"{printing.number_text(n)}{printing.NBSP}{plurals.unit_text(n, forms)}"


@register.filter(needs_autoescape=True)
def nbsp(value, autoescape=True):
    """Binds words of plain or safe text; the inside of a tag keeps its spaces."""
    html = conditional_escape(value) if autoescape else str(value)
    # Binding changes no length, so a hidden tag can be put back sign by sign.
    bound = spacing.nbsp(TAG.sub(lambda tag: "<" * len(tag[0]), html))
    return mark_safe("".join(old if new == "<" else new for old, new in zip(html, bound, strict=True)))

"""Small components that a page shows over and over; each look is rendered once and kept.

These tags are at hand in every template without `{% load %}`.
"""

from functools import cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A picture of the set by its name; it never speaks, words stand beside it."""
    return render_to_string("_components/icon.html", {"name": name})


@register.simple_tag
@cache
def status_icon(status: str) -> SafeString:
    return render_to_string("_components/status_icon.html", {"status": status})

"""The words of the comparison in templates."""

from django import template

from reports.comparison import wording

register = template.Library()
for name in ("unit_words", "made_of", "edition_words"):
    register.filter(name, getattr(wording, name))

"""Projects in templates; the words themselves come from projects.wording."""

from django import template

from projects.wording import term_text

register = template.Library()
register.filter("term_text", term_text)

"""The board's words and links in templates."""

from django import template

from reports.board import wording
from reports.board.actions import action_of

register = template.Library()
for name in ("pill_text", "since_text", "completeness_text", "late_text"):
    register.filter(name, getattr(wording, name))
register.filter("action", action_of)

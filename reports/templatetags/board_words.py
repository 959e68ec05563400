"""The board's words and links in templates."""

from django import template

from reports.board import wording
from reports.board.actions import action_of, approval_obstacle, reminder_obstacle

register = template.Library()
for name in ("pill_text", "since_text", "completeness_text", "late_text"):
    register.filter(name, getattr(wording, name))
register.filter("action", action_of)
register.filter(reminder_obstacle)
register.filter(approval_obstacle)

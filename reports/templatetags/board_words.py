"""The board's words, links and small pictures in templates."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from indicators.bands import Progress
from plans.addresses import address
from reports.board import wording
from reports.board.actions import action_of, approval_obstacle, reminder_obstacle
from reports.board.facts import Segment

register = template.Library()
for name in ("pill_text", "since_text", "completeness_text", "late_text"):
    register.filter(name, getattr(wording, name))
register.filter("action", action_of)
register.filter(reminder_obstacle)
register.filter(approval_obstacle)
register.simple_tag(address)


# Towns look the same from day to day, and a picture takes longer to make than all other cells of its row.
@register.simple_tag
@lru_cache(maxsize=2048)
def progress_bar(progress: Progress) -> SafeString:
    return render_to_string("_components/progress_bar.html", {"progress": progress, "size": ""})


@register.simple_tag
@lru_cache(maxsize=2048)
def status_numbers(segments: tuple[Segment, ...], total: int) -> SafeString:
    """The bar of measures by status and the number of each."""
    return render_to_string("board/_statuses.html", {"segments": segments, "total": total})

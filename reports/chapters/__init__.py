"""What a report may say, chapter by chapter: each is a function from the content to blocks."""

from .action_plan import action_plan
from .cards import measure_cards
from .closing import about_document, notes
from .context import context_indicators
from .front import abbreviations, contents, introduction, locality, title_page
from .funding import funded_projects

__all__ = [
    "abbreviations",
    "about_document",
    "action_plan",
    "contents",
    "context_indicators",
    "funded_projects",
    "introduction",
    "locality",
    "measure_cards",
    "notes",
    "title_page",
]

"""What a report may say, chapter by chapter: each is a function from the content to blocks."""

from .action_plan import action_plan
from .cards import measure_cards
from .closing import about_document, notes
from .comparison import comparison
from .context import context_indicators
from .cooperation import cooperation
from .expected import expectation_table
from .front import abbreviations, contents, introduction, title_page
from .fulfilment_cards import fulfilment_cards
from .funding import funded_projects
from .goals import goal_blocks
from .plan import plan_overview
from .texts import advisory_programmes, commentary, locality, researches

__all__ = [
    "abbreviations",
    "about_document",
    "action_plan",
    "advisory_programmes",
    "commentary",
    "comparison",
    "contents",
    "context_indicators",
    "cooperation",
    "expectation_table",
    "fulfilment_cards",
    "funded_projects",
    "goal_blocks",
    "introduction",
    "locality",
    "measure_cards",
    "notes",
    "plan_overview",
    "researches",
    "title_page",
]

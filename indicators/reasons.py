"""When a change must say why: once anything is measured, it might only follow the result."""

from .models import Indicator

REASON_NEEDED = "Napište důvod: k indikátoru už jsou zapsané hodnoty."
REASON_LIMIT = 500
REASON_HELP = "Stojí v poznámce pod čarou ve zprávě, například: kapacita domu se po rekonstrukci snížila."


def needs_reason(indicator: Indicator) -> bool:
    """Must a target say why it is set or changed?"""
    return indicator.values.measured().exists()


def baseline_needs_reason(indicator: Indicator) -> bool:
    """Must a baseline? It follows a result only when there is one besides itself."""
    return indicator.values.measured().exclude(period=None).exists()

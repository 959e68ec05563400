"""What to do next with a row: the one thing for it alone, and what it can be chosen for with others."""

from dataclasses import dataclass

from plans.addresses import address

from .facts import BoardRow
from .states import BoardState

SOON = 7  # days before the deadline from which a reminder helps more than a look


@dataclass(frozen=True, slots=True)
class Action:
    label: str
    address: str
    is_main: bool = False
    returns: bool = False  # to the board as it was filtered


def action_of(row: BoardRow) -> Action:
    place = row.plan.slug, row.period.slug
    if row.state == BoardState.SUBMITTED:
        return Action("Zkontrolovat", address("indicators:review", *place), is_main=True)
    if _needs_reminder(row):
        return Action("Připomenout…", address("indicators:remind", *place), returns=True)
    if row.state == BoardState.RETURNED:
        return Action("Otevřít", address("indicators:review", *place))
    label = "Zobrazit" if row.state == BoardState.APPROVED else "Otevřít"
    return Action(label, address("indicators:period", *place))


def _needs_reminder(row: BoardRow) -> bool:
    if row.state == BoardState.OVERDUE:
        return True
    due = row.period.due_on
    return row.state == BoardState.RUNNING and due is not None and row.period.days_left <= SOON


def reminder_obstacle(row: BoardRow) -> str:
    """Why the town cannot be reminded; empty when it can."""
    return {BoardState.SUBMITTED: "odevzdáno", BoardState.APPROVED: "schváleno"}.get(row.state, "")


def approval_obstacle(row: BoardRow) -> str:
    """Why the period cannot be approved together with others; empty when it can."""
    if row.state == BoardState.SUBMITTED:
        return "otevřené připomínky" if row.remarks else ""
    known = {BoardState.RETURNED: "vráceno městu", BoardState.APPROVED: "schváleno"}
    return known.get(row.state, "neodevzdáno")

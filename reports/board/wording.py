"""The words of a state: a pill, and beside it one line of age or deadline; never a date without a meaning."""

from django.utils.timezone import localdate, localtime

from czech.plurals import counted, out_of, plural
from czech.printing import NBSP, date_text, number_text

from .changes import days_since
from .facts import BoardRow
from .states import BoardState

DAYS = ("den", "dny", "dne", "dní")
CELLS = ("buňka", "buňky", "buňky", "buněk")
LEFT = ("zbývá", "zbývají", "zbývá", "zbývá")


def days_text(count: int) -> str:
    return counted(count, *DAYS)


def pill_text(row: BoardRow) -> str:
    period = row.period
    words = {
        BoardState.OVERDUE: lambda: f"Po termínu o{NBSP}{days_text(period.days_late)}",
        BoardState.SUBMITTED: lambda: "Odevzdáno",
        BoardState.RETURNED: lambda: "Vráceno",
        BoardState.RUNNING: lambda: f"Termín {date_text(period.due_on)}" if period.due_on else "Bez termínu",
        BoardState.APPROVED: lambda: "Schváleno",
    }
    return words[row.state]()


def since_text(row: BoardRow) -> str:
    words = {
        BoardState.OVERDUE: lambda: f"termín {date_text(row.period.due_on)}",
        BoardState.SUBMITTED: lambda: f"{_day(row.period.submitted_at)} · {_waiting(row)}",
        BoardState.RETURNED: lambda: f"{_day(row.period.returned_at)} · {_to_correct(row)}",
        BoardState.RUNNING: lambda: left_text(row.period),
        BoardState.APPROVED: lambda: _day(row.period.approved_at),
    }
    return words[row.state]()


def left_text(period) -> str:
    if period.due_on is None:
        return "období je otevřené"
    if period.days_left == 0:
        return "termín je dnes"
    return f"{plural(period.days_left, *LEFT)} {days_text(period.days_left)}"


def completeness_text(row: BoardRow) -> str:
    """101 ze 102 · 15 s důvodem."""
    values = row.values
    if not values.total:
        return "bez indikátorů"
    done = f"{number_text(values.done)} {out_of(values.total)}{NBSP}{number_text(values.total)}"
    return f"{done} · {number_text(values.reasoned)} s{NBSP}důvodem" if values.reasoned else done


def late_text(row: BoardRow) -> str:
    """2 z 8; nothing where no report is expected."""
    if not row.implementers:
        return ""
    return f"{number_text(row.late)} {out_of(row.implementers)}{NBSP}{number_text(row.implementers)}"


def statuses_text(row: BoardRow) -> str:
    return ", ".join(f"{one.status.label} {number_text(one.count)}" for one in row.segments)


def _day(moment) -> str:
    return date_text(localtime(moment).date())


def _waiting(row: BoardRow) -> str:
    days = days_since(row.period.submitted_at)
    return f"čeká {days_text(days)}" if days else "čeká od dneška"


def _to_correct(row: BoardRow) -> str:
    cells = counted(row.returned, *CELLS) if row.returned else "celé období"
    due = row.period.due_on
    return f"{cells}, do {date_text(due)}" if due and due >= localdate() else cells

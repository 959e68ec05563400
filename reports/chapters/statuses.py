"""How statuses read: the mark with the town's own word, and how many there are of each."""

from django.utils.text import capfirst

from czech.periods import Span
from czech.printing import NBSP, number_text
from plans.models import Evaluation, Status
from reports.blocks import StatusMark
from reports.fulfilment import StatusCounts


def status_mark(evaluation: Evaluation | None) -> StatusMark:
    if evaluation is None:
        return default_mark(Status.NOT_STATED)
    return StatusMark(evaluation.status, sentence_case(evaluation.printed_status))


def default_mark(status: Status) -> StatusMark:
    return StatusMark(status.value, str(status.label))


def sentence_case(word: str) -> str:
    """REALIZOVÁNO is calmer as Realizováno; words in mixed case stay as the town writes them."""
    return word.capitalize() if word.isupper() else capfirst(word)


def counts_text(counts: StatusCounts) -> str:
    """5 realizováno, 7 v realizaci, 2 bez uvedeného stavu."""
    return ", ".join(
        f"{number_text(counts.numbers[status])}{NBSP}{_counted_word(status)}" for status in counts.statuses
    )


def _counted_word(status: Status) -> str:
    return "bez uvedeného stavu" if status == Status.NOT_STATED else status.label.lower()


def evaluated_for(span: Span) -> str:
    """za rok 2023, za období leden 2023 – červen 2024, k 30. 4. 2024."""
    text = span.text
    if text.startswith(f"k{NBSP}"):
        return text
    named = text.startswith(("rok", "školní rok"))
    return f"za {text}" if named else f"za období {text}"

"""Which year an evaluation speaks of, for the labels before its texts."""

from datetime import date

from czech.periods import Span
from plans.models import Evaluation

from .statuses import evaluated_for

# A period may run on for a few months in which data of its year come in.
LATE_DATA_DAYS = 180


def evaluated_year(span: Span) -> int | None:
    """The only whole year of the period, when what is beyond it is little."""
    whole = [year for year in range(span.start.year, span.end.year + 1) if _is_whole(year, span)]
    beyond = (span.end - span.start).days - 365 * len(whole)
    return whole[0] if len(whole) == 1 and beyond <= LATE_DATA_DAYS else None


def _is_whole(year: int, span: Span) -> bool:
    return span.start <= date(year, 1, 1) and date(year, 12, 31) <= span.end


def own_span(evaluation: Evaluation | None) -> Span | None:
    """The span an evaluation speaks of, when it differs from its period."""
    if evaluation is None or evaluation.covers_start is None:
        return None
    return Span(evaluation.covers_start, evaluation.covers_end)


def summary_label(span: Span) -> str:
    """Shrnutí za rok 2023."""
    year = evaluated_year(span)
    return f"Shrnutí za rok {year}." if year else f"Shrnutí {evaluated_for(span)}."


def outlook_label(span: Span) -> str:
    """Příležitosti v roce 2024."""
    year = evaluated_year(span)
    return f"Příležitosti v roce {year + 1}." if year else "Příležitosti v dalším období."


def fulfilment_label(span: Span) -> str:
    """Plnění v roce 2023."""
    year = evaluated_year(span)
    return f"Plnění v roce {year}." if year else f"Plnění {evaluated_for(span)}."

"""A measure in words: its name, who carries it out, when, and for how much."""

from django.utils.text import capfirst

from czech.periods import Span
from czech.printing import date_text, money_text
from plans.models import Measure
from reports.blocks import Line, Text
from reports.narrative import footnote, inline, listed, plain


def measure_line(measure: Measure, noted: bool = True) -> Line:
    """The code in the colour of codes, the title and its note, once in a report."""
    note = (footnote(measure.footnote),) if noted and measure.footnote else ()
    code = (plain(measure.code, strong=True), Text(" ")) if measure.code else ()
    return (*code, *inline(measure.title), *note)


def implementers(measure: Measure) -> str:
    return listed(str(one.organisation) for one in measure.measureimplementer_set.all())


def measure_term(measure: Measure) -> str:
    """Words where the plan has them; projects last from day to day, other measures for months and years."""
    if measure.timing:
        return measure.timing
    if not (measure.starts_on and measure.ends_on):
        return _open_term(measure)
    if measure.activity == Measure.Activity.PROJECT:
        return f"{date_text(measure.starts_on)}–{date_text(measure.ends_on)}"
    span = Span(measure.starts_on, measure.ends_on)
    is_month = (span.start.year, span.start.month) == (span.end.year, span.end.month)
    return capfirst(span.text) if is_month else span.short


def _open_term(measure: Measure) -> str:
    words = [f"od {date_text(measure.starts_on)}"] if measure.starts_on else []
    return " ".join([*words, f"do {date_text(measure.ends_on)}"] if measure.ends_on else words)


def cost_text(measure: Measure) -> str:
    """10 000 Kč / setkání, or words where nobody could say how much."""
    if measure.cost_text or measure.cost is None:
        return measure.cost_text
    unit = f" / {measure.cost_unit}" if measure.cost_unit else ""
    return f"{money_text(measure.cost)}{unit}"


def items(text: str) -> list[str]:
    """The lines of a field in which each stands for one thing."""
    return [item.strip().removeprefix("- ") for item in text.splitlines() if item.strip()]

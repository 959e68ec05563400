"""Words about projects and what they promised, the same on the page, in reports and in lists."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from czech.plurals import counted, plural, unit_text
from czech.printing import NBSP, date_text, qualifier_text
from indicators.wording import range_text

from .models import PlannedOutput, Project

PROJECT_FORMS = ("projekt", "projekty", "projektu", "projektů")
MONTH_FORMS = ("měsíc", "měsíce", "měsíce", "měsíců")
NOT_COUNTED_FORMS = ("nepočítá se", "nepočítají se", "nepočítá se", "nepočítá se")
WITHOUT_TERM = "neuveden"
# Any number with decimals takes the unit's third form, even 2,0 úvazku.
FRACTION = Decimal("0.5")


def projects_text(count: int) -> str:
    return counted(count, *PROJECT_FORMS)


def not_counted(count: int) -> str:
    """What a total does with so many projects: nepočítá se, nepočítají se."""
    return plural(count, *NOT_COUNTED_FORMS)


def has_term(project: Project) -> bool:
    return bool(project.term_text or project.starts_on or project.ends_on or project.duration_months)


def term_text(project: Project) -> str:
    """1. 1. 2023 – 31. 12. 2025, od 1. 4. 2023 na 36 měsíců, or the town's own words."""
    if project.term_text:
        return project.term_text
    if project.starts_on and project.ends_on:
        return f"{date_text(project.starts_on)} – {date_text(project.ends_on)}"
    words = [f"od {date_text(project.starts_on)}"] if project.starts_on else []
    words += [f"do {date_text(project.ends_on)}"] if project.ends_on else []
    words += [f"na {counted(project.duration_months, *MONTH_FORMS)}"] if project.duration_months else []
    return " ".join(words) or WITHOUT_TERM


def early_end_text(project: Project) -> str:
    return f"ukončen k {date_text(project.ended_on)}" if project.ended_on else ""


def output_text(output: PlannedOutput) -> str:
    """KA 2 – počet účastníků: min. 35 rodin (60 osob nad 15 let)."""
    name = " – ".join(filter(None, (output.activity, output.name)))
    said = ": ".join(filter(None, (name, quantity_text(output))))
    return f"{said} ({output.note})" if output.note else said


def outputs_lines(outputs: Iterable[PlannedOutput]) -> list[str]:
    """One line for each thing that is counted: Počet účastníků: 102; KA 2 – 35 rodin (60 osob nad 15 let)."""
    groups = groupby(outputs, key=lambda output: output.name)
    return [": ".join(filter(None, (name, "; ".join(_passages(group))))) for name, group in groups]


def quantity_text(output: PlannedOutput) -> str:
    """min. 15 osob, 15–20 případů, 1,5 pozice; nothing when no number was promised."""
    if output.number is None:
        return ""
    words = (qualifier_text(output.qualifier), range_text(output), _unit(output))
    return NBSP.join(filter(None, words))


def _unit(output: PlannedOutput) -> str:
    highest = output.number if output.upper is None else output.upper
    return unit_text(FRACTION if output.decimals else highest, output.unit)


def _passages(outputs: Iterable[PlannedOutput]) -> list[str]:
    """Bare numbers of one thing stand as the documents print them: 140/40/3."""
    passages = []
    for is_bare, group in groupby(outputs, key=_is_bare):
        texts = [_passage(output) for output in group]
        passages += ["/".join(texts)] if is_bare else texts
    return passages


def _is_bare(output: PlannedOutput) -> bool:
    return output.number is not None and not (output.activity or output.unit or output.note)


def _passage(output: PlannedOutput) -> str:
    """The output without its name: KA 2 – 35 rodin (60 osob nad 15 let), or the note alone."""
    quantity = quantity_text(output)
    note = f"({output.note})" if output.note and quantity else output.note
    text = " ".join(filter(None, (quantity, note)))
    return " – ".join(filter(None, (output.activity, text)))

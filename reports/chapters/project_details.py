"""What a project wants to reach: its goals, key activities and the numbers it promised."""

from czech.plurals import unit_text
from czech.printing import NBSP, number_text, qualifier_text
from projects.models import PlannedOutput, Project
from reports.blocks import Line
from reports.narrative import DASH, cell_lines, line, plain


def detail_lines(project: Project) -> list[Line]:
    return [
        *cell_lines(project.goals),
        *_listed("Klíčové aktivity", project.activities.splitlines()),
        *_listed("Plánované výstupy", [output_text(output) for output in project.outputs.all()]),
    ]


def _listed(title: str, items: list[str]) -> list[Line]:
    items = [item for item in items if item.strip()]
    return [(plain(f"{title}:", strong=True),), *(line(DASH + item) for item in items)] if items else []


def output_text(output: PlannedOutput) -> str:
    """KA 2 – počet účastníků: min. 35 rodin (60 osob nad 15 let)."""
    name = " – ".join(filter(None, [output.activity, output.name]))
    said = ": ".join(filter(None, [name, _quantity(output)]))
    return f"{said} ({output.note})" if output.note else said


def _quantity(output: PlannedOutput) -> str:
    if output.number is None:
        return ""
    number = number_text(output.number, output.decimals)
    if output.upper is not None:
        number += f"–{number_text(output.upper, output.decimals)}"
    highest = output.number if output.upper is None else output.upper
    unit = unit_text(highest, output.unit) if output.unit else ""
    return NBSP.join(filter(None, [qualifier_text(output.qualifier), number, unit]))

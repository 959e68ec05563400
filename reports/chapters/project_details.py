"""What a project wants to reach: its goals, key activities and the numbers it promised."""

from projects.models import Project
from projects.wording import output_text
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

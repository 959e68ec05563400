"""The plan itself: who approved it, how long it is valid, and its planned money beside the projects found."""

from decimal import Decimal

from django.utils.text import capfirst

from czech.printing import money_text
from projects.wording import not_counted, projects_text
from reports.blocks import Block, Cell, Column, Heading, Table, TableRow
from reports.content import ProjectRegister, ReportContent
from reports.narrative import line, narrative

from .closing import fact_lines, plan_facts

TITLE = "Plán a jeho financování"
CAPTION = "Plánované prostředky a nalezené projekty"
UNKNOWN_REST = (
    "Nejde o nedočerpanou částku: z evidovaných údajů nelze poznat, "
    "které další projekty plán předpokládal a jak dopadly."
)


def plan_overview(content: ReportContent) -> list[Block]:
    return [
        Heading(2, TITLE, "plan"),
        *fact_lines(plan_facts(content)),
        *narrative(content.text("plan")),
        *_funding(content),
    ]


def _funding(content: ReportContent) -> list[Block]:
    planned, span = content.plan.planned_funding, content.validity
    if planned is None or span is None:
        return []
    found = content.projects.begun_in(span)
    return [
        Table(
            caption=line(CAPTION),
            columns=(Column("Položka", 126), Column("Částka", 40, numeric=True)),
            rows=(
                _row("Prostředky, se kterými plán počítal", planned),
                _row(
                    f"Projekty z doby platnosti plánu ({projects_text(len(found.projects))})",
                    found.total,
                ),
            ),
            note=line(_comparison(planned, found, content.projects)),
        )
    ]


def _row(title: str, amount: Decimal) -> TableRow:
    return TableRow((Cell((line(title),)), Cell((line(money_text(amount), strong=True),))))


def _comparison(planned: Decimal, found: ProjectRegister, register: ProjectRegister) -> str:
    sentences = [_difference(planned - found.total)]
    if planned != found.total:
        sentences.append(UNKNOWN_REST)
    if others := len(register.projects) - len(found.projects):
        left_out = f"{capfirst(not_counted(others))} {projects_text(others)}"
        sentences.append(f"{left_out} z jiné doby nebo bez financování.")
    return " ".join(sentences)


def _difference(difference: Decimal) -> str:
    if not difference:
        return "Částky se shodují."
    compared = "méně" if difference > 0 else "více"
    return (
        f"Nalezené projekty mají dohromady o {money_text(abs(difference))} {compared}, než plán předpokládal."
    )

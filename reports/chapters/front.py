"""The opening of a report: title page, contents, abbreviations, the place, and an introduction in figures."""

from czech.plurals import counted, plural
from czech.printing import date_text, money_text, number_text
from czech.spacing import nbsp
from plans.models import Status
from projects.wording import PROJECT_FORMS
from reports.blocks import (
    Block,
    Cell,
    Column,
    Contents,
    Heading,
    KeyFigures,
    Paragraph,
    Table,
    TableRow,
    TitlePage,
)
from reports.content import ReportContent
from reports.fulfilment import StatusCounts, area_rows
from reports.narrative import line, narrative

from .statuses import evaluated_for

KICKER = "Vyhodnocení plnění"
ROW_FORMS = ("řádek", "řádky", "řádku", "řádků")
AREA_WIDTH = 58
COUNTS_WIDTH = 108


def title_page(content: ReportContent) -> list[Block]:
    report = content.report
    kicker = report.number or ("" if report.title else KICKER)
    return [
        TitlePage(
            kicker=nbsp(kicker),
            title=nbsp(report.title or content.plan.title),
            period=nbsp(evaluated_for(content.span)),
            facts=tuple((label, nbsp(text)) for label, text in _facts(content) if text),
            publicity=nbsp(report.publicity),
        )
    ]


def _facts(content: ReportContent) -> list[tuple[str, str]]:
    report, period = content.report, content.period
    return [
        ("Hodnocená část", content.plan.action_plan),
        ("Zpracovali", report.prepared_by),
        ("Stav dat k", date_text(period.data_as_of) if period.data_as_of else ""),
        ("Vydáno", date_text(report.issued_on) if report.issued_on else ""),
    ]


def contents(content: ReportContent) -> list[Block]:
    return [Contents()]


def abbreviations(content: ReportContent) -> list[Block]:
    if not content.abbreviations:
        return []
    return [
        Heading(2, "Seznam zkratek", "zkratky"),
        Table(
            caption=line("Seznam zkratek"),
            columns=(Column("Zkratka", 28), Column("Význam", 138)),
            rows=tuple(
                TableRow((Cell((line(one.short, strong=True),)), Cell((line(one.meaning),))))
                for one in content.abbreviations
            ),
            hide_caption=True,
        ),
    ]


def introduction(content: ReportContent, title: str = "Úvod") -> list[Block]:
    figures = _key_figures(content)
    return [
        Heading(2, title, "uvod", flow=True),
        Paragraph(line(_opening(content)), style="lead"),
        *([KeyFigures(figures)] if figures else []),
        *narrative(content.text("introduction")),
        *_left_out(content),
        *_status_overview(content),
    ]


def _opening(content: ReportContent) -> str:
    part = f" a {content.plan.action_plan}" if content.plan.action_plan else ""
    return f"Zpráva vyhodnocuje {content.plan.title}{part} {evaluated_for(content.span)}."


def _left_out(content: ReportContent) -> list[Block]:
    if not content.left_out:
        return []
    named = "; ".join(str(measure) for measure in content.left_out)
    return [
        Paragraph(line(f"Vynechána jsou opatření splněná v dřívějších obdobích: {named}."), style="small")
    ]


def _key_figures(content: ReportContent) -> tuple[tuple[str, str], ...]:
    """What there is to count: the action plan, what of it is done, values, and projects with their money."""
    figures = [
        _action_plan_figure(content),
        _completed_figure(content.statuses),
        _values_figure(content),
        _projects_figure(content),
    ]
    return tuple((number_text(number), nbsp(text)) for number, text in figures if number)


def _action_plan_figure(content: ReportContent) -> tuple[int, str]:
    number = content.statuses.total if content.statuses.is_stated else 0
    areas = sum(bool(area_rows(area)) for area in content.areas)
    where = plural(areas, "oblasti", "oblastech", "oblasti", "oblastech")
    return number, f"{_rows_named(content, number)} v {number_text(areas)} {where}"


def _rows_named(content: ReportContent, number: int) -> str:
    """An action plan may have rows that are no measures."""
    if all(row.measure for row in content.action_rows if row.status):
        return content.plan.kind_words.measure.one if number == 1 else content.plan.kind_words.measure.many
    return f"{plural(number, *ROW_FORMS)} akčního plánu"


def _completed_figure(counts: StatusCounts) -> tuple[int, str]:
    running = counts.numbers[Status.IN_PROGRESS]
    return counts.completed, f"z nich realizováno, dalších {number_text(running)} v realizaci"


def _values_figure(content: ReportContent) -> tuple[int, str]:
    progress = content.grid.progress
    indicators = plural(progress.filled, "indikátor", "indikátory", "indikátoru", "indikátorů")
    return progress.filled, f"{indicators} s hodnotou z celkových {number_text(progress.total)}"


def _projects_figure(content: ReportContent) -> tuple[int, str]:
    """Their money only when all amounts are of one kind."""
    number, totals = len(content.projects.counted), content.projects.totals
    money = f" za {money_text(content.projects.total)}" if len(totals) == 1 else ""
    return number, f"{plural(number, *PROJECT_FORMS)}{money}"


def _status_overview(content: ReportContent) -> list[Block]:
    """How many rows of the action plan there are of each status, area by area."""
    if not content.statuses.is_stated:
        return []
    heading = "Stav opatření akčního plánu" if content.plan.action_plan else "Stav opatření"
    rows = [
        _counts_row(str(area.area), StatusCounts.of(area_rows(area)), content.statuses)
        for area in content.areas
        if area_rows(area)
    ]
    return [
        Heading(3, heading, "stav-opatreni"),
        Table(
            caption=line(heading),
            columns=_counts_columns(content.statuses),
            rows=(*rows, _counts_row("Celkem", content.statuses, content.statuses, kind="total")),
            note=line(_fulfilment_sentence(content.statuses)),
            hide_caption=True,
        ),
    ]


def _counts_columns(counts: StatusCounts) -> tuple[Column, ...]:
    titles = [*(str(status.label) for status in counts.statuses), "Celkem"]
    width = COUNTS_WIDTH // len(titles)
    area_width = AREA_WIDTH + COUNTS_WIDTH - width * len(titles)
    return (Column("Oblast", area_width), *(Column(title, width, numeric=True) for title in titles))


def _counts_row(title: str, counts: StatusCounts, shown: StatusCounts, kind: str = "row") -> TableRow:
    """A real zero is printed, a little paler than the others."""
    numbers = [*(counts.numbers[status] for status in shown.statuses), counts.total]
    is_total = kind == "total"
    head = Cell((line(title, strong=is_total),))
    cells = (Cell((line(number_text(n), strong=is_total, muted=not n),)) for n in numbers)
    return TableRow((head, *cells), kind=kind)


def _fulfilment_sentence(counts: StatusCounts) -> str:
    rows = counted(counts.counted, *ROW_FORMS)
    return (
        "Do podílu plnění se nepočítá, co se nesleduje, není relevantní nebo nemá uvedený stav. "
        f"Započteno: {rows}, z toho realizováno {number_text(counts.completed)} ({counts.percent} %)."
    )

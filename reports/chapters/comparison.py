"""The town beside its region and the country: a picture and its numbers for each indicator."""

from czech.printing import sentence
from reports.blocks import Block, Chart, Column, Heading, Paragraph, Table, TableRow
from reports.blocks import Cell as TableCell
from reports.comparison.comparison import Comparison
from reports.comparison.drawings import together
from reports.comparison.wording import cell_text, unit_words
from reports.content import ReportContent
from reports.narrative import line

from .tables import TABLE_WIDTH

TITLE = "Srovnání s\u00a0krajem a\u00a0republikou"
INTRODUCTION = (
    "Hodnoty města z tohoto plánu vedle veřejné statistiky. Srovnávají se jen podíly a přepočty na obyvatele."
)
YEAR_WIDTH = 14


def comparison(content: ReportContent) -> list[Block]:
    """Nothing where public figures of the region and the country are missing."""
    if not content.comparisons:
        return []
    charts = [_chart(one) for one in content.comparisons]
    return [Heading(2, TITLE, "srovnani"), Paragraph(line(INTRODUCTION)), *charts]


def _chart(found: Comparison) -> Chart:
    return Chart(together(found), _table(found), caption=line(found.definition.name))


def _table(found: Comparison) -> Table:
    name_width = TABLE_WIDTH - YEAR_WIDTH * len(found.years)
    years = (Column(str(year), YEAR_WIDTH, numeric=True) for year in found.years)
    beside = [one for one in (found.region, found.yardsticks.country) if one]
    return Table(
        caption=line(f"{found.definition.name}, {unit_words(found)}"),
        columns=(Column("Území", name_width), *years),
        rows=(
            *(_row(found, one.town.name, one.cell) for one in found.counted),
            *(_row(found, one.unit.name, one.cell) for one in beside),
        ),
        note=line(_note(found)),
        hide_caption=True,
    )


def _row(found: Comparison, name: str, cell_of) -> TableRow:
    cells = (TableCell((line(cell_text(found, cell_of(year))),)) for year in found.years)
    return TableRow((TableCell((line(name),)), *cells))


def _note(found: Comparison) -> str:
    """Where the figures are from, and what has to be known about the town's own."""
    sources = "; ".join(found.public_sources)
    told = [sentence(f"Kraj a ČR: {sources}")] if sources else []
    for town in found.counted:
        cells = [(year, town.cell(year)) for year in found.years]
        told += [f"Rok {year}: {sentence(cell.note)}" for year, cell in cells if cell.note]
        told += [f"Hodnota roku {year} není schválená." for year, cell in cells if cell.is_draft]
        told += [f"Od roku {year} nová řada: {sentence(reason)}" for year, reason in town.breaks.items()]
    return " ".join(told)

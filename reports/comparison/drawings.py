"""The comparison in pictures: development together, one small chart for each town, regions side by side."""

from dataclasses import dataclass
from decimal import Decimal

from reports.charts.outline import CODES
from reports.charts.shapes import (
    Bar,
    BarChart,
    Drawing,
    LineChart,
    MapArea,
    Mark,
    RegionMap,
    Series,
    Size,
    Stroke,
)

from .comparison import Comparison
from .gauges import Cell
from .lines import TownLine
from .places import Town
from .public import Unit
from .wording import change_words, unit_words
from .yardsticks import Yardstick

MOST_SMALL = 30
MOST_TOGETHER = 6
FEW_REGIONS = 2


def together(comparison: Comparison) -> LineChart:
    """The total of towns with the region and the country; without a total the towns themselves."""
    series = [*_main(comparison), *_beside(comparison, comparison.region)]
    return LineChart(
        title=f"{comparison.definition}, vývoj",
        description=_description(comparison, series),
        years=tuple(comparison.years),
        series=tuple(series),
        unit=unit_words(comparison),
    )


def _main(comparison: Comparison) -> list[Series]:
    if not comparison.has_total:
        return [_town(comparison, line) for line in comparison.counted[:MOST_TOGETHER]]
    marks = []
    for year in comparison.years:
        total = comparison.totals[year]
        if total.number is not None:
            text = comparison.gauge.text(total.number, total.decimals)
            marks.append(Mark(year, total.number, text, is_draft=bool(total.drafts)))
    breaks, loose = frozenset(comparison.total_breaks), comparison.loose_years
    return [Series("Celkem", tuple(marks), Stroke.MAIN, breaks, loose)]


@dataclass(frozen=True)
class SmallMultiple:
    """One town with its last number and its change in words above the picture."""

    town: Town
    last: str
    change: str
    drawing: LineChart


def small_multiples(comparison: Comparison) -> list[SmallMultiple]:
    """Towns with numbers on one axis, each beside its region and the country."""
    highest = comparison.highest
    return [_small(comparison, line, highest) for line in comparison.counted[:MOST_SMALL]]


def _small(comparison: Comparison, line: TownLine, highest: Decimal | None) -> SmallMultiple:
    region = comparison.yardsticks.of_region(line.town.region)
    series = [_town(comparison, line), *_beside(comparison, region)]
    first, last = comparison.years[0], comparison.years[-1]
    drawing = LineChart(
        title=f"{comparison.definition}, {line.town.full_name}",
        description=_description(comparison, series),
        years=tuple(comparison.years),
        series=tuple(series),
        size=Size.SMALL,
        highest=highest,
    )
    change = change_words(comparison, line.change(first, last))
    return SmallMultiple(line.town, series[0].marks[-1].text, change, drawing)


def _town(comparison: Comparison, line: TownLine) -> Series:
    return Series(line.town.name, _marks(comparison, line.cells), Stroke.MAIN, frozenset(line.breaks))


def _beside(comparison: Comparison, region: Yardstick | None) -> list[Series]:
    country = comparison.yardsticks.country
    pairs = [(region, Stroke.REGION), (country, Stroke.COUNTRY)]
    return [_yardstick(comparison, one, stroke) for one, stroke in pairs if one]


def _yardstick(comparison: Comparison, one: Yardstick, stroke: Stroke) -> Series:
    name = "ČR" if one.unit.is_country else one.unit.name
    return Series(name, _marks(comparison, one.cells), stroke, frozenset(one.breaks))


def _marks(comparison: Comparison, cells: dict[int, Cell]) -> tuple[Mark, ...]:
    known = [(year, cells[year]) for year in comparison.years if year in cells]
    return tuple(
        Mark(year, cell.number, comparison.gauge.text(cell.number, cell.decimals), cell.is_draft)
        for year, cell in known
        if cell.number is not None
    )


def _description(comparison: Comparison, series: list[Series]) -> str:
    """The last number of every line; the table beside the picture has all of them."""
    ends = [f"{one.name} {one.marks[-1].text} ({one.marks[-1].year})" for one in series if one.marks]
    unit = f"Jednotka: {unit_words(comparison)}."
    return f"{unit} Poslední hodnoty: {', '.join(ends)}." if ends else unit


@dataclass(frozen=True, slots=True)
class RegionRow:
    """One region in the table beside the picture."""

    unit: Unit
    number: Decimal
    text: str
    detail: str
    is_own: bool


@dataclass(frozen=True)
class Regions:
    year: int
    drawing: Drawing
    rows: list[RegionRow]


def regions(comparison: Comparison) -> Regions | None:
    """Regions in the last year: a map where their codes are on it, otherwise bars."""
    year = comparison.years[-1]
    own = {line.town.region for line in comparison.lines}
    rows = [_region_row(comparison, one, year, own) for one in comparison.yardsticks.regions if one.has(year)]
    if len(rows) < FEW_REGIONS:
        return None
    rows.sort(key=lambda row: -row.number)
    title = f"{comparison.definition}, kraje v roce {year}"
    is_on_map = all(row.unit.code in CODES.values() for row in rows)
    draw = _map if is_on_map else _bars
    return Regions(year, draw(title, f"Jednotka: {unit_words(comparison)}", rows), rows)


def _region_row(comparison: Comparison, one: Yardstick, year: int, own: set[int | None]) -> RegionRow:
    cell = one.cell(year)
    text = comparison.gauge.text(cell.number, cell.decimals)
    return RegionRow(one.unit, cell.number, text, cell.note or cell.source, one.unit.pk in own)


def _map(title: str, unit: str, rows: list[RegionRow]) -> RegionMap:
    areas = (MapArea(row.unit.code, row.unit.name, row.number, row.text, row.is_own) for row in rows)
    return RegionMap(title, unit, tuple(areas))


def _bars(title: str, unit: str, rows: list[RegionRow]) -> BarChart:
    bars = (Bar(row.unit.name, row.number, row.text, is_marked=row.is_own) for row in rows)
    return BarChart(title, unit, tuple(bars))

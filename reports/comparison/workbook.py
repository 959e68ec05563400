"""The whole comparison as a selection that the workbook of a register can write."""

from dataclasses import dataclass
from decimal import Decimal

from indicators.models import Definition
from reports.registers.columns import Field, RegisterColumn, Value
from reports.registers.registers import Register, Selection

from .comparison import Comparison
from .forms import ComparisonForm
from .gauges import Cell, Gauge
from .lines import TownLine
from .places import Town
from .table import in_order
from .totals import YearTotal
from .wording import EXPLAINED, made_of, unit_words

TOTAL = "Celkem"
NUMBER = "General"  # as many decimals as the number has


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the head of the file says of the selection."""

    form: ComparisonForm

    def chosen(self) -> list[tuple[str, str]]:
        given = ("ukazatel", "mesta", "od", "do", "hodnoty")
        fields = self.form.fields
        chosen = [(fields[name].label, _label(fields[name], self.form[name].value())) for name in given]
        switched = [name for name in ("na_tisic", "cele") if self.form.cleaned_data[name]]
        return chosen + [(fields[name].label, "ano") for name in switched]


@dataclass(frozen=True, slots=True)
class Totals:
    comparison: Comparison

    def facts(self) -> list[tuple[str, Value]]:
        facts: list[tuple[str, Value]] = [("Hodnoty", unit_words(self.comparison))]
        if self.comparison.has_total:
            facts.append((TOTAL, EXPLAINED[self.comparison.gauge]))
        return facts


def selection_of(comparison: Comparison, form: ComparisonForm, order: str) -> Selection:
    register = Register(
        "comparison",
        "Srovnání",
        columns_of(comparison),
        form,
        Definition,
        lambda rows: rows,
        lambda rows: Totals(comparison),
    )
    return Selection(register, Chosen(form), [*total_line(comparison), *in_order(comparison, order)])


def total_line(comparison: Comparison) -> list[TownLine]:
    """The total above the towns, in numbers that can be counted with."""
    if not comparison.has_total:
        return []
    cells = {year: _total_cell(total) for year, total in comparison.totals.items()}
    return [TownLine(Town(0, TOTAL), cells, comparison.total_breaks, otherwise="")]


def _total_cell(total: YearTotal) -> Cell:
    if total.number is None:
        return Cell()
    return Cell(total.number, total.decimals, total.numerator, total.whole, note=made_of(total))


def columns_of(comparison: Comparison) -> tuple[RegisterColumn, ...]:
    town = RegisterColumn(
        "mesto", "Město", 40,
        (
            Field("Město", lambda line: line.town.name, 24),
            Field("Okres", lambda line: line.town.district, 20),
            Field("Kraj", lambda line: line.town.region_name, 24),
        ),
    )  # fmt: skip
    years = [
        RegisterColumn(str(year), str(year), 20, _fields(comparison.gauge, year)) for year in comparison.years
    ]
    return (town, *years)


def _fields(gauge: Gauge, year: int) -> tuple[Field, ...]:
    """The number, and beside a ratio what it was made of."""

    def of(name: str):
        return lambda line: getattr(line.cell(year), name)

    counts = (
        Field(f"{year}: {gauge.numerator_name}", of("numerator"), 12, NUMBER),
        Field(f"{year}: celek", of("whole"), 12, NUMBER),
    )
    return (
        Field(str(year), lambda line: _rounded(line.cell(year)), 12, NUMBER),
        *(counts if gauge.is_ratio else ()),
        Field(f"{year}: poznámka", lambda line: _remark(line, year), 30),
    )


def _rounded(cell: Cell) -> Decimal | None:
    return None if cell.number is None else round(cell.number, cell.decimals)


def _remark(line: TownLine, year: int) -> str:
    cell = line.cell(year)
    said = ("neschváleno" if cell.is_draft else "", cell.reason, cell.note, line.breaks.get(year, ""))
    return "; ".join(filter(None, said))


def _label(field, value) -> str:
    return str(dict(field.choices).get(value, value))

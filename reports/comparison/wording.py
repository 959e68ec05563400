"""The comparison in words: what the numbers are, what a total is made of, what a cell says."""

from decimal import Decimal

from czech.plurals import counted, out_of
from czech.printing import NBSP, number_text

from .comparison import Comparison
from .gauges import PERCENT_SIGN, Cell, Gauge
from .lines import Change
from .public import Editions
from .totals import YearTotal

OF_TOWNS = ("města", "měst", "měst", "měst")
SAME = ("stejné město", "stejná města", "stejných měst", "stejných měst")
NOT_APPROVED = ("neschválené", "neschválená", "neschválených", "neschválených")
EXPLAINED = {
    Gauge.COUNT: "Součet hodnot měst.",
    Gauge.THOUSAND: "Součet počtů dělený součtem obyvatel, ne průměr přepočtů.",
    Gauge.SHARE: "Součet počtů dělený součtem celků, ne průměr procent.",
    Gauge.WEIGHTED: "Průměr měst vážený jejich celkem.",
}
DASH = "–"
UNNAMED = "bez označení"


def unit_words(comparison: Comparison) -> str:
    """What the numbers are: %, osoba, osoba na 1 000 (celek: Počet obyvatel)."""
    definition = comparison.definition
    unit = definition.unit or "počet"
    if comparison.gauge == Gauge.THOUSAND:
        return f"{unit} na 1{NBSP}000 (celek: {definition.denominator})"
    return PERCENT_SIGN if comparison.gauge.is_percent else unit


def cell_text(comparison: Comparison, cell: Cell) -> str:
    return DASH if cell.number is None else number_text(cell.number, cell.decimals)


def change_words(comparison: Comparison, change: Change) -> str:
    if change.number is None:
        return change.reason or DASH
    return comparison.gauge.change_text(change.number, change.decimals)


def total_words(total: YearTotal) -> str:
    """12 z 14 měst."""
    return f"{number_text(len(total.parts))} {out_of(total.towns)}{NBSP}{counted(total.towns, *OF_TOWNS)}"


def made_of(total: YearTotal) -> str:
    """12 z 14 měst, 2 neschválená."""
    words = total_words(total)
    return f"{words}, {counted(len(total.drafts), *NOT_APPROVED)}" if total.drafts else words


def computed_words(total: YearTotal) -> str:
    """U 32 měst je počet dopočtený z podílu."""
    if not total.computed:
        return ""
    towns = counted(total.computed, *OF_TOWNS)
    return (
        f"U{NBSP}{towns} je počet dopočtený z{NBSP}podílu a{NBSP}celku a zaokrouhlený; "
        f"součet řádků se proto může o{NBSP}jednotky lišit."
    )


def edition_words(editions: Editions) -> str:
    """Za rok 2023 počítáme vydání „definitivní“, ne „předběžné“."""
    _, year, _ = editions.of
    others = " ani ".join(f"„{name or UNNAMED}“" for name in editions.unused)
    return f"Za rok {year} počítáme vydání „{editions.used or UNNAMED}“, ne {others}."


def same_words(towns: int) -> str:
    """9 stejných měst, from which a change is computed."""
    return counted(towns, *SAME) if towns else ""


def quantity_text(number: Decimal | None, is_computed: bool = False) -> str:
    """A count or a whole as it is; one that was computed from a share is rounded to a whole number."""
    if number is None:
        return ""
    return number_text(number, 0) if is_computed else number_text(number.normalize())

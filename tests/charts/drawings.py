"""Charts to draw in tests: say what matters, the rest is filled in."""

from decimal import Decimal

from czech.printing import NBSP, number_text
from reports.charts.outline import CODES
from reports.charts.shapes import Bar, BarChart, LineChart, MapArea, Mark, RegionMap, Series, Stroke

# Share of unemployed people in December 2023, as an example of figures of all regions.
UNEMPLOYED = "2.9 3.1 2.9 2.9 5.2 5.9 4.3 3.1 2.9 3.1 4.1 3.9 2.7 5.5".split()


def mark(year, number, unit="", is_draft=False):
    value = Decimal(str(number))
    return Mark(year, value, NBSP.join(filter(None, (number_text(value), unit))), is_draft)


def series(*pairs, name="Krnov", stroke=Stroke.MAIN, breaks=(), loose=(), drafts=(), unit=""):
    marks = tuple(mark(year, number, unit, year in drafts) for year, number in pairs)
    return Series(name, marks, stroke, frozenset(breaks), frozenset(loose))


def line_chart(*lines, years=range(2019, 2025), title="Osoby v\u00a0exekuci", **attributes):
    return LineChart(title, "Podíl na obyvatelích od 15 let.", tuple(years), lines, **attributes)


def bar_chart(*bars, title="Nezaměstnaní v\u00a0krajích"):
    return BarChart(title, "Od nejvyššího podílu.", bars)


def bar(name, number, unit="%", **attributes):
    value = Decimal(str(number))
    return Bar(name, value, f"{number_text(value)}{NBSP}{unit}", **attributes)


def area(code, number, name="Kraj", **attributes):
    value = Decimal(str(number))
    return MapArea(code, name, value, f"{number_text(value)}{NBSP}%", **attributes)


def region_map(*areas, title="Nezaměstnaní v\u00a0krajích"):
    return RegionMap(title, "Podíl nezaměstnaných osob, prosinec 2023.", areas or all_regions())


def all_regions(marked="CZ080"):
    names = {code: "Praha" if name == "Prague" else name for name, code in CODES.items()}
    return tuple(
        area(code, number, names[code], is_marked=code == marked)
        for code, number in zip(names, UNEMPLOYED, strict=True)
    )

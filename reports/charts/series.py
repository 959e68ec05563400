"""One line of a chart: joined years, dotted gaps, cuts and points."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from django.utils.safestring import SafeString

from .markup import GREY, PRIMARY, WHITE, element, joined, line
from .plot import Look, Plot
from .shapes import Mark, Series, Stroke

COLOURS = {Stroke.MAIN: PRIMARY, Stroke.TOTAL: GREY, Stroke.REGION: GREY, Stroke.COUNTRY: GREY}
DASHES = {Stroke.TOTAL: "7 4", Stroke.REGION: "10 3 2 3", Stroke.COUNTRY: "2.5 3"}
CUT_SLANT, CUT_HEIGHT, CUT_GAP = 2, 5, 2.5
REACH = 9  # how near a pointer has to come to learn the year and the number


class Join(StrEnum):
    """How the line gets from one mark to the next."""

    LINE = "line"
    GAP = "gap"  # years are missing
    LOOSE = "loose"
    CUT = "cut"


# Sparser and thinner than any dashes of a line.
WEAK_LINES = {
    Join.GAP: {"stroke_width": 1.8, "stroke_linecap": "round", "stroke_dasharray": "0.1 5"},
    Join.LOOSE: {"stroke_width": 1.2, "stroke_dasharray": "8 6"},
}


@dataclass(frozen=True, slots=True)
class Link:
    """Two marks one after the other; a cut stands half a year before the first figure of the new series."""

    start: Mark
    end: Mark
    join: Join
    cut: float = 0


def in_order(series: Series) -> list[Mark]:
    return sorted(series.marks, key=lambda mark: mark.year)


def links(series: Series, years: tuple[int, ...]) -> Iterator[Link]:
    for start, end in pairwise(in_order(series)):
        cuts = [year for year in series.breaks if start.year < year <= end.year]
        if cuts:
            yield Link(start, end, Join.CUT, max(cuts) - 0.5)
        elif end.year in series.loose:
            yield Link(start, end, Join.LOOSE)
        elif any(start.year < year < end.year for year in years):
            yield Link(start, end, Join.GAP)
        else:
            yield Link(start, end, Join.LINE)


def runs(series: Series, years: tuple[int, ...]) -> list[list[Mark]]:
    """Marks that one unbroken line goes through."""
    found = [in_order(series)[:1]]
    for link in links(series, years):
        if link.join is Join.LINE:
            found[-1].append(link.end)
        else:
            found.append([link.end])
    return found


def series_html(series: Series, plot: Plot, look: Look) -> SafeString:
    colour = COLOURS[series.stroke]
    found = runs(series, plot.years)
    lone = {run[0].year for run in found if len(run) == 1}
    parts = [
        *(run_html(run, series.stroke, plot, look) for run in found),
        *(link_html(link, plot) for link in links(series, plot.years)),
        *(point_html(mark, series, plot, look, mark.year in lone) for mark in series.marks),
    ]
    return element("g", joined(parts), stroke=colour, fill="none")


def run_html(run: list[Mark], stroke: Stroke, plot: Plot, look: Look) -> SafeString:
    if len(run) < 2:
        return SafeString()
    points = " ".join(f"{plot.x(mark.year):.1f},{plot.y(mark.number):.1f}" for mark in run)
    thickness = look.thickness if stroke is Stroke.MAIN else look.thickness - 0.6
    dashes = {"stroke_dasharray": DASHES[stroke]} if stroke in DASHES else {}
    return element("polyline", points=points, stroke_width=thickness, stroke_linejoin="round", **dashes)


def link_html(link: Link, plot: Plot) -> SafeString:
    x1, y1 = plot.x(link.start.year), plot.y(link.start.number)
    x2, y2 = plot.x(link.end.year), plot.y(link.end.number)
    if link.join in WEAK_LINES:
        return line(x1, y1, x2, y2, **WEAK_LINES[link.join])
    if link.join is Join.CUT:
        x = plot.x(link.cut)
        return cut_html(x, y1 + (y2 - y1) * (x - x1) / (x2 - x1))
    return SafeString()


def cut_html(x: float, y: float) -> SafeString:
    """Two slanted strokes, as when an axis is broken."""
    strokes = (
        line(middle - CUT_SLANT, y + CUT_HEIGHT, middle + CUT_SLANT, y - CUT_HEIGHT, stroke_width=1.5)
        for middle in (x - CUT_GAP, x + CUT_GAP)
    )
    return element("g", joined(strokes), data_sign="cut")


def point_html(mark: Mark, series: Series, plot: Plot, look: Look, is_lone: bool) -> SafeString:
    """The point and its words; a dashed line shows points only where it would not be seen otherwise."""
    x, y = plot.x(mark.year), plot.y(mark.number)
    is_main = series.stroke is Stroke.MAIN
    radius = look.dot if is_main else look.dot - 1
    parts = [element("title", f"{series.name}, {mark.year}: {mark.text}{draft_words(mark)}")]
    if is_main or mark.is_draft or is_lone:
        parts.append(dot_html(x, y, radius, series.stroke, mark.is_draft))
    parts.append(element("circle", cx=x, cy=y, r=REACH, stroke="none", pointer_events="all"))
    return element("g", joined(parts))


def dot_html(x: float, y: float, radius: float, stroke: Stroke, is_draft: bool) -> SafeString:
    """A circle; of a region a square and of the country a diamond, since alone they have no dashes."""
    colour = COLOURS[stroke]
    look = {"fill": WHITE if is_draft else colour, "stroke": colour, "stroke_width": 1.8}
    if stroke is Stroke.REGION:
        return element("rect", x=x - radius, y=y - radius, width=2 * radius, height=2 * radius, **look)
    if stroke is Stroke.COUNTRY:
        reach = radius * 1.4
        corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
        return element("polygon", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in corners), **look)
    return element("circle", cx=x, cy=y, r=radius, **look)


def draft_words(mark: Mark) -> str:
    return " (neschváleno)" if mark.is_draft else ""

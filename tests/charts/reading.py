"""Looks inside a drawing: its elements, its words and where they stand."""

from dataclasses import dataclass
from xml.etree import ElementTree

from reports.charts.svg import chart_svg

SVG = "{http://www.w3.org/2000/svg}"
COLUMNS = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True)
class Lettering:
    text: str
    x: float
    y: float
    anchor: str


def drawn(drawing, **options):
    svg = chart_svg(drawing, **options)
    return ElementTree.fromstring(svg.encode())


def every(svg, name):
    return list(svg.iter(SVG + name))


def texts(svg):
    return ["".join(text.itertext()) for text in every(svg, "text")]


def letterings(svg):
    return [
        Lettering("".join(t.itertext()), float(t.get("x")), float(t.get("y")), t.get("text-anchor", "start"))
        for t in every(svg, "text")
    ]


def titles(svg):
    """The words of points, bars and regions; the first title is that of the whole drawing."""
    return [title.text for title in every(svg, "title")][1:]


def solid_runs(svg):
    """Unbroken lines as lists of points."""
    return [
        [tuple(map(float, point.split(","))) for point in polyline.get("points").split()]
        for polyline in every(svg, "polyline")
    ]


def dotted_gaps(svg):
    return _links(svg, "0.1 5")


def thin_dashes(svg):
    return _links(svg, "8 6")


def _links(svg, dashes):
    return [link for link in every(svg, "line") if link.get("stroke-dasharray") == dashes and link.get("x1")]


def cuts(svg):
    return [group for group in every(svg, "g") if group.get("data-sign") == "cut"]


def points(svg):
    """Visible points; the invisible ones only answer a pointer."""
    return [circle for circle in every(svg, "circle") if circle.get("stroke") != "none"]

"""A trend of a few years as a drawing the size of a word."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reports.blocks import Sparkline

WIDTH, HEIGHT, EDGE = 125, 43, 9  # tenths of a millimetre
COLOUR = "#2362a2"
# A rise from 1 531 to 1 535 must look flat, so the axis spans at least this part of the value.
LEAST_SPAN = 0.3

# The stylesheet of a page does not reach into the drawing: every colour is an attribute.
DRAWING = (
    '<svg class="sparkline" xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {} {}" '
    'width="12.5mm" height="4.3mm" fill="none" stroke="{}" stroke-width="4"><title>{}</title>'
    '<polyline points="{}" stroke-width="5"/>{}</svg>'
)


def sparkline_svg(sparkline: Sparkline) -> SafeString:
    points = placed(sparkline)
    line = " ".join(f"{x},{y}" for x, y in points)
    return format_html(DRAWING, WIDTH, HEIGHT, COLOUR, sparkline.title, line, dots(points))


def placed(sparkline: Sparkline) -> list[tuple[float, float]]:
    """The points on the drawing; years share one scale over the whole table."""
    low, high = value_range([value for _, value in sparkline.points])
    years = sparkline.last_year - sparkline.first_year or 1
    return [
        (
            round(EDGE + (WIDTH - 2 * EDGE) * (year - sparkline.first_year) / years, 1),
            round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (value - low) / (high - low), 1),
        )
        for year, value in sparkline.points
    ]


def value_range(values: list[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    span = max(high - low, LEAST_SPAN * max(abs(low), abs(high))) or 1
    middle = (low + high) / 2
    return middle - span / 2, middle + span / 2


def dots(points: list[tuple[float, float]]) -> SafeString:
    """Hollow points, the last one full: the eye ends at the present."""
    fills = ["#fff"] * (len(points) - 1) + [COLOUR]
    circles = ((x, y, fill) for (x, y), fill in zip(points, fills, strict=True))
    return format_html_join("", '<circle cx="{}" cy="{}" r="6" fill="{}"/>', circles)

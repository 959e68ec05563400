"""A trend of a few years as a drawing the size of a word."""

from django.utils.safestring import SafeString

from reports.blocks import Sparkline
from reports.charts.markup import PRIMARY, WHITE, element, joined

WIDTH, HEIGHT, EDGE = 125, 43, 9  # tenths of a millimetre
# A rise from 1 531 to 1 535 must look flat, so the axis spans at least this part of the value.
LEAST_SPAN = 0.3


def sparkline_svg(sparkline: Sparkline) -> SafeString:
    points = placed(sparkline)
    line = " ".join(f"{x},{y}" for x, y in points)
    parts = [
        element("title", sparkline.title),
        element("polyline", points=line, stroke_width=5),
        *dots(points),
    ]
    return element(
        "svg",
        joined(parts),
        class_="sparkline",
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        width="12.5mm",
        height="4.3mm",
        fill="none",
        stroke=PRIMARY,
        stroke_width=4,
    )


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


def dots(points: list[tuple[float, float]]) -> list[SafeString]:
    """Hollow points, the last one full: the eye ends at the present."""
    fills = [WHITE] * (len(points) - 1) + [PRIMARY]
    return [element("circle", cx=x, cy=y, r=6, fill=fill) for (x, y), fill in zip(points, fills, strict=True)]

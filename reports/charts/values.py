"""Numbers printed at the points of a line that is alone on its chart."""

from itertools import pairwise

from django.utils.safestring import SafeString

from .lettering import text_width
from .markup import INK, WHITE, element, joined, words
from .plot import Look, Plot
from .series import in_order
from .shapes import Mark, Series

ABOVE, BELOW = 10, 20  # from the point to the foot of its number
APART = 6
STEEP = 12  # the line climbs this much to a neighbour and would run through a centred number
ASIDE = 6


def values_html(series: Series, plot: Plot, look: Look) -> SafeString:
    """Nothing at all where two numbers would touch: the table beside the chart has them."""
    marks = in_order(series)
    if not fit(marks, plot, look):
        return SafeString()
    around = zip([None, *marks], marks, [*marks[1:], None], strict=False)
    return joined(value_html(before, mark, after, plot, look) for before, mark, after in around)


def widest(series: list[Series], look: Look) -> float:
    return max((text_width(mark.text, look.type_size) for one in series for mark in one.marks), default=0)


def fit(marks: list[Mark], plot: Plot, look: Look) -> bool:
    widths = {mark.year: text_width(mark.text, look.type_size) for mark in marks}
    return all(
        plot.x(after.year) - plot.x(mark.year) >= (widths[mark.year] + widths[after.year]) / 2 + APART
        for mark, after in pairwise(marks)
    )


def value_html(before: Mark | None, mark: Mark, after: Mark | None, plot: Plot, look: Look) -> SafeString:
    """Above the point, in a valley below it, on a slope beside it: out of the way of the line."""
    x, y = plot.x(mark.year), plot.y(mark.number)
    falls = before is not None and y - plot.y(before.number) > STEEP
    climbs = after is not None and y - plot.y(after.number) > STEEP
    in_valley = (falls or before is None) and (climbs or after is None) and (falls or climbs)
    if in_valley and y + BELOW < plot.bottom:
        return number_html(mark.text, x, y + BELOW, "middle", look)
    if falls == climbs:
        return number_html(mark.text, x, y - ABOVE, "middle", look)
    aside, anchor = (-ASIDE, "start") if falls else (ASIDE, "end")
    return number_html(mark.text, x + aside, y - ABOVE, anchor, look)


def number_html(text: str, x: float, foot: float, anchor: str, look: Look) -> SafeString:
    """On white, so that no line of the grid crosses it."""
    width, size = text_width(text, look.type_size), look.type_size
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    ground = element("rect", x=left, y=foot - size * 0.8, width=width, height=size, fill=WHITE)
    return joined([ground, words(text, x, foot, text_anchor=anchor, fill=INK)])

"""Names of lines at their ends, so that nobody has to look for them in a legend."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from .lettering import moved_apart, text_width, wrapped
from .markup import AXIS, element, joined, line, words
from .plot import Plot
from .series import COLOURS, in_order
from .shapes import Mark, Series

ROOM = 190  # for the longest line of a label
LEADING = 1.2
APART = 3  # between two labels
GAP = 14  # from the plot to its labels


@dataclass(frozen=True, slots=True)
class EndLabel:
    series: Series
    last: Mark
    number: str  # printed bold after the name
    lines: list[str]
    size: float

    @property
    def width(self) -> float:
        return max(text_width(text, self.size) for text in self.lines)

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING + APART


def end_labels(series: list[Series], size: float, with_numbers: bool) -> list[EndLabel]:
    """A label for each line that has a mark: its name and its last number."""
    return [label_of(one, size, with_numbers) for one in series if one.marks]


def label_of(series: Series, size: float, with_number: bool) -> EndLabel:
    last = in_order(series)[-1]
    number = last.text if with_number else ""
    return EndLabel(series, last, number, wrapped(f"{series.name} {number}".strip(), size, ROOM), size)


def labels_html(labels: list[EndLabel], plot: Plot) -> SafeString:
    ordered = sorted(labels, key=lambda label: plot.y(label.last.number))
    heights = [label.height for label in ordered]
    wanted = [plot.y(label.last.number) - label.height / 2 for label in ordered]
    edges = moved_apart(wanted, heights, plot.top - 8, plot.bottom + 8)
    return joined(label_html(label, edge, plot) for label, edge in zip(ordered, edges, strict=True))


def label_html(label: EndLabel, edge: float, plot: Plot) -> SafeString:
    """The words, and a thin line to the end of the line when they had to move away from it."""
    x, y = plot.x(label.last.year), plot.y(label.last.number)
    middle = edge + label.height / 2
    colour = COLOURS[label.series.stroke]
    parts = [
        words(text, plot.right + GAP, edge + label.size * (LEADING * position + 1), fill=colour)
        for position, text in enumerate(label.lines[:-1])
    ]
    parts.append(last_line(label, plot.right + GAP, edge + label.height - APART - label.size * 0.2, colour))
    if abs(middle - y) > label.size * 0.7 or plot.right - x > 2 * plot.inset:
        parts.append(line(x + 7, y, plot.right + GAP - 3, middle, stroke=AXIS, stroke_width=0.8))
    return joined(parts)


def last_line(label: EndLabel, x: float, y: float, colour: str) -> SafeString:
    """The line that ends with the number, which is printed bold."""
    number = label.number if label.lines[-1].endswith(label.number) else ""
    name = label.lines[-1].removesuffix(number)
    bold = element("tspan", number, font_weight="600") if number else ""
    return element("text", joined([element("tspan", name), bold]), x=x, y=y, fill=colour)

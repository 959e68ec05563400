"""Bars one below another: the name to the left, the number at the end of the bar."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from .lettering import text_width, wrapped
from .markup import AXIS, GREY, INK, PRIMARY, Picture, element, joined, line, words
from .shapes import Bar, BarChart

WIDTH = 760
TYPE_SIZE, SMALL_SIZE = 13, 11
LEADING, SMALL_LEADING = 16, 14
NAME_ROOM = 240
THICKNESS = 14
APART = 9
GAP = 8  # between words and bars
PLAIN = "#9fbbd8"


@dataclass(frozen=True, slots=True)
class Row:
    bar: Bar
    name: list[str]
    detail: list[str]

    @property
    def height(self) -> float:
        return max(THICKNESS, len(self.name) * LEADING + len(self.detail) * SMALL_LEADING)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where zero is and how long one unit is."""

    zero: float
    unit: float


def bar_picture(chart: BarChart) -> Picture:
    rows = [row_of(bar) for bar in chart.bars]
    ground = ground_of(rows)
    parts, top = [], APART / 2
    for row in rows:
        parts.append(element("g", row_html(row, ground), transform=f"translate(0 {top:g})"))
        top += row.height + APART
    axis = line(ground.zero, 0, ground.zero, top - APART / 2, stroke=AXIS, stroke_width=1)
    return Picture(WIDTH, top - APART / 2, element("g", joined([*parts, axis]), font_size=TYPE_SIZE))


def row_of(bar: Bar) -> Row:
    detail = wrapped(bar.detail, SMALL_SIZE, NAME_ROOM) if bar.detail else []
    return Row(bar, wrapped(bar.name, TYPE_SIZE, NAME_ROOM), detail)


def ground_of(rows: list[Row]) -> Ground:
    """Bars fill what names leave; numbers stand outside of the bars on both sides of zero."""
    numbers = [row.bar.number for row in rows]
    below, above = min([0, *numbers]), max([0, *numbers])
    left = max(map(name_width, rows), default=0) + GAP
    left += widest(row for row in rows if row.bar.number < 0)
    right = WIDTH - widest(row for row in rows if row.bar.number >= 0)
    unit = (right - left) / float(above - below or 1)
    return Ground(left - float(below) * unit, unit)


def name_width(row: Row) -> float:
    names = [text_width(text, TYPE_SIZE) for text in row.name]
    return max(names + [text_width(text, SMALL_SIZE) for text in row.detail])


def widest(rows) -> float:
    return max((text_width(row.bar.text, TYPE_SIZE) + GAP for row in rows), default=0)


def row_html(row: Row, ground: Ground) -> SafeString:
    bar = row.bar
    length = float(bar.number) * ground.unit
    start, end = sorted((ground.zero, ground.zero + length))
    middle = row.height / 2
    body = element(
        "rect",
        element("title", f"{bar.name}: {bar.text}"),
        x=start,
        y=middle - THICKNESS / 2,
        width=end - start,
        height=THICKNESS,
        fill=PRIMARY if bar.is_marked else PLAIN,
    )
    x, anchor = (start - GAP, "end") if length < 0 else (end + GAP, "start")
    number = words(bar.text, x, middle + TYPE_SIZE * 0.34, text_anchor=anchor, fill=INK, **weight(bar))
    return joined([*names_html(row), body, number])


def names_html(row: Row) -> list[SafeString]:
    """The name in one or more lines, its small print below."""
    y = (row.height - len(row.name) * LEADING - len(row.detail) * SMALL_LEADING) / 2
    names = [
        words(text, 0, y + LEADING * (position + 0.78), fill=INK, **weight(row.bar))
        for position, text in enumerate(row.name)
    ]
    y += len(row.name) * LEADING
    return names + [
        words(text, 0, y + SMALL_LEADING * (position + 0.74), font_size=SMALL_SIZE, fill=GREY)
        for position, text in enumerate(row.detail)
    ]


def weight(bar: Bar) -> dict[str, str]:
    return {"font_weight": "600"} if bar.is_marked else {}

"""Development in years: an axis from zero, years below, lines with their names at the ends."""

from collections.abc import Iterable

from django.utils.safestring import SafeString

from .axis import axis_ticks, tick_texts
from .ends import GAP, EndLabel, end_labels, labels_html
from .lettering import text_width
from .markup import AXIS, GREY, HAIRLINE, INK, WHITE, Picture, element, joined, line, words
from .plot import LOOKS, Look, Plot
from .series import series_html
from .shapes import LineChart, Size, Stroke
from .signs import key_html, signs_of
from .values import values_html, widest

YEARS_HEIGHT, KEY_HEIGHT = 24, 26


def line_picture(chart: LineChart) -> Picture:
    return wide_picture(chart) if chart.size is Size.WIDE else small_picture(chart)


def wide_picture(chart: LineChart) -> Picture:
    """Names at the ends of lines; numbers at points if there is one line; signs explained below."""
    look = LOOKS[Size.WIDE]
    drawn = [series for series in chart.series if series.marks]
    lone = drawn if len(drawn) == 1 else []
    labels = end_labels(drawn, look.type_size, with_numbers=not lone)
    plot = plot_of(chart, look, labels, inset=max(look.inset, widest(lone, look) / 2))
    signs = signs_of(chart)
    foot = plot.bottom + YEARS_HEIGHT
    parts = [
        grid_html(plot, look),
        *(values_html(series, plot, look) for series in lone),
        lines_html(chart, plot, look),
        years_html(fitting_years(plot, look), plot, look),
        words(chart.unit, 0, look.type_size, fill=GREY) if chart.unit and drawn else SafeString(),
        labels_html(labels, plot),
        key_html(signs, plot.left, foot + KEY_HEIGHT / 2, look.type_size),
    ]
    body = element("g", joined(parts), font_size=look.type_size)
    return Picture(look.width, foot + (KEY_HEIGHT if signs else 0), body)


def small_picture(chart: LineChart) -> Picture:
    look = LOOKS[Size.SMALL]
    plot = plot_of(chart, look, [], look.inset)
    parts = [
        grid_html(plot, look),
        lines_html(chart, plot, look),
        years_html(ends_and_middle(plot.years), plot, look),
    ]
    return Picture(look.width, plot.bottom + 18, element("g", joined(parts), font_size=look.type_size))


def lines_html(chart: LineChart, plot: Plot, look: Look) -> SafeString:
    """The main line is drawn last, over the others."""
    ordered = sorted(chart.series, key=lambda series: series.stroke is Stroke.MAIN)
    note = note_html(chart.note, plot, look) if chart.note else SafeString()
    return joined([*(series_html(series, plot, look) for series in ordered), note])


def plot_of(chart: LineChart, look: Look, labels: list[EndLabel], inset: float) -> Plot:
    marks = [mark for series in chart.series for mark in series.marks]
    numbers = [mark.number for mark in marks] + ([chart.highest] if chart.highest is not None else [])
    ticks = axis_ticks(numbers, look.most_ticks)
    top = look.type_size * (2.2 if labels else 1)
    names = max((label.width + GAP for label in labels), default=look.type_size * 0.4)
    room = max(look.plot_height, sum(label.height for label in labels))
    return Plot(
        left=max(text_width(text, look.type_size) for text in tick_texts(ticks)) + 8,
        right=look.width - names,
        top=top,
        bottom=top + room,
        inset=inset,
        years=tuple(sorted({*chart.years, *(mark.year for mark in marks)})),
        ticks=ticks,
        has_numbers=bool(numbers),
    )


def grid_html(plot: Plot, look: Look) -> SafeString:
    """Light lines with their numbers to the left; zero is stronger and alone where there are no numbers."""
    if not plot.has_numbers:
        return line(plot.left, plot.bottom, plot.right, plot.bottom, stroke=AXIS, stroke_width=1)
    return joined(
        joined(
            [
                line(plot.left, y, plot.right, y, stroke=HAIRLINE if tick else AXIS, stroke_width=1),
                words(text, plot.left - 8, y + look.type_size * 0.34, text_anchor="end", fill=GREY),
            ]
        )
        for tick, text in zip(plot.ticks, tick_texts(plot.ticks), strict=True)
        for y in (plot.y(tick),)
    )


def years_html(years: Iterable[int], plot: Plot, look: Look) -> SafeString:
    y = plot.bottom + look.type_size + 5
    return joined(words(str(year), plot.x(year), y, text_anchor="middle", fill=GREY) for year in years)


def ends_and_middle(years: tuple[int, ...]) -> tuple[int, ...]:
    """First and last year, and one just between them if there is such."""
    middle = years[len(years) // 2 : len(years) // 2 + 1] if len(years) % 2 and len(years) > 2 else ()
    return years[:1] + middle + years[1:][-1:]


def fitting_years(plot: Plot, look: Look) -> list[int]:
    """All years, or from the last one back as many as do not touch."""
    room = text_width("2000", look.type_size) + 8
    shown: list[int] = []
    for year in reversed(plot.years):
        if not shown or plot.x(shown[-1]) - plot.x(year) >= room:
            shown.append(year)
    return shown[::-1]


def note_html(note: str, plot: Plot, look: Look) -> SafeString:
    """Words in the middle of the plot, on white so that grid lines do not cross them."""
    x, y = (plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2
    width = text_width(note, look.type_size) + 8
    height = look.type_size * 1.6
    ground = element("rect", x=x - width / 2, y=y - height / 2, width=width, height=height, fill=WHITE)
    return joined([ground, words(note, x, y + look.type_size * 0.34, text_anchor="middle", fill=INK)])

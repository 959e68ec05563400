"""A map of the regions: shades of one tint, with the name and the number of each region printed in it."""

from bisect import bisect_right
from decimal import Decimal

from django.utils.safestring import SafeString

from .axis import round_scale, tick_texts
from .lettering import text_width
from .markup import AXIS, GREY, HAIRLINE, INK, WHITE, Picture, element, joined, line, words
from .outline import MARGIN, WIDTH, Outline, outlines
from .shapes import MapArea, RegionMap

# Each step is clearly darker than the one before it also when printed grey.
SHADES = ("#f1f6fb", "#cfdff0", "#a3c1e0", "#6c9bca", "#25609e")
DARK = SHADES[-1]
TYPE_SIZE = 13
LEADING = 15
# Where the middle of a region is no good place for its name, in pixels of the drawing.
PLACES = {
    "CZ020": (278, 218),
    "CZ052": (425, 136),
    "CZ064": (515, 345),
    "CZ071": (571, 245),
    "CZ080": (637, 204),
}
# Prague is too small for its number, which stands beside it.
BESIDE = {"CZ010": (340, 171)}
BOX_WIDTH, BOX_HEIGHT = 64, 12


def region_picture(chart: RegionMap) -> Picture:
    areas = {area.code: area for area in chart.areas}
    known = [outline for outline in outlines() if outline.code in areas]
    ticks = scale_of(chart)
    shades = {area.code: shade(area.number, ticks) for area in chart.areas}
    bottom = max(y for outline in outlines() for ring in outline.rings for _, y in ring)
    parts = [
        *(ground_html(outline, shades.get(outline.code), areas.get(outline.code)) for outline in outlines()),
        *(border_html(outline) for outline in known if areas[outline.code].is_marked),
        *(label_html(outline, areas[outline.code], shades[outline.code]) for outline in known),
        scale_html(ticks, bottom + 12, len(known) < len(outlines())),
    ]
    body = element("g", joined(parts), font_size=TYPE_SIZE, text_anchor="middle")
    return Picture(WIDTH + 2 * MARGIN, bottom + 12 + BOX_HEIGHT + 20, body)


def scale_of(chart: RegionMap) -> tuple[Decimal, ...]:
    """The borders of at most five shades, around the numbers and not from zero: differences matter here."""
    numbers = [area.number for area in chart.areas] or [Decimal(0)]
    return round_scale(min(numbers), max(numbers), most=len(SHADES) + 1)


def shade(number: Decimal, ticks: tuple[Decimal, ...]) -> str:
    return shades_of(ticks)[min(bisect_right(ticks, number), len(ticks) - 1) - 1]


def shades_of(ticks: tuple[Decimal, ...]) -> list[str]:
    """As many shades as there are steps, from the lightest to the darkest."""
    steps = len(ticks) - 1
    return [SHADES[round(step * (len(SHADES) - 1) / (steps - 1))] for step in range(steps)]


def ground_html(outline: Outline, fill: str | None, area: MapArea | None) -> SafeString:
    """A region without a number stays white."""
    title = element("title", f"{area.name}: {area.text}") if area else ""
    return element("path", title, d=outline.path, fill=fill or WHITE, stroke=AXIS, stroke_width=0.8)


def border_html(outline: Outline) -> SafeString:
    return element("path", d=outline.path, fill="none", stroke=INK, stroke_width=2.4, stroke_linejoin="round")


def label_html(outline: Outline, area: MapArea, fill: str) -> SafeString:
    """The name and the number; on a white plate where they would run over a border."""
    x, y = place(outline)
    name = short_name(area.name)
    width = max(text_width(name, TYPE_SIZE), text_width(area.text, TYPE_SIZE))
    fits = fits_in(outline, x, y, width)
    colour = WHITE if fits and fill == DARK else INK
    return joined(
        [
            leader_html(outline, x, y) if outline.code in BESIDE else SafeString(),
            SafeString() if fits else plate_html(x, y, width),
            words(name, x, y - 2, fill=colour, font_weight="600" if area.is_marked else "400"),
            words(area.text, x, y - 2 + LEADING, fill=colour, font_weight="600"),
        ]
    )


def fits_in(outline: Outline, x: float, y: float, width: float) -> bool:
    room = min(outline.room(x, y - LEADING / 2), outline.room(x, y + LEADING / 2))
    return outline.code not in BESIDE and width <= room


def leader_html(outline: Outline, x: float, y: float) -> SafeString:
    """From a small region to its name."""
    to_x, to_y = outline.middle
    dot = element("circle", cx=to_x, cy=to_y, r=2.5, fill=INK, stroke=WHITE)
    return joined([line(x, y, to_x, to_y, stroke=INK, stroke_width=0.8), dot])


def plate_html(x: float, y: float, width: float) -> SafeString:
    left, height = x - width / 2 - 2, 2 * LEADING + 4
    return element(
        "rect", x=left, y=y - LEADING, width=width + 4, height=height, rx=3, fill=WHITE, stroke=HAIRLINE
    )


def place(outline: Outline) -> tuple[float, float]:
    return BESIDE.get(outline.code) or PLACES.get(outline.code) or outline.middle


def short_name(name: str) -> str:
    """Liberecký kraj is Liberecký on a map of regions."""
    return name.removesuffix(" kraj").removeprefix("Kraj ").removeprefix("Hlavní město ")


def scale_html(ticks: tuple[Decimal, ...], top: float, is_white_used: bool) -> SafeString:
    """The shades in a strip with numbers under their borders."""
    boxes = [
        box_html(MARGIN + 16 + BOX_WIDTH * step, top, fill) for step, fill in enumerate(shades_of(ticks))
    ]
    numbers = [
        words(text, MARGIN + 16 + BOX_WIDTH * step, top + BOX_HEIGHT + 15, fill=GREY)
        for step, text in enumerate(tick_texts(ticks))
    ]
    if is_white_used:
        x = MARGIN + 16 + BOX_WIDTH * (len(ticks) + 0.5)
        boxes.append(box_html(x, top, WHITE))
        numbers.append(words("bez údaje", x + BOX_WIDTH / 2, top + BOX_HEIGHT + 15, fill=GREY))
    return joined(boxes + numbers)


def box_html(x: float, y: float, fill: str) -> SafeString:
    return element(
        "rect", x=x, y=y, width=BOX_WIDTH, height=BOX_HEIGHT, fill=fill, stroke=AXIS, stroke_width=0.8
    )

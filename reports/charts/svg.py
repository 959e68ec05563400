"""The one door to charts: any drawing as SVG, in a page or as a file of its own."""

from hashlib import blake2s

from django.utils.safestring import SafeString

from .bars import bar_picture
from .lettering import wrapped
from .lines import line_picture
from .markup import GREY, INK, WHITE, Picture, element, joined, words
from .regions import region_picture
from .shapes import BarChart, Drawing, LineChart, RegionMap, Size

PAINTERS = {LineChart: line_picture, BarChart: bar_picture, RegionMap: region_picture}
FONT = "'Source Sans 3', 'DejaVu Sans', sans-serif"
DECLARATION = SafeString('<?xml version="1.0" encoding="UTF-8"?>\n')
MARGIN = 20  # around a chart that is a file


def chart_svg(drawing: Drawing, standalone: bool = False) -> SafeString:
    """The drawing; `standalone` is a whole file with its title printed, to be taken elsewhere."""
    picture = PAINTERS[type(drawing)](drawing)
    if standalone:
        return DECLARATION + root(drawing, sheet(drawing, picture))
    return root(drawing, picture)


def root(drawing: Drawing, picture: Picture) -> SafeString:
    """The title names the chart and the description describes it, for a screen reader as for a PDF."""
    key = digest(drawing)
    title = element("title", drawing.title, id=f"graf-{key}")
    description = element("desc", drawing.description, id=f"graf-{key}-popis")
    return element(
        "svg",
        joined([title, description, picture.body]),
        class_=drawing_class(drawing),
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby=f"graf-{key}",
        aria_describedby=f"graf-{key}-popis",
        viewBox=f"0 0 {picture.width:.10g} {round(picture.height, 1):.10g}",
        width=picture.width,
        height=picture.height,
        font_family=FONT,
    )


def drawing_class(drawing: Drawing) -> str:
    is_small = isinstance(drawing, LineChart) and drawing.size is Size.SMALL
    return "drawing drawing-small" if is_small else "drawing drawing-wide"


def digest(drawing: Drawing) -> str:
    """Different drawings have different ids in whatever order they come, the same one always the same."""
    return blake2s(repr(drawing).encode(), digest_size=5).hexdigest()


def sheet(drawing: Drawing, picture: Picture) -> Picture:
    """The picture on white paper below its printed title and description."""
    title = [(text, 18, "600", INK) for text in wrapped(drawing.title, 18, picture.width)]
    small = [(text, 12, "400", GREY) for text in wrapped(drawing.description, 12, picture.width)]
    y, parts = float(MARGIN), []
    for text, size, weight, colour in title + small:
        y += size * 1.3
        parts.append(words(text, MARGIN, y, font_size=size, font_weight=weight, fill=colour))
    y += MARGIN
    width, height = picture.width + 2 * MARGIN, y + picture.height + MARGIN
    paper = element("rect", width=width, height=height, fill=WHITE)
    moved = element("g", picture.body, transform=f"translate({MARGIN} {round(y, 1):.10g})")
    return Picture(width, height, joined([paper, *parts, moved]))

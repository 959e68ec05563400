"""What the signs of line charts mean, each with a small drawing."""

from collections.abc import Iterator
from enum import StrEnum

from django.utils.safestring import SafeString

from .lettering import text_width
from .markup import GREY, PRIMARY, element, joined, line, words
from .series import COLOURS, DASHES, WEAK_LINES, Join, cut_html, dot_html, links
from .shapes import LineChart, Stroke


class Sign(StrEnum):
    MAIN = "main"
    TOTAL = "total"
    REGION = "region"
    COUNTRY = "country"
    DRAFT = "draft"
    GAP = "gap"
    LOOSE = "loose"
    CUT = "cut"


MEANINGS = {
    Sign.DRAFT: "neschválená hodnota",
    Sign.GAP: "chybějící roky",
    Sign.LOOSE: "v\u00a0součtu jsou jiná města nebo řady",
    Sign.CUT: "nová řada, starší hodnoty s\u00a0ní nelze srovnat",
}
WIDTH, NARROW = 28, 12


def signs_of(chart: LineChart) -> list[Sign]:
    """The signs of a chart that its own words do not explain."""
    joins = {link.join for series in chart.series for link in links(series, chart.years)}
    drafts = any(mark.is_draft for series in chart.series for mark in series.marks)
    used = {
        Sign.DRAFT: drafts,
        Sign.GAP: Join.GAP in joins,
        Sign.LOOSE: Join.LOOSE in joins,
        Sign.CUT: Join.CUT in joins,
    }
    return [sign for sign, applies in used.items() if applies]


def sign_width(sign: Sign) -> float:
    return NARROW if sign in (Sign.DRAFT, Sign.CUT) else WIDTH


def sign_html(sign: Sign, x: float, middle: float) -> SafeString:
    centre = x + sign_width(sign) / 2
    if sign is Sign.DRAFT:
        return dot_html(centre, middle, 4, Stroke.MAIN, is_draft=True)
    if sign is Sign.CUT:
        return element("g", cut_html(centre, middle), stroke=PRIMARY)
    ends = x + 1, middle, x + WIDTH - 1, middle
    if sign in (Sign.GAP, Sign.LOOSE):
        return line(*ends, stroke=PRIMARY, **WEAK_LINES[Join(sign.value)])
    if sign is Sign.MAIN:
        dot = dot_html(centre, middle, 3.5, Stroke.MAIN, is_draft=False)
        return joined([line(*ends, stroke=PRIMARY, stroke_width=2.5), dot])
    stroke = Stroke(sign.value)
    dashes = line(*ends, stroke=COLOURS[stroke], stroke_width=1.9, stroke_dasharray=DASHES[stroke])
    return joined([dashes, dot_html(centre, middle, 2.5, stroke, is_draft=False)])


def key_html(signs: list[Sign], left: float, middle: float, size: float) -> SafeString:
    """The signs in a row, each followed by its meaning."""
    return joined(_key(signs, left, middle, size))


def _key(signs: list[Sign], x: float, middle: float, size: float) -> Iterator[SafeString]:
    for sign in signs:
        yield sign_html(sign, x, middle)
        x += sign_width(sign) + 6
        yield words(MEANINGS[sign], x, middle + size * 0.34, fill=GREY)
        x += text_width(MEANINGS[sign], size) + 20


def sign_svg(sign: Sign) -> SafeString:
    """One sign for a legend of a page, beside a word that says the same."""
    width, height = sign_width(sign), 14
    return element(
        "svg",
        sign_html(sign, 0, height / 2),
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        fill="none",
        aria_hidden="true",
    )

"""Bars one below another and the map of regions."""

import re
from decimal import Decimal

import pytest

from reports.charts.outline import CODES, outlines
from reports.charts.regions import SHADES, scale_of, shade
from tests.charts.drawings import all_regions, area, bar, bar_chart, region_map
from tests.charts.reading import drawn, every, letterings, texts, titles

SQUARE_KILOMETRES = {"CZ010": 496, "CZ020": 10_929, "CZ031": 10_058, "CZ063": 6_796, "CZ080": 5_431}


def rectangles(svg):
    return [(float(r.get("x")), float(r.get("width")), r.get("fill")) for r in every(svg, "rect")]


def test_bars_start_from_zero_and_are_as_long_as_their_numbers():
    (start, long, _), (other, short, _) = rectangles(drawn(bar_chart(bar("Krnov", 10), bar("Most", 5))))
    assert start == other
    assert long == pytest.approx(2 * short, abs=0.2)


def test_a_negative_bar_goes_to_the_left():
    svg = drawn(bar_chart(bar("Krnov", "-1.34", "p.\u00a0b."), bar("Most", 2)))
    (left, width, _), (right, _, _) = rectangles(svg)
    assert left + width == pytest.approx(right, abs=0.2)
    assert "−1,34\u00a0p.\u00a0b." in texts(svg)


def test_all_zeros_make_no_bars():
    assert [width for _, width, _ in rectangles(drawn(bar_chart(bar("Krnov", 0))))] == [0]


def test_no_bars_at_all_are_drawn_as_well():
    assert every(drawn(bar_chart()), "rect") == []


def test_the_marked_bar_is_darker_and_its_words_bold():
    svg = drawn(bar_chart(bar("Krnov", 10, is_marked=True), bar("Most", 5)))
    assert len({fill for *_, fill in rectangles(svg)}) == 2
    bold = [text.text for text in every(svg, "text") if text.get("font-weight") == "600"]
    assert bold == ["Krnov", "10\u00a0%"]


def test_a_long_name_is_wrapped_and_keeps_its_small_print():
    svg = drawn(bar_chart(bar("Statutární město Ostrava, městský obvod Slezská Ostrava", 5, detail="okres")))
    first, second, small = letterings(svg)[:3]
    assert (first.text, small.text) == ("Statutární město Ostrava, městský", "okres")
    assert first.y < second.y < small.y


def test_all_fourteen_regions_are_on_the_map():
    assert len(CODES) == 14
    assert {outline.code for outline in outlines()} == set(CODES.values())


@pytest.mark.parametrize("code", SQUARE_KILOMETRES)
def test_regions_have_their_real_size(code):
    """The drawing is as wide as the country, 488 km from west to east."""
    (outline,) = (outline for outline in outlines() if outline.code == code)
    own, *inner = (abs(surface(ring)) for ring in outline.rings)
    drawn_size = (own - sum(inner)) * (488 / 756) ** 2
    assert drawn_size == pytest.approx(SQUARE_KILOMETRES[code], rel=0.06)


def surface(ring):
    pairs = zip(ring, ring[1:], strict=False)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def test_every_outline_is_closed():
    assert all(ring[0] == ring[-1] for outline in outlines() for ring in outline.rings)


def test_prague_is_cut_out_of_its_neighbourhood():
    (around,) = (outline for outline in outlines() if outline.code == "CZ020")
    assert len(around.rings) == 2


def test_each_region_says_its_name_and_number():
    svg = drawn(region_map())
    for region in all_regions():
        assert {region.name, region.text} <= set(texts(svg))
        assert f"{region.name}: {region.text}" in titles(svg)


def test_names_on_the_map_are_short():
    svg = drawn(region_map(area("CZ051", 4, "Liberecký kraj"), area("CZ063", 3, "Kraj Vysočina")))
    assert {"Liberecký", "Vysočina"} <= set(texts(svg))


def test_names_of_regions_do_not_overlap():
    names = {region.name for region in all_regions()}
    places = [place for place in letterings(drawn(region_map())) if place.text in names]
    clashes = [
        (one.text, other.text)
        for one in places
        for other in places
        if one.text < other.text and abs(one.x - other.x) < 60 and abs(one.y - other.y) < 28
    ]
    assert clashes == []


def test_a_higher_number_is_never_lighter():
    ticks = scale_of(region_map())
    shades = [SHADES.index(shade(region.number, ticks)) for region in sorted(all_regions(), key=number)]
    assert shades == sorted(shades)


def number(region):
    return region.number


def test_shades_are_told_apart_in_grey():
    greys = [grey(colour) for colour in SHADES]
    assert all(lighter - darker >= 20 for lighter, darker in zip(greys, greys[1:], strict=False))


def grey(colour):
    red, green, blue = (int(pair, 16) for pair in re.findall("..", colour[1:]))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_equal_numbers_have_one_shade():
    ticks = scale_of(region_map(area("CZ010", 5), area("CZ020", 5)))
    assert shade(Decimal(5), ticks) in SHADES


def test_a_region_without_a_number_stays_white_and_the_map_says_so():
    svg = drawn(region_map(*all_regions()[1:]))
    assert [path.get("fill") for path in every(svg, "path")].count("#fff") == 1
    assert "bez údaje" in texts(svg)
    assert "bez údaje" not in texts(drawn(region_map()))

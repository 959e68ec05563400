"""Every chart as SVG: named and described, escaped, without styles, in a page or as a file."""

import re

import pytest
from django.template import Context, Template

from reports.charts.shapes import Size
from reports.charts.signs import Sign, sign_svg
from reports.charts.svg import chart_svg
from tests.charts.drawings import area, bar, bar_chart, line_chart, region_map, series
from tests.charts.reading import drawn, every, texts

ATTACK = "<b onclick='x'>\"Krnov\" & spol.</b>"


def wide(name="Krnov", **attributes):
    return line_chart(series((2019, 10), (2021, 9), name=name, drafts=[2021]), **attributes)


DRAWINGS = [wide(), wide(size=Size.SMALL), bar_chart(bar("Krnov", 5)), region_map()]
every_drawing = pytest.mark.parametrize("drawing", DRAWINGS, ids=["wide", "small", "bars", "map"])


@every_drawing
def test_a_chart_is_an_image_with_a_name_and_a_description(drawing):
    svg = drawn(drawing)
    title, description = svg[0], svg[1]
    assert svg.get("role") == "img"
    assert (svg.get("aria-labelledby"), title.text) == (title.get("id"), drawing.title)
    assert (svg.get("aria-describedby"), description.text) == (description.get("id"), drawing.description)


def test_different_charts_of_a_page_have_different_ids():
    ids = re.findall(r' id="([^"]+)"', "".join(map(chart_svg, [*DRAWINGS, wide("Most")])))
    assert len(ids) == len(set(ids)) == 10


@every_drawing
def test_the_same_chart_is_drawn_the_same_each_time(drawing):
    assert chart_svg(drawing) == chart_svg(drawing)


@every_drawing
def test_a_chart_has_neither_styles_nor_scripts(drawing):
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|href=", chart_svg(drawing))


@pytest.mark.parametrize(
    "drawing",
    [
        line_chart(series((2019, 1), name=ATTACK), title=ATTACK, unit=ATTACK, note=ATTACK),
        bar_chart(bar(ATTACK, 1, ATTACK, detail=ATTACK), title=ATTACK),
        region_map(area("CZ010", 1, ATTACK), title=ATTACK),
    ],
    ids=["lines", "bars", "map"],
)
def test_texts_of_users_are_escaped(drawing):
    for standalone in (False, True):
        svg = chart_svg(drawing, standalone=standalone)
        assert "<b" not in svg and "&lt;b" in svg
        assert drawn(drawing)[0].text == ATTACK


@every_drawing
def test_text_stays_text_in_our_font(drawing):
    svg = drawn(drawing)
    assert texts(svg)
    assert svg.get("font-family").startswith("'Source Sans 3'")


@every_drawing
def test_a_file_stands_alone_on_white(drawing):
    svg = chart_svg(drawing, standalone=True)
    assert svg.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg ')
    root = drawn(drawing, standalone=True)
    paper = every(root, "rect")[0]
    assert paper.get("fill") == "#fff"
    assert (paper.get("width"), paper.get("height")) == (root.get("width"), root.get("height"))
    assert " ".join(texts(root)).startswith(f"{drawing.title} {drawing.description}")


def test_a_page_draws_a_chart_by_a_filter():
    template = Template("{% load charts %}{{ drawing|chart_svg }}")
    assert template.render(Context({"drawing": wide()})) == chart_svg(wide())


@pytest.mark.parametrize("sign", Sign)
def test_every_sign_of_a_legend_is_a_decoration_beside_its_word(sign):
    svg = Template("{% load charts %}{{ sign|chart_sign }}").render(Context({"sign": sign.value}))
    assert svg == sign_svg(sign)
    assert svg.startswith("<svg ") and 'aria-hidden="true"' in svg


def test_signs_of_a_legend_differ():
    assert len({sign_svg(sign) for sign in Sign}) == len(Sign)

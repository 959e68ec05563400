"""The small parts of a report: symbols, trends and stylesheets."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from plans.models import Status
from reports.blocks import Sparkline
from reports.symbols import SHAPES, symbols_css
from reports.writers.sparkline import placed, sparkline_svg
from reports.writers.styles import print_css, screen_css


def test_every_status_has_a_symbol():
    assert set(Status.values) <= set(SHAPES)


def test_every_symbol_is_drawn_differently():
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_the_stylesheet_of_symbols_is_fresh():
    assert Path(finders.find("css/report/symbols.css")).read_text() == symbols_css()


def trend(*values, first=2019, last=2023):
    return Sparkline(values, "Počet bytů: 2019 17, 2023 19", first, last)


def test_a_trend_says_its_values_in_words():
    svg = sparkline_svg(trend((2019, 17), (2023, 19)))
    assert "<title>Počet bytů: 2019 17, 2023 19</title>" in svg
    assert svg.count("<circle") == 2


def test_years_are_placed_on_the_scale_of_the_table():
    (only,) = placed(trend((2021, 5)))
    assert only == (62.5, 21.5)


def test_a_small_change_looks_flat():
    (_, first), (_, last) = placed(trend((2019, 1531), (2023, 1535)))
    assert abs(first - last) < 1


def test_a_large_change_uses_the_height():
    (_, first), (_, last) = placed(trend((2019, 10), (2023, 30)))
    assert (first, last) == (34, 9)


@pytest.mark.parametrize("points", [((2019, 0), (2023, 0)), ((2019, -5), (2023, -5))])
def test_equal_values_are_in_the_middle(points):
    assert {y for _, y in placed(trend(*points))} == {21.5}


def test_one_year_is_no_division_by_zero():
    assert placed(trend((2023, 5), first=2023, last=2023)) == [(9, 21.5)]


def test_stylesheets_are_gathered_into_one():
    for css in (print_css(), screen_css()):
        assert "@import" not in css
        assert css.count("@font-face") == 2
        assert 'url("..' not in css


def test_paper_names_its_files_whatever_the_server():
    assert 'url("static:vendor/source-sans-3.52.0/SourceSans3-Semibold.ttf.woff2")' in print_css()
    assert 'url("/static/vendor/source-sans-3.52.0/SourceSans3-Semibold.ttf.woff2")' in screen_css()

"""Lines of development: what is joined, what is dotted, what is cut, and what can be told apart in grey."""

from decimal import Decimal

import pytest

from reports.charts.shapes import Size, Stroke
from tests.charts.drawings import line_chart, series
from tests.charts.reading import (
    cuts,
    dotted_gaps,
    drawn,
    every,
    letterings,
    points,
    solid_runs,
    texts,
    thin_dashes,
    titles,
)

YEARS = range(2019, 2025)


def test_years_one_after_another_are_joined():
    svg = drawn(line_chart(series((2019, 10), (2020, 9), (2021, 8)), years=range(2019, 2022)))
    (run,) = solid_runs(svg)
    assert len(run) == 3
    assert [x for x, _ in run] == sorted(x for x, _ in run)
    assert run[0][1] < run[2][1]  # a lower number lies lower


def test_marks_may_come_in_any_order():
    in_order = drawn(line_chart(series((2019, 10), (2020, 9))))
    assert solid_runs(drawn(line_chart(series((2020, 9), (2019, 10))))) == solid_runs(in_order)


def test_missing_years_are_dotted():
    svg = drawn(line_chart(series((2019, 10), (2020, 9), (2023, 8), (2024, 7)), size=Size.SMALL))
    assert len(solid_runs(svg)) == 2
    assert len(dotted_gaps(svg)) == 1


def test_years_that_nobody_collects_are_no_gap():
    svg = drawn(line_chart(series((2011, 10), (2021, 9)), years=(2011, 2021)))
    assert len(solid_runs(svg)) == 1
    assert dotted_gaps(svg) == []


@pytest.mark.parametrize("marks", [((2019, 10), (2020, 9), (2021, 8)), ((2019, 10), (2021, 8))])
def test_a_new_series_is_never_connected_with_the_old_one(marks):
    chart = line_chart(series(*marks, breaks=[2021]), size=Size.SMALL)
    svg = drawn(chart)
    assert len(cuts(svg)) == 1
    assert dotted_gaps(svg) == []
    new = drawn(line_chart(series((2021, 8)), years=YEARS, size=Size.SMALL))
    (x_of_new,) = {circle.get("cx") for circle in points(new)}
    assert all(float(x_of_new) not in [x for x, _ in run] for run in solid_runs(svg))


def test_a_total_of_other_towns_is_joined_by_a_thin_dashed_line_and_explained():
    total = series((2019, 10), (2020, 12), (2021, 13), (2022, 14), loose=(2021,))
    svg = drawn(line_chart(total, size=Size.SMALL))
    assert [len(run) for run in solid_runs(svg)] == [2, 2]
    assert len(thin_dashes(svg)) == 1
    assert dotted_gaps(svg) == []
    assert "v\u00a0součtu jsou jiná města nebo řady" in texts(drawn(line_chart(total)))


def test_a_break_before_the_first_mark_cuts_nothing():
    svg = drawn(line_chart(series((2020, 9), (2021, 8), breaks=[2020]), size=Size.SMALL))
    assert cuts(svg) == []
    assert len(solid_runs(svg)) == 1


def test_one_year_of_a_region_and_of_the_country_can_be_told_apart():
    region = series((2023, 9), name="Kraj", stroke=Stroke.REGION)
    country = series((2023, 8), name="ČR", stroke=Stroke.COUNTRY)
    svg = drawn(line_chart(series((2023, 10)), region, country, years=(2023,), size=Size.SMALL))
    assert len(points(svg)) == len(every(svg, "polygon")) == len(every(svg, "rect")) == 1


def test_a_draft_is_a_hollow_point():
    svg = drawn(line_chart(series((2019, 10), (2020, 9), drafts=[2020]), size=Size.SMALL))
    approved, draft = (point.get("fill") for point in points(svg))
    assert draft == "#fff" and approved != "#fff"
    assert titles(svg) == ["Krnov, 2019: 10", "Krnov, 2020: 9 (neschváleno)"]


def test_lines_differ_without_colour():
    lines = [series((2019, 10), (2020, 9), name=stroke, stroke=stroke) for stroke in Stroke]
    svg = drawn(line_chart(*lines))
    dashes = {line.get("stroke-dasharray") for line in svg.iter("{http://www.w3.org/2000/svg}polyline")}
    assert len(dashes) == len(Stroke)


def test_a_lone_year_of_a_dashed_line_is_seen():
    svg = drawn(line_chart(series((2020, 9), stroke=Stroke.COUNTRY), size=Size.SMALL))
    assert len(every(svg, "polygon")) == 1


def test_lines_are_named_at_their_ends_with_their_last_number():
    town = series((2019, 13.5), (2024, "9.1"), unit="%")
    country = series((2019, 9), (2024, "7.1"), name="Česko", stroke=Stroke.COUNTRY, unit="%")
    assert {"Krnov 9,1\u00a0%", "Česko 7,1\u00a0%"} <= set(texts(drawn(line_chart(town, country))))


def test_names_of_lines_that_end_together_do_not_overlap():
    lines = [series((2019, 10), (2024, 9), name=f"Město {n}") for n in range(12)]
    labels = [place for place in letterings(drawn(line_chart(*lines))) if place.text.startswith("Město")]
    heights = sorted(label.y for label in labels)
    assert len(heights) == 12
    assert all(below - above >= 15 for above, below in zip(heights, heights[1:], strict=False))


def test_a_line_alone_has_its_numbers_at_its_points():
    alone = series((2019, 1531), (2020, 1535))
    assert {"1\u00a0531", "1\u00a0535", "Krnov"} <= set(texts(drawn(line_chart(alone))))


def test_numbers_that_would_touch_are_left_to_the_table():
    years = range(1990, 2025)
    alone = series(*((year, 74_824_974) for year in years), unit="Kč")
    assert "74\u00a0824\u00a0974\u00a0Kč" not in texts(drawn(line_chart(alone, years=years)))


def test_signs_are_explained_only_where_they_are_used():
    plain = texts(drawn(line_chart(series((2019, 10), (2020, 9)))))
    assert not {"neschválená hodnota", "chybějící roky"} & set(plain)
    signed = series((2019, 10), (2021, 9), (2022, 9), breaks=[2022], drafts=[2022])
    meanings = {"neschválená hodnota", "chybějící roky", "nová řada, starší hodnoty s\u00a0ní nelze srovnat"}
    assert meanings <= set(texts(drawn(line_chart(signed))))


def test_all_years_stand_below_a_wide_chart_as_long_as_they_fit():
    def shown(count):
        years = range(2025 - count, 2025)
        svg = drawn(line_chart(series(*((year, 1.5) for year in years)), years=years))
        return [int(text) for text in texts(svg) if text.isdecimal() and len(text) == 4]

    assert shown(12) == list(range(2013, 2025))
    assert 2024 in shown(60) and len(shown(60)) < 25


def test_a_small_chart_names_the_first_middle_and_last_year():
    svg = drawn(line_chart(series((2018, 10), (2022, 9)), years=range(2018, 2023), size=Size.SMALL))
    assert [text for text in texts(svg) if text.startswith("20")] == ["2018", "2020", "2022"]


def test_small_charts_share_an_axis():
    low = line_chart(series((2019, 2.5)), size=Size.SMALL, highest=Decimal("12.9"))
    assert "15" in texts(drawn(low))


def test_words_stand_in_for_a_line():
    svg = drawn(line_chart(size=Size.SMALL, note="ukazatel v\u00a0plánu není"))
    assert texts(svg) == ["ukazatel v\u00a0plánu není", "2019", "2024"]


def test_negative_numbers_lie_below_zero():
    svg = drawn(line_chart(series((2019, -120), (2020, 40), unit="osob"), years=(2019, 2020)))
    places = {place.text: place.y for place in letterings(svg)}
    assert places["−150"] > places["0"] > places["50"]
    assert "−120\u00a0osob" in places


def test_a_long_name_leaves_room_for_the_line():
    name = "nejneobhospodařovávatelnějšími" * 8
    svg = drawn(line_chart(series((2019, 5), (2020, 6), name=name), series((2019, 3), name="Česko")))
    assert all(x < 600 for run in solid_runs(svg) for x, _ in run)
    assert max(x for run in solid_runs(svg) for x, _ in run) > 100

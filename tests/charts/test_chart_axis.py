"""Round numbers along the axis of a chart."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.axis import axis_ticks, round_scale, tick_texts

NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=2)
LISTS = st.lists(NUMBERS, max_size=8)


def ticks_of(*numbers, most=5):
    return [f"{tick.normalize():f}" for tick in axis_ticks(map(Decimal, numbers), most)]


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [
        ("12.9", ["0", "5", "10", "15"]),
        ("0.07", ["0", "0.02", "0.04", "0.06", "0.08"]),
        ("100.5", ["0", "50", "100", "150"]),
    ],
)
def test_ticks_are_numbers_that_people_count_by(highest, ticks):
    assert ticks_of(highest) == ticks


def test_people_are_not_counted_by_halves():
    assert ticks_of("1") == ["0", "1", "2"]
    assert ticks_of("3") == ["0", "1", "2", "3"]


def test_no_number_at_all_still_makes_an_axis():
    assert ticks_of() == ticks_of("0") == ["0", "1", "2"]


@given(LISTS, st.sampled_from([4, 5]))
def test_ticks_cover_the_numbers_and_zero(numbers, most):
    ticks = axis_ticks(numbers, most)
    assert ticks[0] <= min([0, *numbers]) and max([0, *numbers]) <= ticks[-1]
    assert 0 in ticks
    assert 3 <= len(ticks) <= most


@given(LISTS)
def test_ticks_are_round_and_equally_far_apart(numbers):
    ticks = axis_ticks(numbers)
    (step,) = {second - first for first, second in pairwise(ticks)}
    assert "".join(map(str, step.normalize().as_tuple().digits)) in ("1", "2", "25", "5")


@given(st.lists(NUMBERS, min_size=1, max_size=8))
def test_a_scale_need_not_start_from_zero(numbers):
    scale = round_scale(min(numbers), max(numbers), 6)
    assert scale[0] <= min(numbers) and max(numbers) <= scale[-1]


def test_ticks_are_printed_in_czech_with_the_same_decimals():
    assert tick_texts(axis_ticks([Decimal("0.9"), Decimal("-0.2")])) == ["−0,5", "0,0", "0,5", "1,0"]
    assert tick_texts(axis_ticks([Decimal(2000)])) == ["0", "500", "1\u00a0000", "1\u00a0500", "2\u00a0000"]


def test_millions_are_said_in_a_word():
    assert tick_texts(axis_ticks([Decimal(74824974)]))[-1] == "80\u00a0mil."
    assert tick_texts(axis_ticks([Decimal("7500000.5")]))[:2] == ["0", "2\u00a0mil."]

"""A difference is checked in its total and in each category, without asking the database."""

from decimal import Decimal

import pytest

from indicators.bands import Row
from indicators.differences import differences, findings
from indicators.models import Category, Indicator, Part, Value

HIGHEST, NOW, FREE = 1, 2, 3
PERIOD = 7


def row(pk, number, parts=(), **value):
    """A row with categories of its own, as each indicator has them."""
    indicator = Indicator(pk=pk, name=str(pk))
    if pk == FREE:
        indicator.minuend_id, indicator.subtrahend_id = HIGHEST, NOW
    categories = [Category(pk=10 * pk + n, label=label) for n, label in enumerate("abc")]
    current = Value(number=None if number is None else Decimal(number), **value)
    current.all_parts = [
        Part(category=category, number=Decimal(part))
        for category, part in zip(categories, parts, strict=False)
    ]
    return Row(indicator, "", [], categories, {PERIOD: current}, [], PERIOD)


def flats(free, parts, **value):
    return [row(HIGHEST, 10, (6, 4, 0)), row(NOW, 7, (3, 4, 0)), row(FREE, free, parts, **value)]


def test_a_right_difference_has_no_findings():
    compared = differences(flats(3, (3, 0, 0)))
    assert [one.category and one.category.label for one in compared] == [None, "a", "b", "c"]
    assert findings(flats(3, (3, 0, 0))) == []


def test_what_does_not_fit_says_both_numbers():
    total, part = findings(flats(4, (3, 1, 0)))
    assert (total.category, total.stated, total.computed) == (None, 4, 3)
    assert (part.category.label, part.stated, part.computed) == ("b", 1, 0)


@pytest.mark.parametrize(
    ("free", "value"), [(None, {"parts_only": True}), (9, {"qualifier": "about"}), (9, {"upper": 12})]
)
def test_an_inexact_or_missing_total_is_not_compared(free, value):
    assert findings(flats(free, (3, 0, 0), **value)) == []


def test_a_category_nobody_reported_is_not_compared():
    assert [one.category and one.category.label for one in differences(flats(3, (3,)))] == [None, "a"]


def test_without_one_of_its_terms_nothing_is_compared():
    highest, _, free = flats(3, (3, 0, 0))
    assert differences([highest, free]) == []

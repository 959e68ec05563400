from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from czech.printing import (
    MISSING,
    date_text,
    datetime_text,
    figure_text,
    money_text,
    number_text,
    percent_text,
    qualifier_text,
    yes_no_text,
)
from czech.reading import Figure, read_figure, read_money, read_number, read_percent

D = Decimal


def spaced(text):
    """The text with its non-breaking spaces visible."""
    return text.replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (1190, "1~190"),
        (-5437, "−5~437"),
        (D("896.4"), "896,4"),
        (D("5.10"), "5,10"),
        (D("5.1"), "5,1"),
        (D("1009154.50"), "1~009~154,50"),
        (D("1E+3"), "1~000"),
        (D("-0.0"), "0,0"),
    ],
)
def test_a_number_is_printed_with_the_decimals_it_carries(number, text):
    assert spaced(number_text(number)) == text


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [(D("2.5"), 0, "3"), (D("2.345"), 2, "2,35"), (D("-0.4"), 0, "0"), (5, 1, "5,0"), (12.25, 1, "12,3")],
)
def test_asked_for_decimals_are_rounded_half_up(number, decimals, text):
    assert number_text(number, decimals) == text


def test_equal_numbers_typed_differently_stay_different_texts():
    assert [number_text(D(number)) for number in ("5.1", "5.10", "5.1")] == ["5,1", "5,10", "5,1"]


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (10274725, "10~274~725~Kč"),
        (D("1009154.50"), "1~009~154,50~Kč"),
        (D("30000.00"), "30~000~Kč"),
        (D("0.999"), "1~Kč"),
        (0, "0~Kč"),
    ],
)
def test_hellers_are_printed_only_when_there_are_some(amount, text):
    assert spaced(money_text(amount)) == text


def test_per_cent_stands_after_a_non_breaking_space():
    assert spaced(percent_text(D("4.5"))) == "4,5~%"
    assert spaced(percent_text(D("9.70"), 1)) == "9,7~%"


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Figure(number=D(2393), unit="osob", share=D(12)), "2~393~osob tj.~12~%"),
        (Figure(number=D(3100), qualifier="about"), "cca~3~100"),
        (Figure(number=D(15), qualifier="at_least", unit="osob"), "min.~15~osob"),
        (Figure(number=D(15), upper=D(20)), "15–20"),
        (Figure(parts=(D(12), D(12), D(4), D(22))), "12/12/4/22"),
        (Figure(share=D("4.5")), "4,5~%"),
        (Figure(answer=True), "ANO"),
        (Figure(missing="not_available"), "není k~dispozici"),
        (Figure(missing="not_monitored"), "nesledováno"),
        (Figure(), ""),
    ],
)
def test_a_figure_is_printed_as_reports_write_it(figure, text):
    assert spaced(figure_text(figure)) == text


def test_small_words_have_their_czech_spelling():
    assert [qualifier_text(key) for key in ("about", "at_least", "at_most", "")] == [
        "cca",
        "min.",
        "max.",
        "",
    ]
    assert [yes_no_text(answer) for answer in (True, False)] == ["ANO", "NE"]


def test_dates_have_spaces_that_do_not_break():
    assert spaced(date_text(date(2024, 4, 30))) == "30.~4.~2024"


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2024, 4, 30, 8, 31, tzinfo=UTC), "30.~4.~2024 v~10:31"),
        (datetime(2024, 12, 31, 23, 5, tzinfo=UTC), "1.~1.~2025 v~0:05"),
    ],
)
def test_moments_are_printed_in_local_time(moment, text):
    assert spaced(datetime_text(moment)) == text


def numbers(places=4):
    return st.integers(min_value=0, max_value=places).flatmap(
        lambda digits: st.decimals(min_value=-(10**12), max_value=10**12, places=digits)
    )


def written(number):
    """The number with its decimals, for 5.10 equals 5.1."""
    return None if number is None else str(number or number.copy_abs())


@settings(deadline=None, max_examples=100)
@given(numbers())
def test_a_printed_number_reads_back_with_the_same_decimals(number):
    assert written(read_number(number_text(number))) == written(number)
    assert written(read_percent(percent_text(number))) == written(number)


@settings(deadline=None, max_examples=100)
@given(numbers(places=2))
def test_a_printed_amount_reads_back(amount):
    assert read_money(money_text(amount)) == amount
    assert read_figure(money_text(amount)) == Figure(number=amount, unit="Kč")


QUALIFIERS = st.sampled_from(["", "about", "at_least", "at_most"])
UNITS = st.sampled_from(["", "osob", "Kč", "Kč/osoba", "pracovní skupiny", "Kč / setkání", "m²"])
RANGES = st.tuples(numbers(), st.none() | numbers()).map(
    lambda ends: ends if ends[1] is None else tuple(sorted(ends))
)
QUANTITIES = st.builds(
    lambda ends, **around: Figure(number=ends[0], upper=ends[1], **around),
    RANGES,
    qualifier=QUALIFIERS,
    unit=UNITS,
    share=st.none() | numbers(),
)
FIGURES = (
    QUANTITIES
    | st.builds(Figure, share=numbers(), qualifier=QUALIFIERS)
    | st.builds(Figure, parts=st.lists(numbers(), min_size=2, max_size=6).map(tuple))
    | st.builds(Figure, answer=st.booleans())
    | st.builds(Figure, missing=st.sampled_from(sorted(MISSING)))
)


@settings(deadline=None, max_examples=200)
@given(FIGURES)
def test_a_printed_figure_reads_back(figure):
    back = read_figure(figure_text(figure))
    assert back == figure
    assert [written(back.number), written(back.upper), written(back.share)] == [
        written(figure.number),
        written(figure.upper),
        written(figure.share),
    ]

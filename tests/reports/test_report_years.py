from datetime import date

import pytest

from czech.periods import Span
from reports.chapters.years import evaluated_year, fulfilment_label, outlook_label, summary_label

YEAR = Span(date(2023, 1, 1), date(2023, 12, 31))
LATE_DATA = Span(date(2023, 1, 1), date(2024, 4, 30))
YEAR_AND_A_HALF = Span(date(2023, 1, 1), date(2024, 6, 30))
TWO_YEARS = Span(date(2022, 1, 1), date(2023, 12, 31))
QUARTER = Span(date(2023, 1, 1), date(2023, 3, 31))


@pytest.mark.parametrize(
    ("span", "year"),
    [(YEAR, 2023), (LATE_DATA, 2023), (YEAR_AND_A_HALF, None), (TWO_YEARS, None), (QUARTER, None)],
)
def test_a_few_months_of_late_data_do_not_make_a_longer_evaluation(span, year):
    assert evaluated_year(span) == year


def test_labels_say_the_year_and_the_next_one():
    assert summary_label(LATE_DATA) == "Shrnutí za rok 2023."
    assert outlook_label(LATE_DATA) == "Příležitosti v roce 2024."
    assert fulfilment_label(YEAR) == "Plnění v roce 2023."


def test_labels_of_other_periods_say_the_period():
    text = summary_label(YEAR_AND_A_HALF).replace("\u00a0", " ")
    assert text == "Shrnutí za období leden 2023 – červen 2024."
    assert outlook_label(YEAR_AND_A_HALF) == "Příležitosti v dalším období."
    assert fulfilment_label(QUARTER).startswith("Plnění za období")

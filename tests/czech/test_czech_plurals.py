from decimal import Decimal

import pytest

from czech.plurals import FORMS_OF, UNITS, counted, genitive_text, out_of, plural, unit_text

VALUES = ("hodnota", "hodnoty", "hodnoty", "hodnot")
DAYS = ("den", "dny", "dne", "dnů")


@pytest.mark.parametrize(
    ("n", "form"),
    [(0, "dnů"), (1, "den"), (2, "dny"), (4, "dny"), (5, "dnů"), (21, "dnů"), (102, "dnů"), (-3, "dny")]
    + [
        (Decimal("1.5"), "dne"),
        (Decimal("0.5"), "dne"),
        (Decimal("5.0000"), "dnů"),
        (Decimal("1.00"), "den"),
    ],
)
def test_the_noun_follows_the_number(n, form):
    assert plural(n, *DAYS) == form


def test_a_number_and_its_noun_stay_on_one_line():
    assert counted(5, *VALUES) == "5\u00a0hodnot"
    assert counted(1200, *VALUES) == "1\u00a0200\u00a0hodnot"


@pytest.mark.parametrize(
    ("unit", "forms"),
    [
        ("osoba", "1 osoba, 2 osoby, 1.5 osoby, 5 osob"),
        ("dítě", "1 dítě, 2 děti, 1.5 dítěte, 5 dětí"),
        ("klient", "1 klient, 2 klienti, 1.5 klienta, 5 klientů"),
        ("pracovní skupina", "1 pracovní skupina, 3 pracovní skupiny, 0 pracovních skupin"),
        ("trestný čin", "1 trestný čin, 4 trestné činy, 7 trestných činů"),
        ("rok", "1 rok, 2 roky, 1.5 roku, 5 let"),
        ("setkání", "1 setkání, 2 setkání, 5 setkání"),
        ("Kč/osoba", "1 Kč/osoba, 1009154 Kč/osoba"),
        ("%", "1 %, 5 %"),
    ],
)
def test_known_units_are_declined(unit, forms):
    for example in forms.split(", "):
        number, form = example.split(" ", 1)
        assert unit_text(Decimal(number), unit) == form


def test_a_unit_may_be_given_in_any_form_a_document_used():
    assert [unit_text(n, "osob") for n in (1, 2, 5)] == ["osoba", "osoby", "osob"]


def test_an_unknown_unit_stays_as_it_was_typed():
    assert unit_text(2, "svazek klíčů") == "svazek klíčů"


def test_no_form_belongs_to_two_units():
    assert all(FORMS_OF[form] == forms for forms in UNITS.values() for form in forms)


@pytest.mark.parametrize(
    ("preposition", "numbers"),
    [
        ("z", [0, 1, 5, 8, 9, 10, 11, 15, 18, 19, 50, 58, 80, 90, 92, 500, 802, 1000, 1234, 5000, 10**6]),
        ("ze", [2, 3, 4, 6, 7, 12, 13, 14, 16, 17, 20, 21, 33, 40, 47, 60, 77, 100, 102, 150, 200, 640, 723]),
        ("ze", [2000, 4500, 12_000, 100_000, 3 * 10**6, 7 * 10**9]),
    ],
)
def test_the_preposition_follows_the_spoken_number(preposition, numbers):
    assert {n: out_of(n) for n in numbers} == dict.fromkeys(numbers, preposition)


@pytest.mark.parametrize(
    ("number", "text"), [("1", "žáka"), ("3", "žáků"), ("2.5", "žáka"), ("220", "žáků"), ("220.0000", "žáků")]
)
def test_a_unit_after_a_preposition(number, text):
    assert genitive_text(Decimal(number), "žák") == text
    assert genitive_text(Decimal(number), "svazek klíčů") == "svazek klíčů"

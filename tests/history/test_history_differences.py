"""How two texts are told apart in one line."""

import re

import pytest

from reports.history.differences import Difference

LONG = "Kontaktní místo pro bydlení funguje od dubna a slouží všem, kdo přijdou. " * 4


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("1 531 bytů", "1 535 bytů", "1 531 → 1 535 bytů"),
        ("cca 6 bytů", "7 bytů", "cca 6 → 7 bytů"),
        ("15–20 bytů", "25 bytů", "15–20 → 25 bytů"),
        ("4,5 %", "−5 %", "4,5 → −5 %"),
        ("1 byt", "5 bytů", "1 byt → 5 bytů"),
        ("neuvedeno", "5 bytů", "neuvedeno → 5 bytů"),
        ("1 531", "2 531", "1 531 → 2 531"),
        ("79 ČR + 150 UA", "80 ČR + 151 UA", "79 ČR + 150 UA → 80 ČR + 151 UA"),
        ("12 osob (tj. 5 %)", "13 osob (tj. 6 %)", "12 osob (tj. 5 %) → 13 osob (tj. 6 %)"),
        ("34 služeb (rok 2023)", "38 služeb (rok 2023)", "34 → 38 služeb (rok 2023)"),
        ("1 byt (rok 2023)", "nesledováno (rok 2023)", "1 byt → nesledováno (rok 2023)"),
        ("330,1 (rok 2023)", "334 (rok 2023)", "330,1 → 334 (rok 2023)"),
        ("", "nic moc", "prázdné → nic moc"),
        ("V realizaci", "Realizováno", "V realizaci → Realizováno"),
        ("x" * 312, "x" * 405, "text změněn, 312 → 405 znaků"),
        ("", "x" * 1402, "nový text, 1 402 znaků"),
        ("x" * 202, "", "text smazán, 202 znaků"),
    ],
)
def test_one_line(before, after, line):
    """Numbers and units are bound by hard spaces, as the wording of values binds them."""
    assert Difference(_bound(before), _bound(after)).line.replace("\u00a0", " ") == line


def _bound(text):
    return re.sub(r"(?<![+]) (?![(+])", "\u00a0", text)


def test_the_first_words_that_differ_are_shown_with_those_before_them():
    changed = LONG.replace("dubna", "května", 1)
    before, after = Difference(LONG, changed).extracts
    assert before == "… bydlení funguje od dubna a slouží všem, kdo přijdou. Kontaktní místo …"
    assert after == "… bydlení funguje od května a slouží všem, kdo přijdou. Kontaktní místo …"


def test_a_text_that_only_grew_shows_what_was_added():
    before, after = Difference(LONG, LONG + "Přibyla pobočka.").extracts
    assert (before, after) == ("… všem, kdo přijdou.", "… všem, kdo přijdou. Přibyla pobočka.")


def test_a_text_without_spaces_stays_short():
    assert all(len(extract) <= 90 for extract in Difference("a" * 20_000, "b" * 20_000).extracts)

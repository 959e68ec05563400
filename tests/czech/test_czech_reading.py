from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from czech.reading import (
    Figure,
    Unreadable,
    read_figure,
    read_money,
    read_number,
    read_percent,
)

D = Decimal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("896,4", "896.4"),
        ("5,10", "5.10"),
        ("0", "0"),
        ("-0,0", "0.0"),
        ("1531", "1531"),
        (" 1 190 ", "1190"),
        ("1\u00a0009\u202f154,50", "1009154.50"),
        ("69\u2009704\u2009554", "69704554"),
        ("-3", "-3"),
        ("\u22123,5", "-3.5"),
        ("999 999 999 999 999,999999", "999999999999999.999999"),
    ],
)
def test_a_number_keeps_the_decimals_it_was_typed_with(text, number):
    assert str(read_number(text)) == number


def test_a_single_point_is_a_decimal_point():
    assert read_number("1.234") == D("1.234")


@pytest.mark.parametrize(
    "text",
    ["", " ", "dvanáct", "1 23 4", "1.234.567", "1 234.567,8", "0 123", "4 041287,50", "1,", ",5", "- 5"]
    + ["NaN", "Infinity", "1e5", "1_000", "+5", "٣", "²", "1\n234", "1\t234", "9" * 16, "1,2345678", "5 %"],
)
def test_what_is_not_clearly_a_number_is_refused(text):
    with pytest.raises(Unreadable):
        read_number(text)


@pytest.mark.parametrize(
    ("read", "text", "sentence"),
    [
        (read_number, "dvanáct", "Hodnotu „dvanáct“ nelze přečíst; napište číslo, například 1 234,5."),
        (read_number, " ", "Napište číslo, například 1 234,5."),
        (
            read_percent,
            "x" * 99,
            f"Hodnotu „{'x' * 39}…“ nelze přečíst; napište podíl v procentech, například 4,5 %.",
        ),
        (
            read_figure,
            "100 mil Kč",
            "Hodnotu „100 mil Kč“ nelze přečíst; vypište celé číslo, například 1 500 000 Kč.",
        ),
    ],
)
def test_the_refusal_is_a_sentence_that_names_the_text_and_what_to_write(read, text, sentence):
    with pytest.raises(Unreadable) as refusal:
        read(text)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize("text", ["4,5 %", "4,5%", "4,5\u00a0%", "4,5", " 4.5 "])
def test_a_percentage_may_lack_its_sign(text):
    assert read_percent(text) == D("4.5")


@pytest.mark.parametrize(
    "text", ["9 907 678", "9 907 678 Kč", "9907678Kč", "9 907 678,-", "9 907 678,-- Kč", "9 907 678,00 Kč"]
)
def test_an_amount_may_lack_its_crowns(text):
    assert read_money(text) == 9907678


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1 009 154,50", Figure(number=D("1009154.50"))),
        ("4,5 %", Figure(share=D("4.5"))),
        ("cca 4,5%", Figure(share=D("4.5"), qualifier="about")),
        ("cca 6", Figure(number=D(6), qualifier="about")),
        ("cca 3 100", Figure(number=D(3100), qualifier="about")),
        ("Přibližně 6", Figure(number=D(6), qualifier="about")),
        ("asi 6", Figure(number=D(6), qualifier="about")),
        ("min. 15 osob", Figure(number=D(15), qualifier="at_least", unit="osob")),
        ("Minimálně 700", Figure(number=D(700), qualifier="at_least")),
        ("nejméně 10", Figure(number=D(10), qualifier="at_least")),
        ("max.3", Figure(number=D(3), qualifier="at_most")),
        ("nejvýše 3 dny", Figure(number=D(3), qualifier="at_most", unit="dny")),
        ("2 393 osob tj. 12 %", Figure(number=D(2393), unit="osob", share=D(12))),
        ("10 osob, tj. 5,43 %", Figure(number=D(10), unit="osob", share=D("5.43"))),
        ("1 833 tj. 9,7 %", Figure(number=D(1833), share=D("9.7"))),
        ("12/12/4/22", Figure(parts=(D(12), D(12), D(4), D(22)))),
        ("140 / 40 / 3", Figure(parts=(D(140), D(40), D(3)))),
        ("1 009 154 Kč/osoba", Figure(number=D(1009154), unit="Kč/osoba")),
        ("10 000 Kč / setkání", Figure(number=D(10000), unit="Kč / setkání")),
        ("2 pracovní skupiny", Figure(number=D(2), unit="pracovní skupiny")),
        ("120 m²", Figure(number=D(120), unit="m²")),
        ("500Kč", Figure(number=D(500), unit="Kč")),
        ("15–20", Figure(number=D(15), upper=D(20))),
        ("20 - 15", Figure(number=D(15), upper=D(20))),
        ("15 až 20 osob", Figure(number=D(15), upper=D(20), unit="osob")),
        ("ANO", Figure(answer=True)),
        ("Ne", Figure(answer=False)),
        ("0 osob", Figure(number=D(0), unit="osob")),
    ],
)
def test_a_figure_is_read_with_what_stands_around_it(text, figure):
    assert read_figure(text) == figure


@pytest.mark.parametrize(
    ("reason", "texts"),
    [
        ("not_available", "-|–|—|n. a.|N.A.|není k dispozici|Nejsou k\u00a0dispozici"),
        ("not_monitored", "nesledováno|NESLEDOVÁNO|Nesledováno.|nesleduje se"),
        ("not_relevant", "NERELEVANTNÍ"),
        ("not_yet", "zatím není"),
        ("suppressed", "důvěrné"),
    ],
)
def test_a_missing_value_says_why_and_is_never_zero(reason, texts):
    assert {read_figure(text) for text in texts.split("|")} == {Figure(missing=reason)}


def test_letters_taken_apart_by_a_pdf_are_put_together():
    assert read_figure("nesledova\u0301no") == Figure(missing="not_monitored")


@pytest.mark.parametrize(
    "text",
    ["", "10 dospělých a 15 dětí", "229 osob (79 osob ČR + 150 osob UA)", "2 x 0,5 úvazku", "- 4", "5 a více"]
    + [
        "13,45 % vs. 9,2 %",
        "174,1, 2. v ČR",
        "184 (2018/2019)",
        "15–20 %",
        "5 ½",
        "5½",
        "5x",
        "5 tj.",
        "5 až",
    ]
    + ["12 tis.", "5 milionů", "Nelze specifikovat", "Pokles o 500", "méně než 16", "5 nesledováno", "5--3"],
)
def test_what_could_mean_two_things_is_refused(text):
    with pytest.raises(Unreadable):
        read_figure(text)


CELL_TEXT = st.text() | st.text(alphabet="0123456789 \u00a0.,/-–−%KčoseubtjaA²½")


@settings(deadline=None, max_examples=200)
@example("9" * 10_000)
@example("1 " * 10_000)
@example("1 " + "a " * 10_000)
@given(CELL_TEXT)
def test_any_text_is_a_figure_or_a_sentence(text):
    for read in (read_figure, read_number, read_percent, read_money):
        try:
            read(text)
        except Unreadable as refusal:
            assert str(refusal).endswith(".")

"""Extreme contents stay inside the page."""

import pytest

from reports.blocks import Bullets, Column, Facts, Heading, Link, Paragraph, StatusMark, Table
from reports.pdf import write_pdf
from reports.writers.html import write_html
from tests.reports.pdf_reading import opened, pdf_words
from tests.reports.sample_tables import cell, row, words
from tests.reports.sample_tree import sample_tree

POINTS = 72 / 25.4
RIGHT_MARGIN, BOTTOM_MARGIN = 20 * POINTS, 20 * POINTS
LONG_WORD = "nejneobhospodařovávatelnějšími" * 8
HEAD = Heading(2, "Kapitola")


def made(*blocks):
    return write_pdf(write_html(sample_tree(HEAD, *blocks)))


def table(rows, **attributes):
    columns = (Column("Opatření", 62), Column("Stav", 27), Column("Hodnota", 77, numeric=True))
    return Table(words("Opatření"), columns, tuple(rows), **attributes)


def protruding(pdf):
    """Words that leave the text block; the foot of the page is allowed below it."""
    return [
        word.text
        for word in pdf_words(pdf)
        if word.right > word.page_width - RIGHT_MARGIN + 1
        or (word.bottom > word.page_height - BOTTOM_MARGIN + 1 and word.bottom < word.page_height - 40)
    ]


@pytest.mark.parametrize(
    "block",
    [
        Heading(3, LONG_WORD),
        Paragraph(words(LONG_WORD)),
        Paragraph(words(LONG_WORD), label=LONG_WORD),
        Paragraph((Link("https://example.org/" + LONG_WORD, "https://example.org/"),)),
        Bullets((words(LONG_WORD),)),
        Facts((("Stav", words(LONG_WORD)), ("Realizátor", words("Město Krnov")))),
        table([row(LONG_WORD, cell((StatusMark("completed", LONG_WORD),)), LONG_WORD)]),
        table([row(LONG_WORD, LONG_WORD, LONG_WORD)], narrative=True),
    ],
    ids=["heading", "paragraph", "label", "link", "bullets", "facts", "table", "narrative"],
)
def test_a_long_word_is_broken(block):
    assert protruding(made(block)) == []


def test_a_long_table_repeats_its_head_and_loses_no_row():
    pdf = made(table(row(f"Opatření {n}", "V\u00a0realizaci", f"{n}") for n in range(1, 201)))
    found = pdf_words(pdf)
    assert protruding(pdf) == []
    assert [word.text for word in found if word.text == "Hodnota"] == ["Hodnota"] * len(opened(pdf).pages)
    figures = {word.text for word in found if word.right > 500}
    assert figures >= {str(n) for n in range(1, 201)}


def test_a_row_taller_than_a_page_is_continued():
    sentences = " ".join(f"Věta{n} pokračuje." for n in range(1, 900))
    pdf = made(table([row("1", "–", sentences)], narrative=True))
    assert protruding(pdf) == []
    assert {f"Věta{n}" for n in range(1, 900)} <= {word.text for word in pdf_words(pdf)}


def test_a_heading_is_not_left_at_the_foot_of_a_page():
    filling = [Paragraph(words("Text. ")) for _ in range(32)]
    rows = [row("První", "–", "1"), row("Druhý", "–", "2")]
    for length in range(26, 33):
        pdf = made(*filling[:length], Heading(3, "Nadpis"), table(rows, narrative=True))
        pages = {word.text: word.page for word in pdf_words(pdf)}
        assert pages["Nadpis"] == pages["První"] == pages["Druhý"]


def pages_of(rows, filling, **attributes):
    """Pages on which the last cells of the rows stand, after so many paragraphs."""
    text = [Paragraph(words("Text. ")) for _ in range(filling)]
    found = pdf_words(made(*text, Heading(3, "Nadpis"), table(rows, **attributes)))
    pages = {word.text: word.page for word in found}
    return [pages["Nadpis"], *(pages["".join(text.text for text in row.cells[-1].lines[0])] for row in rows)]


@pytest.mark.parametrize("filling", [12, 18, 24])
def test_a_table_of_a_dozen_lines_stays_in_one_piece_with_its_heading(filling):
    rows = [*(row(f"Část {n}", "–", f"č{n}") for n in range(11)), row("Celkem", "–", "č11", kind="total")]
    assert len(set(pages_of(rows, filling))) == 1


@pytest.mark.parametrize("length", range(21, 25))
def test_the_end_of_a_long_table_is_never_only_two_rows(length):
    heading, *pages = pages_of([row(f"Část {n}", "–", f"č{n}") for n in range(length)], 3)
    assert heading == pages[0] == pages[1]
    assert pages[-3] == pages[-1]


@pytest.mark.parametrize("narrative", [False, True])
def test_a_total_and_the_head_of_a_group_stand_with_a_row(narrative):
    for length in range(16, 22):
        rows = [row(f"Část {n}", "–", f"č{n}") for n in range(length)]
        rows += [row("Skupina", "", "skupina", kind="group"), row("Poslední", "–", "poslední")]
        *_, group, last, total = pages_of(
            [*rows, row("Celkem", "–", "celkem", kind="total")], 3, narrative=narrative
        )
        assert group == last == total


def test_a_report_without_a_title_page_still_has_its_heading():
    assert "Vyhodnocení" in {word.text for word in pdf_words(made())}

"""The HTML of a report: every kind of block, anchors, contents, notes and escaping."""

import re
from collections import Counter
from typing import get_args

import pytest

from reports.blocks import (
    Block,
    Column,
    Contents,
    Heading,
    Inline,
    Link,
    Note,
    NoteMark,
    Notes,
    PageBreak,
    Paragraph,
    StatusMark,
    Table,
    Text,
)
from reports.writers.html import BLOCKS, report_body, write_html
from reports.writers.inline import INLINES
from tests.reports.sample_tables import cell, row, words
from tests.reports.sample_tree import sample_tree

ATTACK = "<script>alert('1')</script>"


@pytest.fixture(scope="module")
def document():
    return write_html(sample_tree())


def body_of(*blocks):
    return " ".join(report_body(sample_tree(*blocks)).split())


def test_every_kind_of_block_is_known():
    assert set(BLOCKS) == set(get_args(Block))


def test_every_kind_of_running_text_is_known():
    assert set(INLINES) == set(get_args(Inline))


def test_the_sample_has_every_kind_of_block():
    assert {type(block) for block in sample_tree().blocks} == set(get_args(Block))


def test_document_stands_alone(document):
    assert document.startswith('<!DOCTYPE html>\n<html lang="cs">')
    assert "<title>Vyhodnocení Plánu sociálního začleňování města Krnova 2022–2027</title>" in document
    assert "@import" not in document and "<link" not in document
    assert document.count("<h1>") == 1


def test_every_anchor_is_given_once(document):
    anchors = Counter(re.findall(r' id="([^"]+)"', document))
    assert [anchor for anchor, times in anchors.items() if times > 1] == []
    assert set(re.findall(r'href="#([^"]+)"', document)) <= anchors.keys()


def test_contents_list_chapters_and_areas():
    html = body_of(
        Contents(),
        Heading(2, "Plnění", "plneni"),
        Heading(3, "Bydlení", "bydleni", code="4"),
        Heading(4, "Karta", "karta"),
    )
    assert '<a href="#plneni">Plnění</a>' in html
    assert '<a href="#bydleni">4 Bydlení</a>' in html
    assert '<a href="#karta">' not in html


def test_headings_of_the_same_anchor_are_told_apart():
    html = body_of(Heading(2, "A", "x"), Heading(2, "B", "x"), Heading(2, "C"))
    assert re.findall(r'<h2 id="([^"]+)"', html) == ["x", "oddil-1", "oddil-2"]


def test_no_level_of_headings_is_left_out():
    html = body_of(Heading(2, "Kapitola"), Heading(4, "Karta"), Heading(2, "Další"))
    assert re.findall(r"<(h\d)", html) == ["h1", "h2", "h3", "h2"]


def test_a_note_leads_to_its_text_and_back():
    html = body_of(
        Paragraph((Text("Údaj"), NoteMark(7), NoteMark(7))),
        Notes((("Úvod", (Note(7, words("Zdroj")),)),)),
    )
    assert html.count('<a href="#poznamka-7"') == 2
    assert html.count('id="odkaz-7"') == 1
    assert '<li id="poznamka-7">' in html
    assert '<a href="#odkaz-7" class="with-page" aria-label="Zpět k odkazu na poznámku 7">Zpět</a>' in html


def test_a_note_nobody_refers_to_does_not_lead_back():
    assert "#odkaz-7" not in body_of(Notes((("Úvod", (Note(7, words("Zdroj")),)),)))


def test_a_mark_without_its_note_is_no_link():
    assert "<a href" not in body_of(Paragraph((NoteMark(3),)))


@pytest.mark.parametrize(
    "target",
    ["#neni", "javascript:alert(1)", "JavaScript:x", "file:///etc/passwd", "//example.org", "https://a b"],
)
def test_a_link_that_leads_nowhere_or_astray_is_a_text(target):
    assert '<p class="body">odkaz</p>' in body_of(Paragraph((Link("odkaz", target),)))


def test_a_link_leads_to_a_row_of_a_later_table():
    table = Table(words("T"), (Column("A", 166),), (row("1", anchor="radek"), row("2", anchor="radek")))
    html = body_of(Paragraph((Link("odkaz", "#radek", with_page=True),)), table)
    assert '<a href="#radek" class="with-page">odkaz</a>' in html
    assert html.count('id="radek"') == 1


@pytest.mark.parametrize(
    "block",
    [
        Heading(2, ATTACK, anchor='"><script>', code=ATTACK),
        Paragraph(words(ATTACK, strong=True, muted=True), label=ATTACK),
        Paragraph((Link(ATTACK, 'https://example.org/"onclick='), StatusMark('x" onclick="', ATTACK))),
        Table(words(ATTACK), (Column(ATTACK, 166),), (row(ATTACK, anchor='"><script>'),), words(ATTACK)),
        Notes(((ATTACK, (Note(1, words(ATTACK)),)),)),
    ],
    ids=["heading", "paragraph", "inline", "table", "notes"],
)
def test_texts_of_users_are_escaped(block):
    html = body_of(block)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert ' onclick="' not in html


def test_title_page_is_escaped():
    tree = sample_tree(PageBreak(), title=ATTACK, town=ATTACK, running_head=f'"{ATTACK}', version=ATTACK)
    assert "<script" not in write_html(tree)


def test_cells_are_marked_by_their_columns():
    columns = (Column("Indikátor", 60), Column("Hodnota", 20, numeric=True, note=1), Column("Stav", 86))
    html = body_of(Table(words("T"), columns, (row("Byty", cell("5", "ze 7"), "roste"),)))
    assert '<th scope="row" class="">Byty</th>' in html
    assert '<td class="number">5<br>ze 7</td>' in html
    assert '<td class="after-number">roste</td>' in html
    assert '<col width="60">' in html


def test_a_row_with_a_missing_cell_is_refused():
    with pytest.raises(ValueError, match="zip"):
        body_of(Table(words("T"), (Column("A", 80), Column("B", 86)), (row("1"),)))


def test_a_hidden_caption_still_names_the_table():
    html = body_of(Table(words("Byty"), (Column("A", 166),), (row("1"),), hide_caption=True))
    assert "<caption>" not in html
    assert '<table class="short few" aria-label="Byty">' in html


def test_a_wide_table_takes_its_heading_along():
    narrow = Table(words("N"), (Column("A", 166),), (row("1"),))
    wide = Table(words("W"), (Column("A", 250),), (row("1"),), wide=True)
    html = body_of(Heading(2, "Úzká"), narrow, Heading(2, "Široká"), Heading(3, "Podnadpis"), wide)
    assert html.count('<div class="wide">') == 1
    assert html.index("Úzká") < html.index('<div class="wide">') < html.index("Široká")

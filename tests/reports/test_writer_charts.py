"""A chart in a report: its heading, its drawing and the table that says the same."""

import pytest

from reports.blocks import Chart, Column, Heading, Link, NoteMark, Paragraph, Table, Text
from reports.pdf import write_pdf
from reports.writers.html import report_body, write_html
from tests.charts.drawings import line_chart, series
from tests.reports.pdf_reading import pdf_words
from tests.reports.sample_charts import development
from tests.reports.sample_tables import row, words
from tests.reports.sample_tree import sample_tree


def body_of(*blocks):
    return " ".join(report_body(sample_tree(*blocks)).split())


def chart(*rows, title="Byty", caption=(), **attributes):
    columns = (Column("Rok", 60), Column("Počet", 106))
    table = Table(words("Počty"), columns, rows or (row("2019", "10"),), **attributes)
    return Chart(line_chart(series((2019, 10)), title=title), table, caption)


def test_a_chart_is_headed_by_its_caption_or_its_title():
    assert "<figcaption>Byty</figcaption>" in body_of(chart())
    assert "<figcaption>Obecní byty</figcaption>" in body_of(chart(caption=words("Obecní byty")))


def test_the_table_follows_its_drawing():
    html = body_of(chart())
    assert html.index("<svg") < html.index("<caption>Počty</caption>") < html.index("2019</th>")


def test_a_wide_drawing_can_be_moved_by_keyboard():
    assert '<div class="chart-scroll" role="group" tabindex="0" aria-label="Byty">' in body_of(chart())


def test_a_link_leads_to_a_row_below_a_chart():
    html = body_of(Paragraph((Link("odkaz", "#rok"),)), chart(row("2019", "10", anchor="rok")))
    assert '<a href="#rok">odkaz</a>' in html


def test_a_note_may_stand_in_the_caption():
    assert "<sup>" in body_of(chart(caption=(Text("Byty"), NoteMark(1))))


def test_a_wide_table_takes_its_chart_along():
    assert '<div class="wide">' in body_of(Heading(2, "Kapitola"), chart(wide=True))


def test_columns_below_a_chart_keep_their_widths_on_paper():
    assert 'col[width="106"] { width: 106mm; }' in write_html(sample_tree(chart()))


def test_titles_of_users_are_escaped():
    html = body_of(chart(title="<script>", caption=words("<b>")))
    assert "<script" not in html and "<figcaption><b>" not in html


@pytest.mark.parametrize("lines", [18, 24, 30])
def test_a_chart_and_its_table_keep_together_on_paper(lines):
    filling = [Paragraph(words(f"Řádek {number}")) for number in range(lines)]
    found = pdf_words(write_pdf(write_html(sample_tree(Heading(2, "Kapitola"), *filling, development()))))
    ends = [(word.text, word.page) for word in found if word.text in ("exekuci", "Území", "schválena.")]
    assert [text for text, _ in ends] == ["exekuci", "Území", "schválena."]
    assert len({page for _, page in ends}) == 1

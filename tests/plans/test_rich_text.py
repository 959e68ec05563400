"""What people write in the editor is stored as light markup and comes back as they left it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.rich_text import from_html, to_html
from reports.narrative import narrative

WORD = st.text("aábcčdeěřžů0123456789.,;–()&<>\"'", min_size=1, max_size=8)
WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
ADDRESS = st.sampled_from(
    ["https://krnov.cz/psz?rok=2023&cast=1", "http://example.org", "mailto:eva@krnov.cz"]
)
PIECE = st.one_of(
    WORDS,
    WORDS.map("**{}**".format),
    WORDS.map("[[{}]]".format),
    st.builds("[{}]({})".format, WORDS, ADDRESS),
    st.just("https://www.czso.cz/data"),
)
LINE = st.lists(PIECE, min_size=1, max_size=4).map(" ".join)
BULLETS = st.lists(LINE.map("- {}".format), min_size=1, max_size=3).map("\n".join)
TAG = st.builds(
    "<{}{}>".format, st.sampled_from(["", "/"]), st.sampled_from("p div b ul ol li br h2 td".split())
)
TEXT = st.lists(LINE | BULLETS, max_size=4).map("\n\n".join)


@given(TEXT)
def test_a_text_opened_and_saved_is_the_same_text(markup):
    assert from_html(to_html(markup)) == markup


@given(TEXT.map(lambda text: re.sub(r"(?<=\w) (?=\w)", "\n  ", text)))
def test_a_text_with_lines_broken_by_hand_is_printed_the_same(markup):
    assert narrative(from_html(to_html(markup))) == narrative(markup)


@given(st.lists(WORDS | TAG).map("".join))
def test_any_html_gives_a_text_that_stays(html):
    text = from_html(html)
    assert from_html(to_html(text)) == text


@pytest.mark.parametrize(
    ("html", "markup"),
    [
        ("<p>Jedna.</p><p>Druhá.</p>", "Jedna.\n\nDruhá."),
        ("<div>Jedna.<br>Druhá.<br><br>Třetí.</div>", "Jedna.\n\nDruhá.\n\nTřetí."),
        ("<div>Vznikly:</div><ul><li>jedna</li><li>druhá</li></ul><div>Dál.</div>",
         "Vznikly:\n\n- jedna\n- druhá\n\nDál."),
        ("<ol><li>první</li><li>druhý<br>dál</li></ol>", "- první\n- druhý dál"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n- b\n- c"),
        ("<ul><li>a</li></ul><ul><li></li><li>b</li></ul>", "- a\n\n- b"),
        ("<p>Je<strong> podíl </strong>osob</p>", "Je **podíl** osob"),
        ("<p><b>a</b><strong>b</strong> c</p>", "**ab** c"),
        ("<p><strong>Pozor[[ze zprávy]] zde</strong></p>", "**Pozor**[[ze zprávy]] **zde**"),
        ("<p>1&nbsp;234&nbsp;osob</p>", "1 234 osob"),
        ("<p> \n </p><p><strong> </strong></p>", ""),
        ("Bez značek", "Bez značek"),
    ],
)  # fmt: skip
def test_the_editor_s_html_becomes_markup(html, markup):
    assert from_html(html) == markup


@pytest.mark.parametrize(
    ("html", "markup"),
    [
        ('<a href="https://krnov.cz">město</a>', "[město](https://krnov.cz)"),
        ('<a href="https://krnov.cz">https://krnov.cz</a>', "https://krnov.cz"),
        ('<a href="mailto:eva@krnov.cz">Eva</a>', "[Eva](mailto:eva@krnov.cz)"),
        ('<a href="https://cs.wikipedia.org/wiki/Most_(most)">[viz]</a>',
         "[(viz)](https://cs.wikipedia.org/wiki/Most_%28most%29)"),
        ('<strong><a href="https://krnov.cz">město</a></strong>', "[město](https://krnov.cz)"),
        ('<a href="javascript:alert(1)">klik</a>', "klik"),
        ('<a href="data:text/html,x">klik</a>', "klik"),
        ('<a href="/plany/">klik</a>', "klik"),
    ],
)  # fmt: skip
def test_only_links_that_can_be_printed_survive(html, markup):
    assert from_html(html) == markup


def test_a_page_pasted_from_word_leaves_its_words():
    html = """<html><head><style>p.MsoNormal {margin: 0}</style><meta name=Generator content="Word">
        </head><body><!--StartFragment--><p class=MsoNormal style='margin-left:36pt'><b><span lang=CS>Poradna
        </span></b><span style="color:red">pomohla<o:p></o:p></span></p><img src="file:///C:/1.png">
        <script>alert(1)</script><!--EndFragment--></body></html>"""
    assert from_html(html) == "**Poradna** pomohla"


def test_what_looks_like_a_tag_in_a_text_is_text():
    assert to_html("x < 5 & <b>") == "<p>x &lt; 5 &amp; &lt;b&gt;</p>"

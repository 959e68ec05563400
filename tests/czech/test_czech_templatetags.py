from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.safestring import mark_safe

from czech.periods import read_span
from czech.reading import read_figure


def render(source, **context):
    """The rendered source with its non-breaking spaces visible."""
    text = Template("{% load czech %}" + source).render(Context(context))
    return text.replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("source", "value", "text"),
    [
        ("{{ value|number }}", 1190, "1~190"),
        ("{{ value|number:1 }}", Decimal("2.25"), "2,3"),
        ("{{ value|number }}", 0, "0"),
        ("{{ value|percent }}", Decimal("4.5"), "4,5~%"),
        ("{{ value|percent:0 }}", Decimal("4.5"), "5~%"),
        ("{{ value|money }}", Decimal("30000.00"), "30~000~Kč"),
        ("{{ value|figure }}", read_figure("cca 6"), "cca~6"),
        ("{{ value|yes_no }}", False, "NE"),
        ("{{ value|date_cs }}", date(2024, 4, 30), "30.~4.~2024"),
        ("{{ value|datetime_cs }}", datetime(2024, 4, 30, 8, 31, tzinfo=UTC), "30.~4.~2024 v~10:31"),
        ("{{ value|span }}", read_span("2023"), "rok~2023"),
        ("{{ value|span_short }}", read_span("1/2023–6/2024"), "1/2023–6/2024"),
        ("{{ value.start|span:value.end }}", read_span("2021/22"), "školní rok~2021/22"),
        ("{{ value.start|span_short:value.end }}", read_span("2021/22"), "2021/22"),
    ],
)
def test_values_are_printed_in_czech(source, value, text):
    assert render(source, value=value) == text


@pytest.mark.parametrize("name", "number percent money figure yes_no date_cs datetime_cs span".split())
def test_nothing_is_printed_for_nothing(name):
    assert render(f"{{{{ value|{name} }}}}", value=None) == ""


def test_a_count_is_printed_with_its_noun():
    assert render('{% counted 5 "hodnota,hodnoty,hodnoty,hodnot" %}') == "5~hodnot"
    assert render('{% counted 2 "osoba" %}') == "2~osoby"


def test_a_verb_agrees_with_the_count():
    assert render('{% word_for n "byla,byly,bylo,bylo" %}', n=3) == "byly"


def test_out_of_takes_the_spoken_preposition():
    assert render("{{ done }} {% out_of all %} {{ all }}", done=2, all=6) == "2 ze 6"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("v okolí <b> & k", "v~okolí &lt;b&gt; &amp; k"),
        (mark_safe('v <a href="/k tomu">k okolí</a> a dál'), 'v~<a href="/k tomu">k~okolí</a> a~dál'),
        (mark_safe('<i class="k a">v</i> <b>s <br> i </b>'), '<i class="k a">v</i> <b>s~<br> i~</b>'),
        (12, "12"),
    ],
)
def test_binding_words_keeps_text_escaped_and_tags_whole(value, text):
    assert render("{{ value|nbsp }}", value=value) == text


def test_binding_words_respects_autoescape_off():
    assert render("{% autoescape off %}{{ value|nbsp }}{% endautoescape %}", value="<i>v </i>") == "<i>v~</i>"

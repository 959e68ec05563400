"""A revised target in the report: the new one in the table, the old one in a note."""

from datetime import date
from functools import partial

import pytest

from indicators.models import Target
from reports.chapters import context_indicators, expectation_table, goal_blocks, measure_cards
from reports.content import report_content
from reports.layouts import ACTION_PLAN_TABLE
from reports.tree import build_tree
from reports.writers.html import write_html
from tests.builders import make_indicator, make_value
from tests.reports.reading import words

NOTE = "[Původně 120 (do roku 2027), změněno 1. 2. 2025: Ubylo bytů.]"


def revise(indicator):
    old = Target.objects.create(indicator=indicator, number=120, due_on=date(2027, 12, 31))
    Target.objects.create(
        indicator=indicator, number=90, replaces=old, set_on=date(2025, 2, 1), reason="Ubylo bytů."
    )


@pytest.fixture
def revised(krnov):
    """The output of the measure and a context indicator, both measured and both promised anew."""
    make_value(krnov.indicator, krnov.period, 7)
    make_value(krnov.context, krnov.period, 8)
    revise(krnov.indicator)
    revise(krnov.context)
    return krnov


def read(value) -> str:
    """All the words of a chapter, whatever blocks they stand in."""
    if isinstance(value, list | tuple):
        return " ".join(read(one) for one in value)
    if hasattr(value, "lines"):
        return " ".join(words(line) for line in value.lines)
    return " ".join(read(getattr(value, name)) for name in ("rows", "cells") if hasattr(value, name))


@pytest.mark.parametrize(
    "chapter",
    [
        context_indicators,
        partial(context_indicators, table_of=expectation_table),
        measure_cards,
        goal_blocks,
    ],
    ids=["context", "expectation", "cards", "goals"],
)
def test_the_old_target_stands_in_a_note(revised, chapter):
    text = read(chapter(report_content(revised.plan, revised.period)))
    assert f"90{NOTE}" in text


def test_the_printed_report_numbers_the_note(revised):
    html = write_html(build_tree(report_content(revised.plan, revised.period), ACTION_PLAN_TABLE))
    assert "Původně 120 (do roku 2027), změněno 1. 2. 2025: Ubylo bytů." in html.replace("\u00a0", " ")


@pytest.mark.parametrize("count", [1, 40])
def test_revisions_do_not_cost_queries(krnov, count, django_assert_max_num_queries):
    for one in range(count):
        revise(make_indicator(krnov.plan, measure=krnov.measure, name=f"Indikátor {one}"))
    with django_assert_max_num_queries(25):
        build_tree(report_content(krnov.plan, krnov.period), ACTION_PLAN_TABLE)

"""Indicators that add up from the same categories stand beside each other in one table."""

import pytest

from indicators.models import Category, Indicator, Part, Target
from plans.models import Evaluation
from reports.chapters import action_plan, context_indicators, fulfilment_cards, goal_blocks, measure_cards
from reports.content import report_content
from tests.reports.reading import cells, tables, titles, words
from tests.reports.report_plans import (
    YEAR_2022,
    make_area,
    make_goal,
    make_indicator,
    make_measure,
    make_period,
    make_plan,
    make_value,
)

pytestmark = pytest.mark.django_db
HIGHEST, NOW, FREE = "Nejvýše bytů", "Obsazené byty", "Volné byty"


@pytest.fixture
def plan():
    return make_plan()


@pytest.fixture
def period(plan):
    return make_period(plan)


def make_flats(plan, period, name, total, *parts, labels="ABC", kind="sum", **owner):
    """An indicator split by parts of a town."""
    indicator = make_indicator(plan, name, unit="byt", parts_kind=kind, **{"role": "context"} | owner)
    value = make_value(indicator, period, total)
    for position, (label, number) in enumerate(zip(labels, parts, strict=True)):
        category = Category.objects.create(indicator=indicator, position=position, label=label)
        Part.objects.create(value=value, position=position, category=category, number=number)
    return indicator


def make_capacity(plan, period, free=(3, 0, 0), total=3, **owner):
    terms = {
        "minuend": make_flats(plan, period, HIGHEST, 10, 6, 4, 0, **owner),
        "subtrahend": make_flats(plan, period, NOW, 7, 3, 4, 0, **owner),
    }
    indicator = make_flats(plan, period, FREE, total, *free, **owner)
    Indicator.objects.filter(pk=indicator.pk).update(**terms)
    return indicator


def context(plan, period):
    return tables(context_indicators(report_content(plan, period)))


def test_indicators_are_columns_and_categories_rows(plan, period):
    make_capacity(plan, period)
    (table,) = context(plan, period)
    assert titles(table) == ["Složka", HIGHEST, NOW, FREE]
    assert sum(column.width for column in table.columns) == 166
    assert [cells(row) for row in table.rows] == [
        ["A", "6", "3", "3"],
        ["B", "4", "4", "0"],
        ["C", "0", "0", "0"],
        ["Celkem", "10 bytů", "7 bytů", "3 byty"],
    ]
    assert table.rows[-1].kind == "total"
    assert words(table.caption) == "Hodnoty podle složek, leden 2023 – červen 2024"


def test_a_right_difference_is_said_below(plan, period):
    make_capacity(plan, period)
    (table,) = context(plan, period)
    sentence = f"„{FREE}“ je ve všech 3 řádcích i celkem rozdílem indikátorů „{HIGHEST}“ a „{NOW}“."
    assert words(table.note) == sentence


def test_rows_that_do_not_fit_are_named(plan, period):
    make_capacity(plan, period, free=(3, 1, 0), total=4)
    (table,) = context(plan, period)
    assert words(table.note) == (
        f"„{FREE}“ není rozdílem indikátorů „{HIGHEST}“ a „{NOW}“ v těchto řádcích: "
        "celkem (uvedeno 4, vychází 3); B (uvedeno 1, vychází 0)."
    )


def test_what_nobody_reported_is_not_compared(plan, period):
    free = make_capacity(plan, period)
    free.values.get().parts.filter(category__label="C").delete()
    (table,) = context(plan, period)
    assert cells(table.rows[2]) == ["C", "0", "0", "neuvedeno"]
    assert "je ve všech srovnatelných řádcích (2 ze 3) i celkem rozdílem" in words(table.note)


def test_without_a_difference_there_is_nothing_to_say(plan, period):
    make_flats(plan, period, HIGHEST, 10, 6, 4, 0)
    make_flats(plan, period, NOW, 7, 3, 4, 0)
    (table,) = context(plan, period)
    assert table.note == ()


@pytest.mark.parametrize(
    "second",
    [
        {"labels": "AB", "parts": (3, 4)},
        {"labels": "ABD", "parts": (3, 4, 0)},
        {"labels": "ABC", "parts": (3, 4, 0), "kind": "list"},
    ],
    ids=["fewer categories", "other categories", "a vector"],
)
def test_indicators_that_do_not_belong_together_stay_in_their_lines(plan, period, second):
    make_flats(plan, period, HIGHEST, 10, 6, 4, 0)
    parts = second.pop("parts")
    make_flats(plan, period, NOW, 7, *parts, **second)
    (table,) = context(plan, period)
    assert cells(table.rows[0])[:2] == [HIGHEST, "10 bytů / 6 A + 4 B + 0 C"]


def test_two_categories_are_read_in_a_line(plan, period):
    for name in (HIGHEST, NOW):
        make_flats(plan, period, name, 10, 6, 4, labels="AB")
    (table,) = context(plan, period)
    assert cells(table.rows[1])[:2] == [NOW, "10 bytů / 6 A + 4 B"]


def test_indicators_with_a_start_keep_their_row_and_lose_the_string(plan, period):
    free = make_capacity(plan, period)
    make_value(free, None, 9, YEAR_2022)
    usual, breakdown = context(plan, period)
    assert cells(usual.rows[2])[:3] == [FREE, "9 bytů", "3 byty"]
    assert titles(breakdown) == ["Složka", HIGHEST, NOW, FREE]


def test_a_sum_without_a_total_says_so(plan, period):
    make_flats(plan, period, HIGHEST, 10, 6, 4, 0)
    parts_only = make_flats(plan, period, NOW, 1, 3, 4, 0)
    parts_only.values.update(number=None, parts_only=True)
    (table,) = context(plan, period)
    assert cells(table.rows[-1]) == ["Celkem", "10 bytů", "bez součtu"]


def test_notes_stand_at_the_total_and_at_the_head(plan, period):
    make_capacity(plan, period)
    Indicator.objects.filter(name=NOW).update(footnote="K 31. 12.")
    Indicator.objects.get(name=FREE).values.update(source="Strategie", note="odhad")
    (table,) = context(plan, period)
    assert cells(table.rows[-1])[-1] == "3 byty[Zdroj: Strategie] / odhad"
    assert [words(column.note) if column.note else "" for column in table.columns] == [
        "", "", "[K 31. 12.]", "",
    ]  # fmt: skip


def test_the_source_of_an_area_is_kept_when_all_its_rows_move(plan, period):
    area = make_area(plan, context_footnote="Zdroj: město")
    make_capacity(plan, period, area=area)
    blocks = context_indicators(report_content(plan, period))
    assert words(blocks[-1].line) == "Zdroj: město"


@pytest.mark.parametrize("chapter", [goal_blocks, measure_cards, fulfilment_cards])
def test_chapters_of_measures_and_areas_print_the_same_table(plan, period, chapter):
    area = make_area(plan)
    measure = make_measure(make_goal(area))
    make_capacity(plan, period, measure=measure, role="output")
    make_flats(plan, period, "Jiné", 3, 1, 1, 1, area=area, role="impact")
    make_flats(plan, period, "Další", 3, 1, 1, 1, area=area, role="impact")
    found = [titles(table)[1:] for table in tables(chapter(report_content(plan, period)))]
    assert [HIGHEST, NOW, FREE] in found
    assert ["Jiné", "Další"] in found


def test_planned_values_keep_the_rows_of_a_measure(plan, period):
    measure = make_measure(make_goal(make_area(plan)))
    free = make_capacity(plan, period, measure=measure, role="output")
    Target.objects.create(indicator=free, number=5)
    usual, _ = tables(measure_cards(report_content(plan, period)))
    assert cells(usual.rows[2]) == [FREE, "5", "3 byty"]


def test_the_action_plan_tells_the_total_and_the_table_follows(plan, period):
    goal = make_goal(make_area(plan))
    make_capacity(plan, period, goal=goal, role="output")
    Evaluation.objects.create(goal=goal, period=period, status="completed")
    usual, breakdown = tables(action_plan(report_content(plan, period)))
    assert cells(usual.rows[2])[-1] == "Hodnota: 3 byty"
    assert titles(breakdown) == ["Složka", HIGHEST, NOW, FREE]

from datetime import date

import pytest

from indicators.models import Category, Part, Target
from plans.models import Evaluation, MeasureImplementer, Organisation
from reports.blocks import Heading, Legend
from reports.chapters import goal_blocks
from reports.content import report_content
from tests.reports.reading import cells, headings, paragraphs, tables, titles, words
from tests.reports.report_plans import (
    YEAR_2023,
    make_area,
    make_evaluation,
    make_goal,
    make_indicator,
    make_measure,
    make_period,
    make_plan,
    make_value,
)

pytestmark = pytest.mark.django_db
APRIL = (date(2024, 4, 30), date(2024, 4, 30))


class Town:
    """A plan evaluated for a year, with one specific goal."""

    def __init__(self):
        self.plan = make_plan()
        self.period = make_period(self.plan, span=YEAR_2023)
        self.area = make_area(self.plan, "2", "Prevence")
        self.strategic = make_goal(self.area, "2.1", "Bezpečí")
        self.goal = make_goal(self.area, "2.1.1", "Do roku 2025 bude 40 domovníků", parent=self.strategic)

    def indicator(self, name="Počet domovníků", goal=None, **attributes):
        goal = goal or self.goal
        return make_indicator(self.plan, name, "impact", goal=goal, unit="osoba", **attributes)

    @property
    def blocks(self):
        return goal_blocks(report_content(self.plan, self.period))


@pytest.fixture
def town():
    return Town()


def test_areas_are_chapters_and_goals_say_their_level(town):
    assert headings(town.blocks) == ["Vyhodnocení opatření akčního plánu", "Prevence"]
    levels = {block.level: block.code for block in town.blocks if isinstance(block, Heading)}
    assert levels[3] == "Strategický cíl 2.1"
    assert levels[4] == "Specifický cíl 2.1.1"


def test_indicators_stand_beside_their_targets_with_the_day_of_the_data(town):
    indicator = town.indicator()
    make_value(indicator, town.period, 15, APRIL)
    Target.objects.create(indicator=indicator, number=40, due_on=date(2025, 12, 31), label="z názvu cíle")
    (table,) = tables(town.blocks)
    assert titles(table) == ["Indikátor dopadu", "Plánovaná hodnota", "Data k 30. 4. 2024"]
    assert cells(table.rows[0]) == ["Počet domovníků", "40 do roku 2025", "15 osob"]


def test_measures_say_who_what_when_and_how_they_stand(town):
    measure = make_measure(town.goal, "2.1.1.1", "Rozšířit program", activity="project", service="SAS",
                           starts_on=date(2023, 7, 1), ends_on=date(2026, 6, 30))  # fmt: skip
    MeasureImplementer.objects.create(
        measure=measure, organisation=Organisation.objects.create(name="Město Lhota")
    )
    make_evaluation(measure, town.period, "in_progress", reports_received=1, reports_expected=6)
    make_measure(town.goal, "2.1.1.2", "Zahájit jiný", footnote="Patří jinam.")
    (table,) = tables(town.blocks)
    assert titles(table) == ["Opatření a realizátor", "Aktivita a služba", "Termín", "Stav"]
    assert cells(table.rows[0]) == [
        "2.1.1.1 Rozšířit program / Město Lhota",
        "Projektová aktivita / SAS",
        "1. 7. 2023–30. 6. 2026",
        "V realizaci (1/6)",
    ]
    assert cells(table.rows[1]) == ["2.1.1.2 Zahájit jiný[Patří jinam.]", "–", "–", "Neuvedeno"]


def test_columns_in_which_nothing_would_stand_are_left_out(town):
    make_measure(town.goal)
    (table,) = tables(town.blocks)
    assert titles(table) == ["Opatření a realizátor", "Stav"]
    assert sum(column.width for column in table.columns) == 166


def test_one_summary_and_outlook_for_the_goal(town):
    Evaluation.objects.create(goal=town.goal, period=town.period, detail="Běží.", outlook="Setkání.")
    assert paragraphs(town.blocks) == ["Shrnutí za rok 2023. Běží.", "Příležitosti v roce 2024. Setkání."]


def test_texts_and_outputs_of_measures_follow_where_a_plan_keeps_them_there(town):
    measure = make_measure(town.goal, "2.1.1.1")
    make_evaluation(measure, town.period, summary="Hotovo.", detail="Podrobně.")
    make_value(make_indicator(town.plan, "Schůzky", measure=measure), town.period, 3)
    assert paragraphs(town.blocks)[-2:] == ["2.1.1.1: Hotovo.", "Podrobně."]
    assert cells(tables(town.blocks)[-1].rows[0]) == ["Schůzky", "3"]


def test_an_indicator_names_the_measures_of_other_goals_it_counts(town):
    elsewhere = make_measure(make_goal(town.area, "2.2"), "2.2.1")
    town.indicator().contributing_measures.add(elsewhere)
    assert cells(tables(town.blocks)[0].rows[0])[0] == "Počet domovníků / včetně opatření 2.2.1"


def test_a_sum_whose_summands_are_unknown_says_what_was_added(town):
    indicator = town.indicator(parts_kind="sum")
    parts = [Category.objects.create(indicator=indicator, label=label) for label in ("služba", "mimo")]
    value = make_value(indicator, town.period, 101)
    assert cells(tables(town.blocks)[0].rows[0])[0] == "Počet domovníků / součet: služba + mimo"
    Part.objects.create(value=value, category=parts[0], number=100)
    assert cells(tables(town.blocks)[0].rows[0])[0] == "Počet domovníků"


def test_the_opening_counts_how_measures_stand(town):
    for status in ("in_progress", "in_progress", "not_realised"):
        make_evaluation(make_measure(town.goal), town.period, status)
    assert "Stav opatření. 2 v realizaci, 1 nerealizováno." in paragraphs(town.blocks)
    (legend,) = (block for block in town.blocks if isinstance(block, Legend))
    assert [words(mark) for mark in legend.statuses] == ["V realizaci", "Nerealizováno"]


def test_a_goal_evaluated_as_a_whole_shows_its_status(town):
    Evaluation.objects.create(goal=town.goal, period=town.period, status="completed")
    assert paragraphs(town.blocks)[-1] == "Stav: Realizováno"


def test_a_plan_without_areas_has_no_chapter():
    plan = make_plan("prazdny")
    assert goal_blocks(report_content(plan, make_period(plan))) == []

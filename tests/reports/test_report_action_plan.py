from datetime import date

import pytest

from plans.models import Evaluation
from reports.blocks import Legend, Link
from reports.chapters import action_plan
from reports.content import report_content
from tests.reports.reading import cells, headings, paragraphs, tables, words
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


class Town:
    """A plan with one strategic and one specific goal."""

    def __init__(self):
        self.plan = make_plan()
        self.period = make_period(self.plan)
        self.area = make_area(self.plan, "4")
        self.goal = make_goal(self.area, "4.1", "Zvýšit dostupnost")
        self.subgoal = make_goal(self.area, "4.1.1", "Systém bydlení", parent=self.goal)

    @property
    def blocks(self):
        return action_plan(report_content(self.plan, self.period))

    @property
    def rows(self):
        return [cells(row) for row in tables(self.blocks)[0].rows]


@pytest.fixture
def town():
    return Town()


def test_a_measure_has_its_status_in_calm_letters_and_its_text(town):
    measure = make_measure(town.subgoal, "4.1.1.1", "Otevřít místo", footnote="Bez peněz.")
    make_evaluation(
        measure, town.period, "in_progress", status_label="V REALIZACI", summary="Otevřeno **3krát**."
    )
    assert town.rows == [["4.1.1.1 Otevřít místo[Bez peněz.]", "V realizaci", "Otevřeno 3krát."]]


def test_counts_of_reports_stand_behind_the_status(town):
    make_evaluation(
        make_measure(town.subgoal), town.period, "in_progress", reports_received=2, reports_expected=6
    )
    assert town.rows[0][1] == "V realizaci (2/6)"


def test_a_measure_nobody_evaluated_says_so(town):
    make_measure(town.subgoal)
    make_evaluation(make_measure(town.subgoal), town.period, "not_stated")
    assert [row[1:] for row in town.rows] == [["Neuvedeno", "Bez vyjádření."]] * 2


def test_each_goal_has_its_table_under_its_strategic_goal(town):
    make_measure(town.subgoal)
    make_measure(make_goal(town.area, "4.2", "Soužití"))
    assert [words(table.caption) for table in tables(town.blocks)] == [
        "Specifický cíl 4.1.1 Systém bydlení",
        "Strategický cíl 4.2 Soužití",
    ]
    assert "Strategický cíl 4.1 Zvýšit dostupnost" in paragraphs(town.blocks)


def test_the_area_says_its_period_and_counts(town):
    for status in ["completed", "completed", "not_monitored"]:
        start, end = YEAR_2023
        make_evaluation(make_measure(town.subgoal), town.period, status, covers_start=start, covers_end=end)
    make_measure(town.subgoal)
    sentence = "Vyhodnocení za rok 2023. 4 opatření: 2 realizováno, 1 nesledováno, 1 bez uvedeného stavu."
    assert paragraphs(town.blocks)[:2] == ["Akční plán I", sentence]
    assert headings(town.blocks, 3) == ["Bydlení"]


def test_a_measure_of_another_period_than_its_area_says_which(town):
    for end in [date(2023, 12, 31), date(2023, 12, 31), date(2024, 3, 31)]:
        make_evaluation(make_measure(town.subgoal), town.period, summary="Hotovo.",
                        covers_start=date(2023, 1, 1), covers_end=end)  # fmt: skip
    assert town.rows[0][2] == "Hotovo."
    assert town.rows[2][2] == "Hotovo. / Hodnoceno za období leden 2023 – březen 2024."


def test_the_outlook_follows_the_evaluation(town):
    make_evaluation(make_measure(town.subgoal), town.period, summary="Hotovo.", outlook="Příště víc.")
    assert town.rows[0][2] == "Hotovo. / Výhled: Příště víc."


def test_a_measure_with_a_card_leads_to_it(town):
    measure = make_measure(town.subgoal)
    make_indicator(town.plan, measure=measure)
    *_, (link,) = tables(town.blocks)[0].rows[0].cells[2].lines
    assert link == Link("Podrobně", f"#karta-{measure.pk}", with_page=True)


def test_an_indicator_without_a_measure_has_a_row_with_its_value(town):
    indicator = make_indicator(town.plan, "Počet osob", goal=town.subgoal, unit="osoba")
    make_value(indicator, town.period, 71)
    Evaluation.objects.create(goal=town.subgoal, period=town.period, status="completed", summary="Daří se.")
    assert town.rows == [
        ["Bez opatření – indikátor Počet osob", "Realizováno", "Daří se. / Hodnota: 71 osob"]
    ]


def test_an_indicator_of_a_goal_nobody_evaluated_has_its_value_only(town):
    make_value(make_indicator(town.plan, "Počet osob", goal=town.subgoal), town.period, 71)
    assert town.rows[0][1] == "–"


def test_measures_outside_the_action_plan_are_named_below(town):
    make_measure(town.subgoal, "4.1.1.1", "První")
    outside = make_measure(town.subgoal, "4.1.1.2", "Druhé", in_action_plan=False)
    make_indicator(town.plan, measure=outside)
    assert len(town.rows) == 1
    assert (
        paragraphs(town.blocks)[-1]
        == "Mimo tabulky akčního plánu se sleduje také opatření 4.1.1.2 Druhé (podrobně)."
    )


def test_the_legend_has_only_statuses_that_occur(town):
    make_evaluation(make_measure(town.subgoal), town.period, "partial")
    (legend,) = (block for block in town.blocks if isinstance(block, Legend))
    assert [mark.word for mark in legend.statuses] == ["Částečně splněno"]


def test_a_plan_without_measures_has_no_chapter(town):
    assert town.blocks == []

from datetime import date

import pytest

from reports.chapters import introduction
from reports.content import report_content
from tests.reports.reading import paragraphs
from tests.reports.report_plans import (
    YEAR_2022,
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
    """A plan with two measures, the first of them finished a year ago."""

    def __init__(self):
        self.plan = make_plan()
        self.earlier = make_period(self.plan, "2022", YEAR_2022)
        self.period = make_period(self.plan)
        area = make_area(self.plan)
        self.done = make_measure(make_goal(area, "1"), "1.1", "Hotové")
        self.going = make_measure(make_goal(area, "2"), "2.1", "Běžící")
        make_evaluation(self.done, self.earlier, "completed")
        make_evaluation(self.going, self.earlier, "in_progress")

    def content(self, without_finished=True):
        return report_content(self.plan, self.period, without_finished=without_finished)

    @property
    def left_out(self):
        return self.content().left_out


@pytest.fixture
def town():
    return Town()


def test_a_measure_finished_earlier_goes_with_its_empty_goal(town):
    content = town.content()
    assert content.left_out == [town.done]
    assert [goal.goal.code for goal in content.areas[0].goal_bands] == ["2"]
    said = "Vynechána jsou opatření splněná v dřívějších obdobích: 1.1 Hotové."
    assert said in paragraphs(introduction(content))


def test_nothing_is_left_out_unless_asked_for(town):
    content = town.content(without_finished=False)
    assert content.left_out == []
    assert len(content.grid.measures) == 2


def test_a_measure_of_which_the_period_says_something_stays(town):
    make_evaluation(town.done, town.period, "not_stated", detail="Navazujeme.")
    assert town.left_out == []


def test_a_measure_with_a_value_of_the_period_stays(town):
    make_value(make_indicator(town.plan, measure=town.done), town.period, 3)
    assert town.left_out == []


def test_the_latest_word_decides(town):
    later = make_period(town.plan, "2022b", (date(2022, 6, 1), YEAR_2022[1]))
    make_evaluation(town.done, later, "in_progress")
    make_evaluation(town.going, later, "completed")
    assert town.left_out == [town.going]


def test_the_outline_of_an_empty_goal_stays(town):
    make_goal(town.plan.areas.get(), "3", "Zatím bez opatření")
    assert [goal.goal.code for goal in town.content().areas[0].goal_bands] == ["2", "3"]

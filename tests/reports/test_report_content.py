from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.models import Category, Part, Target
from plans.models import Approval, Evaluation, MeasureImplementer, Organisation
from projects.models import Call, Programme, Project
from reports.content import report_content
from reports.layouts import ACTION_PLAN_TABLE
from reports.models import Abbreviation, Chapter, Report
from reports.tree import build_tree
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
MOST_QUERIES = 25


@pytest.fixture
def plan():
    return make_plan()


@pytest.fixture
def period(plan):
    return make_period(plan)


def make_project(plan, state="running", amount="100", **attributes):
    return Project.objects.create(plan=plan, state=state, amount=Decimal(amount), **attributes)


def fill(plan, period, areas):
    """Everything a report can hold, in as many areas as asked for."""
    report = Report.objects.create(plan=plan, period=period, layout="action-plan-table")
    Chapter.objects.create(report=report, name="introduction", text="Úvodem.")
    Approval.objects.create(plan=plan, approved_on=date(2022, 3, 1), territory=plan.municipality)
    plan.covers.add(plan.municipality)
    call = Call.objects.create(programme=Programme.objects.create(code=plan.slug), number="018")
    earlier = make_period(plan, "2022", YEAR_2022)
    for number in range(areas):
        fill_area(plan, [earlier, period], call, number)


def fill_area(plan, periods, call, number):
    area = make_area(plan, str(number), f"Oblast {number}")
    goal = make_goal(make_goal(area).area, parent=make_goal(area, str(number)))
    measure = make_measure(goal)
    organisation = Organisation.objects.create(name=f"Spolek {plan.slug} {number}")
    MeasureImplementer.objects.create(measure=measure, organisation=organisation)
    make_evaluation(measure, periods[-1], summary="Hotovo.", detail="Podrobně.")
    Evaluation.objects.create(goal=goal, period=periods[-1], status="completed")
    for owner in [{"role": "context", "area": area}, {"role": "impact", "area": area},
                  {"goal": goal}, {"measure": measure}]:  # fmt: skip
        fill_indicator(plan, periods, **owner)
    project = make_project(plan, area=area, call=call)
    project.measures.add(measure)
    project.recipients.add(organisation)
    Abbreviation.objects.create(plan=plan, short=f"Z{number}", meaning="zkratka")


def fill_indicator(plan, periods, **owner):
    indicator = make_indicator(plan, parts_kind="sum", **owner)
    Target.objects.create(indicator=indicator, number=5)
    category = Category.objects.create(indicator=indicator, label="ČR")
    for period in [None, *periods]:
        value = make_value(indicator, period, 3)
        Part.objects.create(value=value, category=category, number=2)
        Part.objects.create(value=value, territory=plan.municipality, number=1)


def queries_of(plan, period):
    plan = type(plan).objects.get(pk=plan.pk)
    with CaptureQueriesContext(connection) as queries:
        content = report_content(plan, period)
    return content, len(queries)


def test_content_takes_the_same_queries_for_any_plan_and_chapters_none():
    counts = set()
    for areas in (1, 6):
        plan = make_plan(f"{areas}-oblasti")
        period = make_period(plan)
        fill(plan, period, areas)
        content, queries = queries_of(plan, period)
        with CaptureQueriesContext(connection) as more:
            build_tree(content, ACTION_PLAN_TABLE)
        counts.add((queries, len(more)))
    ((queries, of_chapters),) = counts
    assert (queries <= MOST_QUERIES, of_chapters) == (True, 0)


def test_an_empty_plan_has_a_report_too(plan, period):
    content, queries = queries_of(plan, period)
    assert queries <= MOST_QUERIES
    tree = build_tree(content, ACTION_PLAN_TABLE)
    assert tree.running_head == "Lhota – vyhodnocení PSZ 2022–2027 za 1/2023–6/2024"
    assert tree.version == "Pracovní znění"


def test_only_counted_projects_enter_the_total(plan, period):
    for state in Project.State:
        make_project(plan, state, "10.50")
    register = report_content(plan, period).projects
    assert {project.state for project in register.counted} == set(Project.COUNTED)
    assert register.total == Decimal("42.00")
    assert len(register.uncounted) == 5


def test_projects_are_summed_by_programme_in_their_own_order(plan, period):
    irop, opz = (Programme.objects.create(code=code) for code in ("IROP", "OPZ+"))
    make_project(plan, call=Call.objects.create(programme=opz, number="018"), amount="1")
    make_project(plan, call=Call.objects.create(programme=irop, number="101"), amount="2")
    make_project(plan, call=Call.objects.create(programme=opz, number="024"), amount="4")
    make_project(plan, amount="8")
    programmes = report_content(plan, period).projects.by_programme()
    assert {code: register.total for code, register in programmes.items()} == {"OPZ+": 5, "IROP": 2, "": 8}
    assert list(programmes) == ["OPZ+", "IROP", ""]


def test_statuses_are_counted_without_what_is_not_monitored(plan, period):
    goal = make_goal(make_area(plan))
    for status in ["completed", "continuous", "in_progress", "not_monitored", "not_relevant"]:
        make_evaluation(make_measure(goal), period, status)
    make_measure(goal)
    make_evaluation(make_measure(goal, in_action_plan=False), period)
    counts = report_content(plan, period).statuses
    assert (counts.total, counts.counted, counts.completed, counts.percent) == (6, 3, 2, 67)


def test_an_indicator_of_a_goal_counts_only_when_the_goal_is_evaluated(plan, period):
    area = make_area(plan)
    stated, silent = make_goal(area), make_goal(area)
    make_indicator(plan, goal=stated)
    make_indicator(plan, goal=silent)
    Evaluation.objects.create(goal=stated, period=period, status="completed")
    content = report_content(plan, period)
    assert len(content.action_rows) == 2
    assert content.statuses.total == 1


def test_texts_of_another_layout_serve_until_this_one_has_its_own(plan, period):
    report = Report.objects.create(plan=plan, period=period, layout="goal-blocks", number="Vyhodnocení I.")
    Chapter.objects.create(report=report, name="locality", text="Leží v kopcích.")
    content = report_content(plan, period)
    assert content.text("locality") == "Leží v kopcích."
    Report.objects.create(plan=plan, period=period, layout="action-plan-table")
    assert report_content(plan, period).text("locality") == ""

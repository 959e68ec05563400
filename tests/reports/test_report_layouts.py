"""Every layout prints every plan, and a plan takes as many queries in a small town as in a big one."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from plans import kinds
from plans.models import Plan
from reports.content import report_content
from reports.layouts import GOAL_BLOCKS, LAYOUTS, MEASURE_CARDS, layout_of, layouts_of
from reports.models import Report
from reports.tree import build_tree
from reports.writers.html import write_html
from tests.reports.report_plans import make_area, make_goal, make_measure, make_period, make_plan

pytestmark = pytest.mark.django_db
FIXTURES = Path(settings.BASE_DIR) / "fixtures"
TOWNS = {
    "krnov": "action-plan-table",
    "ostrava": "goal-blocks",
    "kromeriz": "measure-cards",
    "sokolov": "cooperation-summary",
    "most": "goal-blocks",
    "litvinov": "goal-blocks",
}
MOST_QUERIES = 40


@pytest.fixture(scope="module")
def plans(django_db_setup, django_db_blocker):
    """The six towns, loaded once for the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        for town in TOWNS:
            call_command("load_plan", str(FIXTURES / f"{town}.yaml"), verbosity=0)
        yield {town: Plan.objects.get(slug__startswith=town) for town in TOWNS}
        transaction.set_rollback(True)


def content_of(plan, layout):
    return report_content(plan, plan.periods.last(), layout.name)


@pytest.mark.parametrize(("town", "layout"), TOWNS.items())
def test_each_town_is_offered_its_own_layout_first(plans, town, layout):
    assert layout_of(plans[town]).name == layout
    assert {one.name for one in layouts_of(plans[town])} == set(LAYOUTS)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("town", TOWNS)
def test_every_layout_prints_every_plan(plans, town, layout):
    content = content_of(plans[town], layout)
    with CaptureQueriesContext(connection) as of_chapters:
        html = write_html(build_tree(content, layout))
    assert len(of_chapters) == 0
    assert content.plan.kind_words.abbreviation in html


def queries_of(plan):
    plan = Plan.objects.get(pk=plan.pk)
    with CaptureQueriesContext(connection) as queries:
        content_of(plan, GOAL_BLOCKS)
    return len(queries)


def test_queries_do_not_depend_on_the_town(plans):
    """A plan that has something of everything takes all of them, one without projects or indicators fewer."""
    counts = {town: queries_of(plan) for town, plan in plans.items()}
    assert counts["krnov"] == counts["ostrava"] == max(counts.values()) <= MOST_QUERIES


def test_a_new_kind_of_plan_is_one_row(monkeypatch):
    words = replace(kinds.KINDS["kpss"], code="sprss", abbreviation="SPRSS", name="Střednědobý plán")
    monkeypatch.setitem(kinds.KINDS, "sprss", words)
    plan = make_plan(kind="sprss")
    make_measure(make_goal(make_area(plan), title="Priorita sama"))
    make_period(plan)
    assert layout_of(plan) is MEASURE_CARDS
    html = write_html(build_tree(content_of(plan, MEASURE_CARDS), MEASURE_CARDS))
    assert "SPRSS" in html
    assert "Priorita 1.1 Priorita sama" in html


def test_an_unknown_layout_of_a_report_is_passed_over():
    plan = make_plan()
    Report.objects.create(plan=plan, period=make_period(plan), layout="davno-zrusene")
    assert layout_of(plan).name == "action-plan-table"

from datetime import date
from decimal import Decimal

import pytest

from plans.models import Approval
from projects.models import Project
from reports.chapters import plan_overview
from reports.content import report_content
from tests.reports.reading import cells, paragraphs, tables, words
from tests.reports.report_plans import make_period, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan(kind="tap", planned_funding=Decimal(100))


@pytest.fixture
def period(plan):
    return make_period(plan)


def make_project(plan, amount, **attributes):
    return Project.objects.create(plan=plan, amount=Decimal(amount), **attributes)


def comparison(plan, period):
    (table,) = tables(plan_overview(report_content(plan, period)))
    return [cells(row) for row in table.rows], words(table.note)


def test_the_plan_is_introduced(plan, period):
    Approval.objects.create(plan=plan, approved_on=date(2022, 8, 16), body="zastupitelstvo")
    said = paragraphs(plan_overview(report_content(plan, period)))
    assert "Platnost: 2022–2027" in said
    assert "Schváleno: 16. 8. 2022, zastupitelstvo" in said


def test_planned_money_stands_beside_the_projects_of_the_plans_own_time(plan, period):
    make_project(plan, 60, starts_on=date(2023, 4, 1))
    make_project(plan, 10)
    make_project(plan, 500, starts_on=date(2018, 1, 1), state="finished", amount_kind="eligible")
    make_project(plan, 7, state="rejected")
    rows, note = comparison(plan, period)
    assert rows == [
        ["Prostředky, se kterými plán počítal", "100 Kč"],
        ["Projekty z doby platnosti plánu (2 projekty)", "70 Kč"],
    ]
    assert note.startswith("Nalezené projekty mají dohromady o 30 Kč méně, než plán předpokládal. Nejde o")
    assert note.endswith("Nepočítají se 2 projekty z jiné doby nebo bez financování.")


def test_equal_amounts_need_no_excuse(plan, period):
    make_project(plan, 100, starts_on=date(2023, 4, 1))
    assert comparison(plan, period)[1] == "Částky se shodují."


def test_a_plan_without_planned_money_compares_nothing(period):
    plan = make_plan("bez", kind="tap")
    assert tables(plan_overview(report_content(plan, make_period(plan)))) == []

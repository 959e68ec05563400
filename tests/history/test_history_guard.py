"""History is append-only for everybody, and what carries values or texts cannot be deleted."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.sites import site
from django.core.management import call_command
from django.db import transaction
from django.db.models import ProtectedError
from django.urls import reverse

from accounts.models import User
from indicators.models import Category, Part, PartsKind, Target
from plans.models import Organisation, Territory
from reports.history.guard import historical_models
from reports.models import Chapter, Report
from tests.builders import (
    make_evaluation,
    make_indicator,
    make_organisation,
    make_plan,
    make_territory,
    make_user,
    make_value,
)

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ["inclusion", "exchange", "reports", "projects", "indicators", "plans", "accounts", "czech"]


def test_every_kind_of_history_is_guarded():
    names = {model.__name__ for model in historical_models()}
    assert names >= {
        "HistoricalValue", "HistoricalPart", "HistoricalTarget", "HistoricalEvaluation", "HistoricalPlan",
        "HistoricalIndicator", "HistoricalMeasure", "HistoricalReportingPeriod", "HistoricalMembership",
        "HistoricalReport", "HistoricalChapter", "HistoricalProject",
    }  # fmt: skip


def test_a_history_row_can_be_neither_deleted_nor_saved_again(krnov):
    value = make_value(krnov.indicator, krnov.period, 7)
    row = value.history.get()
    for doomed in (row, value.history.all()):
        with pytest.raises(ProtectedError), transaction.atomic():
            doomed.delete()
    row.number = 8
    with pytest.raises(ProtectedError):
        row.save()
    assert value.history.get().number == 7


@pytest.mark.django_db
def test_the_library_s_own_cleaning_is_refused(krnov):
    make_value(krnov.indicator, krnov.period, 7)
    with pytest.raises(ProtectedError):
        call_command("clean_old_history", "--auto", "--days", "-1", verbosity=0)


def test_no_address_and_no_administration_leads_to_history_rows():
    assert [model for model in admin.site._registry if model in historical_models()] == []
    assert not getattr(settings, "SIMPLE_HISTORY_EDIT", False)
    assert getattr(settings, "SIMPLE_HISTORY_ENABLED", True)


def test_no_code_deletes_or_rewrites_history():
    forbidden = re.compile(
        r"history[\w.()]*\.(delete|update|bulk_update)\(|_raw_delete|Historical\w+\.objects|skip_history|"
        r"cascade_delete_history|_change_reason\("
    )
    sources = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    assert [str(path) for path in sources if forbidden.search(path.read_text())] == []


@pytest.fixture
def full_town(krnov):
    """Krnov with something in every place."""
    krnov.goal_indicator = make_indicator(krnov.plan, goal=krnov.goal)
    make_value(krnov.indicator, krnov.period, 7)
    Target.objects.create(indicator=krnov.indicator, number=10)
    make_evaluation(krnov, summary="Místo funguje.")
    report = Report.objects.create(plan=krnov.plan, period=krnov.period, layout="action-plan-table")
    Chapter.objects.create(report=report, name="introduction", text="Úvodem.")
    krnov.report = report
    krnov.measure.implementers.add(make_organisation("Lexikona"))
    krnov.organisation = Organisation.objects.get()
    return krnov


@pytest.mark.parametrize(
    "name",
    [
        "plan",
        "area",
        "goal",
        "measure",
        "indicator",
        "context",
        "period",
        "organisation",
        "territory",
        "report",
    ],
)
def test_what_carries_values_or_texts_cannot_be_deleted(full_town, name):
    make_value(full_town.context, None, 3)
    with pytest.raises(ProtectedError):
        getattr(full_town, name).delete()


def test_neither_can_a_whole_list_of_it(full_town):
    with pytest.raises(ProtectedError):
        type(full_town.plan).objects.all().delete()
    with pytest.raises(ProtectedError):
        Territory.objects.all().delete()


def test_a_compared_territory_and_a_used_category_are_kept(krnov):
    indicator = make_indicator(krnov.plan, measure=krnov.measure, parts_kind=PartsKind.SUM)
    category = Category.objects.create(indicator=indicator, label="ČR")
    region = make_territory("Moravskoslezský", kind=Territory.Kind.REGION)
    value = make_value(indicator, krnov.period, 229)
    Part.objects.create(value=value, category=category, number=79)
    Part.objects.create(value=value, territory=region, number=2)
    for used in (category, region):
        with pytest.raises(ProtectedError):
            used.delete()


def test_a_territory_that_a_plan_covers_is_kept(krnov):
    other = make_territory("Hlubočec")
    krnov.plan.covers.add(other)
    make_plan(other, slug="hlubocec")
    with pytest.raises(ProtectedError):
        other.delete()


class TestAdministration:
    @pytest.fixture
    def as_administrator(self, client, db):
        client.force_login(User.objects.create_superuser("spravce@example.cz", "x", name="Správce"))
        return client

    def test_plans_and_what_is_below_them_are_not_there(self):
        offered = {model.__name__ for model in site._registry}
        carrying = {
            "Plan", "PriorityArea", "Goal", "Measure", "ReportingPeriod", "Evaluation", "Indicator", "Target",
            "Value", "Part", "Report", "Chapter",
        }  # fmt: skip
        assert offered & carrying == set()

    @pytest.mark.parametrize("name", ["organisation", "territory"])
    def test_a_used_row_of_a_code_list_cannot_be_deleted(self, as_administrator, full_town, name):
        row = getattr(full_town, name)
        address = reverse(f"admin:plans_{name}_delete", args=[row.pk])
        assert 'type="submit"' not in as_administrator.get(address).content.decode().split("<h1>")[-1]
        as_administrator.post(address, {"post": "yes"})
        assert type(row).objects.filter(pk=row.pk).exists()

    def test_history_of_a_role_offers_no_deletion(self, as_administrator, krnov):
        role = make_user("jana", reader_of=krnov.territory).memberships.get()
        page = as_administrator.get(reverse("admin:plans_membership_history", args=[role.pk]))
        assert page.status_code == 200
        assert "delete" not in page.content.decode().split('id="content"')[-1]

"""The state of a period follows from its dates."""

import pytest
from django.db import IntegrityError

from plans.models import ReportingPeriod

State = ReportingPeriod.State


def test_a_new_period_is_open(krnov):
    assert krnov.period.state == State.OPEN
    assert krnov.period.is_open


def test_the_way_of_a_period_there_and_back(krnov, coordinator, consultant):
    period = krnov.period
    seen = []
    for step in [
        lambda: period.submit(by=coordinator),
        lambda: period.send_back(by=consultant, reason="Chybí zdroj."),
        lambda: period.submit(by=coordinator),
        lambda: period.approve(by=consultant),
        lambda: period.reopen(by=consultant, reason="Nová data."),
    ]:
        step()
        seen.append(period.state)
    assert seen == [State.SUBMITTED, State.RETURNED, State.SUBMITTED, State.APPROVED, State.OPEN]


def test_the_database_and_the_property_agree_on_what_is_open(krnov, coordinator, consultant):
    period = krnov.period
    steps = [
        lambda: None,
        lambda: period.submit(by=coordinator),
        lambda: period.send_back(by=consultant, reason="x"),
        lambda: period.submit(by=coordinator),
        lambda: period.approve(by=consultant),
        lambda: period.reopen(by=consultant, reason="x"),
        lambda: period.submit(by=coordinator),
    ]
    for step in steps:
        step()
        assert ReportingPeriod.objects.open().filter(pk=period.pk).exists() == period.is_open


def test_every_step_is_remembered_with_its_actor(krnov, coordinator):
    krnov.period.submit(by=coordinator)
    assert krnov.period.history.count() == 2
    assert krnov.period.submitted_by == krnov.period.history.first().history_user == coordinator


@pytest.mark.django_db(transaction=True)
def test_returning_without_a_reason_is_refused_by_the_database(krnov, consultant):
    krnov.period.submit(by=consultant)
    with pytest.raises(IntegrityError):
        krnov.period.send_back(by=consultant, reason="")

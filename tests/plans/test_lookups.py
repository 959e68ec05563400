"""Rows looked up by a list of known keys."""

import pytest

from plans.models import Measure, Plan
from tests.builders import make_town

pytestmark = pytest.mark.django_db


def test_rows_of_the_keys_are_found_and_no_others(krnov):
    most = make_town("Most")
    assert list(Plan.objects.filter(pk__among=[most.plan.pk, 0])) == [most.plan]
    assert list(Plan.objects.exclude(pk__among=[most.plan.pk])) == [krnov.plan]


def test_a_way_to_another_table_may_be_asked_too(krnov):
    make_town("Most")
    assert list(Measure.objects.filter(goal__area__plan__among=[krnov.plan.pk])) == [krnov.measure]


def test_no_key_finds_nothing(krnov):
    assert not Plan.objects.filter(pk__among=[]).exists()


def test_hundreds_of_keys_are_one_parameter(krnov):
    _, parameters = Plan.objects.filter(pk__among=range(1, 500)).query.sql_with_params()
    assert len(parameters) == 1

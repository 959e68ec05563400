"""The made-up country has the size and the shape that benchmarks ask for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.models import Indicator, Statistic, Value
from plans.models import Evaluation, Plan, ReportingPeriod, Territory
from tools.country import MUNICIPALITIES, places
from tools.country_plans import build


def test_no_two_municipalities_of_a_district_share_a_name():
    whole = places()
    assert len(whole) == MUNICIPALITIES
    assert len({(one.name, one.district) for one in whole}) == MUNICIPALITIES
    assert len({one.name for one in whole}) < MUNICIPALITIES
    assert {len({getattr(one, level) for one in whole}) for level in ("orp", "district", "region")} == {
        206,
        77,
        14,
    }


@pytest.mark.django_db
def test_a_hundredth_of_the_country():
    with CaptureQueriesContext(connection) as queries:
        build(0.01)
    assert Territory.objects.filter(kind=Territory.Kind.MUNICIPALITY).count() == 63
    assert Plan.objects.count() == 3
    assert Indicator.objects.count() == 3 * 200
    assert Value.objects.count() == 3 * 200 * 10
    assert Statistic.objects.count() == 63 * 12 * 10
    assert Evaluation.objects.count() == 3 * 40 * 2
    assert {period.state for period in ReportingPeriod.objects.all()} >= {ReportingPeriod.State.APPROVED}
    assert len(queries) < 80

"""A document leaves what was retired as it is."""

from datetime import date

import pytest

from exchange.saving import save_plan
from exchange.yaml_reader import read_plans
from plans.models import Measure
from tests.builders import make_user
from tests.exchange.plan_text import PLAN

pytestmark = pytest.mark.django_db
TITLE = "Zachovat počet bytů"


def load(text: str = PLAN):
    (document,) = read_plans(text.encode(), "krnov.yaml")
    return save_plan(document, name="krnov.yaml")


@pytest.fixture
def retired():
    load()
    measure = Measure.objects.get(title=TITLE)
    measure.retire(on=date(2023, 12, 31), reason="Skončilo.", by=make_user())
    return measure


def test_a_load_neither_puts_back_nor_rewrites(retired):
    assert load(PLAN.replace("term: Průběžně", "term: Jednou ročně")).changed_nothing
    retired.refresh_from_db()
    assert (retired.retired_on, retired.timing) == (date(2023, 12, 31), "Průběžně")


def test_a_new_measure_of_the_same_code_does_not_take_its_row(retired):
    load(PLAN.replace(f"title: {TITLE}", "title: Zvýšit počet bytů"))
    retired.refresh_from_db()
    assert retired.title == TITLE
    assert Measure.objects.filter(code=retired.code).count() == 3


def test_nobody_misses_a_retired_row(retired):
    lines = ('- code: "4.1.1.1"', f"  title: {TITLE}", "  term: Průběžně")
    without = PLAN.replace("".join(f"              {line}\n" for line in lines), "")
    assert without != PLAN
    assert not load(without).extras

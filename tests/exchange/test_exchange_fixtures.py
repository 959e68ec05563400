"""The plans at hand load; that of Krnov arrives whole and fast, and any damage to it is told."""

import random
from decimal import Decimal

import pytest
from django.conf import settings
from django.db.models import Q

from exchange.loading import load_plan_file
from exchange.problems import DocumentError
from exchange.yaml_reader import read_plans
from indicators.models import Indicator, Role, Value
from plans.models import Evaluation, Goal, Measure, ReportingPeriod, Territory
from projects.models import Project
from reports.models import Abbreviation

KRNOV = settings.BASE_DIR / "fixtures" / "krnov.yaml"
LINES = KRNOV.read_text(encoding="utf-8").splitlines(keepends=True)
SPOILERS = [
    "",
    "\t",
    "x",
    ": ",
    "- ",
    "'",
    "{",
    "[",
    "#",
    "*a",
    "&a ",
    "? ",
    "ž\n",
    "0",
    "%",
    "/",
    "|",
    "---\n",
]


@pytest.fixture
def krnov_plan(db):
    (result,) = load_plan_file(KRNOV)
    return result.plan


def test_everything_arrives(krnov_plan):
    in_action_plan = Measure.objects.filter(in_action_plan=True)
    under_measures = Indicator.objects.exclude(measure=None)
    assert Abbreviation.objects.count() == 13
    assert Indicator.objects.filter(role=Role.CONTEXT).count() == 44
    assert in_action_plan.count() == 48
    assert Goal.objects.filter(evaluations__isnull=False).count() == 2
    assert under_measures.count() == 54
    assert under_measures.values("measure").distinct().count() == 23
    assert Indicator.objects.filter(role=Role.IMPACT).count() == 2
    assert Project.objects.count() == 3


def test_words_of_the_report_are_kept(krnov_plan):
    printed = Evaluation.objects.filter(Q(goal__isnull=False) | Q(measure__in_action_plan=True))
    counts = {
        label: printed.filter(status_label=label).count()
        for label in printed.values_list("status_label", flat=True)
    }
    assert counts == {"REALIZOVÁNO": 13, "V REALIZACI": 14, "NESLEDOVÁNO": 19, "NEREALIZOVÁNO": 2, "": 2}


def test_a_share_of_5_10_is_printed_so(krnov_plan):
    value = Value.objects.get(indicator__definition__code="pnb_share", period__slug="2023-2024")
    assert (value.share, value.share_decimals) == (Decimal("5.1"), 2)


@pytest.mark.parametrize("path", sorted(KRNOV.parent.glob("*.yaml")), ids=lambda path: path.name)
def test_every_plan_at_hand_loads_and_loads_again_unchanged(db, path):
    load_plan_file(path)
    assert all(result.changed_nothing for result in load_plan_file(path))


def test_town_and_periods(krnov_plan):
    assert Territory.objects.get(code="597520") == krnov_plan.municipality
    assert [period.state for period in ReportingPeriod.objects.all()] == ["approved", "open"]


def test_first_load_takes_few_queries(db, django_assert_max_num_queries):
    with django_assert_max_num_queries(95):
        load_plan_file(KRNOV)


def test_second_load_only_looks(krnov_plan, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        (result,) = load_plan_file(KRNOV)
    assert result.changed_nothing


@pytest.mark.parametrize("seed", range(30))
def test_a_file_cut_anywhere_is_read_or_refused(seed):
    content = "".join(LINES).encode()
    read_or_refuse(content[: random.Random(seed).randrange(len(content))])


@pytest.mark.parametrize("seed", range(60))
def test_a_spoiled_line_is_read_or_refused(seed):
    chance = random.Random(seed)
    lines = list(LINES)
    for number in chance.sample(range(len(lines)), 3):
        line = lines[number]
        at = chance.randrange(len(line))
        lines[number] = line[:at] + chance.choice(SPOILERS) + line[at + chance.randrange(3) :]
    read_or_refuse("".join(lines).encode())


def read_or_refuse(content: bytes):
    """Anything but a document or a refusal with sentences is an error of ours."""
    try:
        assert read_plans(content, "krnov.yaml")
    except DocumentError as error:
        assert error.problems
        assert all(problem.text.endswith((".", "?")) for problem in error.problems), error.problems

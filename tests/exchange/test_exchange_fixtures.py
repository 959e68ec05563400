"""The plans at hand load; that of Krnov arrives whole and fast, and any damage to it is told."""

import random
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

import pytest
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.models import Q

from exchange.demo import DEMO_PLANS
from exchange.loading import load_plan_file
from exchange.problems import DocumentError
from exchange.saving import LoadResult
from exchange.yaml_reader import read_plans
from indicators.models import Indicator, Part, Role, Target, Value
from plans.models import (
    Approval,
    Evaluation,
    Goal,
    Measure,
    Plan,
    PriorityArea,
    ReportingPeriod,
    Status,
    Territory,
)
from projects.models import PlannedOutput, Project
from reports.models import Abbreviation, CooperationEvent

FIXTURES = settings.BASE_DIR / "fixtures"
KRNOV = FIXTURES / "krnov.yaml"
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


# All the files together


@dataclass
class Demo:
    """What the files say once they are all loaded, read before the database is emptied again."""

    again: list[LoadResult]
    rows: dict[str, list]
    rows_again: dict[str, list]
    counts: dict[str, int]
    typed: int
    in_words: dict[str, list[str]]


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load_all()
        rows = everything()
        again = load_all()
        demo = Demo(again, rows, everything(), count_all(), typed_numbers(), numbers_in_words())
        transaction.set_rollback(True)
    return demo


def load_all() -> list[LoadResult]:
    return [result for name in DEMO_PLANS for result in load_plan_file(FIXTURES / name)]


def everything() -> dict[str, list]:
    """All rows of all models with their history."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in ("plans", "indicators", "projects", "reports")
    }


def count_all() -> dict[str, int]:
    return {what: count() for what, (count, _) in COUNTS.items()}


def of(town: str, model, **conditions):
    """How many rows of the town's plan meet the conditions."""
    return partial(lambda: model.objects.filter(**{OWNER[model]: PLANS[town]}, **conditions).count())


PLANS = {
    "ostrava": "ostrava-psz-2022-2027",
    "kromeriz": "kromeriz-kpss-2020-2023",
    "sokolov": "sokolov-tap-2022-2025",
    "most": "most-spsz-2017-2019",
    "litvinov": "litvinov-spsz-2018-2021",
}
OWNER = {
    Abbreviation: "plan__slug",
    Approval: "plan__slug",
    CooperationEvent: "plan__slug",
    Evaluation: "period__plan__slug",
    Goal: "area__plan__slug",
    Indicator: "plan__slug",
    Measure: "goal__area__plan__slug",
    PriorityArea: "plan__slug",
    Project: "plan__slug",
    Value: "indicator__plan__slug",
}
COUNTS = {
    "Ostrava: global indicators": (of("ostrava", Indicator, role=Role.CONTEXT), 11),
    "Ostrava: abbreviations": (of("ostrava", Abbreviation), 14),
    "Ostrava: events of the year": (of("ostrava", CooperationEvent), 17),
    "Ostrava: projects": (of("ostrava", Project), 20),
    "Ostrava: strategic goals": (of("ostrava", Goal, parent=None), 12),
    "Ostrava: specific goals": (of("ostrava", Goal, parent__isnull=False), 23),
    "Ostrava: impact indicators": (of("ostrava", Indicator, role=Role.IMPACT), 46),
    "Ostrava: values of four categories": (of("ostrava", Value, indicator__parts_kind="list"), 2),
    "Ostrava: rows of measures": (of("ostrava", Measure), 47),
    "Ostrava: summaries of goals": (of("ostrava", Evaluation, goal__isnull=False), 23),
    "Ostrava: measures with counted reports": (of("ostrava", Evaluation, reports_expected=6), 23),
    "Ostrava: measures in progress": (of("ostrava", Evaluation, status=Status.IN_PROGRESS), 31),
    "Ostrava: measures not realised": (of("ostrava", Evaluation, status=Status.NOT_REALISED), 15),
    "Ostrava: indicators of other measures": (
        of("ostrava", Indicator, goal__code="4.1.2", contributing_measures__code="2.1.3.4"), 3),
    "Kroměříž: sections": (of("kromeriz", PriorityArea), 5),
    "Kroměříž: measures": (of("kromeriz", Measure), 33),
    "Kroměříž: completed": (of("kromeriz", Evaluation, status=Status.COMPLETED), 9),
    "Kroměříž: continuous": (of("kromeriz", Evaluation, status=Status.CONTINUOUS), 8),
    "Kroměříž: in progress": (of("kromeriz", Evaluation, status=Status.IN_PROGRESS), 3),
    "Kroměříž: partial": (of("kromeriz", Evaluation, status=Status.PARTIAL), 1),
    "Kroměříž: not realised": (of("kromeriz", Evaluation, status=Status.NOT_REALISED), 9),
    "Kroměříž: without a word": (of("kromeriz", Evaluation, status=Status.NOT_STATED), 3),
    "Sokolov: projects": (of("sokolov", Project), 7),
    "Sokolov: running projects": (of("sokolov", Project, state="running", call__number="018"), 3),
    "Sokolov: finished projects": (of("sokolov", Project, state="finished"), 3),
    "Sokolov: rejected projects": (of("sokolov", Project, state="rejected"), 1),
    "Sokolov: approvals": (of("sokolov", Approval), 1),
    "Most: projects of the answer": (of("most", Project, call__number="052"), 8),
    "Litvínov: projects of the answer": (of("litvinov", Project, call__number="042"), 7),
    "Litvínov: numbers of flats by city part": (
        lambda: Part.objects.filter(value__indicator__area__plan__slug=PLANS["litvinov"]).count(), 33),
    "MPI: plans": (lambda: Plan.objects.filter(kind="mpi").count(), 34),
    "MPI: approvals": (lambda: Approval.objects.filter(plan__kind="mpi").count(), 40),
    "MPI: approvals of single municipalities": (
        lambda: Approval.objects.filter(plan__kind="mpi", territory__isnull=False).count(), 8),
    "SPSZ: plans": (lambda: Plan.objects.filter(kind="spsz").count(), 2),
}  # fmt: skip

# Every field of words that may stand in place of a number or a date.
WORDED = {
    "printed value": (Value, "printed"),
    "text value": (Value, "text"),
    "note of a value": (Value, "note"),
    "target": (Target, "text"),
    "cost": (Measure, "cost_text"),
    "note of a planned output": (PlannedOutput, "note"),
    "term of a project": (Project, "term_text"),
}
MORE_THAN_40, LESS_THAN_40 = "klienti s podporou více než 40 hodin", "klienti s podporou pod 40 hodin"
STAFF = "2 lokální konzultanti po 0,5 úvazku; tým lokálních poradců podle potřeby"
OVERRIDES = {
    "printed value": ["n. a.", "n. a."],
    "text value": [],
    "note of a value": [STAFF, STAFF],
    "target": ["Minimálně 700", "Méně než 16", "Pokles o 500", "Zvýšit o 500"],
    "cost": [],
    "note of a planned output": sorted(
        ["60 osob nad 15 let", "do 31. 12. 2020", "meze v dokumentu opačně: 20 - 15", "na 3 roky"]
        + [MORE_THAN_40] * 7
        + [LESS_THAN_40] * 3
    ),
    "term of a project": [
        "Neschváleno, nová žádost v druhé polovině roku 2024",
        "od 1. 3. 2018 do 28. 2. 202",
    ],
}
# These say a number in words only; the other overrides stand beside a typed one.
NUMBERS_LOST_IN_WORDS = [STAFF, STAFF, "60 osob nad 15 let", *OVERRIDES["term of a project"]]


def typed_numbers() -> int:
    """Cells with a number in a column of numbers."""
    is_number = Q(number__isnull=False)
    return sum(
        model.objects.filter(condition).count()
        for model, condition in [
            (Value, is_number | Q(share__isnull=False)),
            (Part, is_number),
            (Target, is_number),
            (PlannedOutput, is_number),
            (Project, Q(amount__isnull=False)),
            (Measure, Q(cost__isnull=False)),
        ]
    )


def numbers_in_words() -> dict[str, list[str]]:
    """What is printed as typed: anything with a digit, and every override of a value."""
    return {
        what: sorted(
            text
            for text in model.objects.exclude(**{field: ""}).values_list(field, flat=True)
            if field == "printed" or any(letter.isdigit() for letter in text)
        )
        for what, (model, field) in WORDED.items()
    }


def test_the_demo_holds_every_fixture():
    assert sorted(DEMO_PLANS) == sorted(path.name for path in FIXTURES.glob("*.yaml"))


def test_loading_everything_twice_changes_nothing(demo):
    assert all(result.changed_nothing and not result.extras for result in demo.again)


@pytest.mark.parametrize("kind", ["rows", "history"])
def test_loading_everything_twice_writes_no_row(demo, kind):
    labels = [label for label in demo.rows if ("Historical" in label) == (kind == "history")]
    assert labels
    assert [label for label in labels if demo.rows[label] != demo.rows_again[label]] == []


@pytest.mark.parametrize("what", COUNTS)
def test_nothing_of_the_documents_is_left_out(demo, what):
    assert demo.counts[what] == COUNTS[what][1]


@pytest.mark.parametrize("what", WORDED)
def test_only_these_are_printed_as_typed(demo, what):
    assert demo.in_words[what] == OVERRIDES[what]


def test_nineteen_numbers_of_twenty_are_in_columns_of_numbers(demo):
    assert demo.typed > 400
    assert demo.typed / (demo.typed + len(NUMBERS_LOST_IN_WORDS)) >= 0.95


# A corrected copy

CORRECTIONS = {
    "value": (
        "ostrava.yaml", '{value: "1 190", covers: k 30. 4. 2024}', '{value: "1 191", covers: k 30. 4. 2024}',
        "změněno: indikátor Počet klientů Kontaktního místa pro bydlení, leden 2023 – duben 2024:"
        " 1 190 klientů → 1 191 klientů"),
    "cost": (
        "kromeriz.yaml", "20 000 000 Kč", "21 000 000 Kč",
        "změněno: opatření 2.1 Zajištění bydlení pro aktivní seniory v Kroměříži s podporou ambulantních a"
        " terénních sociálních služeb, předpokládané náklady (Kč): 20 000 000 → 21 000 000"),
    "amount": (
        "sokolov.yaml", "14 905 800 Kč", "14 905 900 Kč",
        "změněno: projekt Domovníci preventisté v Sokolově, částka (Kč): 14 905 800 → 14 905 900"),
    "output": (
        "most.yaml", 'value: "350"', 'value: "351"',
        "změněno: projekt Dluhové poradenství pro osoby žijící v sociálně vyloučených lokalitách města Mostu"
        " ke zvýšení jejich uplatnitelnosti ve společnosti a na trhu práce, výstup Počet podpořených osob:"
        " 350 → 351"),
    "target": (
        "most.yaml", 'value: "14", operator', 'value: "15", operator',
        "změněno: indikátor Počet bytů odkoupených a zrekonstruovaných pro sociální bydlení,"
        " plánovaná hodnota: 14 do roku 2020 → 15 do roku 2020"),
    "part": (
        "litvinov.yaml", 'Horní Litvínov: "18"', 'Horní Litvínov: "19"',
        "změněno: indikátor Aktuální počet sociálních bytů, rok 2018, Horní Litvínov: 18 → 19"),
}  # fmt: skip


@pytest.mark.parametrize("correction", CORRECTIONS)
def test_a_corrected_number_is_changed_and_told(db, tmp_path, correction):
    name, old, new, sentence = CORRECTIONS[correction]
    text = (FIXTURES / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    corrected = tmp_path / name
    corrected.write_text(text.replace(old, new), encoding="utf-8")
    load_plan_file(FIXTURES / name)
    (result,) = load_plan_file(corrected)
    assert [change.replace("\u00a0", " ") for change in result.changes] == [sentence]
    assert not result.created
    assert not result.extras
    assert all(again.changed_nothing for again in load_plan_file(corrected))

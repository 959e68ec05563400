"""Reading a good document: everything arrives typed."""

from datetime import date
from decimal import Decimal

import pytest

from czech.periods import Span
from exchange.documents import BASELINE, CallName, Cost, PartFigure, ReportCount
from exchange.problems import DocumentError
from exchange.yaml_reader import read_plan_file, read_plans
from indicators.models import Operator, Part, StateWord
from plans.models import Status
from tests.exchange.plan_text import PLAN, plan_with


@pytest.fixture
def plan():
    (document,) = read_plans(PLAN.encode(), "krnov.yaml")
    return document


def read_with(old: str, new: str):
    (document,) = read_plans(plan_with(old, new)[0].encode(), "krnov.yaml")
    return document


def test_head_and_periods(plan):
    assert plan.plan.valid == Span(date(2022, 1, 1), date(2027, 12, 31))
    assert plan.plan.planned_funding == Decimal(69704554)
    assert plan.plan.approvals[0].approved_on == date(2022, 8, 16)
    assert [period.slug for period in plan.periods] == ["2022", "2023"]
    assert plan.plan.municipality.line == 5


def test_values(plan):
    index, flats, share, persons, is_open = plan.all_indicators()
    assert [value.period for value in index.values] == [BASELINE, "2022"]
    assert flats.values[0].value.figure.missing == "not_monitored"
    assert flats.values[1].value.figure.number == Decimal(1535)
    assert str(share.values[0].value.figure.share) == "9.70"
    assert [part.figure for part in persons.values[0].parts] == [
        PartFigure(Decimal(79)),
        PartFigure(Decimal(150)),
    ]
    assert persons.targets[0].operator == Operator.EQUAL
    assert is_open.values[0].value.figure.answer is True


def test_measure(plan):
    measure, _ = plan.measures()
    assert measure.cost == Cost(amount=Decimal(10000), unit="setkání")
    assert [implementer.text for implementer in measure.implementers] == ["Město Krnov", "ASZ"]
    (evaluation,) = measure.evaluations
    assert (evaluation.status.status, evaluation.status.label) == (Status.IN_PROGRESS, "V REALIZACI")
    assert evaluation.reports == ReportCount(2, 6)


def test_project(plan):
    (project,) = plan.projects
    assert project.call == CallName("OPZ+", "018")
    assert project.recipients[0].text == "Lexikona, z. s."
    assert project.outputs[0].value.qualifier == "at_least"


@pytest.mark.parametrize(
    ("written", "kind", "number"),
    [("9,2 %", Part.Kind.SHARE, "9.2"), ("2.", Part.Kind.RANK, "2"), ("12,50", Part.Kind.COUNT, "12.50")],
)
def test_kinds_of_parts(written, kind, number):
    share = read_with("1 833 osob tj. 9,70 %", f'{{parts: {{Krnov: "{written}"}}}}').areas[0].indicators[1]
    (part,) = share.values[0].parts
    assert (part.figure.kind, str(part.figure.number)) == (kind, number)


@pytest.mark.parametrize(
    ("written", "state"), [("splněno", StateWord.DONE), ("NEREALIZOVÁNO", StateWord.NOT_DONE)]
)
def test_states(written, state):
    *_, is_open = read_with('"2023": ANO', f'"2023": {written}').all_indicators()
    assert is_open.values[0].value.state == state


def test_letters_for_not_available_are_kept():
    _, flats, *_ = read_with('"2022": nesledováno', '"2022": n. a.').all_indicators()
    reported = flats.values[0].value
    assert (reported.figure.missing, reported.printed) == ("not_available", "n. a.")


def test_text_indicator_takes_any_words_but_knows_the_missing():
    old = 'kind: yes_no\n                    values:\n                      "2023": ANO'
    values = 'values:\n                      "2022": "-"\n                      "2023": do 10 let'
    *_, words = read_with(old, f"kind: text\n                    {values}").all_indicators()
    assert words.values[0].value.figure.missing == "not_available"
    assert words.values[1].value.text == "do 10 let"


def test_words_instead_of_dates_and_amounts():
    document = read_with("cost: 10 000 Kč / setkání", "cost: Nelze specifikovat")
    first, second = document.measures()
    assert first.cost == Cost(words="Nelze specifikovat")
    assert second.term.words == "Průběžně"


def test_byte_order_mark_and_windows_lines_do_no_harm(plan):
    assert read_plans(PLAN.replace("\n", "\r\n").encode("utf-8-sig"), "krnov.yaml") == [plan]


def test_several_plans_in_one_file(plan):
    other = PLAN.replace("krnov-psz", "jiny")
    assert [one.plan.slug for one in read_plans(f"{PLAN}---\n{other}---\n".encode(), "x.yaml")] == [
        "krnov-psz",
        "jiny",
    ]
    with pytest.raises(DocumentError, match="x.yaml, řádek 116: Plán „krnov-psz“ už je na řádku 2."):
        read_plans(f"{PLAN}---\n{PLAN}".encode(), "x.yaml")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(DocumentError, match="neni.yaml: Soubor nelze otevřít"):
        read_plan_file(tmp_path / "neni.yaml")

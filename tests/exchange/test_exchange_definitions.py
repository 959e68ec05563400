"""What a document says of definitions that towns share."""

import pytest

from exchange.problems import DocumentError
from exchange.saving import save_plan
from exchange.yaml_reader import read_plans
from indicators.models import Aggregation, Definition, SeriesBreak
from tests.exchange.plan_text import PLAN, line_with, plan_with

pytestmark = pytest.mark.django_db
OLD = "  - {code: isv, name: Index sociálního vyloučení, unit: bod}\n"
ISV = "  - {{code: isv, name: Index sociálního vyloučení, unit: bod, {more}}}\n"
ADULTS = "  - {code: population_15, name: Počet obyvatel 15+, aggregation: sum}\n"


def load(text: str = PLAN):
    (document,) = read_plans(text.encode(), "krnov.yaml")
    return save_plan(document, name="krnov.yaml")


def defined(more: str) -> str:
    return plan_with(OLD, ISV.format(more=more) + ADULTS)[0]


def test_definition_says_how_towns_are_added():
    text = defined("aggregation: weighted, denominator: population_15, counts_people: true")
    load(text)
    isv = Definition.objects.get(code="isv")
    assert (isv.aggregation, isv.denominator.code) == (Aggregation.WEIGHTED, "population_15")
    assert isv.counts_people


def test_break_of_a_series_comes_with_its_definition_and_only_once():
    text = defined("breaks: {2025: Nová dávka}")
    load(text)
    load(text)
    cut = SeriesBreak.objects.get()
    assert (cut.definition.code, cut.year, cut.reason) == ("isv", 2025, "Nová dávka")


def test_definition_that_exists_stays_as_it_is():
    load()
    text = defined("aggregation: sum, breaks: {2025: Nová dávka}")
    load(text)
    assert Definition.objects.get(code="isv").aggregation == Aggregation.NONE
    assert not SeriesBreak.objects.exists()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ("aggregation: weighted", "Vážený průměr potřebuje celek, kterým se váží."),
        ("denominator: obyvatelstvo", "Definice „obyvatelstvo“ v dokumentu není"),
        ("denominator: isv", "Definice nemůže být celkem sama sobě."),
        ("breaks: {vloni: Nová dávka}", "„vloni“ není rok"),
        ("aggregation: průměr", "„průměr“ neznám"),
    ],
)
def test_what_does_not_fit_is_told_by_its_line(more, sentence):
    with pytest.raises(DocumentError) as refused:
        load(defined(more))
    (problem,) = refused.value.problems
    assert sentence in problem.text
    assert problem.line == line_with("  - {code: isv")
    assert not Definition.objects.exists()

from datetime import date
from decimal import Decimal

import pytest

from plans.models import Evaluation, Measure, MeasureImplementer, Organisation
from reports.blocks import Bullets, Facts
from reports.chapters import fulfilment_cards
from reports.chapters.measures import cost_text, measure_term
from reports.content import report_content
from tests.reports.reading import cells, headings, paragraphs, tables, words
from tests.reports.report_plans import (
    YEAR_2023,
    make_area,
    make_evaluation,
    make_goal,
    make_indicator,
    make_measure,
    make_period,
    make_plan,
    make_value,
)

pytestmark = pytest.mark.django_db


class Town:
    """A community plan with one measure under a priority of a working group."""

    def __init__(self):
        self.plan = make_plan(kind="kpss", action_plan="")
        self.period = make_period(self.plan, span=YEAR_2023)
        self.goal = make_goal(make_area(self.plan, "", "Senioři"), "2", "Setrvání doma")
        self.measure = make_measure(
            self.goal, "2.1", "Komunitní bydlení", output="Vznik 15 bytů", timing="Prosinec 2023",
            cost=Decimal(10000), cost_unit="setkání", funding="Dotace EU\nVlastní zdroje",
            risks="Málo peněz\nŠpatná lokalita", intentions="Více služeb",
        )  # fmt: skip

    @property
    def blocks(self):
        return fulfilment_cards(report_content(self.plan, self.period))


@pytest.fixture
def town():
    return Town()


def test_a_card_says_what_was_planned(town):
    organisation = Organisation.objects.create(name="Město Lhota")
    MeasureImplementer.objects.create(measure=town.measure, organisation=organisation)
    assert headings(town.blocks, 3) == ["Senioři"]
    assert headings(town.blocks, 4) == ["Komunitní bydlení"]
    (facts,) = (block for block in town.blocks if isinstance(block, Facts))
    assert {label: words(text) for label, text in facts.facts} == {
        "Termín": "Prosinec 2023",
        "Odpovědnost": "Město Lhota",
        "Předpokládané náklady": "10 000 Kč / setkání",
        "Zdroj krytí nákladů": "Dotace EU; Vlastní zdroje",
    }


def test_several_things_are_a_list_and_one_stands_behind_its_label(town):
    texts = paragraphs(town.blocks)
    assert texts[:4] == [
        "Priorita 2 Setrvání doma",
        "Výstup: Vznik 15 bytů",
        "Rizika a ohrožení:",
        "Plánované aktivity a rozvojové záměry: Více služeb",
    ]
    (risks,) = (block for block in town.blocks if isinstance(block, Bullets))
    assert [words(item) for item in risks.items] == ["Málo peněz", "Špatná lokalita"]


def test_the_printed_status_opens_the_fulfilment(town):
    make_evaluation(
        town.measure, town.period, "not_realised", status_label="Výstup nesplněn", detail="Zvažuje se."
    )
    assert paragraphs(town.blocks)[-1] == "Plnění v roce 2023. Výstup nesplněn. Zvažuje se."


def test_a_measure_without_evaluation_says_that_nothing_is_stated(town):
    assert paragraphs(town.blocks)[-1] == "Plnění v roce 2023. Neuvedeno."


def test_indicators_and_the_goals_own_results_are_printed_too(town):
    make_value(make_indicator(town.plan, "Byty", measure=town.measure), town.period, 3)
    make_value(make_indicator(town.plan, "Spokojenost", "impact", goal=town.goal), town.period, 5)
    Evaluation.objects.create(goal=town.goal, period=town.period, detail="Daří se.", outlook="Dál.")
    assert [cells(table.rows[0]) for table in tables(town.blocks)] == [["Spokojenost", "5"], ["Byty", "3"]]
    assert "Shrnutí za rok 2023. Daří se." in paragraphs(town.blocks)


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ({"cost_text": "Nelze specifikovat"}, "Nelze specifikovat"),
        ({"cost": Decimal(0)}, "0 Kč"),
        ({}, ""),
    ],
)
def test_costs_are_an_amount_or_words(attributes, text):
    assert cost_text(Measure(**attributes)).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("start", "end", "activity", "text"),
    [
        (date(2023, 12, 1), date(2023, 12, 31), "", "Prosinec 2023"),
        (date(2020, 1, 1), date(2023, 12, 31), "", "2020–2023"),
        (date(2023, 1, 1), date(2023, 12, 31), "other", "2023"),
        (date(2024, 1, 1), date(2024, 12, 31), "project", "1. 1. 2024–31. 12. 2024"),
        (date(2024, 1, 1), None, "", "od 1. 1. 2024"),
        (None, None, "project", ""),
    ],
)
def test_projects_last_from_day_to_day_and_measures_for_months_and_years(start, end, activity, text):
    term = measure_term(Measure(starts_on=start, ends_on=end, activity=activity))
    assert term.replace("\u00a0", " ") == text

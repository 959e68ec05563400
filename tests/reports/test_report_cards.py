from datetime import date

import pytest

from indicators.models import Target
from plans.models import MeasureImplementer, Organisation
from projects.models import Project
from reports.blocks import Facts, Heading
from reports.chapters import measure_cards
from reports.content import report_content
from tests.reports.reading import cells, headings, paragraphs, tables, titles, words
from tests.reports.report_plans import (
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
SCHOOL_YEAR = (date(2022, 9, 1), date(2023, 8, 31))


class Town:
    """A plan with one measure that has one indicator."""

    def __init__(self):
        self.plan = make_plan()
        self.period = make_period(self.plan)
        self.area = make_area(self.plan, "4")
        self.goal = make_goal(self.area, "4.1", "Bydlení pro všechny")
        self.measure = make_measure(self.goal, "4.1.1", "Otevřít místo")
        self.indicator = make_indicator(self.plan, "Počet osob", measure=self.measure, unit="osoba")

    @property
    def blocks(self):
        return measure_cards(report_content(self.plan, self.period))

    @property
    def table(self):
        return tables(self.blocks)[-1]

    @property
    def facts(self):
        (facts,) = (block for block in self.blocks if isinstance(block, Facts))
        return {label: words(line) for label, line in facts.facts}


@pytest.fixture
def town():
    return Town()


def test_a_card_has_its_heading_and_facts(town):
    town.measure.detail_title = "Vznik místa"
    town.measure.save()
    for position, name in enumerate(["Město Lhota", "ASZ"]):
        organisation = Organisation.objects.create(name=name)
        MeasureImplementer.objects.create(measure=town.measure, organisation=organisation, position=position)
    make_evaluation(town.measure, town.period, "in_progress", status_label="V REALIZACI")
    make_value(town.indicator, town.period, 5, SCHOOL_YEAR)
    (card,) = (block for block in town.blocks if isinstance(block, Heading) and block.level == 4)
    assert (card.code, card.text, card.anchor) == ("4.1.1", "Vznik místa", f"karta-{town.measure.pk}")
    assert town.facts == {
        "Stav": "V realizaci",
        "Realizátor": "Město Lhota, ASZ",
        "Sledované období": "školní rok 2022/23",
        "Strategický cíl": "4.1 Bydlení pro všechny",
    }


def test_what_nobody_filled_is_said_in_words(town):
    assert town.facts["Stav"] == "Neuvedeno"
    assert town.facts["Realizátor"] == "neuveden"
    assert town.facts["Sledované období"] == "leden 2023 – červen 2024"
    assert cells(town.table.rows[0]) == ["Počet osob", "neuvedeno"]
    assert paragraphs(town.blocks)[-1] == "Shrnutí. Realizátor shrnutí nedodal."


def test_plan_and_baseline_have_columns_only_when_there_are_some(town):
    other = make_indicator(town.plan, "Byty", measure=town.measure)
    make_value(other, None, 9)
    Target.objects.create(
        indicator=town.indicator, number=450, due_on=date(2027, 12, 31), label="cílová hodnota"
    )
    assert titles(town.table) == ["Indikátor výstupu", "Počáteční hodnota", "Plánovaná hodnota", "Skutečnost"]
    first, second = map(cells, town.table.rows)
    assert first == ["Počet osob", "neuvedeno", "450 do roku 2027 / cílová hodnota", "neuvedeno"]
    assert second[:3] == ["Byty", "9", "nestanovena"]


def test_a_dash_is_explained(town):
    make_value(town.indicator, town.period, missing_reason="not_available")
    assert words(town.table.note) == "– údaj není k dispozici."


def test_impact_of_the_area_stands_before_its_cards(town):
    impact = make_indicator(town.plan, "Snížené dluhy", "impact", area=town.area)
    make_value(impact, town.period, 71, SCHOOL_YEAR)
    first, _ = tables(town.blocks)
    assert words(first.caption) == "Indikátory dopadu, školní rok 2022/23"
    assert cells(first.rows[0]) == ["Snížené dluhy", "71"]


def test_the_summary_keeps_its_list_and_the_outlook_follows(town):
    make_evaluation(town.measure, town.period, detail="Vznikly:\n- dvě skupiny", outlook="Třetí.")
    assert paragraphs(town.blocks) == ["Shrnutí. Vznikly:", "Výhled. Třetí."]


def test_a_project_is_named_and_a_rejected_one_says_so(town):
    for title, state in [("Spolu", "running"), ("Znovu", "rejected")]:
        project = Project.objects.create(plan=town.plan, title=title, state=state, registration_number="CZ.1")
        project.measures.add(town.measure)
    assert paragraphs(town.blocks)[-2:] == ["Projekt: Spolu, CZ.1.", "Projekt: Znovu, CZ.1 (neschválen)."]


def test_measures_without_indicators_have_no_card(town):
    make_measure(town.goal, "4.1.2", "Bez čísel")
    assert headings(town.blocks, 4) == ["Otevřít místo"]


def test_a_plan_without_indicators_has_no_cards():
    plan = make_plan()
    make_measure(make_goal(make_area(plan)))
    assert measure_cards(report_content(plan, make_period(plan))) == []

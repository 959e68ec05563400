from datetime import date

import pytest

from plans.models import Approval, Status
from reports.blocks import KeyFigures, Legend, Paragraph
from reports.chapters import abbreviations, about_document, introduction, locality, title_page
from reports.content import report_content
from reports.models import Abbreviation, Chapter, Report
from tests.reports.reading import cells, headings, paragraphs, tables, titles, words
from tests.reports.report_plans import (
    make_area,
    make_evaluation,
    make_goal,
    make_measure,
    make_period,
    make_plan,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan(title="Plán města Lhota")


@pytest.fixture
def period(plan):
    return make_period(plan, data_as_of=date(2024, 6, 30))


@pytest.fixture
def report(plan, period):
    return Report.objects.create(plan=plan, period=period, layout="action-plan-table")


def test_the_title_page_manages_without_a_written_report(plan, period):
    (page,) = title_page(report_content(plan, period))
    assert (page.kicker, page.title) == (
        "Vyhodnocení\u00a0plnění",
        "Plán města Lhota",
    ) or page.kicker == "Vyhodnocení plnění"
    assert page.period.replace("\u00a0", " ") == "za období leden 2023 – červen 2024"
    assert dict(page.facts) == {"Hodnocená část": "Akční plán I", "Stav dat k": "30.\u00a06.\u00a02024"}


def test_the_title_page_takes_what_the_town_wrote(plan, period, report):
    report.number, report.title, report.prepared_by = "Průběžné vyhodnocení I.", "Jak plníme plán", "ASZ"
    report.issued_on, report.publicity = date(2024, 12, 4), "Projekt č. 1"
    report.save()
    (page,) = title_page(report_content(plan, period))
    assert (page.kicker, page.title) == ("Průběžné vyhodnocení I.", "Jak plníme plán")
    assert dict(page.facts)["Zpracovali"] == "ASZ"
    assert dict(page.facts)["Vydáno"] == "4.\u00a012.\u00a02024"
    assert page.publicity == "Projekt č.\u00a01"


def test_abbreviations_are_a_table_in_their_own_order(plan, period):
    assert abbreviations(report_content(plan, period)) == []
    Abbreviation.objects.create(plan=plan, short="ASZ", meaning="Agentura")
    assert cells(tables(abbreviations(report_content(plan, period)))[0].rows[0]) == ["ASZ", "Agentura"]


def test_the_place_is_described_when_the_town_wrote_about_it(plan, period, report):
    assert locality(report_content(plan, period)) == []
    Chapter.objects.create(report=report, name="locality", text="Leží v kopcích.")
    assert paragraphs(locality(report_content(plan, period))) == ["Leží v kopcích."]


def test_the_introduction_says_what_is_evaluated_and_counts_it(plan, period):
    goal = make_goal(make_area(plan, "4"))
    for status in ["completed", "completed", "in_progress", "not_monitored"]:
        make_evaluation(make_measure(goal), period, status)
    blocks = introduction(report_content(plan, period))
    assert words(blocks[1].line) == (
        "Zpráva vyhodnocuje Plán města Lhota a Akční plán I za období leden 2023 – červen 2024."
    )
    (figures,) = (block for block in blocks if isinstance(block, KeyFigures))
    assert [figure for figure, _ in figures.figures] == ["4", "2"]
    (table,) = tables(blocks)
    assert titles(table) == ["Oblast", "Realizováno", "V realizaci", "Nesledováno", "Celkem"]
    assert [cells(row) for row in table.rows] == [
        ["4 Bydlení", "2", "1", "1", "4"],
        ["Celkem", "2", "1", "1", "4"],
    ]
    assert words(table.note).endswith("Započteno: 3 řádky, z toho realizováno 2 (67 %).")


def test_the_last_page_says_what_the_document_is(plan, period):
    Approval.objects.create(plan=plan, approved_on=date(2022, 8, 16), body="zastupitelstvo")
    blocks = about_document(report_content(plan, period))
    said = dict(text.split(": ", 1) for text in paragraphs(blocks))
    assert said["Plán"] == "Plán města Lhota (PSZ)"
    assert said["Město"] == "Lhota (okres Bruntál)"
    assert said["Schváleno"] == "16. 8. 2022, zastupitelstvo"
    assert said["Hodnocené období"] == "leden 2023 – červen 2024"
    (legend,) = (block for block in blocks if isinstance(block, Legend))
    assert len(legend.statuses) == len(Status)


def test_counts_behind_a_status_are_explained_where_they_occur(plan, period):
    measure = make_measure(make_goal(make_area(plan)))
    assert not any(isinstance(block, Paragraph) and "(2/6)" in words(block.line)
                   for block in about_document(report_content(plan, period)))  # fmt: skip
    make_evaluation(measure, period, "in_progress", reports_received=1, reports_expected=4)
    assert any("(2/6)" in text for text in paragraphs(about_document(report_content(plan, period))))


def test_chapters_have_their_names(plan, period):
    assert headings(introduction(report_content(plan, period))) == ["Úvod"]

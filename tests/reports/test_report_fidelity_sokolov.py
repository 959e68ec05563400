"""The Sokolov summary of cooperation, as loaded from its fixture, says every fact of the document."""

import pytest

from tests.reports.html_tables import export_html, missing, plain, read_report, says, typed
from tests.reports.sokolov_values import (
    APPROVED_ON,
    EVENTS,
    LISTED_FUNDING,
    MEASURES,
    PERIOD,
    PLANNED_FUNDING,
    PLANNED_PROJECTS,
    PROJECTS,
    RESEARCHES,
    TITLE,
    VALID,
)

# Asks for the database that the report is printed from.
pytestmark = pytest.mark.django_db
PLAN_CHAPTER, PROJECTS_CHAPTER = "Plán a jeho financování", "Projekty"
RESEARCHES_CHAPTER, LOG_CHAPTER = "Výzkumy a analýzy", "Průběh spolupráce"


@pytest.fixture(scope="module")
def report(django_db_setup, django_db_blocker):
    return read_report(export_html(django_db_blocker, "sokolov.yaml"))


def test_the_lists_are_complete():
    assert (len(PROJECTS), len(RESEARCHES), len(EVENTS)) == (7, 3, 6)


def test_the_title_page_says_the_period(report):
    assert not missing(report.blocks[0].text, f"Sokolov; {PERIOD}")


@pytest.mark.parametrize("fact", [TITLE, VALID, APPROVED_ON])
def test_the_plan_says_its_name_validity_and_approval(report, fact):
    assert not missing(report.block(PLAN_CHAPTER).text, fact)


def test_planned_funding_stands_beside_the_projects_found(report):
    (table,) = report.block(PLAN_CHAPTER).tables
    planned, found = table.rows[1:]
    assert planned[-1] == typed(PLANNED_FUNDING)
    assert found[-1] == typed(LISTED_FUNDING)
    assert not missing(found[0], "3 projekty")


def test_the_two_sums_are_not_added_up(report):
    text = report.block(PLAN_CHAPTER).text
    assert missing(text, "108 797 608 Kč")
    assert not missing(text, "30 611 500 Kč")


def test_the_number_of_planned_projects_is_said(report):
    assert not missing(report.block(PROJECTS_CHAPTER).text, f"{PLANNED_PROJECTS} projekty")


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project[0])
def test_projects(report, project):
    title, *cells = project
    (row,) = report.block(PROJECTS_CHAPTER).rows_saying(title)
    assert not missing(row, "; ".join(cell for cell in cells if cell)), row


def test_the_table_has_no_other_projects(report):
    (table,) = report.block(PROJECTS_CHAPTER).tables
    titles = [typed(title) for title, *_ in PROJECTS]
    rows = [row[0] for row in table.rows[1:] if any(says(row[0], title) for title in titles)]
    others = [row[0] for row in table.rows[1:] if row[0] not in rows]
    assert len(rows) == len(PROJECTS)
    assert others == [plain("OPZ+"), plain("OPZ"), plain("Celkem")]


def test_the_running_projects_have_a_subtotal(report):
    ((_, row),) = report.block(PROJECTS_CHAPTER).rows_of("OPZ+")
    assert not missing(row[-1], LISTED_FUNDING)


@pytest.mark.parametrize(("code", "title"), MEASURES)
def test_measures(report, code, title):
    assert report.block(f"{code} {title}")


@pytest.mark.parametrize(("title", "year"), RESEARCHES)
def test_researches_with_their_years(report, title, year):
    text = report.block(RESEARCHES_CHAPTER).text
    following = text[text.index(plain(title)) :]
    assert not missing(following[: following.index(")") + 1], year)


@pytest.mark.parametrize(("when", "facts"), EVENTS)
def test_the_log_has_its_dates(report, when, facts):
    assert any(not missing(event, facts) for event in happened(report, when)), when


def happened(report, when):
    """Events under the head of their date; words like a season may stand in the name of the event."""
    moments = report.block(LOG_CHAPTER).moments
    date = typed(when)
    return [f"{moment} {what}" for moment, what in moments if says(moment, date) or says(what, date)]

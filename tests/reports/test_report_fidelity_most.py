"""Reports and registers of Most and Litvínov say every value of the answer about them."""

import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from exchange.demo import DEMO_PLANS
from tests.reports.html_tables import export_html, missing, plain, read_report, typed
from tests.reports.most_values import (
    CAPACITY,
    CAPACITY_TOTAL,
    LITVINOV_CALL,
    LITVINOV_PROJECTS,
    MOST_CALL,
    MOST_PROJECTS,
    MPI,
    SPSZ,
)

# Asks for the database that the reports are printed from.
pytestmark = pytest.mark.django_db
PROJECTS_CHAPTER = "Příloha A"
TOWNS = {"Most": MOST_PROJECTS, "Litvínov": LITVINOV_PROJECTS}
CALLS = {"Most": MOST_CALL, "Litvínov": LITVINOV_CALL}
EVERY_PROJECT = [(town, project) for town, projects in TOWNS.items() for project in projects]
FLATS = [
    "Maximální počet sociálních bytů",
    "Aktuální počet sociálních bytů",
    "Volná kapacita sociálních bytů",
]


@pytest.fixture(scope="module")
def reports(django_db_setup, django_db_blocker):
    files = {"Most": "most.yaml", "Litvínov": "litvinov.yaml"}
    return {town: read_report(export_html(django_db_blocker, file)) for town, file in files.items()}


@pytest.fixture(scope="module")
def registers(django_db_setup, django_db_blocker, tmp_path_factory):
    """Both lists of the whole demo, printed once."""
    folder = tmp_path_factory.mktemp("registers")
    with django_db_blocker.unblock(), transaction.atomic():
        call_command(
            "load_plan", *(str(settings.BASE_DIR / "fixtures" / name) for name in DEMO_PLANS), verbosity=0
        )
        for register in ("plans", "projects"):
            call_command("export_list", register, "--format", "html", "--output", str(folder / register))
        transaction.set_rollback(True)
    return {
        register: read_report((folder / register).read_text(encoding="utf-8"))
        for register in ("plans", "projects")
    }


def rows(registers, register):
    (table,) = registers[register].block("Přehled").tables
    return table.rows[1:]


def test_the_lists_are_complete():
    dates = sum(part[0].isdigit() for _, _, days in MPI for part in days.split("; "))
    assert (len(MPI), dates, len(EVERY_PROJECT), len(CAPACITY)) == (34, 40, 15, 11)


def test_capacity_adds_up():
    assert all(free == highest - now for _, highest, now, free in [*CAPACITY, CAPACITY_TOTAL])
    assert [sum(column) for column in list(zip(*CAPACITY, strict=True))[1:]] == list(CAPACITY_TOTAL[1:])


# Reports


@pytest.mark.parametrize(("town", "project"), EVERY_PROJECT, ids=lambda value: str(value)[:60])
def test_projects_in_the_report(reports, town, project):
    title, *cells = project
    found = reports[town].block(PROJECTS_CHAPTER).rows_saying(title)
    wanted = "; ".join(filter(None, [*cells, CALLS[town]]))
    assert any(not lacking(row, wanted) for row in found), found


def lacking(row, cells):
    """Missing parts; between a key activity and its number may stand what is counted, but no other number."""
    return [part for part in missing(row, cells) if not (part.startswith("KA ") and promises(row, part))]


def promises(row, part):
    activity, number = map(typed, part.split(" - "))
    return re.search(rf"{activity}\D*(?<!\d){re.escape(number)}(?!\d)", row) is not None


@pytest.mark.parametrize("part", CAPACITY, ids=lambda part: part[0])
@pytest.mark.parametrize("column", range(3), ids=["highest", "now", "free"])
def test_capacity_of_city_parts(reports, part, column):
    ((table, row),) = rows_everywhere(reports["Litvínov"], part[0])
    assert table.under(row, FLATS[column]) == plain(f"{FLATS[column]} {part[column + 1]}")


@pytest.mark.parametrize("column", range(3), ids=["highest", "now", "free"])
def test_total_capacity(reports, column):
    (table,) = tables_with(reports["Litvínov"], FLATS)
    total = table.under(table.row(CAPACITY_TOTAL[0]), FLATS[column])
    assert total.startswith(plain(f"{FLATS[column]} {CAPACITY_TOTAL[column + 1]} byt"))


def test_capacity_is_said_to_add_up(reports):
    (block,) = (block for block in reports["Litvínov"].blocks if FLATS[2].casefold() in block.text)
    highest, now, free = FLATS
    sentence = f"„{free}“ je ve všech 11 řádcích i celkem rozdílem indikátorů „{highest}“ a „{now}“."
    assert plain(sentence) in block.text


def tables_with(report, heads):
    tables = [table for block in report.blocks for table in block.tables]
    return [table for table in tables if all(table.column(head) is not None for head in heads)]


def rows_everywhere(report, label):
    return [found for block in report.blocks for found in block.rows_of(label)]


# The register of plans


@pytest.mark.parametrize(("locality", "centre", "days"), MPI)
def test_inclusion_plans_in_the_register(registers, locality, centre, days):
    row = row_of_plan(registers, f"Místní plán inkluze {locality}")
    assert not missing(row, f"MPI; {centre}; {days}"), row


@pytest.mark.parametrize(("town", "validity", "approved_on"), SPSZ)
def test_strategic_plans_in_the_register(registers, town, validity, approved_on):
    (row,) = (
        row for row in rows(registers, "plans") if "SPSZ".casefold() in row and row[0].startswith(plain(town))
    )
    assert not missing(" ".join(row), f"{validity}; {approved_on}"), row


def row_of_plan(registers, title):
    (row,) = (
        " ".join(row) for row in rows(registers, "plans") if any(cell_names(cell, title) for cell in row)
    )
    return row


def cell_names(cell, title):
    return cell == plain(title) or cell.startswith(plain(title)) and title.endswith(" n")


def test_the_register_counts_inclusion_plans_and_their_approvals(registers):
    dated = [row for row in rows(registers, "plans") if "mpi" in row]
    assert len(dated) == 34


# The register of projects


@pytest.mark.parametrize(("town", "project"), EVERY_PROJECT, ids=lambda value: str(value)[:60])
def test_projects_in_the_register(registers, town, project):
    title, *cells = project
    found = [" ".join(row) for row in rows(registers, "projects") if typed(title) in row[0]]
    wanted = "; ".join(filter(None, [town, *cells]))
    assert any(not lacking(row, wanted) for row in found), found


def test_the_register_of_projects_holds_those_of_all_towns(registers):
    assert len(rows(registers, "projects")) == 3 + 20 + 7 + 12 + 10

from datetime import date
from decimal import Decimal

import pytest

from plans.models import Organisation
from projects.models import Call, PlannedOutput, Programme, Project
from reports.chapters import funded_projects
from reports.content import report_content
from tests.reports.reading import cells, tables, titles, words
from tests.reports.report_plans import make_area, make_goal, make_measure, make_period, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan()


@pytest.fixture
def period(plan):
    return make_period(plan)


def table_of(plan, period):
    return tables(funded_projects(report_content(plan, period)))[0]


def make_call(number="018", programme="OPZ+"):
    return Call.objects.create(programme=Programme.objects.create(code=programme), number=number)


def test_a_project_says_everything_in_its_row(plan, period):
    area = make_area(plan, title="Dluhy")
    project = Project.objects.create(
        plan=plan, area=area, title="Poradna", registration_number="CZ.03/1", call=make_call(),
        starts_on=date(2023, 1, 1), ends_on=date(2025, 12, 31), amount=Decimal("10274725"), note="S městem.",
    )  # fmt: skip
    project.measures.add(make_measure(make_goal(area), "5.1.1.1", "Radit"))
    project.recipients.add(Organisation.objects.create(name="Lexikona, z. s."))
    assert cells(table_of(plan, period).rows[0]) == [
        "Dluhy / 5.1.1.1 Radit",
        "Lexikona, z. s. / Poradna / CZ.03/1 / S městem.",
        "1. 1. 2023 – 31. 12. 2025 / 018 OPZ+",
        "10 274 725 Kč",
    ]


def test_the_total_leaves_out_what_was_not_approved_and_says_so(plan, period):
    Project.objects.create(plan=plan, title="Spolu", amount=Decimal("2.50"))
    Project.objects.create(plan=plan, title="Znovu", amount=Decimal(5), state="rejected")
    table = table_of(plan, period)
    assert cells(table.rows[-1]) == ["Celkem", "1 projekt", "", "2,50 Kč"]
    assert "stav: neschválen" in cells(table.rows[1])[1]
    assert words(table.note) == "V součtu: 1 projekt. Mimo součet: Znovu (neschválen)."


def test_several_programmes_have_subtotals_above_their_projects(plan, period):
    for call in [make_call(), make_call("101", "IROP")]:
        Project.objects.create(plan=plan, title=call.programme.code, call=call, amount=Decimal(7))
    kinds = [(row.kind, cells(row)[0]) for row in table_of(plan, period).rows]
    assert [kind for kind, _ in kinds] == ["group", "row", "group", "row", "total"]
    assert [title for kind, title in kinds if kind == "group"] == ["OPZ+", "IROP"]


def test_a_programme_of_which_nothing_is_counted_tells_its_projects_and_no_sum(plan, period):
    Project.objects.create(plan=plan, title="Poradna", call=make_call(), amount=Decimal(7))
    irop = make_call("101", "IROP")
    for title in ("Byty", "Domy"):
        Project.objects.create(plan=plan, title=title, call=irop, state="rejected", amount=Decimal(5))
    groups = [cells(row) for row in table_of(plan, period).rows if row.kind == "group"]
    assert groups == [["OPZ+", "1 projekt", "", "7 Kč"], ["IROP", "2 projekty", "", "nepočítají se"]]


def test_amounts_of_different_kinds_say_what_they_are(plan, period):
    Project.objects.create(plan=plan, amount=Decimal(1))
    assert titles(table_of(plan, period))[-1] == "Rozpočet"
    Project.objects.create(plan=plan, amount=Decimal(2), amount_kind="eligible")
    table = table_of(plan, period)
    assert titles(table)[-1] == "Částka"
    assert cells(table.rows[1])[-1] == "2 Kč / celkové způsobilé výdaje"


def test_an_unknown_amount_is_no_zero(plan, period):
    Project.objects.create(plan=plan)
    assert cells(table_of(plan, period).rows[0])[-1] == "neuvedena"


def test_an_early_end_stands_below_the_term(plan, period):
    Project.objects.create(plan=plan, term_text="2018–2019", ended_on=date(2018, 6, 30), state="ended_early")
    row = cells(table_of(plan, period).rows[0])
    assert row[2] == "2018–2019 / ukončen k 30. 6. 2018"
    assert row[1] == "stav: předčasně ukončen"


def test_a_plan_without_projects_has_no_chapter(plan, period):
    assert funded_projects(report_content(plan, period)) == []


def test_what_projects_promised_takes_the_place_of_their_measures(plan, period):
    project = Project.objects.create(
        plan=plan, title="Poradna", area=make_area(plan, title="Dluhy"), goals="Méně dluhů.",
        activities="Poradenství\n\nBesedy", amount=Decimal(5),
    )  # fmt: skip
    PlannedOutput.objects.create(
        project=project, activity="KA 2", name="Účastníci", number=35, unit="rodina",
        qualifier="at_least", note="60 osob nad 15 let",
    )  # fmt: skip
    PlannedOutput.objects.create(project=project, name="mentor", note="částečný úvazek", position=1)
    table = table_of(plan, period)
    assert titles(table)[1] == "Obsah a plánované výstupy"
    assert cells(table.rows[0])[:2] == [
        "Poradna / Dluhy",
        "Méně dluhů. / Klíčové aktivity: / – Poradenství / – Besedy / Plánované výstupy: / "
        "– KA 2 – Účastníci: min. 35 rodin (60 osob nad 15 let) / – mentor (částečný úvazek)",
    ]


def test_amounts_of_different_kinds_are_not_added_up(plan, period):
    Project.objects.create(plan=plan, amount=Decimal(1), amount_kind="planned")
    Project.objects.create(plan=plan, amount=Decimal(2), amount_kind="eligible")
    total = cells(table_of(plan, period).rows[-1])[-1]
    assert total == "1 Kč / plánovaný rozpočet / 2 Kč / celkové způsobilé výdaje"


def test_without_any_term_the_column_tells_the_call_alone(plan, period):
    Project.objects.create(plan=plan, call=make_call(), amount=Decimal(1))
    table = table_of(plan, period)
    assert titles(table)[2] == "Výzva"
    assert cells(table.rows[0])[2] == "018 OPZ+"
    assert sum(column.width for column in table.columns) == 166

"""Lists below the board: measures that need attention, projects about to end, late reports."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from plans.models import Goal, Measure, PriorityArea, Status
from projects.models import Project
from tests.board.board_rows import days_ago, in_days, make_report, other_period
from tests.builders import make_evaluation, make_organisation, make_town
from tests.html import page_text

LISTS = ["opatreni", "bez-realizatora", "nesledovana", "koncici-projekty", "opozdene-zpravy"]


def page(slug):
    return reverse("reports:board_list", args=[slug])


def found(response):
    return [str(row.record) for row in response.context["table"].paginated_rows]


def make_measure(town, title, area=None) -> Measure:
    goal = Goal.objects.create(area=area, title="Cíl") if area else town.goal
    return Measure.objects.create(goal=goal, title=title, position=1)


@pytest.mark.parametrize("slug", LISTS)
def test_an_empty_list_says_so(as_consultant, slug):
    make_town().measure.implementers.add(make_organisation())
    response = as_consultant.get(page(slug), {"hledat": "nikde"})
    assert response.status_code == 200 and found(response) == []


def test_an_unknown_list_is_not_found(as_consultant):
    assert as_consultant.get(page("neco")).status_code == 404


def test_measures_of_an_area_in_all_towns_by_status(as_consultant):
    krnov, most = make_town("Krnov"), make_town("Most")
    make_evaluation(krnov, status="completed")
    debts = PriorityArea.objects.create(plan=most.plan, title="Dluhy")
    make_measure(most, "Poradna", debts)
    response = as_consultant.get(page("opatreni"), {"oblast": "bydleni"})
    assert found(response) == ["4.1.1 Vytvořit kontaktní místo"] * 2
    assert [(one.status, one.count) for one in response.context["segments"]] == [
        ("completed", 1),
        ("not_stated", 1),
    ]
    narrowed = as_consultant.get(page("opatreni"), {"oblast": "bydleni", "stav_opatreni": "completed"})
    assert len(found(narrowed)) == 1 and "Krnov" in page_text(narrowed)
    assert [one.context["table"].paginator.count for one in (response, narrowed)] == [2, 1]
    assert len(narrowed.context["segments"]) == 2, "other statuses stay to be chosen"


def test_the_status_is_that_of_the_current_period(as_consultant):
    town = make_town()
    earlier = other_period(town, "2021", date(2021, 1, 1), date(2021, 12, 31), approved_at=days_ago(400))
    make_evaluation(town, period=earlier, status="not_realised")
    make_evaluation(town, status="in_progress")
    assert [one.status for one in as_consultant.get(page("opatreni")).context["segments"]] == ["in_progress"]


def test_statuses_are_sorted_as_the_legend_names_them(as_consultant):
    for number, status in enumerate(reversed(Status)):
        make_evaluation(make_town(f"Obec {number}"), status=status)
    rows = {order: as_consultant.get(page("opatreni"), {"radit": order}) for order in ("stav", "-stav")}
    found = {order: [row.record.status for row in one.context["table"].rows] for order, one in rows.items()}
    assert found == {"stav": list(Status), "-stav": list(reversed(Status))}
    legend = [segment.status for segment in rows["stav"].context["segments"]]
    assert legend == found["stav"]


def test_a_measure_that_nobody_evaluated_is_sorted_as_not_stated(as_consultant, krnov):
    make_evaluation(make_town("Most"), status="cancelled")
    response = as_consultant.get(page("opatreni"), {"radit": "stav"})
    assert [row.record.status for row in response.context["table"].rows] == ["cancelled", "not_stated"]


def test_measures_without_implementer(as_consultant, krnov, lexikona):
    make_measure(krnov, "Nikdo")
    assert found(as_consultant.get(page("bez-realizatora"))) == ["Nikdo"]


def test_retired_measures_are_left_out(as_consultant, krnov, consultant):
    krnov.measure.retire(on=date(2024, 1, 1), reason="Skončilo.", by=consultant)
    assert found(as_consultant.get(page("bez-realizatora"))) == []


def test_measure_that_ended_in_the_period_is_evaluated_as_on_the_board(as_consultant, krnov, consultant):
    krnov.measure.retire(on=krnov.period.end, reason="Skončilo.", by=consultant)
    response = as_consultant.get(page("opatreni"))
    assert found(response) == ["4.1.1 Vytvořit kontaktní místo"]
    krnov.measure.retired_on = krnov.period.start - timedelta(days=1)
    krnov.measure.save()
    assert found(as_consultant.get(page("opatreni"))) == []


def test_not_monitored_in_two_periods_running(as_consultant):
    town = make_town()
    older, earlier = (
        other_period(town, str(year), date(year, 1, 1), date(year, 12, 31), approved_at=days_ago(400))
        for year in (2021, 2022)
    )
    once, again = make_measure(town, "Jednou"), make_measure(town, "S přestávkou")
    for measure, periods in [(town.measure, [earlier]), (once, []), (again, [older])]:
        for period in [*periods, town.period]:
            make_evaluation(town, measure=measure, period=period, status="not_monitored")
    assert found(as_consultant.get(page("nesledovana"))) == ["4.1.1 Vytvořit kontaktní místo"]


def test_projects_that_end_within_six_months(as_consultant, krnov):
    def project(title, **fields):
        return Project.objects.create(plan=krnov.plan, title=title, **{"state": "running"} | fields)

    project("Končí", ends_on=in_days(100))
    project("Dřív", ends_on=in_days(400), ended_on=in_days(3))
    project("Za rok", ends_on=in_days(400))
    project("Skončil", ends_on=in_days(-1))
    project("Zamítnutý", ends_on=in_days(5), state="rejected")
    response = as_consultant.get(page("koncici-projekty"))
    assert found(response) == ["Dřív", "Končí"]
    assert "za 100 dní" in page_text(response)


def test_implementation_reports_that_are_late(as_consultant, krnov, lexikona):
    make_report(krnov, lexikona, title="Poradna", days_late=5)
    make_report(krnov, lexikona, title="Včas", submitted=True)
    make_report(krnov, lexikona, title="Stažený", state="withdrawn")
    response = as_consultant.get(page("opozdene-zpravy"))
    assert found(response) == ["Poradna: 1. zpráva"]
    assert "po termínu o 5 dní" in page_text(response)


@pytest.mark.parametrize("slug", LISTS)
def test_the_filter_of_the_board_holds_and_is_carried_on(as_consultant, slug):
    town = make_town("Most")
    make_report(town, title="Poradna", ends_on=in_days(9))
    other = other_period(town, "2021", date(2021, 1, 1), date(2021, 12, 31), approved_at=days_ago(400))
    for period in [town.period, other]:
        make_evaluation(town, period=period, status="not_monitored")
    assert len(found(as_consultant.get(page(slug), {"hledat": "most"}))) == 1
    assert found(as_consultant.get(page(slug), {"hledat": "krnov"})) == []
    html = as_consultant.get(page(slug), {"hledat": "most", "strana": "1"}).content.decode()
    assert f'href="{reverse("reports:board")}?hledat=most"' in html


@pytest.mark.parametrize("slug", ["koncici-projekty", "opozdene-zpravy"])
def test_an_area_narrows_projects_by_their_measures(as_consultant, krnov, slug):
    report = make_report(krnov, title="Poradna", ends_on=in_days(9))
    report.project.measures.add(krnov.measure)
    make_report(krnov, title="Jinde", ends_on=in_days(9))
    assert len(found(as_consultant.get(page(slug), {"oblast": "bydleni"}))) == 1


def test_a_bad_filter_shows_no_rows(as_consultant, krnov):
    response = as_consultant.get(page("opatreni"), {"stav_opatreni": "x"})
    assert "Filtru nerozumíme" in page_text(response)
    assert "1–1" not in page_text(response)


@pytest.mark.parametrize("slug", LISTS)
def test_the_list_as_a_workbook(as_consultant, slug):
    town = make_town("Most")
    make_report(town, title="Poradna", ends_on=in_days(9))
    other = other_period(town, "2021", date(2021, 1, 1), date(2021, 12, 31), approved_at=days_ago(400))
    for period in [town.period, other]:
        make_evaluation(town, period=period, status="not_monitored")
    response = as_consultant.get(page(slug), {"soubor": "xlsx"})
    assert response["Content-Disposition"] == f'attachment; filename="{slug}.xlsx"'
    cells = [cell for row in load_workbook(BytesIO(response.content)).active.values for cell in row]
    assert "Most" in cells and "Počet řádků" in cells


@pytest.mark.parametrize("count", [5, 60])
@pytest.mark.parametrize("slug", LISTS)
def test_the_number_of_queries_does_not_grow(as_consultant, slug, count, django_assert_max_num_queries):
    for number in range(count):
        town = make_town(f"Obec {number}")
        make_report(town, make_organisation(), title="Poradna", ends_on=in_days(9))
        make_evaluation(town, status="not_monitored")
    with django_assert_max_num_queries(2 + 10):
        as_consultant.get(page(slug))

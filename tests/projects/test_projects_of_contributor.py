"""A contributor sees the projects of the own organisation: on the page of a plan and across towns."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from plans.models import Role
from tests.builders import make_organisation, make_town
from tests.html import page_text
from tests.registers.register_rows import make_project

REGISTER = reverse("reports:projects")
OWN_PART = "jsou tu jen projekty, které naplňují její opatření"


def page(town):
    return reverse("projects:plan", args=[town.plan.slug])


def titles(response):
    return sorted(row.record.shown_title for row in response.context["table"].paginated_rows)


@pytest.fixture
def projects(krnov, lexikona, foreign):
    """Two projects of Lexikona, one that it shares and one that it has nothing to do with."""
    make_project(krnov.plan, "Její opatření", recipients=["Město"], amount=1).measures.add(krnov.measure)
    make_project(krnov.plan, "Její peníze", recipients=["Lexikona"], amount=20).measures.add(foreign.measure)
    shared = make_project(krnov.plan, "Společný", recipients=["Lexikona", "Charita"], amount=300)
    shared.measures.set([krnov.measure, foreign.measure])
    make_project(krnov.plan, "Úplně jiný", recipients=["Charita"], amount=4000).measures.add(foreign.measure)


def test_the_page_of_a_plan_shows_and_sums_only_the_own(sign_in, contributor, krnov, projects):
    text = page_text(sign_in(contributor).get(page(krnov)))
    assert "Její opatření" in text and "Její peníze" in text and "Společný" in text
    assert "Úplně jiný" not in text
    assert '<td class="num nowrap">321 Kč</td>' in text
    assert "Tohle je jen část projektů plánu" in text


def test_measures_of_others_are_not_named(sign_in, contributor, krnov, projects):
    assert "Cizí opatření" not in page_text(sign_in(contributor).get(page(krnov)))


def test_the_plan_s_funding_is_not_compared_with_a_part(sign_in, contributor, krnov, projects):
    krnov.plan.planned_funding = 69_704_554
    krnov.plan.save()
    assert "69 704 554" not in page_text(sign_in(contributor).get(page(krnov)))


def test_a_plan_without_such_projects_says_so(sign_in, contributor, krnov):
    text = page_text(sign_in(contributor).get(page(krnov)))
    assert "Plán zatím žádný takový projekt nemá." in text


def test_the_register_shows_sums_and_offers_only_the_own(sign_in, contributor, krnov, projects):
    response = sign_in(contributor).get(REGISTER)
    assert titles(response) == ["Její opatření", "Její peníze", "Společný"]
    assert response.context["totals"].amount == 321
    assert OWN_PART in page_text(response)


def test_a_downloaded_register_says_that_it_is_a_part(sign_in, contributor, projects):
    file = sign_in(contributor).get(REGISTER, {"soubor": "xlsx"}).content
    texts = [str(cell) for row in load_workbook(BytesIO(file)).active.values for cell in row]
    assert any(OWN_PART in text for text in texts)
    assert "Úplně jiný" not in texts


def test_a_project_in_a_town_without_the_own_measure_stays_out(sign_in, contributor, lexikona):
    make_project(make_town("Most").plan, "Jinde", recipients=["Lexikona"])
    assert titles(sign_in(contributor).get(REGISTER)) == []


def test_who_also_reads_the_town_sees_all(sign_in, contributor, krnov, projects):
    contributor.memberships.create(role=Role.READER, territory=krnov.territory)
    response = sign_in(contributor).get(REGISTER)
    assert len(titles(response)) == 4
    assert OWN_PART not in page_text(response)


def test_a_role_in_one_plan_opens_no_project_of_another(sign_in, contributor, krnov, projects):
    most = make_town("Most")
    contributor.memberships.create(role=Role.READER, territory=most.territory)
    make_project(most.plan, "V Mostě", recipients=["Kdokoli"])
    assert titles(sign_in(contributor).get(REGISTER)) == [
        "Její opatření",
        "Její peníze",
        "Společný",
        "V Mostě",
    ]


def test_two_organisations_show_the_projects_of_both(sign_in, contributor, krnov, projects, foreign):
    charity = make_organisation("Charita")
    foreign.measure.implementers.add(charity)
    contributor.memberships.create(role=Role.CONTRIBUTOR, organisation=charity)
    assert len(titles(sign_in(contributor).get(REGISTER))) == 4


@pytest.mark.parametrize(("name", "most"), [("projects:plan", 9), ("reports:projects", 11)])
@pytest.mark.parametrize("person", ["contributor", "reader", "coordinator", "consultant"])
@pytest.mark.parametrize("count", [1, 20])
def test_every_role_costs_the_same(
    request, sign_in, krnov, lexikona, name, most, person, count, django_assert_max_num_queries
):
    for number in range(count):
        make_project(krnov.plan, f"Projekt {number}").measures.add(krnov.measure)
    client = sign_in(request.getfixturevalue(person))
    address = page(krnov) if name == "projects:plan" else REGISTER
    with django_assert_max_num_queries(most):
        client.get(address)

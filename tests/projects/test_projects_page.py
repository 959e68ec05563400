"""Projects of a plan: what counts and what does not."""

from datetime import date

import pytest
from django.urls import reverse

from projects.models import Call, Programme, Project
from tests.builders import make_organisation
from tests.html import page_text


def page(town):
    return reverse("projects:plan", args=[town.plan.slug])


def make_project(town, **fields):
    programme, _ = Programme.objects.get_or_create(code="OPZ+")
    call, _ = Call.objects.get_or_create(programme=programme, number="018")
    project = Project.objects.create(**{"plan": town.plan, "call": call, "title": "Poradna"} | fields)
    project.recipients.add(make_organisation("Lexikona"))
    project.measures.add(town.measure)
    return project


def test_a_project_is_shown_with_everything(sign_in, reader, krnov):
    make_project(krnov, starts_on=date(2023, 1, 1), ends_on=date(2025, 12, 31), amount=10_274_725)
    text = page_text(sign_in(reader).get(page(krnov)))
    for words in ["Poradna", "Lexikona", "4.1.1", "1. 1. 2023 – 31. 12. 2025", "018 OPZ+", "10 274 725 Kč"]:
        assert words in text


def test_a_start_and_a_length_are_the_same_words_as_in_the_report(sign_in, reader, krnov):
    make_project(krnov, starts_on=date(2023, 4, 1), duration_months=36)
    assert "od 1. 4. 2023 na 36 měsíců" in page_text(sign_in(reader).get(page(krnov)))


def test_a_rejected_project_stays_out_of_the_total(sign_in, reader, krnov):
    make_project(krnov, amount=100)
    make_project(krnov, amount=900, state=Project.State.REJECTED)
    text = page_text(sign_in(reader).get(page(krnov)))
    assert "nepočítá se" in text
    assert '<td class="num nowrap">100 Kč</td>' in text


def test_planned_funding_stands_beside_projects_of_the_plan_s_time(sign_in, reader, krnov):
    krnov.plan.planned_funding = 69_704_554
    krnov.plan.save()
    make_project(krnov, amount=39_093_054, starts_on=date(2023, 4, 1))
    make_project(krnov, amount=3_469_425, starts_on=date(2018, 4, 1))
    make_project(krnov, amount=500, starts_on=date(2024, 1, 1), state=Project.State.REJECTED)
    text = page_text(sign_in(reader).get(page(krnov)))
    assert "<strong>69 704 554 Kč</strong> předpokládal plán" in text
    assert "<strong>39 093 054 Kč</strong> mají projekty zahájené" in text
    assert "Rozdíl není nedočerpaná částka" in text


def test_an_empty_register_says_so(sign_in, reader, krnov):
    assert "Plán zatím nemá žádné projekty." in page_text(sign_in(reader).get(page(krnov)))


@pytest.mark.parametrize("count", [1, 20])
def test_the_number_of_queries_does_not_grow(sign_in, reader, krnov, count, django_assert_max_num_queries):
    for _ in range(count):
        make_project(krnov)
    client = sign_in(reader)
    with django_assert_max_num_queries(9):
        client.get(page(krnov))

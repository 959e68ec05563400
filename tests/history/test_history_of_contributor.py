"""A contributor finds only the history of the own measures and of the indicators below them."""

from dataclasses import replace

import pytest
from django.urls import reverse

from indicators.models import Target, Value
from plans.models import Evaluation, PriorityArea, Role, Status
from reports.history.changes import Kind
from reports.history.sources import SOURCES, sources_for
from reports.models import Chapter, Report
from tests.builders import make_indicator, make_user
from tests.history.history_rows import number, saved
from tests.html import page_text


def stream(town, **chosen):
    return reverse("reports:history", args=[town.plan.slug], query=chosen or None)


def of_cell(town, name, pk):
    return reverse(f"reports:{name}", args=[town.plan.slug, town.period.slug, pk])


def event_names(response):
    return {event.subject.name for event in response.context["found"].events}


def choices(response, name):
    return [label for _, label in response.context["form"].fields[name].choices]


@pytest.fixture
def busy(krnov, lexikona, foreign):
    """Changes of each kind; Hana changed what is Lexikona's, Otto everything else."""
    hana, otto = make_user("hana"), make_user("otto")
    saved(Value(indicator=krnov.indicator, period=krnov.period), hana, **number(5))
    saved(Target(indicator=krnov.indicator, number=9), hana)
    saved(Evaluation(period=krnov.period, measure=krnov.measure, status=Status.PARTIAL), hana)
    saved(Value(indicator=foreign, period=krnov.period), otto, **number(6))
    saved(Target(indicator=foreign, number=8), otto)
    saved(Evaluation(period=krnov.period, measure=foreign.measure, status=Status.PARTIAL), otto)
    saved(Evaluation(period=krnov.period, goal=krnov.goal, status=Status.PARTIAL), otto)
    saved(Value(indicator=krnov.context, period=krnov.period), otto, **number(7))
    saved(Value(indicator=make_indicator(krnov.plan, name="Celého plánu")), otto, **number(1))
    report = saved(Report(plan=krnov.plan, period=krnov.period, layout="measure-cards"), otto)
    saved(Chapter(report=report, name="introduction", text="Úvod"), otto)
    krnov.period.submit(by=otto)
    krnov.period.send_back(by=otto, reason="Něco jiného.")
    PriorityArea.objects.create(plan=krnov.plan, code="5", title="Cizí oblast")
    return krnov


def test_the_stream_holds_only_the_own_cells(sign_in, contributor, busy):
    response = sign_in(contributor).get(stream(busy))
    assert event_names(response) == {busy.indicator.name, busy.measure.title}
    assert len(response.context["found"].events) == 5
    assert "Něco jiného." not in page_text(response)
    assert "u opatření vaší organizace" in page_text(response)


def test_who_sees_the_whole_plan_is_told_everything(sign_in, contributor, busy):
    contributor.memberships.create(role=Role.READER, territory=busy.territory)
    response = sign_in(contributor).get(stream(busy))
    assert {"Cizí indikátor", "Cizí opatření", busy.context.name} < event_names(response)


def test_filters_offer_only_what_the_part_may_hold(sign_in, contributor, busy):
    response = sign_in(contributor).get(stream(busy))
    assert choices(response, "kdo") == ["všichni", "Hana"]
    assert choices(response, "oblast") == ["všechny", "4 Bydlení"]
    assert choices(response, "druh") == [
        "všechny",
        Kind.VALUE.label,
        Kind.TARGET.label,
        Kind.EVALUATION.label,
        Kind.STRUCTURE.label,
    ]


@pytest.mark.parametrize("chosen", [{"druh": "role"}, {"druh": "obdobi"}, {"druh": "texty"}])
def test_a_kind_that_is_not_offered_gives_nothing(sign_in, contributor, busy, chosen):
    response = sign_in(contributor).get(stream(busy, **chosen))
    assert response.context["found"] is None
    assert "Vyberte z nabídky." in page_text(response)


def test_a_source_that_does_not_say_its_measure_is_left_out(busy, monkeypatch):
    """Whoever adds a source and forgets contributors shows them less, never more."""
    monkeypatch.setitem(SOURCES, "value", replace(SOURCES["value"], measure=""))
    assert "value" not in {source.name for source in sources_for(own=busy.goal.measures.all())}
    assert {source.name for source in sources_for(own=None)} == set(SOURCES)


def test_the_history_of_an_own_cell_opens(sign_in, contributor, busy):
    client = sign_in(contributor)
    value = client.get(of_cell(busy, "value_history", busy.indicator.pk))
    assert value.status_code == 200
    assert "Historie vašich opatření" in page_text(value)
    assert client.get(of_cell(busy, "status_history", busy.measure.pk)).status_code == 200


def test_the_history_of_another_cell_is_not_found(sign_in, contributor, busy, foreign):
    client = sign_in(contributor)
    for name, pk in [
        ("value_history", foreign.pk),
        ("value_history", busy.context.pk),
        ("status_history", foreign.measure_id),
        ("goal_status_history", busy.goal.pk),
    ]:
        assert client.get(of_cell(busy, name, pk)).status_code == 404, name


@pytest.mark.parametrize("person", ["contributor", "reader", "coordinator", "consultant"])
def test_every_role_costs_the_same(request, client, busy, person, django_assert_max_num_queries):
    client.force_login(request.getfixturevalue(person))
    with django_assert_max_num_queries(19):
        client.get(stream(busy))
    with django_assert_max_num_queries(12):
        client.get(of_cell(busy, "value_history", busy.indicator.pk))

"""The memory of one cell: all versions of a value or an evaluation, and what stood there before."""

from datetime import date

import pytest
from django.urls import reverse

from indicators.models import Target, Value, ValueKind
from plans.models import Evaluation, Status
from tests.builders import make_evaluation, make_indicator, make_period, make_town, make_value
from tests.history.history_rows import number, saved
from tests.html import page_text


def value_page(town, indicator=None):
    pk = (indicator or town.indicator).pk
    return reverse("reports:value_history", args=[town.plan.slug, town.period.slug, pk])


def status_page(town, name="status_history", level=None):
    pk = (level or town.measure).pk
    return reverse(f"reports:{name}", args=[town.plan.slug, town.period.slug, pk])


@pytest.fixture
def as_reader(sign_in, reader):
    return sign_in(reader)


@pytest.fixture
def earlier(krnov):
    return make_period(krnov.plan, slug="2022", start=date(2022, 1, 1), end=date(2022, 12, 31))


def test_all_versions_of_a_value_the_newest_first(as_reader, krnov, coordinator):
    value = saved(Value(indicator=krnov.indicator, period=krnov.period), coordinator, **number(7))
    saved(value, coordinator, **number(9))
    text = page_text(as_reader.get(value_page(krnov)))
    assert text.index("7 → 9 osob") < text.index("neuvedeno → 7 osob")
    assert "· Koordinatorka" in text


def test_earlier_periods_and_the_baseline_stand_beside(as_reader, krnov, earlier):
    make_value(krnov.indicator, krnov.period, 7)
    make_value(krnov.indicator, earlier, 5, source="Úřad práce")
    make_value(krnov.indicator, None, 3)
    text = page_text(as_reader.get(value_page(krnov)))
    assert text.index("5 osob") < text.index("Úřad práce") < text.index("3 osoby")
    assert "počáteční hodnota" in text


def test_other_cells_are_not_mixed_in(as_reader, krnov, earlier):
    make_value(krnov.indicator, earlier, 5)
    make_value(krnov.context, krnov.period, 1111)
    text = page_text(as_reader.get(value_page(krnov)))
    assert "Hodnotu v tomto období ještě nikdo nezapsal." in text
    assert "1 111" not in text


def test_targets_old_and_new_are_shown(as_reader, krnov):
    old = Target.objects.create(indicator=krnov.indicator, number=120, due_on=date(2027, 12, 31))
    Target.objects.create(
        indicator=krnov.indicator, number=90, replaces=old, reason="Ubylo bytů", set_on=date(2025, 2, 1)
    )
    text = page_text(as_reader.get(value_page(krnov)))
    assert "Původně 120 (do roku 2027), změněno 1. 2. 2025: Ubylo bytů." in text
    assert "už neplatí" in text
    assert reverse("indicators:revise_target", args=[krnov.plan.slug, old.pk]) not in text


def test_the_coordinator_may_go_and_change_the_target(as_coordinator, krnov):
    target = Target.objects.create(indicator=krnov.indicator, number=120)
    text = page_text(as_coordinator.get(value_page(krnov)))
    assert reverse("indicators:revise_target", args=[krnov.plan.slug, target.pk]) in text


def test_all_versions_of_a_status(as_reader, krnov, coordinator, earlier):
    make_evaluation(krnov, period=earlier, status=Status.NOT_REALISED, summary="Nebyly peníze.")
    evaluation = saved(
        Evaluation(period=krnov.period, measure=krnov.measure, status=Status.IN_PROGRESS), coordinator
    )
    saved(evaluation, coordinator, status=Status.COMPLETED)
    text = page_text(as_reader.get(status_page(krnov)))
    assert text.index("V realizaci → Realizováno") < text.index("Neuvedeno → V realizaci")
    assert "Nerealizováno" in text
    assert "Nebyly peníze." in text


def test_a_goal_has_its_history_too(as_reader, krnov):
    make_evaluation(krnov, measure=None, goal=krnov.goal, status=Status.PARTIAL)
    text = page_text(as_reader.get(status_page(krnov, "goal_status_history", krnov.goal)))
    assert "Neuvedeno → Částečně splněno" in text


def test_a_status_that_nobody_wrote_says_so(as_reader, krnov):
    assert "Stav v tomto období ještě nikdo nezapsal." in page_text(as_reader.get(status_page(krnov)))


def test_what_belongs_to_another_plan_is_not_found(as_reader, krnov):
    most = make_town("Most")
    for foreign in (
        value_page(krnov, most.indicator),
        status_page(krnov, level=most.measure),
        status_page(krnov, "goal_status_history", most.goal),
    ):
        assert as_reader.get(foreign).status_code == 404


def test_a_stranger_finds_nothing(sign_in, stranger, krnov):
    client = sign_in(stranger)
    assert client.get(value_page(krnov)).status_code == 404
    assert client.get(status_page(krnov)).status_code == 404


@pytest.mark.parametrize("versions", [2, 60])
def test_the_number_of_queries_does_not_grow(
    as_reader, krnov, coordinator, versions, django_assert_max_num_queries
):
    indicator = make_indicator(krnov.plan, measure=krnov.measure, value_kind=ValueKind.COUNT)
    value = saved(Value(indicator=indicator, period=krnov.period), coordinator, **number(0))
    for one in range(versions):
        saved(value, coordinator, **number(one))
        period = make_period(
            krnov.plan, slug=f"{1950 + one}", start=date(1950 + one, 1, 1), end=date(1950 + one, 12, 31)
        )
        make_value(indicator, period, one)
    with django_assert_max_num_queries(12):
        as_reader.get(value_page(krnov, indicator))


def test_the_page_of_a_cell_and_of_a_status_lead_to_it_in_one_click(as_coordinator, krnov):
    parts = [krnov.plan.slug, krnov.period.slug]
    cell = page_text(as_coordinator.get(reverse("indicators:value", args=[*parts, krnov.indicator.pk])))
    assert reverse("reports:value_history", args=[*parts, krnov.indicator.pk]) in cell
    status = reverse("indicators:edit_measure_status", args=[*parts, krnov.measure.pk])
    assert reverse("reports:status_history", args=[*parts, krnov.measure.pk]) in page_text(
        as_coordinator.get(status)
    )

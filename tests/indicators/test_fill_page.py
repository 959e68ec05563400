"""A reason, an own period or a source for many rows at once, shown before it is written."""

from datetime import date

import pytest
from django.urls import reverse

from indicators.models import Batch, ValueKind
from tests.builders import make_indicator, make_value
from tests.html import page_text


def address(town, query=""):
    return reverse("indicators:fill", args=[town.plan.slug, town.period.slug]) + query


def fill(client, town, query="", rows=None, **texts):
    """What the person ticks and types, first for the preview and then, as it is shown, for writing."""
    rows = [town.indicator, town.context] if rows is None else rows
    data = {"row": [row.pk for row in rows]} | texts
    shown = client.post(address(town, query), data)
    mark = shown.context["filling"].mark
    return shown, client.post(address(town, query), data | {"write": "1", "shown": mark})


def test_one_reason_goes_to_all_empty_rows(as_coordinator, coordinator, krnov):
    make_value(krnov.context, krnov.period, 12)
    answer = make_indicator(krnov.plan, measure=krnov.measure, name="Je?", value_kind=ValueKind.YES_NO)
    rows = [krnov.indicator, krnov.context, answer]
    shown, written = fill(as_coordinator, krnov, rows=rows, reason="not_monitored")
    assert "Zapíše se do 2 řádků." in page_text(shown)
    assert written.status_code == 302
    for indicator in (krnov.indicator, answer):
        value = indicator.values.get()
        assert (value.missing_reason, value.updated_by) == ("not_monitored", coordinator)
    assert krnov.context.values.get().number == 12


def test_nothing_is_written_by_looking(as_coordinator, krnov):
    as_coordinator.post(address(krnov), {"row": krnov.indicator.pk, "reason": "not_yet"})
    assert not krnov.indicator.values.exists()


def test_an_own_period_and_a_source_go_where_something_is(as_coordinator, krnov):
    make_value(krnov.context, krnov.period, 12, share="4.5", note="sloučeno")
    fill(as_coordinator, krnov, covers="rok 2023", source="evidence odboru")
    value = krnov.context.values.get()
    assert (value.covers_start, value.covers_end) == (date(2023, 1, 1), date(2023, 12, 31))
    assert (value.source, value.note, value.number) == ("evidence odboru", "sloučeno", 12)
    assert not krnov.indicator.values.exists()


def test_an_unticked_row_stays(as_coordinator, krnov):
    fill(as_coordinator, krnov, rows=[krnov.indicator], reason="not_monitored")
    assert krnov.indicator.values.exists()
    assert not krnov.context.values.exists()


@pytest.mark.parametrize("level", ["measure", "area"])
def test_the_address_narrows_the_list(as_coordinator, krnov, foreign, level):
    query = f"?opatreni={krnov.measure.pk}" if level == "measure" else f"?oblast={krnov.area.pk}"
    text = page_text(as_coordinator.get(address(krnov, query)))
    assert krnov.indicator.name in text
    assert ("Cizí indikátor" in text) == (level == "area")


@pytest.mark.parametrize("query", ["?opatreni=999999", "?oblast=x"])
def test_a_level_of_elsewhere_is_not_found(as_coordinator, krnov, query):
    assert as_coordinator.get(address(krnov, query)).status_code == 404


def test_a_fill_is_taken_back_by_one_click(as_coordinator, krnov):
    fill(as_coordinator, krnov, reason="not_monitored")
    batch = Batch.objects.get()
    undo = reverse("indicators:batch", args=[krnov.plan.slug, krnov.period.slug, batch.pk])
    assert "Vráceno: 2 hodnoty" in page_text(as_coordinator.post(undo, follow=True))
    assert not krnov.indicator.values.exists()


def test_what_changed_meanwhile_is_shown_and_nothing_is_written(as_coordinator, krnov):
    data = {"row": [krnov.indicator.pk, krnov.context.pk], "reason": "not_monitored"}
    mark = as_coordinator.post(address(krnov), data).context["filling"].mark
    make_value(krnov.indicator, krnov.period, 12)
    response = as_coordinator.post(address(krnov), data | {"write": "1", "shown": mark})
    assert response.status_code == 409
    assert not krnov.context.values.exists()


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({}, "Vyberte důvod, nebo napište vlastní období či zdroj."),
        ({"covers": "loni"}, "Období „loni“ nelze přečíst"),
        ({"source": "x" * 251}, "Zdroj má nejvýš 250 znaků."),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field(as_coordinator, krnov, texts, sentence):
    response = as_coordinator.post(address(krnov), {"row": krnov.indicator.pk} | texts)
    assert response.status_code == 422
    assert sentence in page_text(response)


def test_a_closed_period_takes_nothing(as_coordinator, coordinator, krnov):
    krnov.period.submit(by=coordinator)
    data = {"row": krnov.indicator.pk, "reason": "not_monitored", "write": "1"}
    assert as_coordinator.post(address(krnov), data).status_code == 403


def test_a_contributor_fills_the_own_measures_only(sign_in, contributor, foreign, krnov):
    fill(sign_in(contributor), krnov, rows=[krnov.indicator, foreign], reason="not_monitored")
    assert krnov.indicator.values.exists()
    assert not foreign.values.exists()


@pytest.mark.parametrize(("person", "status"), [("stranger", 404), ("reader", 403)])
def test_others_fill_nothing(request, sign_in, krnov, person, status):
    assert sign_in(request.getfixturevalue(person)).get(address(krnov)).status_code == status


@pytest.mark.parametrize("count", [10, 200])
def test_the_list_asks_the_same_questions_for_any_plan(
    as_coordinator, krnov, django_assert_max_num_queries, count
):
    for number in range(count):
        make_indicator(krnov.plan, measure=krnov.measure, name=f"Ukazatel {number}")
    with django_assert_max_num_queries(16):
        as_coordinator.get(address(krnov))

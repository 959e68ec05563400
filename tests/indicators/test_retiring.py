"""A measure or an indicator leaves newer periods and stays in those that knew it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from indicators.grid import read_grid
from indicators.progress import open_periods
from plans.models import Measure, Plan, Status
from tests.builders import make_evaluation, make_indicator, make_period, make_town, make_value
from tests.html import form_data, page_text

LAST_DAY = date(2024, 6, 30)
TYPED = {"on": "30. 6. 2024", "reason": "Projekt skončil."}


@pytest.fixture
def newer(krnov):
    return make_period(krnov.plan, slug="2025", start=date(2025, 1, 1), end=date(2025, 12, 31))


def page(town, kind="measure"):
    return reverse(f"indicators:retire_{kind}", args=[town.plan.slug, getattr(town, kind).pk])


def retire(client, town, kind="measure", **typed):
    return client.post(page(town, kind), {"krok": "ukoncit"} | TYPED | typed, follow=True)


def shown(town, period):
    grid = read_grid(town.plan, period)
    return [band.measure for band in grid.measures], [row.indicator for row in grid.rows]


def test_a_retired_measure_stays_in_older_periods_only(krnov, coordinator, newer):
    krnov.measure.retire(on=LAST_DAY, reason="Skončilo.", by=coordinator)
    assert shown(krnov, krnov.period) == ([krnov.measure], [krnov.context, krnov.indicator])
    assert shown(krnov, newer) == ([], [krnov.context])


def test_a_retired_indicator_stays_in_older_periods_only(krnov, coordinator, newer):
    krnov.indicator.retire(on=LAST_DAY, reason="Skončilo.", by=coordinator)
    assert krnov.indicator in shown(krnov, krnov.period)[1]
    assert shown(krnov, newer) == ([krnov.measure], [krnov.context])


def test_the_period_that_starts_on_the_day_still_has_it(krnov, coordinator, newer):
    krnov.measure.retire(on=newer.start, reason="Skončilo.", by=coordinator)
    assert shown(krnov, newer)[0] == [krnov.measure]


def test_progress_counts_what_the_grid_shows(krnov, coordinator, newer):
    make_value(krnov.indicator, newer, 5)
    make_evaluation(krnov, period=newer, status=Status.IN_PROGRESS)
    krnov.measure.retire(on=LAST_DAY, reason="Skončilo.", by=coordinator)
    counted = {one.period: one for one in open_periods(Plan.objects.all())}
    for period, total, measures in ((krnov.period, 2, 1), (newer, 1, 0)):
        assert (counted[period].values.total, counted[period].measures) == (total, measures)
        assert counted[period].values.total == read_grid(krnov.plan, period).progress.total
    assert (counted[newer].values.missing, counted[newer].evaluated) == (1, 0)


@pytest.mark.parametrize("kind", ["measure", "indicator"])
def test_the_coordinator_retires_and_puts_back(as_coordinator, coordinator, krnov, kind):
    text = page_text(retire(as_coordinator, krnov, kind))
    assert "Ukončeno <strong>30. 6. 2024</strong>: Projekt skončil." in text
    subject = getattr(krnov, kind)
    as_coordinator.post(page(krnov, kind), {"krok": "vratit"})
    subject.refresh_from_db()
    assert (subject.retired_on, subject.retired_reason) == (None, "")
    told = subject.history.order_by("history_id").values_list("retired_on", "history_user")
    assert list(told)[-2:] == [(LAST_DAY, coordinator.pk), (None, coordinator.pk)]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"on": ""}, "Napište jeden den"),
        ({"on": "rok 2024"}, "Napište jeden den"),
        ({"on": "loni"}, "loni"),
        ({"reason": " "}, "Napište důvod."),
        ({"reason": "a" * 501}, "Vejde se nejvýš 500 znaků."),
    ],
)
def test_a_day_and_a_reason_are_asked(as_coordinator, krnov, typed, sentence):
    response = retire(as_coordinator, krnov, **typed)
    assert response.status_code == 422
    assert sentence in page_text(response)
    assert form_data(response)["reason"] == (TYPED | typed)["reason"]
    assert not Measure.objects.retired().exists()


@pytest.mark.parametrize("written", ["value", "status"])
def test_no_period_loses_what_is_written_in_it(as_coordinator, krnov, newer, written):
    if written == "value":
        make_value(krnov.indicator, newer, 5)
    else:
        make_evaluation(krnov, period=newer, status=Status.COMPLETED)
    response = retire(as_coordinator, krnov)
    assert response.status_code == 422
    assert "ukončit ho lze nejdříve 1. 1. 2025" in page_text(response)
    assert retire(as_coordinator, krnov, on="1. 1. 2025").status_code == 200


def test_a_second_click_changes_nothing(as_coordinator, krnov):
    retire(as_coordinator, krnov)
    response = retire(as_coordinator, krnov, on="31. 12. 2024")
    assert response.status_code == 409
    assert "Mezitím to už někdo ukončil." in page_text(response)
    as_coordinator.post(page(krnov), {"krok": "vratit"})
    assert as_coordinator.post(page(krnov), {"krok": "vratit"}).status_code == 409


def test_a_day_without_a_reason_is_refused_by_the_database(krnov):
    with pytest.raises(IntegrityError), transaction.atomic():
        Measure.objects.update(retired_on=LAST_DAY)


def test_another_town_has_nothing_here(as_coordinator, krnov):
    other = make_town("Most")
    forged = reverse("indicators:retire_measure", args=[krnov.plan.slug, other.measure.pk])
    assert as_coordinator.post(forged, TYPED).status_code == 404


def test_the_status_page_leads_there_and_is_gone_in_newer_periods(as_coordinator, coordinator, krnov, newer):
    older, later = (
        reverse("indicators:edit_measure_status", args=[krnov.plan.slug, period.slug, krnov.measure.pk])
        for period in (krnov.period, newer)
    )
    assert page(krnov) in page_text(as_coordinator.get(later))
    krnov.measure.retire(on=LAST_DAY, reason="Skončilo.", by=coordinator)
    assert as_coordinator.get(older).status_code == 200
    assert as_coordinator.get(later).status_code == 404


def test_a_page_made_before_retiring_saves_the_rest(as_coordinator, coordinator, krnov, newer):
    other = make_indicator(krnov.plan, area=krnov.area, role="impact")
    address = reverse("indicators:values", args=[krnov.plan.slug, newer.slug])
    posted = form_data(as_coordinator.get(address)) | {f"v{other.pk}-value": "7"}
    krnov.measure.retire(on=LAST_DAY, reason="Skončilo.", by=coordinator)
    assert as_coordinator.post(address, posted).status_code == 302
    assert other.values.get().number == 7
    assert not krnov.indicator.values.exists()

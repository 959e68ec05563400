"""A baseline is typed as a row of the grid; once anything is measured, changing it takes a reason."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from indicators.baselines import baseline_revisions, join_baseline_changes
from indicators.grid import read_grid
from indicators.models import Category, Part, PartsKind, ValueKind
from indicators.reasons import REASON_NEEDED
from reports.content import report_content
from tests.builders import make_indicator, make_organisation, make_town, make_user, make_value
from tests.html import form_data, page_text


def page(town, indicator=None):
    return reverse("indicators:baseline", args=[town.plan.slug, (indicator or town.indicator).pk])


def type_in(client, town, indicator=None, **typed):
    indicator = indicator or town.indicator
    shown = form_data(client.get(page(town, indicator)))
    return client.post(page(town, indicator), shown | _named(indicator, typed), follow=True)


def _named(indicator, typed):
    return {f"v{indicator.pk}-{name}": text for name, text in typed.items()}


def typed_in(response, indicator):
    prefix = f"v{indicator.pk}-"
    return {name.removeprefix(prefix): text for name, text in form_data(response).items()}


@pytest.fixture
def measured(krnov, coordinator):
    """A baseline of 120 beside a value of the period."""
    make_value(krnov.indicator, krnov.period, 229)
    return make_value(krnov.indicator, None, 120)


def test_every_field_is_read_as_in_the_grid(as_coordinator, coordinator, krnov):
    response = type_in(
        as_coordinator, krnov, krnov.context, value="cca 2 393", share="12,5", covers="rok 2019",
        note="bez cizinců", source="Mapa zadlužení",
    )  # fmt: skip
    value = krnov.context.values.get(period=None)
    assert (value.number, value.qualifier, value.share) == (2393, "about", Decimal("12.5"))
    assert (value.covers_start, value.covers_end) == (date(2019, 1, 1), date(2019, 12, 31))
    assert (value.note, value.source, value.updated_by) == ("bez cizinců", "Mapa zadlužení", coordinator)
    text = page_text(response)
    assert "Počáteční hodnota je uložená." in text
    assert "Doplněno" not in text


def test_its_parts_are_typed_one_by_one(as_coordinator, krnov):
    indicator = make_indicator(krnov.plan, measure=krnov.measure, parts_kind=PartsKind.SUM)
    czech, ukrainian = [Category.objects.create(indicator=indicator, label=label) for label in ("ČR", "UA")]
    type_in(as_coordinator, krnov, indicator, value="22", **{f"c{czech.pk}": "15", f"c{ukrainian.pk}": "7"})
    parts = Part.objects.filter(value__indicator=indicator).values_list("category__label", "number")
    assert set(parts) == {("ČR", 15), ("UA", 7)}


@pytest.mark.parametrize(
    ("kind", "typed", "shown"),
    [
        (ValueKind.YES_NO, "1", "ANO"),
        (ValueKind.STATE, "running", "probíhá"),
        (ValueKind.SHARE, "4,50", "4,50 %"),
        (ValueKind.TEXT, "byla založena platforma", "byla založena platforma"),
    ],
)
def test_each_kind_has_its_own_field(as_coordinator, krnov, kind, typed, shown):
    indicator = make_indicator(krnov.plan, measure=krnov.measure, value_kind=kind, unit="")
    assert f"<strong>{shown}</strong>" in page_text(type_in(as_coordinator, krnov, indicator, value=typed))
    assert typed_in(as_coordinator.get(page(krnov, indicator)), indicator)["value"] == typed


def test_without_values_no_reason_is_asked(as_coordinator, krnov):
    assert "why" not in typed_in(as_coordinator.get(page(krnov)), krnov.indicator)
    for number in ("120", "130"):
        assert type_in(as_coordinator, krnov, value=number).status_code == 200
    assert krnov.indicator.values.get().number == 130


def test_a_locked_period_does_not_lock_it(as_coordinator, coordinator, krnov):
    krnov.period.submit(by=coordinator)
    type_in(as_coordinator, krnov, value="120")
    assert krnov.indicator.values.get().number == 120


@pytest.mark.parametrize("has_baseline", [True, False])
def test_with_a_value_a_reason_is_asked(as_coordinator, krnov, has_baseline):
    make_value(krnov.indicator, krnov.period, 229)
    if has_baseline:
        make_value(krnov.indicator, None, 120)
    response = type_in(as_coordinator, krnov, value="100", source="evidence odboru")
    assert response.status_code == 422
    assert REASON_NEEDED in page_text(response)
    shown = typed_in(response, krnov.indicator)
    assert (shown["value"], shown["source"]) == ("100", "evidence odboru")
    assert krnov.indicator.values.filter(period=None, number=100).count() == 0


def test_a_reason_is_kept_in_history_and_shown(as_coordinator, coordinator, krnov, measured):
    reason = "Evidence byla doplněna o klienty obou poskytovatelů. " * 4
    text = page_text(type_in(as_coordinator, krnov, value="100", why=reason))
    assert "Původně 120 osob, změněno" in text
    assert reason.strip()[:-1] in text
    version = measured.history.first()
    assert (version.number, version.history_user) == (100, coordinator)
    assert version.history_change_reason == reason.strip()
    stream = page_text(as_coordinator.get(reverse("reports:history", args=[krnov.plan.slug])))
    assert f"Důvod: {reason.strip()}" in stream
    assert reverse("indicators:indicator", args=[krnov.plan.slug, krnov.indicator.pk]) in stream


def test_nothing_typed_saves_nothing_and_asks_nothing(as_coordinator, krnov, measured):
    assert "Nic se nezměnilo" in page_text(type_in(as_coordinator, krnov))
    measured.refresh_from_db()
    assert (measured.version, measured.history.count()) == (1, 1)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"value": "mnoho"}, "„mnoho“ nelze přečíst"),
        ({"value": ""}, "Hodnotu nelze jen smazat"),
        ({"value": "5", "covers": "kdysi"}, "„kdysi“ nelze přečíst"),
        ({"value": "5", "why": "a" * 501}, "Vejde se nejvýš 500 znaků."),
    ],
)
def test_what_is_refused_is_explained_and_kept(as_coordinator, krnov, measured, typed, sentence):
    response = type_in(as_coordinator, krnov, **{"why": "Oprava."} | typed)
    assert response.status_code == 422
    assert sentence in page_text(response)
    shown = typed_in(response, krnov.indicator)
    assert {name: shown[name] for name in typed} == typed
    measured.refresh_from_db()
    assert measured.number == 120


@pytest.mark.parametrize("has_baseline", [True, False])
def test_two_people_are_told_about_each_other(as_coordinator, coordinator, krnov, has_baseline):
    if has_baseline:
        make_value(krnov.indicator, None, 120)
    opened = form_data(as_coordinator.get(page(krnov)))
    type_in(as_coordinator, krnov, value="100")
    response = as_coordinator.post(page(krnov), opened | _named(krnov.indicator, {"value": "90"}))
    assert response.status_code == 422
    assert "Mezitím to změnil někdo jiný (Koordinatorka): 100 osob." in page_text(response)
    assert typed_in(response, krnov.indicator)["value"] == "90"
    assert krnov.indicator.values.get().number == 100
    as_coordinator.post(page(krnov), form_data(response))
    assert krnov.indicator.values.get().number == 90


def test_only_the_coordinator_may(sign_in, reader, stranger, krnov):
    lexikona = make_organisation("Lexikona")
    krnov.measure.implementers.add(lexikona)
    contributor = make_user("prispevatel", contributor_of=lexikona)
    for person, status in ((reader, 403), (contributor, 403), (stranger, 404)):
        client = sign_in(person)
        assert client.get(page(krnov)).status_code == status
        assert client.post(page(krnov), _named(krnov.indicator, {"value": "1"})).status_code == status


def test_an_indicator_of_another_plan_is_not_found(as_coordinator, krnov):
    assert as_coordinator.get(page(krnov, make_town("Most").indicator)).status_code == 404


def test_many_versions_cost_no_more_queries(as_coordinator, krnov, measured, django_assert_max_num_queries):
    for number in range(5):
        type_in(as_coordinator, krnov, value=str(number), why=f"Oprava {number}.")
    with django_assert_max_num_queries(19):
        as_coordinator.get(page(krnov))


class TestFootnote:
    def row(self, krnov):
        grid = read_grid(krnov.plan, krnov.period, with_series=True)
        return next(row for row in grid.rows if row.indicator == krnov.indicator)

    def footnote(self, krnov):
        row = self.row(krnov)
        join_baseline_changes([row])
        return baseline_revisions(row).replace("\u00a0", " ")

    def test_it_says_what_the_start_was_and_why_it_is_not(self, as_coordinator, krnov, measured):
        type_in(as_coordinator, krnov, value="100", covers="rok 2019", why="Přepočteno.")
        type_in(as_coordinator, krnov, value="90", why="Druhá oprava")
        first, second = [localdate(one.history_date) for one in measured.history.all()[:2]]
        days = [f"{day.day}. {day.month}. {day.year}" for day in (second, first)]
        assert self.footnote(krnov) == (
            f"Původně 120 osob, změněno {days[0]}: Přepočteno. "
            f"Původně 100 osob (rok 2019), změněno {days[1]}: Druhá oprava."
        )

    def test_parts_are_said_as_they_were(self, as_coordinator, krnov):
        indicator = make_indicator(krnov.plan, measure=krnov.measure, parts_kind=PartsKind.SUM, unit="byt")
        category = Category.objects.create(indicator=indicator, label="ČR")
        type_in(as_coordinator, krnov, indicator, value="10", **{f"c{category.pk}": "8"})
        make_value(indicator, krnov.period, 12)
        text = page_text(
            type_in(as_coordinator, krnov, indicator, **{f"c{category.pk}": "7"}, why="Překlep.")
        )
        assert "Původně 10 bytů (8 ČR), změněno" in text

    def test_a_start_added_after_values_says_so(self, as_coordinator, krnov):
        make_value(krnov.indicator, krnov.period, 229)
        type_in(as_coordinator, krnov, value="100", why="Dohledáno.")
        assert self.footnote(krnov).startswith("Doplněno dodatečně")

    def test_a_start_corrected_before_values_has_none(self, as_coordinator, krnov):
        for number in ("120", "130"):
            type_in(as_coordinator, krnov, value=number)
        make_value(krnov.indicator, krnov.period, 229)
        assert self.footnote(krnov) == ""

    def test_a_missing_start_is_said_in_words(self, as_coordinator, krnov):
        make_value(krnov.indicator, krnov.period, 229)
        make_value(krnov.indicator, None, missing_reason="not_available")
        type_in(as_coordinator, krnov, value="100", why="Dohledáno.")
        assert self.footnote(krnov).startswith("Původně není k dispozici, změněno")

    def test_what_nobody_touched_costs_no_query(self, krnov, measured, django_assert_num_queries):
        row = self.row(krnov)
        with django_assert_num_queries(0):
            join_baseline_changes([row])

    def test_many_revised_baselines_cost_three_queries(
        self, as_coordinator, krnov, measured, django_assert_num_queries
    ):
        make_value(krnov.context, krnov.period, 5)
        for indicator in (krnov.indicator, krnov.context):
            type_in(as_coordinator, krnov, indicator, value="100", why="Přepočteno.")
        rows = read_grid(krnov.plan, krnov.period, with_series=True).rows
        with django_assert_num_queries(3):
            join_baseline_changes(rows)
        assert [bool(baseline_revisions(row)) for row in rows] == [True, True]

    def test_the_report_prints_it(self, as_coordinator, krnov, measured):
        type_in(as_coordinator, krnov, value="100", why="Přepočteno podle evidence.")
        row = next(
            row for row in report_content(krnov.plan, krnov.period).grid.rows if row.baseline is not None
        )
        assert "Přepočteno podle evidence." in baseline_revisions(row)
        address = reverse("reports:preview", args=[krnov.plan.slug, krnov.period.slug, "action-plan-table"])
        assert "Přepočteno podle evidence." in page_text(as_coordinator.get(address))

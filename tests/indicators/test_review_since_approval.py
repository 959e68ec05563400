"""The review shows only what differs from the last approval or return of the same period."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from czech.printing import date_text
from indicators.models import Category, Part, PartsKind, Value
from plans.models import Evaluation, Measure, ReportingPeriod, Status
from tests.builders import make_evaluation, make_indicator, make_period, make_remark, make_value
from tests.html import form_data, page_text


def today() -> str:
    """As people in Czechia have it, also between our midnight and that of the server."""
    return date_text(localdate()).replace("\u00a0", " ")


def page(town, name, *pk):
    return reverse(f"indicators:{name}", args=[town.plan.slug, town.period.slug, *pk])


def shown(client, town, heading) -> str:
    """One section of the review as bare words; empty when the page has none."""
    text = page_text(client.get(page(town, "review")))
    _, _, section = text.partition(heading)
    words = re.sub(r"<[^>]+>", " ", section.partition("</section>")[0])
    return " ".join(words.split())


def decide(client, town, step, **data):
    assert client.post(page(town, "review"), {"krok": step, **data}).status_code == 302


@pytest.fixture
def reopened(krnov, coordinator, consultant):
    """Three values and two statuses, approved and opened again."""
    krnov.flats = make_indicator(krnov.plan, measure=krnov.measure, name="Počet bytů", unit="byt")
    krnov.advised = make_indicator(krnov.plan, measure=krnov.measure, name="Počet poraden", unit="místo")
    krnov.context.delete()
    krnov.second = Measure.objects.create(goal=krnov.goal, code="4.1.2", title="Opravit byty", position=1)
    for indicator in (krnov.indicator, krnov.flats, krnov.advised):
        make_value(indicator, None, 90)
        make_value(indicator, krnov.period, 100)
    make_evaluation(krnov, status=Status.IN_PROGRESS)
    make_evaluation(krnov, measure=krnov.second, status=Status.IN_PROGRESS)
    krnov.period.submit(by=coordinator)
    krnov.period.approve(by=consultant)
    krnov.period.reopen(by=consultant, reason="Nová data.")
    return krnov


@pytest.fixture
def as_consultant(sign_in, consultant, reopened):
    return sign_in(consultant)


def change(model, **fields):
    """A later save of the only row that fits, as the pages do it."""
    found = {name: fields.pop(name) for name in ("indicator", "measure") if name in fields}
    row = model.objects.get(period__isnull=False, **found)
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()


def test_the_whole_way_from_approval_to_the_second_review(client, coordinator, consultant, reopened):
    town = reopened
    client.force_login(coordinator)
    fields = form_data(client.get(page(town, "values"))) | {f"v{town.flats.pk}-value": "103"}
    assert client.post(page(town, "values"), fields).status_code == 302
    change(Evaluation, measure=town.measure, status=Status.COMPLETED)
    assert client.post(page(town, "submission")).status_code == 302
    client.force_login(consultant)
    assert f"Změny se počítají od schválení {today()}." in page_text(client.get(page(town, "review")))
    changed = shown(client, town, "Co se změnilo")
    assert "Počet bytů 100 bytů → 103 bytů +3" in changed
    assert "Počet poraden" not in changed
    assert "podpořených" not in changed
    statuses = shown(client, town, "Stavy, které se změnily")
    assert "4.1.1 Vytvořit kontaktní místo V realizaci → Realizováno" in statuses
    assert "4.1.2" not in statuses


def test_a_change_and_its_return_are_no_change(as_consultant, reopened):
    change(Value, indicator=reopened.flats, number=103)
    change(Value, indicator=reopened.flats, number=100)
    assert shown(as_consultant, reopened, "Co se změnilo") == ""
    assert "Žádná hodnota se nezměnila" in page_text(as_consultant.get(page(reopened, "review")))


def test_what_was_approved_with_a_reason_is_not_asked_again(as_consultant, reopened, consultant, coordinator):
    change(Value, indicator=reopened.flats, number=None, missing_reason="not_monitored")
    assert "100 bytů → nesledováno" in shown(as_consultant, reopened, "Chybí nebo má důvod")
    reopened.period.submit(by=coordinator)
    reopened.period.approve(by=consultant)
    reopened.period.reopen(by=consultant, reason="Ještě jednou.")
    assert shown(as_consultant, reopened, "Chybí nebo má důvod") == ""


def test_changed_parts_source_and_texts_are_changes_too(as_consultant, reopened, coordinator, consultant):
    split = make_indicator(reopened.plan, measure=reopened.measure, name="Klienti", parts_kind=PartsKind.SUM)
    value = make_value(split, reopened.period, 10)
    part = Part.objects.create(
        value=value, category=Category.objects.create(indicator=split, label="ČR"), number=10
    )
    reopened.period.submit(by=coordinator)
    reopened.period.approve(by=consultant)
    reopened.period.reopen(by=consultant, reason="Nová data.")
    part.number = 9
    part.save()
    change(Value, indicator=reopened.flats, source="Evidence")
    change(Evaluation, measure=reopened.measure, summary="Místo funguje.")
    assert "10 osob (10 ČR) → 10 osob (9 ČR)" in shown(as_consultant, reopened, "Pochybnosti")
    assert "Změněný text: zdroj." in shown(as_consultant, reopened, "Co se změnilo")
    statuses = shown(as_consultant, reopened, "Stavy, které se změnily")
    assert "Změněný text: vyhodnocení." in statuses


def test_a_value_entered_after_the_approval_stands_beside_nothing(as_consultant, reopened):
    added = make_indicator(reopened.plan, measure=reopened.measure, name="Počet kurzů", unit="osoba")
    make_value(added, None, 11)
    make_value(added, reopened.period, 14)
    assert "neuvedeno → 14 osob" in shown(as_consultant, reopened, "Co se změnilo")


def test_after_a_return_the_return_is_what_counts(as_consultant, reopened, coordinator, consultant):
    change(Value, indicator=reopened.flats, number=103)
    reopened.period.submit(by=coordinator)
    reopened.period.send_back(by=consultant, reason="Ověřte poradny.")
    change(Value, indicator=reopened.advised, number=101)
    reopened.period.submit(by=coordinator)
    changed = shown(as_consultant, reopened, "Co se změnilo")
    assert changed.startswith(f"od vrácení {today()}")
    assert "100 míst → 101 míst" in changed
    assert "Počet bytů" not in changed


def test_an_approved_period_still_says_what_its_last_approval_accepted(
    as_consultant, reopened, coordinator, consultant
):
    change(Value, indicator=reopened.flats, number=103)
    reopened.period.submit(by=coordinator)
    reopened.period.approve(by=consultant)
    assert "100 bytů → 103 bytů" in shown(as_consultant, reopened, "Co se změnilo")


def test_a_new_period_is_compared_with_the_previous_one(as_consultant, reopened):
    reopened.period = make_period(reopened.plan, slug="2025", start=date(2025, 1, 1), end=date(2025, 12, 31))
    make_value(reopened.flats, reopened.period, 120)
    make_evaluation(reopened, status=Status.COMPLETED)
    text = page_text(as_consultant.get(page(reopened, "review")))
    assert "Změny se počítají proti minulému období." in text
    assert "100 bytů → 120 bytů" in shown(as_consultant, reopened, "Co se změnilo")
    assert "V realizaci → Realizováno" in shown(as_consultant, reopened, "Stavy, které se změnily")


def test_a_plan_loaded_as_approved_is_compared_with_what_was_loaded(as_consultant, reopened):
    """Its approval is older than its history, which begins with the load."""
    loaded = datetime(2020, 3, 12, tzinfo=UTC)
    ReportingPeriod.objects.update(
        submitted_at=loaded, approved_at=loaded, approved_by=None, reopened_at=loaded + timedelta(days=1)
    )
    change(Value, indicator=reopened.flats, number=103)
    changed = shown(as_consultant, reopened, "Co se změnilo")
    assert changed.startswith("od schválení 12. 3. 2020")
    assert "100 bytů → 103 bytů" in changed
    assert "Počet poraden" not in changed


def test_a_goal_evaluated_as_a_whole_can_be_remarked_on(as_consultant, reopened, consultant):
    make_evaluation(reopened, measure=None, goal=reopened.goal, status=Status.PARTIAL)
    assert "Neuvedeno → Částečně splněno" in shown(as_consultant, reopened, "Stavy, které se změnily")
    decide(as_consultant, reopened, "pripominky", **{f"text-goal-{reopened.goal.pk}": "Podle čeho?"})
    assert "Podle čeho?" in shown(as_consultant, reopened, "Stavy, které chybí nebo mají připomínku")


def test_a_remark_keeps_an_unchanged_value_in_sight(as_consultant, reopened, consultant):
    make_remark(reopened, by=consultant)
    assert "Odkud je číslo?" in shown(as_consultant, reopened, "Pochybnosti a připomínky")


@pytest.mark.parametrize("count", [1, 40])
def test_looking_back_costs_a_fixed_number_of_queries(
    as_consultant, reopened, count, django_assert_max_num_queries
):
    for _ in range(count):
        indicator = make_indicator(reopened.plan, measure=reopened.measure)
        Part.objects.create(
            value=make_value(indicator, reopened.period, 1),
            category=Category.objects.create(indicator=indicator, label="ČR"),
            number=1,
        )
    with django_assert_max_num_queries(21):
        as_consultant.get(page(reopened, "review"))

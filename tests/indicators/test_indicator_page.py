"""One indicator on one page: what it is, where it hangs, what was promised and how it went."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from indicators.models import Category, Definition, Direction, Target
from indicators.targets import ALREADY_SET, revise_target
from tests.builders import make_indicator, make_organisation, make_period, make_user, make_value
from tests.html import form_data, page_text


def page(town, view="indicator", indicator=None):
    return reverse(f"indicators:{view}", args=[town.plan.slug, (indicator or town.indicator).pk])


@pytest.fixture
def contributor(krnov):
    lexikona = make_organisation("Lexikona")
    krnov.measure.implementers.add(lexikona)
    return make_user("prispevatel", contributor_of=lexikona)


def test_it_says_what_the_indicator_is_and_where_it_hangs(sign_in, reader, krnov):
    indicator = krnov.indicator
    indicator.definition = Definition.objects.create(
        code="osoby", name="Podpořené osoby", method="Z evidence."
    )
    indicator.minuend, indicator.subtrahend = krnov.context, make_indicator(krnov.plan, name="Odečtené osoby")
    indicator.desired_direction, indicator.footnote = Direction.UP, "Bez cizinců."
    indicator.save()
    Category.objects.create(indicator=indicator, label="UA", name="uprchlíci z Ukrajiny")
    text = page_text(sign_in(reader).get(page(krnov)))
    for words in [
        "Počet podpořených osob", "výstup", "počet", "osoba", "růst", "UA", "uprchlíci z Ukrajiny",
        "4 Bydlení", "4.1 Zvýšit dostupnost bydlení", "4.1.1 Vytvořit kontaktní místo",
        "Podpořené osoby", "Z evidence.", "Osoby v exekuci", "Odečtené osoby", "Bez cizinců.",
    ]:  # fmt: skip
        assert words in text


def test_a_shared_definition_leads_to_the_comparison_whoever_may_compare(sign_in, reader, contributor, krnov):
    krnov.indicator.definition = Definition.objects.create(code="osoby", name="Podpořené osoby")
    krnov.indicator.save()
    way = f'href="{reverse("reports:comparison")}?ukazatel=osoby"'
    assert way in sign_in(reader).get(page(krnov)).content.decode()
    assert way not in sign_in(contributor).get(page(krnov)).content.decode()


def test_it_says_how_it_went_and_how_far_each_period_is(sign_in, reader, coordinator, krnov):
    earlier = make_period(krnov.plan, slug="2022", start=date(2022, 1, 1), end=date(2022, 12, 31))
    earlier.submit(by=coordinator)
    make_value(krnov.indicator, None, 120, source="evidence odboru")
    make_value(krnov.indicator, earlier, 215)
    text = page_text(sign_in(reader).get(page(krnov)))
    places = [text.index(words) for words in ["120 osob", "evidence odboru", "215 osob", "neuvedeno"]]
    assert places == sorted(places)
    assert earlier.state.label in text
    for period in (earlier, krnov.period):
        assert (
            reverse("reports:value_history", args=[krnov.plan.slug, period.slug, krnov.indicator.pk]) in text
        )


def test_it_shows_what_was_promised_before(sign_in, reader, coordinator, krnov):
    target = Target.objects.create(indicator=krnov.indicator, number=120)
    make_value(krnov.indicator, krnov.period, 7)
    revise_target(target, by=coordinator, operator="=", number=Decimal(90), reason="Ubylo bytů.")
    text = page_text(sign_in(reader).get(page(krnov)))
    assert "Původně 120, změněno" in text
    assert "Ubylo bytů." in text


def test_a_coordinator_gets_the_ways_to_change_it_and_a_reader_none(sign_in, coordinator, reader, krnov):
    ways = [page(krnov, "add_target"), page(krnov, "baseline"), page(krnov, "retire_indicator")]
    for person, offered in ((coordinator, True), (reader, False)):
        text = page_text(sign_in(person).get(page(krnov)))
        assert [way in text for way in ways] == [offered] * len(ways)


def test_a_retired_indicator_has_no_later_periods(sign_in, reader, coordinator, krnov):
    later = make_period(krnov.plan, slug="2025", start=date(2025, 1, 1), end=date(2025, 12, 31))
    krnov.indicator.retire(on=date(2024, 6, 30), reason="Projekt skončil.", by=coordinator)
    text = page_text(sign_in(reader).get(page(krnov)))
    assert "Projekt skončil." in text
    assert (
        reverse("reports:value_history", args=[krnov.plan.slug, later.slug, krnov.indicator.pk]) not in text
    )


def test_the_tree_the_context_and_the_history_lead_here(sign_in, reader, krnov):
    client = sign_in(reader)
    assert page(krnov) in page_text(client.get(reverse("indicators:tree", args=[krnov.plan.slug])))
    here = [krnov.plan.slug, krnov.period.slug]
    context = page_text(client.get(reverse("indicators:context", args=here)))
    assert page(krnov, indicator=krnov.context) in context
    history = page_text(client.get(reverse("reports:value_history", args=[*here, krnov.indicator.pk])))
    assert page(krnov) in history


def test_a_contributor_sees_the_indicators_of_the_own_measures_only(sign_in, contributor, krnov):
    assert sign_in(contributor).get(page(krnov)).status_code == 200
    assert sign_in(contributor).get(page(krnov, indicator=krnov.context)).status_code == 404


def test_an_indicator_of_another_plan_is_not_found(sign_in, reader, stranger, krnov):
    assert sign_in(stranger).get(page(krnov)).status_code == 404
    foreign = stranger.memberships.get().territory.plans.get().indicators.first()
    assert sign_in(reader).get(page(krnov, indicator=foreign)).status_code == 404


def test_many_periods_cost_no_more_queries(sign_in, reader, krnov, django_assert_max_num_queries):
    client = sign_in(reader)
    for year in range(2010, 2020):
        period = make_period(krnov.plan, slug=str(year), start=date(year, 1, 1), end=date(year, 12, 31))
        make_value(krnov.indicator, period, year)
        Category.objects.create(indicator=krnov.indicator, label=str(year))
        Target.objects.create(indicator=krnov.indicator, number=year)
    with django_assert_max_num_queries(14):
        client.get(page(krnov))


class TestFirstTarget:
    def add(self, client, town, **typed):
        address = page(town, "add_target")
        return client.post(address, form_data(client.get(address)) | typed, follow=True)

    def test_it_is_saved_with_who_and_shown(self, as_coordinator, coordinator, krnov):
        response = self.add(as_coordinator, krnov, operator="≥", number="1 090,5", due_on="2027")
        target = Target.objects.get()
        assert (target.number, target.decimals, target.set_by) == (1090.5, 1, coordinator)
        assert target.history.get().history_user == coordinator
        assert "min. 1 090,5 do roku 2027" in page_text(response)

    def test_after_values_it_says_why_so_late(self, as_coordinator, krnov):
        make_value(krnov.indicator, krnov.period, 7)
        refused = self.add(as_coordinator, krnov, number="120")
        assert refused.status_code == 422
        assert "Napište důvod" in page_text(refused)
        assert form_data(refused)["number"] == "120"
        assert not Target.objects.exists()
        text = page_text(self.add(as_coordinator, krnov, number="120", reason="Plán ji neměl."))
        assert "Doplněno dodatečně" in text
        assert "Plán ji neměl." in text

    def test_there_is_one_first_target(self, as_coordinator, krnov):
        typed = form_data(as_coordinator.get(page(krnov, "add_target"))) | {"number": "120"}
        target = Target.objects.create(indicator=krnov.indicator, number=90)
        shown = page_text(as_coordinator.get(page(krnov, "add_target")))
        assert reverse("indicators:revise_target", args=[krnov.plan.slug, target.pk]) in shown
        response = as_coordinator.post(page(krnov, "add_target"), typed)
        assert response.status_code == 422
        assert ALREADY_SET in page_text(response)
        assert Target.objects.get() == target

    def test_only_the_coordinator_may(self, sign_in, reader, contributor, stranger, krnov):
        for person, status in ((reader, 403), (contributor, 403), (stranger, 404)):
            assert sign_in(person).post(page(krnov, "add_target"), {"number": "1"}).status_code == status

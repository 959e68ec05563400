"""A count and its share: one left out is computed from a known whole and says so; two are held against it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from indicators.grid import read_grid
from indicators.models import Batch, Computed, Role, Value, ValueKind
from tests.builders import make_indicator, make_organisation, make_period, make_remark, make_user, make_value
from tests.html import form_data, page_text
from tests.indicators.test_baselines import type_in
from tests.indicators.test_paste_page import paste, preview
from tests.indicators.test_save_value import READS_AND_WRITES, SIGN_IN, save, shown
from tests.indicators.test_values_page import address, field
from tests.indicators.test_values_page import save as save_page

SCHOOL_YEAR = {"covers_start": date(2022, 9, 1), "covers_end": date(2023, 8, 31)}


@pytest.fixture
def pupils(krnov):
    """The whole of the town's count and share, the second context indicator of the plan."""
    make_indicator(krnov.plan, name="Počet obyvatel", role=Role.CONTEXT)
    whole = make_indicator(krnov.plan, name="Počet žáků", unit="žák", role=Role.CONTEXT)
    krnov.context.denominator = whole
    krnov.context.save()
    return whole


def typed(client, krnov, **texts):
    """The answer to one saved cell, with plain spaces."""
    response = save(client, krnov, krnov.context, **texts)
    assert response.status_code == 200
    return response.json()["message"].replace("\u00a0", " ")


def stored(krnov):
    value = krnov.context.values.get(period=krnov.period)
    return value.number, value.share, value.computed


class TestComputing:
    def test_a_share_follows_from_the_count_and_says_so(self, as_coordinator, krnov, pupils):
        make_value(pupils, krnov.period, 220)
        message = typed(as_coordinator, krnov, value="9")
        assert stored(krnov) == (9, Decimal("4.09"), Computed.SHARE)
        assert "Podíl 4,09 % je dopočtený ze 220 žáků (K/2)." in message

    def test_the_answer_brings_it_into_its_field(self, as_coordinator, krnov, pupils):
        make_value(pupils, krnov.period, 220)
        answer = save(as_coordinator, krnov, krnov.context, value="9").json()
        assert answer["texts"][f"v{krnov.context.pk}-share"] == "4,09"

    def test_it_has_as_many_decimals_as_the_last_share(self, as_coordinator, krnov, pupils):
        make_value(pupils, krnov.period, 220)
        make_value(krnov.context, None, 10, share="5.4", share_decimals=1)
        assert "Podíl 4,1 % je dopočtený" in typed(as_coordinator, krnov, value="9")

    def test_a_count_follows_from_the_share(self, as_coordinator, krnov, pupils):
        make_value(pupils, krnov.period, 220)
        message = typed(as_coordinator, krnov, share="4,09")
        assert stored(krnov) == (9, Decimal("4.09"), Computed.COUNT)
        assert "Počet 9 osob je dopočtený jako 4,09 % ze 220 žáků (K/2)." in message

    @pytest.mark.parametrize(
        ("whole", "share"),
        [(220, "4,2"), (22_000, "4,1")],
        ids=["no whole number rounds to it", "several do"],
    )
    def test_a_count_that_the_share_does_not_tell_stays_empty(
        self, as_coordinator, krnov, pupils, whole, share
    ):
        make_value(pupils, krnov.period, whole)
        typed(as_coordinator, krnov, share=share)
        assert stored(krnov)[0] is None

    @pytest.mark.parametrize(
        "whole",
        [
            {"number": 220, "qualifier": "about"},
            {"number": 200, "upper": 240},
            {"missing_reason": "not_yet"},
            {"number": 0},
            {"number": 8},
        ],
        ids=["an estimate", "a range", "a reason", "nobody", "less than the count"],
    )
    def test_from_such_a_whole_nothing_follows(self, as_coordinator, krnov, pupils, whole):
        make_value(pupils, krnov.period, **whole)
        typed(as_coordinator, krnov, value="9")
        assert stored(krnov) == (9, None, Computed.NOTHING)

    @pytest.mark.parametrize("typed_count", ["cca 9", "9–12", "nesledováno"])
    def test_from_no_exact_count_nothing_follows(self, as_coordinator, krnov, pupils, typed_count):
        make_value(pupils, krnov.period, 220)
        typed(as_coordinator, krnov, value=typed_count)
        assert stored(krnov)[1] is None

    def test_a_whole_of_another_period_serves_when_its_own_dates_are_the_same(
        self, as_coordinator, krnov, pupils
    ):
        before = make_period(krnov.plan, slug="2022", start=date(2022, 1, 1), end=date(2022, 12, 31))
        make_value(pupils, before, 220, **SCHOOL_YEAR)
        typed(as_coordinator, krnov, value="9", covers="rok 2022")
        assert stored(krnov)[1] is None
        typed(as_coordinator, krnov, covers="1. 9. 2022 – 31. 8. 2023")
        assert stored(krnov)[1] == Decimal("4.09")

    def test_what_was_computed_follows_a_corrected_count(self, as_coordinator, krnov, pupils):
        make_value(pupils, krnov.period, 220)
        typed(as_coordinator, krnov, value="9")
        assert "Podíl 4,55 % je dopočtený" in typed(as_coordinator, krnov, value="10")
        typed(as_coordinator, krnov, value="nesledováno")
        assert stored(krnov) == (None, None, Computed.NOTHING)


class TestTyped:
    def test_what_a_person_typed_is_never_rewritten(self, as_coordinator, krnov, pupils):
        make_value(pupils, krnov.period, 220)
        message = typed(as_coordinator, krnov, value="9", share="2,3")
        assert stored(krnov) == (9, Decimal("2.3"), Computed.NOTHING)
        assert "9 ze 220 je 4,09 %, uvedeno 2,3 %." in message
        assert "dopočten" not in message
        typed(as_coordinator, krnov, value="10")
        assert stored(krnov)[1] == Decimal("2.3")

    @pytest.mark.parametrize("share", ["4,09", "4,1", "4", "4,0909"])
    def test_a_rounded_share_agrees(self, as_coordinator, krnov, pupils, share):
        make_value(pupils, krnov.period, 220)
        assert "uvedeno" not in typed(as_coordinator, krnov, value="9", share=share)

    def test_a_part_greater_than_its_whole_is_doubted(self, as_coordinator, krnov, pupils):
        make_value(pupils, krnov.period, 8)
        message = typed(as_coordinator, krnov, value="19")
        assert "Počet 19 je větší než celek, kterým je 8 (K/2)." in message

    def test_a_computed_share_whose_whole_has_changed_is_doubted(self, as_coordinator, krnov, pupils):
        whole = make_value(pupils, krnov.period, 220)
        typed(as_coordinator, krnov, value="9")
        whole.number = 300
        whole.save()
        text = page_text(as_coordinator.get(address(krnov)))
        assert "9 ze 300 je 3,00 %, uvedeno 4,09 %." in text
        assert "dopočtený" not in text


class TestWholePage:
    def test_a_count_and_its_whole_are_typed_together(self, as_coordinator, krnov, pupils):
        make_value(pupils, krnov.period, 100)
        response = save_page(as_coordinator, krnov, **{field(krnov.context): "9", field(pupils): "220"})
        assert stored(krnov) == (9, Decimal("4.09"), Computed.SHARE)
        assert "Podíl 4,09 % je dopočtený ze 220 žáků (K/2)." in page_text(response)

    def test_the_sentence_stands_there_when_the_page_is_opened_again(self, as_coordinator, krnov, pupils):
        make_value(pupils, krnov.period, 220)
        make_value(krnov.context, krnov.period, 9, share="4.09", share_decimals=2, computed=Computed.SHARE)
        assert "je dopočtený ze 220 žáků (K/2)." in page_text(as_coordinator.get(address(krnov)))

    def test_wholes_cost_no_query(self, krnov, pupils, django_assert_num_queries):
        with CaptureQueriesContext(connection) as with_whole:
            read_grid(krnov.plan, krnov.period)
        krnov.context.denominator = None
        krnov.context.save()
        with django_assert_num_queries(len(with_whole)):
            read_grid(krnov.plan, krnov.period)


class TestPaste:
    def test_the_preview_says_what_it_computes_even_from_a_whole_further_down(
        self, as_coordinator, krnov, pupils
    ):
        text = page_text(preview(as_coordinator, krnov, "K4/1\t9\nK/2\t220"))
        assert "Podíl 4,09 % je dopočtený" in text
        paste(as_coordinator, krnov, "K4/1\t9\nK/2\t220")
        assert stored(krnov) == (9, Decimal("4.09"), Computed.SHARE)

    def test_what_was_computed_is_taken_back_with_the_rest(self, as_coordinator, krnov, pupils):
        make_value(pupils, krnov.period, 220)
        make_value(krnov.context, krnov.period, 7, share="2.3", share_decimals=1)
        typed(as_coordinator, krnov, share="", value="9")
        paste(as_coordinator, krnov, "K4/1\t11")
        assert stored(krnov) == (11, Decimal("5.0"), Computed.SHARE)
        batch = reverse("indicators:batch", args=[krnov.plan.slug, krnov.period.slug, Batch.objects.get().pk])
        as_coordinator.post(batch)
        assert stored(krnov) == (9, Decimal("4.09"), Computed.SHARE)


def test_a_baseline_is_computed_from_the_baseline_of_the_whole(as_coordinator, krnov, pupils):
    make_value(pupils, None, 184)
    type_in(as_coordinator, krnov, krnov.context, value="10")
    value = krnov.context.values.get(period=None)
    assert (value.number, value.share) == (10, Decimal("5.43"))
    page = reverse("indicators:baseline", args=[krnov.plan.slug, krnov.context.pk])
    assert "Podíl 5,43 % je dopočtený ze 184 žáků (Počet žáků)." in page_text(as_coordinator.get(page))


class TestOneCell:
    @pytest.mark.parametrize("has_value", [False, True])
    def test_a_share_asks_the_database_five_times_too(self, as_coordinator, krnov, pupils, has_value):
        make_value(pupils, krnov.period, 220)
        if has_value:
            make_value(krnov.context, krnov.period, 7)
        page = shown(as_coordinator, krnov)
        with CaptureQueriesContext(connection) as queries:
            assert save(as_coordinator, krnov, krnov.context, page, value="9").status_code == 200
        asked = [one["sql"] for one in queries if one["sql"].startswith(READS_AND_WRITES)]
        own = [sql for sql in asked if not any(f'FROM "{table}"' in sql for table in SIGN_IN)]
        assert len(own) <= 5, "\n".join(own)

    @pytest.mark.parametrize("level", ["", "area", "goal", "measure"])
    @pytest.mark.parametrize("role", [Role.CONTEXT, Role.OUTPUT])
    def test_it_calls_the_whole_as_the_grid_does(self, as_coordinator, krnov, level, role):
        owner = {level: getattr(krnov, level)} if level else {}
        for position, kind in enumerate([Role.OUTPUT, Role.CONTEXT, role], start=1):
            whole = make_indicator(krnov.plan, role=kind, position=position, **owner)
        retired = {"retired_on": date(2020, 1, 1), "retired_reason": "Sloučeno."}
        make_indicator(krnov.plan, role=role, **owner, **retired)
        make_value(whole, krnov.period, 220)
        krnov.context.denominator = whole
        krnov.context.save()
        rows = {row.indicator.pk: row for row in read_grid(krnov.plan, krnov.period).rows}
        assert f"({rows[whole.pk].address})" in typed(as_coordinator, krnov, value="9")

    def test_a_retired_whole_is_no_whole(self, as_coordinator, krnov, pupils):
        make_value(pupils, krnov.period, 220)
        pupils.retired_on, pupils.retired_reason = date(2020, 1, 1), "Už se nesleduje."
        pupils.save()
        typed(as_coordinator, krnov, value="9")
        assert stored(krnov)[1] is None


class TestContributor:
    @pytest.fixture
    def client(self, sign_in, krnov):
        lexikona = make_organisation("Lexikona")
        krnov.measure.implementers.add(lexikona)
        return sign_in(make_user("prispevatel", contributor_of=lexikona))

    @pytest.mark.parametrize(("is_beside", "computed"), [(True, Decimal("4.09")), (False, None)])
    def test_a_whole_that_they_do_not_see_gives_nothing_away(self, client, krnov, is_beside, computed):
        owner = {"measure": krnov.measure} if is_beside else {"area": krnov.area}
        whole = make_indicator(krnov.plan, unit="žák", **owner)
        make_value(whole, krnov.period, 220)
        fields = {"measure": krnov.measure, "value_kind": ValueKind.COUNT_SHARE, "denominator": whole}
        by_cell, by_page = (make_indicator(krnov.plan, **fields) for _ in range(2))
        save(client, krnov, by_cell, value="9")
        client.post(address(krnov), form_data(client.get(address(krnov))) | {field(by_page): "9"})
        for one in (by_cell, by_page):
            assert Value.objects.get(indicator=one).share == computed


def test_the_consultant_reads_the_disagreement_too(sign_in, consultant, coordinator, krnov, pupils):
    make_value(pupils, krnov.period, 247)
    make_value(krnov.context, krnov.period, 17, share="2.3", share_decimals=1)
    krnov.period.submit(by=coordinator)
    make_remark(krnov, by=consultant)
    review = reverse("indicators:review", args=[krnov.plan.slug, krnov.period.slug])
    assert "17 ze 247 je 6,88 %, uvedeno 2,3 %." in page_text(sign_in(consultant).get(review))

"""A target may be revised, never quietly: the old one stays and, once anything is measured, a reason too."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.timezone import localdate

from indicators.models import Operator, Target, ValueKind
from indicators.targets import (
    ALREADY_REVISED,
    NOTHING_CHANGED,
    REASON_NEEDED,
    join_earlier,
    needs_reason,
    promises_of,
    revise_target,
    revisions,
)
from tests.builders import make_indicator, make_town, make_value
from tests.html import form_data, page_text

END_OF_2027 = date(2027, 12, 31)


@pytest.fixture
def target(krnov):
    return Target.objects.create(
        indicator=krnov.indicator, operator=Operator.AT_LEAST, number=120, due_on=END_OF_2027, label="cíl"
    )


def page(town, target):
    return reverse("indicators:revise_target", args=[town.plan.slug, target.pk])


def revise(client, town, target, **typed):
    return client.post(page(town, target), form_data(client.get(page(town, target))) | typed)


class TestRule:
    def test_the_new_target_is_a_new_row_and_the_old_one_stays(self, krnov, coordinator, target):
        new = revise_target(
            target,
            by=coordinator,
            operator="≥",
            number=Decimal("90"),
            due_on=END_OF_2027,
            reason="Ubylo bytů.",
        )
        assert Target.objects.current().get() == new
        assert (new.replaces, new.set_by, new.set_on) == (target, coordinator, localdate())
        assert (new.label, new.decimals, new.reason) == ("cíl", 0, "Ubylo bytů.")
        assert new.history.get().history_user == coordinator
        target.refresh_from_db()
        assert target.number == 120

    def test_without_values_no_reason_is_asked(self, krnov, coordinator, target):
        assert not needs_reason(krnov.indicator)
        revise_target(target, by=coordinator, operator="≥", number=Decimal("90"))

    @pytest.mark.parametrize("value", [{"number": 7}, {"share": Decimal("4.5")}, {"number": 0}])
    def test_with_a_value_a_reason_is_asked(self, krnov, coordinator, target, value):
        make_value(krnov.indicator, krnov.period, value.pop("number", None), **value)
        with pytest.raises(ValidationError, match=REASON_NEEDED):
            revise_target(target, by=coordinator, operator="≥", number=Decimal("90"), reason="  ")
        assert Target.objects.count() == 1

    def test_a_reason_for_a_missing_value_is_no_value(self, krnov, target):
        make_value(krnov.indicator, krnov.period, missing_reason="not_yet")
        assert not needs_reason(krnov.indicator)

    def test_a_target_is_revised_once(self, krnov, coordinator, target):
        revise_target(target, by=coordinator, operator="≥", number=Decimal("90"))
        with pytest.raises(ValidationError, match=ALREADY_REVISED):
            revise_target(target, by=coordinator, operator="≥", number=Decimal("80"))

    def test_the_same_again_is_no_revision(self, krnov, coordinator, target):
        with pytest.raises(ValidationError, match=NOTHING_CHANGED):
            revise_target(target, by=coordinator, operator="≥", number=Decimal("120"), due_on=END_OF_2027)

    def test_a_target_must_say_something(self, krnov, coordinator, target):
        with pytest.raises(ValidationError, match="potřebuje číslo, směr nebo slova"):
            revise_target(target, by=coordinator, operator="=", number=None)

    def test_a_direction_needs_no_number(self, krnov, coordinator, target):
        assert revise_target(target, by=coordinator, operator="fall").number is None


class TestFootnote:
    @pytest.fixture
    def twice(self, krnov, coordinator, target):
        first = revise_target(
            target,
            by=coordinator,
            operator="=",
            number=Decimal("90"),
            due_on=END_OF_2027,
            reason="Ubylo bytů.",
        )
        second = revise_target(first, by=coordinator, operator="=", number=Decimal("80"), reason="Ubylo lidí")
        Target.objects.filter(pk=first.pk).update(set_on=date(2025, 2, 1))
        Target.objects.filter(pk=second.pk).update(set_on=date(2026, 3, 4))
        return Target.objects.get(pk=second.pk)

    def test_every_revision_is_one_sentence(self, twice):
        assert revisions(twice, twice.indicator).replace("\u00a0", " ") == (
            "Původně min. 120 (do roku 2027), změněno 1. 2. 2025: Ubylo bytů. "
            "Původně 90 (do roku 2027), změněno 4. 3. 2026: Ubylo lidí."
        )

    def test_a_target_that_was_never_revised_has_none(self, target):
        assert revisions(target, target.indicator) == ""

    def test_a_long_chain_costs_one_query(self, krnov, twice, django_assert_num_queries):
        current = list(Target.objects.current().filter(indicator__plan=krnov.plan))
        with django_assert_num_queries(1):
            join_earlier(krnov.plan, current)
            [revisions(target, krnov.indicator) for target in current]

    def test_the_current_target_comes_first(self, krnov, twice):
        assert [one.is_current for one in promises_of(krnov.indicator)] == [True, False, False]


class TestPage:
    def test_the_form_starts_with_what_holds(self, as_coordinator, krnov, target):
        posted = form_data(as_coordinator.get(page(krnov, target)))
        assert posted == {
            "operator": "≥",
            "number": "120",
            "text": "",
            "due_on": "rok 2027",
            "reason": "",
        }

    def test_a_revision_is_saved_and_the_old_one_shown(self, as_coordinator, krnov, target):
        make_value(krnov.indicator, krnov.period, 7)
        response = revise(
            as_coordinator, krnov, target, number="1 090,5", due_on="2028", reason="Ubylo bytů."
        )
        new = Target.objects.current().get()
        assert (new.number, new.decimals, new.due_on) == (Decimal("1090.5"), 1, date(2028, 12, 31))
        text = page_text(as_coordinator.get(response.url))
        assert "Nová cílová hodnota je uložená" in text
        assert "Původně min. 120 (do roku 2027), změněno" in text

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"number": "90"}, REASON_NEEDED),
            ({"number": "devadesát", "reason": "x"}, "„devadesát“ nelze přečíst"),
            ({"number": "999999999999999", "reason": "x" * 501}, "Vejde se nejvýš 500 znaků."),
            ({"due_on": "brzy", "reason": "x"}, "Období „brzy“ nelze přečíst"),
            ({"operator": "přibližně", "reason": "x"}, "Vyberte platnou možnost"),
            ({"reason": "x"}, NOTHING_CHANGED),
            ({"number": "", "reason": "x"}, "potřebuje číslo, směr nebo slova"),
        ],
    )
    def test_what_is_refused_is_explained_and_kept(self, as_coordinator, krnov, target, typed, sentence):
        make_value(krnov.indicator, krnov.period, 7)
        response = revise(as_coordinator, krnov, target, **typed)
        assert response.status_code == 422
        assert sentence in page_text(response)
        posted = form_data(response)
        assert {name: posted[name] for name in typed if name != "operator"} == {
            name: text for name, text in typed.items() if name != "operator"
        }
        assert Target.objects.get() == target

    def test_a_share_may_be_typed_with_its_sign(self, as_coordinator, krnov):
        indicator = make_indicator(krnov.plan, measure=krnov.measure, value_kind=ValueKind.SHARE)
        target = Target.objects.create(indicator=indicator, number=10)
        revise(as_coordinator, krnov, target, number="4,5 %")
        assert Target.objects.current().get().number == Decimal("4.5")

    def test_an_old_target_leads_to_the_one_that_holds(self, as_coordinator, krnov, coordinator, target):
        new = revise_target(target, by=coordinator, operator="=", number=Decimal("90"))
        text = page_text(as_coordinator.get(page(krnov, target)))
        assert ALREADY_REVISED in text
        assert page(krnov, new) in text

    def test_two_people_revising_at_once_make_one_revision(self, as_coordinator, krnov, coordinator, target):
        typed = form_data(as_coordinator.get(page(krnov, target))) | {"number": "80"}
        revise_target(target, by=coordinator, operator="=", number=Decimal("90"))
        response = as_coordinator.post(page(krnov, target), typed)
        assert response.status_code == 422
        assert ALREADY_REVISED in page_text(response)
        assert Target.objects.current().get().number == 90

    def test_a_target_of_another_plan_is_not_found(self, as_coordinator, krnov):
        other = Target.objects.create(indicator=make_town("Most").indicator, number=1)
        assert as_coordinator.get(page(krnov, other)).status_code == 404
        assert as_coordinator.post(page(krnov, other), {"number": "2"}).status_code == 404

    def test_a_reader_may_not_and_a_stranger_finds_nothing(self, sign_in, reader, stranger, krnov, target):
        assert sign_in(reader).get(page(krnov, target)).status_code == 403
        assert sign_in(reader).post(page(krnov, target), {"number": "2"}).status_code == 403
        assert sign_in(stranger).get(page(krnov, target)).status_code == 404

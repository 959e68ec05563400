"""The coordinator says what is counted; what values already rest on cannot be taken from under them."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from indicators.indicator_forms import BOTH_SIDES, CHANGED_MEANWHILE, KIND_KEPT, SAME_SIDES
from indicators.models import Category, Definition, Indicator, Part, Role, ValueKind
from indicators.models.indicator import WHOLE_IN_CHAIN, WHOLE_OF_COUNT_SHARE, WHOLE_OF_OTHER_PLAN
from tests.builders import make_indicator, make_organisation, make_town, make_user, make_value
from tests.html import form_data, page_text


def page(town, indicator=None):
    return reverse("indicators:edit_indicator", args=[town.plan.slug, (indicator or town.indicator).pk])


def new_page(town, level=""):
    place = [getattr(town, level).pk] if level else []
    name = f"add_{level}_indicator" if level else "add_indicator"
    return reverse(f"indicators:{name}", args=[town.plan.slug, *place])


def save(client, address, **typed):
    return client.post(address, form_data(client.get(address)) | typed, follow=True)


@pytest.fixture
def split(krnov):
    """The indicator's value is split into ČR and UA; by children nothing is."""
    value = make_value(krnov.indicator, krnov.period, 22)
    for position, (label, name) in enumerate([("ČR", "občané ČR"), ("UA", ""), ("děti", "")], start=1):
        category = Category.objects.create(
            indicator=krnov.indicator, position=position, label=label, name=name
        )
        if label != "děti":
            Part.objects.create(value=value, category=category, number=11)
    return value


def lines(town):
    return [(one.label, one.name) for one in town.indicator.categories.all()]


def test_the_form_starts_with_what_holds(as_coordinator, krnov, split):
    shown = form_data(as_coordinator.get(page(krnov)))
    assert (shown["name"], shown["unit"], shown["role"]) == ("Počet podpořených osob", "osoba", "output")
    assert shown["categories"].splitlines() == ["ČR: občané ČR", "UA", "děti"]


def test_a_change_is_saved_with_who_and_shown(as_coordinator, coordinator, krnov):
    definition = Definition.objects.create(code="osoby", name="Podpořené osoby")
    typed = {"name": "Podpořené domácnosti", "unit": "domácnost", "desired_direction": "up", "role": "impact"}
    text = page_text(save(as_coordinator, page(krnov), definition=definition.pk, **typed))
    for words in ["Indikátor je uložený.", "Podpořené domácnosti", "dopad", "růst", "Podpořené osoby"]:
        assert words in text
    assert krnov.indicator.history.first().history_user == coordinator


@pytest.mark.parametrize(
    ("level", "role"), [("", "context"), ("area", "impact"), ("goal", "impact"), ("measure", "output")]
)
def test_a_new_one_hangs_where_it_was_asked_for(as_coordinator, coordinator, krnov, level, role):
    response = save(
        as_coordinator, new_page(krnov, level), name="Počet bytů", unit="byt", categories="1+1\n2+1"
    )
    new = Indicator.objects.get(name="Počet bytů")
    assert new.owner == (getattr(krnov, level) if level else None)
    assert (new.plan, new.role) == (krnov.plan, role)
    assert new.history.get().history_user == coordinator
    assert [category.label for category in new.categories.all()] == ["1+1", "2+1"]
    assert "Počet bytů" in page_text(response)


def test_a_new_one_comes_last_at_its_place(as_coordinator, krnov):
    Indicator.objects.filter(pk=krnov.indicator.pk).update(position=7)
    save(as_coordinator, new_page(krnov, "measure"), name="Počet bytů")
    assert list(krnov.measure.indicators.values_list("position", flat=True)) == [7, 8]


def test_the_context_page_asks_for_a_context_indicator(as_coordinator, krnov):
    context = reverse("indicators:context", args=[krnov.plan.slug, krnov.period.slug])
    address = new_page(krnov, "area") + "?role=context"
    assert address in page_text(as_coordinator.get(context))
    assert form_data(as_coordinator.get(address))["role"] == Role.CONTEXT


@pytest.mark.parametrize("level", ["", "area", "goal", "measure"])
def test_the_tree_leads_to_new_ones(sign_in, coordinator, reader, krnov, level):
    tree = reverse("indicators:tree", args=[krnov.plan.slug])
    assert new_page(krnov, level) in page_text(sign_in(coordinator).get(tree))
    assert new_page(krnov, level) not in page_text(sign_in(reader).get(tree))


class TestKind:
    def test_it_may_change_while_there_are_no_values(self, as_coordinator, krnov):
        make_value(krnov.indicator, krnov.period, missing_reason="not_yet")
        save(as_coordinator, page(krnov), value_kind=ValueKind.SHARE)
        krnov.indicator.refresh_from_db()
        assert krnov.indicator.value_kind == ValueKind.SHARE

    def test_it_is_kept_once_there_are_values(self, as_coordinator, krnov):
        make_value(krnov.indicator, krnov.period, 7)
        assert KIND_KEPT in page_text(as_coordinator.get(page(krnov)))
        response = save(as_coordinator, page(krnov), value_kind=ValueKind.SHARE, name="Jiný název")
        assert response.status_code == 422
        assert form_data(response)["name"] == "Jiný název"
        krnov.indicator.refresh_from_db()
        assert (krnov.indicator.value_kind, krnov.indicator.name) == ("count", "Počet podpořených osob")


class TestCategories:
    def test_a_used_one_is_renamed_and_keeps_its_values(self, as_coordinator, coordinator, krnov, split):
        save(as_coordinator, page(krnov), categories="ČR: občané ČR\nUkrajina: uprchlíci\nděti")
        assert lines(krnov) == [("ČR", "občané ČR"), ("Ukrajina", "uprchlíci"), ("děti", "")]
        assert {part.category.label for part in split.parts.all()} == {"ČR", "Ukrajina"}
        renamed = Category.objects.get(label="Ukrajina")
        assert renamed.history.first().history_user == coordinator

    def test_a_used_one_cannot_be_removed(self, as_coordinator, krnov, split):
        response = save(as_coordinator, page(krnov), categories="ČR")
        assert response.status_code == 422
        assert "Složku „UA“ nejde odebrat" in page_text(response)
        assert form_data(response)["categories"] == "ČR"
        assert len(lines(krnov)) == 3

    def test_one_by_which_a_value_was_split_once_cannot_either(self, as_coordinator, krnov, split):
        split.parts.get(category__label="UA").delete()
        assert save(as_coordinator, page(krnov), categories="ČR\nděti").status_code == 422

    def test_an_unused_one_can(self, as_coordinator, krnov, split):
        save(as_coordinator, page(krnov), categories="ČR: občané ČR\nUA")
        assert lines(krnov) == [("ČR", "občané ČR"), ("UA", "")]

    def test_new_ones_join_and_the_order_is_that_of_the_lines(self, as_coordinator, krnov, split):
        save(as_coordinator, page(krnov), categories="děti\nUA\nČR\nSK")
        assert lines(krnov) == [("děti", ""), ("UA", ""), ("ČR", ""), ("SK", "")]
        assert {part.category.label for part in split.parts.all()} == {"ČR", "UA"}

    def test_a_line_that_replaces_two_renames_the_used_one(self, as_coordinator, krnov, split):
        save(as_coordinator, page(krnov), categories="ČR\nSK")
        assert {part.category.label for part in split.parts.all()} == {"ČR", "SK"}

    def test_what_did_not_change_is_not_written(self, as_coordinator, krnov, split):
        save(as_coordinator, page(krnov), unit="člověk")
        assert {category.history.count() for category in krnov.indicator.categories.all()} == {1}

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ("ČR\nČR: občané", "Složka „ČR“ je tu dvakrát."),
            ("x" * 61, "vejde se nejvýš 60 znaků"),
            ("ČR: " + "x" * 301, "vejde se nejvýš 300 znaků"),
        ],
    )
    def test_lines_that_cannot_be_are_explained(self, as_coordinator, krnov, typed, sentence):
        response = save(as_coordinator, page(krnov), categories=typed)
        assert response.status_code == 422
        assert sentence in page_text(response)
        assert lines(krnov) == []


class TestDifference:
    def test_both_sides_are_chosen_from_the_plan(self, as_coordinator, krnov):
        other = make_indicator(krnov.plan, measure=krnov.measure)
        save(as_coordinator, page(krnov), minuend=krnov.context.pk, subtrahend=other.pk)
        krnov.indicator.refresh_from_db()
        assert (krnov.indicator.minuend, krnov.indicator.subtrahend) == (krnov.context, other)

    @pytest.mark.parametrize("side", ["minuend", "subtrahend"])
    def test_one_side_is_not_enough(self, as_coordinator, krnov, side):
        response = save(as_coordinator, page(krnov), **{side: krnov.context.pk})
        assert response.status_code == 422
        assert page_text(response).count(BOTH_SIDES) == 1

    def test_the_sides_differ(self, as_coordinator, krnov):
        both = {"minuend": krnov.context.pk, "subtrahend": krnov.context.pk}
        assert SAME_SIDES in page_text(save(as_coordinator, page(krnov), **both))

    def test_neither_itself_nor_one_of_another_plan_is_offered(self, as_coordinator, krnov):
        for pk in (krnov.indicator.pk, make_town("Most").indicator.pk):
            response = save(as_coordinator, page(krnov), minuend=pk, subtrahend=krnov.context.pk)
            assert response.status_code == 422


class TestWhole:
    @pytest.fixture
    def pupils(self, krnov):
        return make_indicator(krnov.plan, name="Počet žáků", unit="žák", role=Role.CONTEXT)

    def test_it_is_chosen_from_the_plan_and_shown(self, as_coordinator, krnov, pupils):
        text = page_text(save(as_coordinator, page(krnov, krnov.context), denominator=pupils.pk))
        krnov.context.refresh_from_db()
        assert krnov.context.denominator == pupils
        assert "Podíl se počítá z" in text
        assert reverse("indicators:indicator", args=[krnov.plan.slug, pupils.pk]) in text

    def test_only_a_count_and_share_has_one(self, as_coordinator, krnov, pupils):
        response = save(as_coordinator, page(krnov), denominator=pupils.pk)
        assert response.status_code == 422
        assert WHOLE_OF_COUNT_SHARE in page_text(response)

    def test_a_whole_is_no_share_of_another(self, as_coordinator, krnov, pupils):
        share = make_indicator(krnov.plan, value_kind=ValueKind.COUNT_SHARE, denominator=krnov.context)
        other = make_indicator(krnov.plan, value_kind=ValueKind.COUNT_SHARE)
        for one, whole in ((krnov.context, pupils), (other, share)):
            assert WHOLE_IN_CHAIN in page_text(save(as_coordinator, page(krnov, one), denominator=whole.pk))

    def test_neither_itself_nor_one_of_another_plan_is_offered(self, as_coordinator, krnov):
        for pk in (krnov.context.pk, make_town("Most").context.pk):
            response = save(as_coordinator, page(krnov, krnov.context), denominator=pk)
            assert response.status_code == 422

    def test_the_rules_hold_for_any_form(self, krnov):
        krnov.context.denominator = make_town("Most").indicator
        with pytest.raises(ValidationError, match=WHOLE_OF_OTHER_PLAN):
            krnov.context.clean()


def test_a_name_is_needed(as_coordinator, krnov):
    response = save(as_coordinator, new_page(krnov), name=" ", unit="byt")
    assert response.status_code == 422
    assert "Napište název." in page_text(response)
    assert form_data(response)["unit"] == "byt"


def test_two_people_are_told_about_each_other(as_coordinator, krnov):
    opened = form_data(as_coordinator.get(page(krnov)))
    save(as_coordinator, page(krnov), unit="klient")
    response = as_coordinator.post(page(krnov), opened | {"name": "Jiný název"})
    assert response.status_code == 422
    assert CHANGED_MEANWHILE in page_text(response)
    krnov.indicator.refresh_from_db()
    assert (krnov.indicator.name, krnov.indicator.unit) == ("Počet podpořených osob", "klient")
    as_coordinator.post(page(krnov), form_data(response))
    krnov.indicator.refresh_from_db()
    assert krnov.indicator.name == "Jiný název"


def test_only_the_coordinator_may(sign_in, reader, stranger, krnov):
    lexikona = make_organisation("Lexikona")
    krnov.measure.implementers.add(lexikona)
    contributor = make_user("prispevatel", contributor_of=lexikona)
    for person, status in ((reader, 403), (contributor, 403), (stranger, 404)):
        for address in (page(krnov), new_page(krnov), new_page(krnov, "measure")):
            assert sign_in(person).post(address, {"name": "x"}).status_code == status


def test_a_level_of_another_plan_is_not_found(as_coordinator, krnov):
    other = make_town("Most")
    forged = reverse("indicators:add_measure_indicator", args=[krnov.plan.slug, other.measure.pk])
    assert as_coordinator.post(forged, {"name": "x"}).status_code == 404
    assert as_coordinator.get(page(krnov, other.indicator)).status_code == 404


def test_many_indicators_and_categories_cost_no_more_queries(
    as_coordinator, krnov, django_assert_max_num_queries
):
    for number in range(8):
        make_indicator(krnov.plan, measure=krnov.measure, name=f"Ukazatel {number}")
        Category.objects.create(indicator=krnov.indicator, label=str(number))
    with django_assert_max_num_queries(17):
        as_coordinator.get(page(krnov))

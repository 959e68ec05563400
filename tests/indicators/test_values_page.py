"""The grid of values: the heart of a coordinator's work."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from indicators.models import Category, MissingReason, Part, PartsKind, Value, ValueKind
from tests.builders import make_indicator, make_town, make_value
from tests.html import form_data, page_text


def address(town, **query):
    return reverse("indicators:values", args=[town.plan.slug, town.period.slug], query=query or None)


def save(client, town, **typed):
    """Open the page, type into fields named by indicator and field, and post it all."""
    page = client.get(address(town))
    return client.post(address(town), form_data(page) | typed, follow=True)


def field(indicator, name="value"):
    return f"v{indicator.pk}-{name}"


def test_a_typed_number_is_saved_with_who_and_when(as_coordinator, coordinator, krnov):
    response = save(as_coordinator, krnov, **{field(krnov.indicator): "1 009,50"})
    value = krnov.indicator.values.get()
    assert "Uloženo: 1 hodnota." in page_text(response)
    assert (value.number, value.decimals, value.updated_by) == (Decimal("1009.50"), 2, coordinator)


def test_every_field_of_a_row_is_saved(as_coordinator, krnov):
    typed = {
        field(krnov.context): "cca 2 393",
        field(krnov.context, "share"): "12,5",
        field(krnov.context, "covers"): "březen 2023 až duben 2024",
        field(krnov.context, "note"): "bez cizinců",
        field(krnov.context, "source"): "Mapa zadlužení",
    }
    save(as_coordinator, krnov, **typed)
    value = krnov.context.values.get()
    assert (value.number, value.qualifier, value.share) == (2393, "about", Decimal("12.5"))
    assert (value.covers_start, value.covers_end) == (date(2023, 3, 1), date(2024, 4, 30))
    assert (value.note, value.source) == ("bez cizinců", "Mapa zadlužení")


def test_a_saved_value_comes_back_into_its_field_as_typed(as_coordinator, krnov):
    save(as_coordinator, krnov, **{field(krnov.indicator): "5,10"})
    assert form_data(as_coordinator.get(address(krnov)))[field(krnov.indicator)] == "5,10"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("nesledováno", "not_monitored"), ("-", "not_available"), ("n. a.", "not_available")],
)
def test_a_word_in_the_field_says_why_the_value_is_missing(as_coordinator, krnov, typed, reason):
    save(as_coordinator, krnov, **{field(krnov.indicator): typed})
    assert krnov.indicator.values.get().missing_reason == reason


def test_a_chosen_reason_says_why_the_value_is_missing(as_coordinator, krnov):
    ready = make_indicator(krnov.plan, measure=krnov.measure, value_kind=ValueKind.STATE)
    save(as_coordinator, krnov, **{field(ready): "not_yet"})
    assert ready.values.get().missing_reason == "not_yet"


@pytest.mark.parametrize("reason", MissingReason.values)
@pytest.mark.parametrize("kind", [ValueKind.COUNT, ValueKind.SHARE, ValueKind.STATE, ValueKind.TEXT])
def test_a_saved_reason_comes_back_and_saves_again(as_coordinator, krnov, kind, reason):
    indicator = make_indicator(krnov.plan, measure=krnov.measure, value_kind=kind)
    make_value(indicator, krnov.period, missing_reason=reason)
    save(as_coordinator, krnov, **{field(indicator, "note"): "zeptáme se"})
    assert indicator.values.get().missing_reason == reason


def test_zero_is_a_value_and_blank_is_not(as_coordinator, krnov):
    save(as_coordinator, krnov, **{field(krnov.indicator): "0"})
    assert krnov.indicator.values.get().number == 0
    assert not krnov.context.values.exists()


def test_untouched_rows_are_left_alone(as_coordinator, krnov):
    value = make_value(krnov.context, krnov.period, 7, printed="asi sedm")
    save(as_coordinator, krnov, **{field(krnov.indicator): "1"})
    value.refresh_from_db()
    assert (value.version, value.printed, value.history.count()) == (1, "asi sedm", 1)


def test_a_breakdown_is_saved_by_its_categories(as_coordinator, krnov):
    indicator = make_indicator(krnov.plan, measure=krnov.measure, parts_kind=PartsKind.SUM)
    czech = Category.objects.create(indicator=indicator, label="ČR")
    ukrainian = Category.objects.create(indicator=indicator, label="UA", position=1)
    typed = {
        field(indicator): "229",
        field(indicator, f"c{czech.pk}"): "79",
        field(indicator, f"c{ukrainian.pk}"): "150",
    }
    save(as_coordinator, krnov, **typed)
    value = indicator.values.get()
    assert [(part.category, int(part.number)) for part in value.parts.all()] == [
        (czech, 79),
        (ukrainian, 150),
    ]
    save(as_coordinator, krnov, **{field(indicator, f"c{czech.pk}"): "80"})
    assert Part.objects.get(category=czech).number == 80


def test_parts_alone_have_no_total(as_coordinator, krnov):
    indicator = make_indicator(krnov.plan, measure=krnov.measure, parts_kind=PartsKind.LIST)
    category = Category.objects.create(indicator=indicator, label="dospělí")
    save(as_coordinator, krnov, **{field(indicator, f"c{category.pk}"): "12"})
    value = indicator.values.get()
    assert value.parts_only
    assert value.number is None


@pytest.fixture
def families(krnov):
    """An indicator reported as a vector of three numbers."""
    indicator = make_indicator(krnov.plan, measure=krnov.measure, parts_kind=PartsKind.LIST)
    for position, label in enumerate(["rodiny", "dospělí", "děti"]):
        Category.objects.create(indicator=indicator, label=label, position=position)
    return indicator


def parts_of(indicator):
    return [float(part.number) for part in indicator.values.get().parts.all()]


def test_a_vector_in_the_field_fills_the_parts(as_coordinator, krnov, families):
    save(as_coordinator, krnov, **{field(families): "12/ 12,5 /1 022"})
    value = families.values.get()
    assert parts_of(families) == [12, 12.5, 1022]
    assert value.parts_only
    assert form_data(as_coordinator.get(address(krnov)))[field(families)] == ""


def test_a_vector_replaces_the_parts_and_leaves_the_total(as_coordinator, krnov, families):
    save(as_coordinator, krnov, **{field(families): "12/12/4"})
    save(as_coordinator, krnov, **{field(families): "28"})
    save(as_coordinator, krnov, **{field(families): "10/12/6"})
    assert parts_of(families) == [10, 12, 6]
    assert families.values.get().number == 28


def test_a_vector_of_another_length_is_explained(as_coordinator, krnov, families):
    response = save(as_coordinator, krnov, **{field(families): "12/4"})
    assert "Čísel je 2 a složek 3; napište jedno číslo ke každé: rodiny," in page_text(response)
    assert form_data(response)[field(families)] == "12/4"
    assert not families.values.exists()


def test_a_vector_does_not_outvote_parts_typed_beside_it(as_coordinator, krnov, families):
    first = families.categories.first()
    typed = {field(families): "12/12/4", field(families, f"c{first.pk}"): "13"}
    assert "Složky jsou napsané dvakrát a různě" in page_text(save(as_coordinator, krnov, **typed))
    assert not families.values.exists()


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        (ValueKind.YES_NO, "1", {"number": 1}),
        (ValueKind.YES_NO, "running", {"state": "running"}),
        (ValueKind.STATE, "done", {"state": "done"}),
        (ValueKind.SHARE, "4,5 %", {"share": Decimal("4.5")}),
        (ValueKind.TEXT, "byla založena platforma", {"text": "byla založena platforma"}),
        (ValueKind.COUNT, "15–20", {"number": 15, "upper": 20}),
        (ValueKind.COUNT, "12 osob", {"number": 12}),
    ],
)
def test_each_kind_of_value_is_read_its_own_way(as_coordinator, krnov, kind, typed, expected):
    indicator = make_indicator(krnov.plan, measure=krnov.measure, value_kind=kind)
    save(as_coordinator, krnov, **{field(indicator): typed})
    value = indicator.values.get()
    assert {name: getattr(value, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("value", "dvanáct", "Hodnotu „dvanáct“ nelze přečíst"),
        ("value", "12 bytů", "Jednotka „bytů“ sem nepatří"),
        ("value", "12/12", "Sem patří jedno číslo"),
        ("value", "99 999 999 999 999 999", "nelze přečíst"),
        ("share", "hodně", "„hodně“ nelze přečíst"),
        ("covers", "loni", "Období „loni“ nelze přečíst"),
        ("covers", "červen 2024 až leden 2023", "konec je dříve než začátek"),
        ("note", "x" * 2001, "Text je příliš dlouhý"),
    ],
)
def test_what_cannot_be_read_is_explained_and_kept(as_coordinator, krnov, name, typed, sentence):
    right = {field(krnov.context): "10", field(krnov.indicator): "5"}
    response = save(as_coordinator, krnov, **right | {field(krnov.context, name): typed})
    assert response.status_code == 422
    assert sentence in page_text(response)
    assert form_data(response)[field(krnov.context, name)] == typed
    assert form_data(response)[field(krnov.indicator)] == "5"
    assert not Value.objects.exists(), "nothing may be saved half"


def test_a_value_and_a_reason_exclude_each_other(as_coordinator, krnov):
    typed = {field(krnov.context): "nesledováno", field(krnov.context, "share"): "5"}
    response = save(as_coordinator, krnov, **typed)
    assert "Napište buď hodnotu, nebo důvod" in page_text(response)
    assert not Value.objects.exists()


def test_a_five_megabyte_text_is_refused_with_a_sentence(as_coordinator, krnov):
    typed = {field(krnov.indicator): "1", field(krnov.indicator, "note"): "ž" * 2_500_000}
    response = save(as_coordinator, krnov, **typed)
    assert response.status_code == 422
    assert "Text je příliš dlouhý, vejde se nejvýš 2 000 znaků." in page_text(response)


def test_a_forged_choice_is_refused(as_coordinator, krnov):
    ready = make_indicator(krnov.plan, measure=krnov.measure, value_kind=ValueKind.STATE)
    response = save(as_coordinator, krnov, **{field(ready): "protože"})
    assert "Vyberte z nabídky" in page_text(response)
    assert not Value.objects.exists()


def test_a_value_cannot_be_just_erased(as_coordinator, krnov):
    make_value(krnov.indicator, krnov.period, 7)
    response = save(as_coordinator, krnov, **{field(krnov.indicator): ""})
    assert "Hodnotu nelze jen smazat" in page_text(response)
    assert krnov.indicator.values.get().number == 7


def test_a_note_without_a_value_is_refused(as_coordinator, krnov):
    response = save(as_coordinator, krnov, **{field(krnov.indicator, "note"): "přijde v září"})
    assert "patří k hodnotě" in page_text(response)


def test_somebody_elses_newer_value_is_not_overwritten(as_coordinator, krnov):
    page = form_data(as_coordinator.get(address(krnov)))
    make_value(krnov.indicator, krnov.period, 12)
    response = as_coordinator.post(address(krnov), page | {field(krnov.indicator): "14"})
    assert "Mezitím to změnil někdo jiný (načtení plánu): 12 osob." in page_text(response)
    assert krnov.indicator.values.get().number == 12
    again = as_coordinator.post(address(krnov), form_data(response))
    assert again.status_code == 302
    assert krnov.indicator.values.get().number == 14


def test_a_stale_row_that_nobody_touched_does_not_matter(as_coordinator, krnov):
    page = form_data(as_coordinator.get(address(krnov)))
    make_value(krnov.indicator, krnov.period, 12)
    as_coordinator.post(address(krnov), page | {field(krnov.context): "3"})
    assert krnov.indicator.values.get().number == 12
    assert krnov.context.values.get().number == 3


def test_an_indicator_of_another_plan_cannot_be_written(as_coordinator, krnov):
    other = make_town("Most")
    page = form_data(as_coordinator.get(address(krnov)))
    foreign = {field(other.indicator): "1", field(other.indicator, "seen"): "0-0"}
    assert as_coordinator.post(address(krnov), page | foreign).status_code == 404
    assert not Value.objects.exists()


def test_only_missing_rows_are_shown_on_request(as_coordinator, krnov):
    make_value(krnov.indicator, krnov.period, 7)
    text = page_text(as_coordinator.get(address(krnov, zobrazit="chybejici")))
    assert krnov.context.name in text
    assert krnov.indicator.name not in text


def test_a_reader_sees_values_as_text(sign_in, reader, krnov):
    make_value(krnov.indicator, krnov.period, 229)
    response = sign_in(reader).get(address(krnov))
    assert "229 osob" in page_text(response)
    assert field(krnov.indicator) not in form_data(response)


def test_a_reader_may_not_save(sign_in, reader, krnov):
    assert sign_in(reader).post(address(krnov), {}).status_code == 403


def test_a_stranger_finds_nothing(sign_in, stranger, krnov):
    assert sign_in(stranger).get(address(krnov)).status_code == 404
    assert sign_in(stranger).post(address(krnov), {}).status_code == 404


def test_a_closed_period_is_locked(as_coordinator, coordinator, krnov):
    krnov.period.submit(by=coordinator)
    assert as_coordinator.post(address(krnov), {}).status_code == 403
    assert "Uložit hodnoty" not in page_text(as_coordinator.get(address(krnov)))


@pytest.mark.parametrize("rows", [20, 200])
@pytest.mark.parametrize("persona", ["coordinator", "reader", "consultant"])
def test_the_number_of_queries_does_not_grow(
    request, client, krnov, persona, rows, django_assert_max_num_queries
):
    for number in range(rows):
        indicator = make_indicator(krnov.plan, measure=krnov.measure, name=f"Indikátor {number}")
        make_value(indicator, None, number)
        make_value(indicator, krnov.period, number)
    client.force_login(request.getfixturevalue(persona))
    with django_assert_max_num_queries(15):
        client.get(address(krnov))

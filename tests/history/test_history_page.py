"""The page of a plan's history: filters, pages, what a bad filter says, who may look."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from indicators.models import Indicator, Value
from plans.models import Evaluation, PriorityArea, Status
from reports.history.guard import historical_models
from tests.builders import make_indicator, make_period, make_town, make_user
from tests.history.history_rows import number, saved
from tests.html import page_text

LONG = "Kontaktní místo funguje od dubna. " * 12


def address(town, **query):
    return reverse("reports:history", args=[town.plan.slug], query=query or None)


def shown(client, town, **query):
    return page_text(client.get(address(town, **query)))


@pytest.fixture
def as_reader(sign_in, reader):
    return sign_in(reader)


@pytest.fixture
def told(krnov, coordinator, consultant):
    """A value by the coordinator, a status by the consultant, another area's value a year later."""
    value = saved(Value(indicator=krnov.indicator, period=krnov.period), coordinator, **number(7))
    _date(value, datetime(2024, 1, 31, 23, 30, tzinfo=UTC))
    status = Evaluation(period=krnov.period, measure=krnov.measure, status=Status.PARTIAL)
    _date(saved(status, consultant), datetime(2024, 6, 1, 9, tzinfo=UTC))
    work = PriorityArea.objects.create(plan=krnov.plan, code="5", title="Zaměstnanost")
    baseline = Value(indicator=make_indicator(krnov.plan, area=work, name="Míra nezaměstnanosti"))
    _date(saved(baseline, coordinator, **number(5)), datetime(2025, 3, 1, 9, tzinfo=UTC))
    return krnov


def _date(row, moment):
    type(row).history.filter(id=row.pk).update(history_date=moment)


NAMES = {"value": "Počet podpořených osob", "status": "Částečně splněno", "baseline": "Míra nezam"}


def found(text):
    """Which of the three changes the list shows; the filter does not repeat their names."""
    return {name for name, words in NAMES.items() if words in text}


def test_a_reader_sees_who_changed_what(as_reader, told):
    text = shown(as_reader, told)
    assert found(text) == set(NAMES)
    assert "neuvedeno → 7 osob" in text
    assert "1. 2. 2024 v 0:30 · Koordinatorka" in text
    assert "načtení plánu" in text


def test_a_stranger_finds_nothing(sign_in, stranger, krnov):
    assert sign_in(stranger).get(address(krnov)).status_code == 404


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"druh": "hodnoty"}, {"value", "baseline"}),
        ({"druh": "stavy"}, {"status"}),
        ({"obdobi": "pocatecni"}, {"baseline"}),
        ({"od": "1. 2. 2024", "do": "1. 2. 2024"}, {"value"}),
        ({"do": "31. 1. 2024"}, set()),
        ({"od": "2025"}, {"baseline"}),
        ({"od": "leden 2024", "do": "červen 2024"}, {"value", "status"}),
        ({"druh": "hodnoty", "od": "2025"}, {"baseline"}),
    ],
)
def test_the_list_is_narrowed(as_reader, told, chosen, expected):
    assert found(shown(as_reader, told, **chosen)) == expected


def test_it_is_narrowed_to_a_person_a_period_or_an_area(as_reader, told, consultant):
    later = make_period(told.plan, slug="2025", start=date(2025, 1, 1), end=date(2025, 12, 31))
    housing, work = told.plan.areas.all()
    assert found(shown(as_reader, told, kdo=consultant.pk)) == {"status"}
    assert found(shown(as_reader, told, obdobi=told.period.pk)) == {"value", "status"}
    assert found(shown(as_reader, told, obdobi=later.pk)) == set()
    assert found(shown(as_reader, told, oblast=housing.pk)) == {"value", "status"}
    assert found(shown(as_reader, told, oblast=work.pk)) == {"baseline"}


def test_only_people_who_changed_something_are_offered(as_reader, told):
    make_user("nevinny", reader_of=told.territory)
    text = shown(as_reader, told)
    assert ">Konzultant</option>" in text
    assert ">Nevinny</option>" not in text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"od": "loni"}, "Datu „loni“ nerozumíme; napište například 30. 9. 2024."),
        ({"do": "31. 2. 2024"}, "Datu „31. 2. 2024“ nerozumíme"),
        ({"od": "1. 5. 2024", "do": "30. 4. 2024"}, "Konec je dřív než začátek."),
        ({"druh": "mzdy"}, "Vyberte z nabídky."),
        ({"kdo": "999999"}, "Vyberte z nabídky."),
        ({"kdo": "1 OR 1"}, "Vyberte z nabídky."),
        ({"oblast": "\x00"}, "Vyberte z nabídky."),
        ({"obdobi": "x" * 2000}, "Vyberte z nabídky."),
    ],
)
def test_a_filter_that_cannot_be_read_is_explained(as_reader, told, typed, sentence):
    text = shown(as_reader, told, **typed)
    assert sentence in text
    assert "Filtru nerozumíme" in text
    assert found(text) == set()


def test_an_area_of_another_town_is_not_offered(as_reader, told):
    other = make_town("Most").area
    assert "Vyberte z nabídky." in shown(as_reader, told, oblast=other.pk)


def test_an_empty_selection_says_so(as_reader, told):
    assert "Výběru neodpovídá žádná změna." in shown(as_reader, told, od="2021", do="2021")
    assert "Výběru neodpovídá žádná změna." in shown(as_reader, told, druh="role", oblast=told.area.pk)


def test_a_plan_without_changes_says_so(sign_in, stranger):
    plan = stranger.memberships.get().territory.plans.get()
    for model in historical_models():
        model.objects.all()._raw_delete("default")
    response = sign_in(stranger).get(reverse("reports:history", args=[plan.slug]))
    assert "Zatím tu není žádná změna." in page_text(response)


def test_a_long_text_shows_its_first_difference_and_the_whole_on_request(as_reader, told, coordinator):
    evaluation = Evaluation.objects.get()
    saved(evaluation, coordinator, summary=LONG)
    saved(evaluation, coordinator, summary=LONG.replace("dubna", "května", 3) + "A dost.")
    text = shown(as_reader, told)
    assert "text změněn, 408 → 418 znaků" in text
    assert "<ins>Kontaktní místo funguje od května." in text or "funguje od května" in text
    assert "<summary>Celé znění</summary>" in text


def test_markup_in_a_text_is_shown_and_not_obeyed(as_reader, told, coordinator):
    saved(Evaluation.objects.get(), coordinator, summary="<script>alert(1)</script>" + LONG)
    text = shown(as_reader, told)
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_pages_keep_the_filter(as_reader, told, coordinator):
    value = Value.objects.get(indicator=told.indicator)
    for one in range(60):
        saved(value, coordinator, **number(one))
    text = shown(as_reader, told, druh="hodnoty")
    assert "Strana 1 ze 2" in text
    assert 'href="?druh=hodnoty&amp;strana=2"' in text
    assert "1–50 ze 62" in text
    assert found(shown(as_reader, told, druh="hodnoty", strana="2")) >= {"value"}
    assert found(shown(as_reader, told, strana="nesmysl")) == {"value"}


@pytest.mark.parametrize("count", [10, 500])
@pytest.mark.parametrize("persona", ["coordinator", "reader", "consultant"])
def test_the_number_of_queries_does_not_grow(
    request, client, told, coordinator, persona, count, django_assert_max_num_queries
):
    value = Value.objects.get(indicator=told.indicator)
    history = value.history.model
    rows = [
        history(id=value.pk, indicator_id=value.indicator_id, period_id=value.period_id, number=one,
                history_date=datetime(2024, 5, 1, tzinfo=UTC), history_type="~", history_user=coordinator,
                updated_at=datetime(2024, 5, 1, tzinfo=UTC))
        for one in range(count)
    ]  # fmt: skip
    history.objects.bulk_create(rows)
    client.force_login(request.getfixturevalue(persona))
    with django_assert_max_num_queries(18):
        client.get(address(told))


def test_indicators_of_the_plan_itself_have_no_code(as_reader, told, coordinator):
    indicator = Indicator.objects.create(plan=told.plan, role="impact", name="Index vyloučení")
    saved(Value(indicator=indicator, period=told.period), coordinator, **number(12))
    assert "Index vyloučení" in shown(as_reader, told)

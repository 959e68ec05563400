"""One cell saved while somebody types; the script gets its state, what stands there and what to say."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from indicators.models import Category, PartsKind, Target, Value, ValueKind
from tests.builders import make_indicator, make_organisation, make_remark, make_user, make_value
from tests.html import form_data

READS_AND_WRITES = ("SELECT", "INSERT", "UPDATE", "DELETE")
SIGN_IN = ("django_session", "accounts_user")


def address(town, indicator):
    return reverse("indicators:save_value", args=[town.plan.slug, town.period.slug, indicator.pk])


def shown(client, town) -> dict[str, str]:
    """What the grid shows, as the script would post it."""
    return form_data(client.get(reverse("indicators:values", args=[town.plan.slug, town.period.slug])))


def save(client, town, indicator, page=None, **typed):
    page = shown(client, town) if page is None else page
    own = {name: text for name, text in page.items() if name.startswith(f"v{indicator.pk}-")}
    own |= {f"v{indicator.pk}-{name}": text for name, text in typed.items()}
    return client.post(address(town, indicator), own)


def test_a_typed_cell_is_saved_and_says_how_it_stands(as_coordinator, coordinator, krnov):
    answer = save(as_coordinator, krnov, krnov.indicator, value="1 009,50", source="evidence").json()
    value = krnov.indicator.values.get()
    assert (value.number, value.source, value.updated_by) == (Decimal("1009.50"), "evidence", coordinator)
    assert answer["mark"] == "filled"
    assert answer["texts"][f"v{krnov.indicator.pk}-value"] == "1\u00a0009,50"


def test_the_answer_lets_the_next_save_follow_at_once(as_coordinator, krnov):
    page = shown(as_coordinator, krnov)
    answer = save(as_coordinator, krnov, krnov.indicator, page, value="12").json()
    again = save(as_coordinator, krnov, krnov.indicator, page, value="13", seen=answer["seen"])
    assert again.json()["mark"] == "filled"
    assert krnov.indicator.values.get().number == 13
    assert krnov.indicator.values.get().history.count() == 2


def test_a_reason_is_a_state_of_its_own(as_coordinator, krnov):
    assert save(as_coordinator, krnov, krnov.indicator, value="nesledováno").json()["mark"] == "reasoned"


def test_what_cannot_be_read_is_refused_and_nothing_is_saved(as_coordinator, krnov):
    response = save(as_coordinator, krnov, krnov.indicator, value="asi dost")
    assert response.status_code == 422
    assert response.json()["mark"] == "refused"
    assert response.json()["errors"] == ["value"]
    assert "nelze přečíst" in response.json()["message"]
    assert not Value.objects.exists()


def test_a_doubtful_value_is_saved_and_asks_for_a_note(as_coordinator, krnov):
    make_value(krnov.indicator, None, 20)
    answer = save(as_coordinator, krnov, krnov.indicator, value="2000").json()
    assert answer["mark"] == "doubt"
    assert "Předchozí hodnota byla 20" in answer["message"].replace("\u00a0", " ")
    noted = save(as_coordinator, krnov, krnov.indicator, note="sloučeno s Bruntálem").json()
    assert noted["mark"] == "filled"
    assert krnov.indicator.values.get(period=krnov.period).number == 2000


def test_two_people_are_shown_to_each_other(as_coordinator, krnov):
    page = shown(as_coordinator, krnov)
    colleague = make_user("kolegyne", coordinator_of=krnov.territory)
    make_value(krnov.indicator, krnov.period, 12, updated_by=colleague)
    response = save(as_coordinator, krnov, krnov.indicator, page, value="14")
    answer = response.json()
    assert response.status_code == 409
    assert (answer["mark"], answer["texts"][f"v{krnov.indicator.pk}-value"]) == ("conflict", "12")
    assert "Kolegyne" in answer["message"]
    assert krnov.indicator.values.get().number == 12
    save(as_coordinator, krnov, krnov.indicator, page, value="14", seen=answer["seen"])
    assert krnov.indicator.values.get().number == 14


def test_an_untouched_cell_writes_no_history(as_coordinator, krnov):
    make_value(krnov.indicator, krnov.period, 40)
    save(as_coordinator, krnov, krnov.indicator)
    assert krnov.indicator.values.get().history.count() == 1


def test_parts_are_saved_with_their_value(as_coordinator, krnov):
    Category.objects.create(indicator=krnov.indicator, label="ČR")
    krnov.indicator.parts_kind = PartsKind.SUM
    krnov.indicator.save()
    category = krnov.indicator.categories.get()
    answer = save(as_coordinator, krnov, krnov.indicator, **{"value": "79", f"c{category.pk}": "79"}).json()
    assert answer["texts"][f"v{krnov.indicator.pk}-c{category.pk}"] == "79"
    assert [part.number for part in krnov.indicator.values.get().all_parts] == [79]


def test_a_closed_period_takes_nothing(as_coordinator, coordinator, krnov):
    page = shown(as_coordinator, krnov)
    krnov.period.submit(by=coordinator)
    response = save(as_coordinator, krnov, krnov.indicator, page, value="12")
    assert (response.status_code, response.json()["mark"]) == (403, "locked")
    assert not Value.objects.exists()


def test_only_a_returned_cell_opens(as_coordinator, coordinator, consultant, krnov):
    page = shown(as_coordinator, krnov)
    krnov.period.submit(by=coordinator)
    make_remark(krnov, by=consultant, subject_id=krnov.indicator.pk, asks_for_change=True)
    krnov.period.send_back(by=consultant, reason="Odkud?")
    assert save(as_coordinator, krnov, krnov.context, page, value="12").status_code == 403
    assert save(as_coordinator, krnov, krnov.indicator, page, value="12").json()["mark"] == "returned"


def test_a_contributor_saves_only_the_own_measures(sign_in, krnov):
    lexikona = make_organisation("Lexikona")
    krnov.measure.implementers.add(lexikona)
    client = sign_in(make_user("prispevatel", contributor_of=lexikona))
    page = shown(client, krnov)
    assert save(client, krnov, krnov.indicator, page, value="12").status_code == 200
    seen = {f"v{krnov.context.pk}-seen": "0-"}
    assert save(client, krnov, krnov.context, seen, value="12").status_code == 403


def test_an_indicator_of_another_plan_is_not_found(as_coordinator, krnov, stranger):
    foreign = Value._meta.get_field("indicator").related_model.objects.exclude(plan=krnov.plan).first()
    assert save(as_coordinator, krnov, foreign, {}, value="1").status_code == 404


@pytest.mark.parametrize("has_value", [False, True])
def test_a_save_asks_the_database_five_times(as_coordinator, krnov, has_value):
    """Beside sign-in and the statements that begin and end the transaction."""
    Target.objects.create(indicator=krnov.indicator, number=100)
    make_value(krnov.indicator, None, 50)
    if has_value:
        make_value(krnov.indicator, krnov.period, 70)
    page = shown(as_coordinator, krnov)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert save(as_coordinator, krnov, krnov.indicator, page, value="80").status_code == 200
    asked = [one["sql"] for one in queries if one["sql"].startswith(READS_AND_WRITES)]
    own = [sql for sql in asked if not any(f'FROM "{table}"' in sql for table in SIGN_IN)]
    assert len(own) <= 5, "\n".join(own)


def test_the_number_of_questions_is_the_same_in_a_large_plan(as_coordinator, krnov):
    for _ in range(30):
        make_value(make_indicator(krnov.plan, measure=krnov.measure), krnov.period, 10)
    page = shown(as_coordinator, krnov)
    with CaptureQueriesContext(connection) as queries:
        save(as_coordinator, krnov, krnov.indicator, page, value="80")
    asked = [one["sql"] for one in queries if one["sql"].startswith(READS_AND_WRITES)]
    assert len(asked) <= 7


def test_a_unit_that_does_not_fit_is_fixed_in_one_click(as_coordinator, krnov):
    krnov.indicator.unit = "skupina"
    krnov.indicator.save()
    answer = save(as_coordinator, krnov, krnov.indicator, value="cca 2 pozice").json()
    name = f"v{krnov.indicator.pk}-value"
    assert answer["fix"] == {name: "cca 2"}
    assert f'data-fix="{name}"' in answer["message"] and "Použít cca 2" in answer["message"]
    assert save(as_coordinator, krnov, krnov.indicator, value="asi dost").json()["fix"] == {}


def test_a_conflict_shows_both_values_and_offers_either(as_coordinator, krnov):
    page = shown(as_coordinator, krnov)
    make_value(krnov.indicator, krnov.period, 12, note="bez Bruntálu", updated_by=make_user("kolegyne"))
    message = save(as_coordinator, krnov, krnov.indicator, page, value="14").json()["message"]
    text = " ".join(message.split())
    assert "Kolegyne" in text
    assert "hodnota: platí <strong>12</strong>, vy <strong>14</strong>" in text
    assert "poznámka: platí <strong>bez Bruntálu</strong>, vy <strong>prázdné</strong>" in text
    assert "Nechat 12" in text and "Zapsat 14" in text


def test_a_conflict_of_choices_is_told_in_words(as_coordinator, krnov):
    krnov.indicator.value_kind = ValueKind.YES_NO
    krnov.indicator.save()
    page = shown(as_coordinator, krnov)
    make_value(krnov.indicator, krnov.period, 1)
    message = save(as_coordinator, krnov, krnov.indicator, page, value="0").json()["message"]
    assert "Nechat ANO" in " ".join(message.split()) and "Zapsat NE" in " ".join(message.split())


def test_what_one_person_typed_is_not_saved_as_another(as_coordinator, coordinator, krnov):
    response = save(as_coordinator, krnov, krnov.indicator, value="12")
    assert response.status_code == 200
    own = {f"v{krnov.indicator.pk}-value": "13", "owner": str(coordinator.pk + 1)}
    refused = as_coordinator.post(address(krnov, krnov.indicator), own)
    assert (refused.status_code, refused.json()["mark"]) == (403, "foreign")
    assert krnov.indicator.values.get().number == 12


def test_who_may_only_read_any_more_is_told_so(client, krnov):
    client.force_login(make_user("ctenar", reader_of=krnov.territory))
    refused = client.post(address(krnov, krnov.indicator), {f"v{krnov.indicator.pk}-value": "13"})
    assert (refused.status_code, refused.json()) == (403, {"mark": "locked", "why": "forbidden"})
    assert not krnov.indicator.values.exists()

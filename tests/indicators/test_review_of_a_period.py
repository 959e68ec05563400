"""A period's way from the town to the consultant and back."""

from datetime import date

import pytest
from django.urls import reverse

from indicators.models import Category, Part, PartsKind, Target
from plans.models import Remark
from tests.builders import fill_in, make_indicator, make_town, make_user, make_value
from tests.html import form_data, page_text

SENT = "Období je odeslané ke kontrole."


def page(town, name):
    return reverse(f"indicators:{name}", args=[town.plan.slug, town.period.slug])


@pytest.fixture
def filled(krnov):
    """Krnov with every value and status in its place."""
    fill_in(krnov)
    return krnov


@pytest.fixture
def submitted(filled, coordinator):
    filled.period.submit(by=coordinator)
    return filled


def test_what_is_missing_is_listed_with_links(as_coordinator, krnov):
    text = page_text(as_coordinator.get(page(krnov, "submission")))
    assert "Chybí 3" in text
    assert f"#radek-{krnov.indicator.pk}" in text
    assert "Chybí stav opatření." in text


def test_a_period_with_gaps_cannot_be_sent(as_coordinator, krnov):
    response = as_coordinator.post(page(krnov, "submission"))
    assert response.status_code == 422
    assert "Období zatím nelze odeslat" in page_text(response)


def test_an_empty_period_cannot_be_sent(sign_in, krnov):
    town = make_town("Most")
    person = make_user("mostecka", coordinator_of=town.territory)
    town.indicator.delete()
    town.context.delete()
    town.measure.delete()
    response = sign_in(person).post(page(town, "submission"))
    assert response.status_code == 422
    assert "není co odeslat" in page_text(response)


def test_a_complete_period_is_sent_and_the_consultant_told(
    as_coordinator, consultant, filled, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        response = as_coordinator.post(page(filled, "submission"), {"message": "Hotovo."}, follow=True)
    assert SENT in page_text(response)
    filled.period.refresh_from_db()
    assert filled.period.state == "submitted"
    assert mailoutbox[0].to == [consultant.email]
    assert "Vzkaz města: Hotovo." in mailoutbox[0].body


def test_a_second_click_changes_nothing(as_coordinator, submitted):
    response = as_coordinator.post(page(submitted, "submission"))
    assert response.status_code == 409
    assert "Období už je odevzdané" in page_text(response)


def test_a_doubt_asks_for_a_note_and_then_lets_through(as_coordinator, filled):
    filled.indicator.values.update(number=5)
    make_value(filled.indicator, None, 229)
    blocked = as_coordinator.post(page(filled, "submission"))
    assert "Předchozí hodnota byla 229, teď je 5." in page_text(blocked)
    filled.indicator.values.filter(period=filled.period).update(source="Evidence")
    assert SENT in page_text(as_coordinator.post(page(filled, "submission"), follow=True))


@pytest.mark.parametrize("doubt", ["parts", "share", "target"])
def test_numbers_that_do_not_fit_are_doubted(as_coordinator, filled, doubt):
    if doubt == "parts":
        indicator = make_indicator(filled.plan, measure=filled.measure, parts_kind=PartsKind.SUM)
        value = make_value(indicator, filled.period, 10)
        category = Category.objects.create(indicator=indicator, label="ČR")
        Part.objects.create(value=value, category=category, number=9)
        expected = "Součet částí je 9, celkem je uvedeno 10."
    elif doubt == "share":
        filled.context.values.update(missing_reason="", number=1, share=120)
        expected = "Podíl 120 % je větší než celek."
    else:
        Target.objects.create(indicator=filled.indicator, number=100, due_on=date(2027, 12, 31))
        expected = "Cíl 100 je splněný; uveďte, čím je to doložené."
    assert expected in page_text(as_coordinator.get(page(filled, "submission")))


def test_the_consultant_sees_what_changed_and_may_show_all(sign_in, consultant, submitted):
    make_value(submitted.indicator, None, 200)
    quiet = make_indicator(submitted.plan, measure=submitted.measure, name="Beze změny")
    make_value(quiet, None, 70)
    make_value(quiet, submitted.period, 70)
    client = sign_in(consultant)
    text = page_text(client.get(page(submitted, "review")))
    assert "200 osob" in text
    assert "+29" in text
    assert "Beze změny" not in text
    assert "Beze změny" in page_text(client.get(page(submitted, "review") + "?vse"))


def test_only_returned_cells_open_for_the_town(
    client, coordinator, consultant, submitted, mailoutbox, django_capture_on_commit_callbacks
):
    client.force_login(consultant)
    cell = f"value-{submitted.indicator.pk}"
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            page(submitted, "review"), {"krok": "vratit", f"text-{cell}": "Odkud?", f"vratit-{cell}": "1"}
        )
    assert "Odkud?" in mailoutbox[0].body
    client.force_login(coordinator)
    grid = client.get(page(submitted, "values"))
    fields = form_data(grid)
    assert "Odkud?" in page_text(grid)
    assert f"v{submitted.indicator.pk}-value" in fields
    assert f"v{submitted.context.pk}-value" not in fields
    locked = {f"v{submitted.context.pk}-value": "1", f"v{submitted.context.pk}-seen": "1-0"}
    assert client.post(page(submitted, "values"), fields | locked).status_code == 403
    saved = client.post(page(submitted, "values"), fields | {f"v{submitted.indicator.pk}-value": "230"})
    assert saved.status_code == 302
    client.post(page(submitted, "submission"))
    client.force_login(consultant)
    text = page_text(client.get(page(submitted, "review")))
    assert "229 osob" in text
    assert "<strong>230 osob</strong>" in text
    assert not Remark.objects.returning().exists()


def test_returning_a_cell_needs_a_text(sign_in, consultant, submitted):
    data = {"krok": "vratit", f"vratit-value-{submitted.indicator.pk}": "1"}
    response = sign_in(consultant).post(page(submitted, "review"), data)
    assert response.status_code == 422
    assert "napište, co je třeba opravit" in page_text(response)
    assert not Remark.objects.exists()


def test_returning_the_whole_period_needs_a_reason(sign_in, consultant, submitted):
    response = sign_in(consultant).post(page(submitted, "review"), {"krok": "vratit"})
    assert "Napište, proč období vracíte." in page_text(response)


def test_a_cell_of_another_town_cannot_be_returned(sign_in, consultant, submitted):
    other = make_town("Most")
    data = {"krok": "pripominky", f"text-value-{other.indicator.pk}": "Cizí"}
    assert sign_in(consultant).post(page(submitted, "review"), data).status_code == 404


def test_approval_locks_and_reopening_needs_a_reason(sign_in, consultant, submitted):
    client = sign_in(consultant)
    client.post(page(submitted, "review"), {"krok": "schvalit"})
    submitted.period.refresh_from_db()
    assert submitted.period.state == "approved"
    assert client.post(page(submitted, "review"), {"krok": "otevrit"}).status_code == 422
    client.post(page(submitted, "review"), {"krok": "otevrit", "duvod": "Nová data."})
    submitted.period.refresh_from_db()
    assert submitted.period.is_open


def test_the_town_cannot_approve_itself(as_coordinator, submitted):
    assert as_coordinator.post(page(submitted, "review"), {"krok": "schvalit"}).status_code == 403


def test_an_open_period_cannot_be_approved(sign_in, consultant, krnov):
    response = sign_in(consultant).post(page(krnov, "review"), {"krok": "schvalit"})
    assert response.status_code == 409
    assert "Období není odevzdané" in page_text(response)


def test_a_consultant_of_a_regional_centre_follows_its_towns(krnov, client):
    krnov.plan.regional_centre = "RCV"
    krnov.plan.save()
    other = make_town("Most")
    person = make_user("centrum", consultant=True)
    person.memberships.update(regional_centre="RCV")
    client.force_login(person)
    assert client.get(page(krnov, "review")).status_code == 200
    assert client.get(page(other, "review")).status_code == 404


def test_the_review_takes_a_fixed_number_of_queries(
    sign_in, consultant, submitted, django_assert_max_num_queries
):
    client = sign_in(consultant)
    with django_assert_max_num_queries(17):
        client.get(page(submitted, "review"))

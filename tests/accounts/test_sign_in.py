"""Signing in with an e-mail and a password."""

import pytest
from django.urls import NoReverseMatch, reverse

from accounts.models import User
from tests.accounts.steps import SIGN_IN, sign_in
from tests.builders import PASSWORD, make_user
from tests.html import form_data, page_text


def test_a_person_with_an_account_signs_in(client, coordinator):
    response = sign_in(client, coordinator.email)
    assert response.status_code == 302
    assert response["Location"] == reverse("indicators:overview")


def test_the_letter_case_of_an_email_does_not_matter(client, coordinator):
    assert sign_in(client, coordinator.email.upper()).status_code == 302


@pytest.mark.parametrize(
    ("email", "password"), [("eva@example.cz", "jiné heslo"), ("nikdo@example.cz", PASSWORD)]
)
def test_a_wrong_name_and_a_wrong_password_sound_the_same(client, db, email, password):
    make_user("eva")
    response = sign_in(client, email, password)
    assert "E-mail nebo heslo nesouhlasí" in page_text(response)
    assert form_data(response)["login"] == email


def test_empty_fields_are_named(client, db):
    response = sign_in(client, "", "")
    assert page_text(response).count("Toto pole je třeba vyplnit.") == 2


def test_a_switched_off_account_is_told_so_only_with_its_password(client, db):
    user = make_user("eva")
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert "E-mail nebo heslo nesouhlasí" in page_text(sign_in(client, user.email, "jiné heslo"))
    assert sign_in(client, user.email)["Location"] == reverse("account_inactive")
    assert "Účet je vypnutý" in page_text(client.get(reverse("account_inactive")))
    assert client.get("/").status_code == 302


def test_after_signing_in_one_continues_where_one_wanted(client, coordinator, krnov):
    wanted = reverse("indicators:values", args=[krnov.plan.slug, krnov.period.slug])
    page = client.get(client.get(wanted)["Location"])
    typed = {"login": coordinator.email, "password": PASSWORD}
    assert client.post(SIGN_IN, form_data(page) | typed)["Location"] == wanted


def test_a_foreign_address_is_not_continued_to(client, coordinator):
    typed = {"login": coordinator.email, "password": PASSWORD, "next": "https://zly.example.com/"}
    assert client.post(SIGN_IN, typed)["Location"] == reverse("indicators:overview")


def test_who_is_signed_in_is_not_asked_again(as_coordinator):
    assert as_coordinator.get(SIGN_IN).status_code == 302


def test_signing_out(client, coordinator):
    client.force_login(coordinator)
    assert "Odhlášení" in page_text(client.get(reverse("account_logout")))
    assert client.get("/").status_code == 200
    assert client.post(reverse("account_logout")).status_code == 302
    assert client.get("/").status_code == 302


def test_guessing_one_password_is_stopped(client, coordinator):
    for _ in range(5):
        assert "nesouhlasí" in page_text(sign_in(client, coordinator.email, "hádám"))
    assert "Příliš mnoho pokusů" in page_text(sign_in(client, coordinator.email))
    assert client.get("/").status_code == 302


def test_guessing_from_one_address_is_stopped(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "3/m/ip"}
    for number in range(3):
        assert sign_in(client, f"kdosi{number}@example.cz").status_code == 200
    response = sign_in(client, "kdosi@example.cz")
    assert response.status_code == 429
    assert "Příliš mnoho pokusů" in page_text(response)


def test_the_administration_has_no_door_of_its_own(client, db):
    response = client.get(reverse("admin:index"), follow=True)
    assert response.redirect_chain[-1][0].startswith(SIGN_IN)
    response = client.post(reverse("admin:login"), {"username": "spravce@example.cz", "password": "x"})
    assert response["Location"].startswith(SIGN_IN)


@pytest.mark.parametrize("name", ["account_signup", "account_email", "socialaccount_signup"])
def test_nobody_registers_unasked(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)

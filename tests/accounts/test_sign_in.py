"""Signing in with an e-mail and a password."""

import pytest
from django.urls import reverse

from accounts.models import User
from tests.builders import PASSWORD, make_user
from tests.html import form_data, page_text

PAGE = "/ucet/prihlaseni/"


def sign_in(client, email, password):
    return client.post(PAGE, {"username": email, "password": password})


def test_a_person_with_an_account_signs_in(client, coordinator):
    response = sign_in(client, coordinator.email, PASSWORD)
    assert response.status_code == 302
    assert response["Location"] == reverse("indicators:overview")


def test_the_letter_case_of_an_email_does_not_matter(client, coordinator):
    assert sign_in(client, coordinator.email.upper(), PASSWORD).status_code == 302


@pytest.mark.parametrize(
    ("email", "password"), [("eva@example.cz", "jiné heslo"), ("nikdo@example.cz", PASSWORD)]
)
def test_a_wrong_name_and_a_wrong_password_sound_the_same(client, db, email, password):
    make_user("eva")
    response = sign_in(client, email, password)
    assert "E-mail nebo heslo nesouhlasí" in page_text(response)
    assert form_data(response)["username"] == email


def test_a_switched_off_account_cannot_sign_in(client, db):
    user = make_user("eva")
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert sign_in(client, user.email, PASSWORD).status_code == 200


def test_after_signing_in_one_continues_where_one_wanted(client, coordinator, krnov):
    wanted = reverse("indicators:values", args=[krnov.plan.slug, krnov.period.slug])
    page = client.get(client.get(wanted)["Location"])
    response = client.post(PAGE, form_data(page) | {"username": coordinator.email, "password": PASSWORD})
    assert response["Location"] == wanted


def test_a_foreign_address_is_not_continued_to(client, coordinator):
    typed = {"username": coordinator.email, "password": PASSWORD, "next": "https://zly.example.com/"}
    assert client.post(PAGE, typed)["Location"] == reverse("indicators:overview")


def test_signing_out(client, coordinator):
    client.force_login(coordinator)
    assert client.post(reverse("accounts:logout")).status_code == 302
    assert client.get("/").status_code == 302

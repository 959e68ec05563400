"""Signing in with the account of a town hall, against a provider on this machine."""

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse

from accounts.models import User
from tests.accounts.oidc_provider import CLIENT_ID, running_provider
from tests.accounts.steps import signed_in_browser, turn_on_totp
from tests.builders import PASSWORD, make_user
from tests.html import page_text

START = "/ucet/urad/prihlaseni/"
EVA = {"sub": "u-1", "email": "eva@example.cz", "email_verified": True, "name": "Eva"}


@pytest.fixture
def provider(settings, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with running_provider() as provider:
        provider.person = dict(EVA)
        app = {
            "provider_id": "prihlaseni",
            "name": "účtem úřadu",
            "client_id": CLIENT_ID,
            "secret": "tajemstvi",
            "settings": {
                "server_url": provider.address,
                "oauth_pkce_enabled": True,
                "verified_email": [],
            },
        }
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
        yield provider


def go_through(client, start=START):
    """To the provider and back, as a browser would."""
    asked = client.post(start)
    assert asked.status_code == 302
    back = requests.get(asked["Location"], allow_redirects=False, timeout=5).headers["Location"]
    return client.get(back.removeprefix("http://testserver"))


def is_signed_in(client):
    return client.get("/").status_code == 200


def test_a_person_with_an_account_gets_in(client, provider, db):
    eva = make_user("eva")
    assert go_through(client)["Location"] == reverse("indicators:overview")
    assert is_signed_in(client)
    assert SocialAccount.objects.get().user == eva
    assert "připojený" in page_text(client.get("/ucet/"))


def test_the_password_stays_valid(client, provider, db):
    eva = make_user("eva")
    go_through(client)
    eva.refresh_from_db()
    assert eva.check_password(PASSWORD)


def test_the_exchange_is_bound_to_this_browser(client, provider, db):
    make_user("eva")
    go_through(client)
    assert provider.asked["code_challenge_method"] == "S256"
    assert provider.tokens[0]["code_verifier"]
    assert provider.tokens[0]["client_secret"] == "tajemstvi"


def test_the_second_time_the_person_is_known_by_the_number(client, provider, db):
    eva = make_user("eva")
    go_through(client)
    client.post(reverse("account_logout"))
    provider.person = {"sub": "u-1", "email": "eva.nova@example.cz", "email_verified": False}
    go_through(client)
    assert client.session["_auth_user_id"] == str(eva.pk)


@pytest.mark.parametrize(
    "changed",
    [
        {"email": "nikdo@example.cz"},
        {"email_verified": False},
        {"email_verified": "false"},
        {"email": ""},
    ],
)
def test_an_unknown_person_is_not_let_in(client, provider, db, changed):
    make_user("eva")
    provider.person |= changed
    response = go_through(client)
    assert response.status_code == 403
    assert "Účet tu nemáte" in page_text(response)
    assert not is_signed_in(client)
    assert User.objects.count() == 1
    assert not SocialAccount.objects.exists()


def test_a_switched_off_account_is_not_let_in(client, provider, db):
    make_user("eva")
    User.objects.update(is_active=False)
    assert go_through(client).status_code == 403


def test_an_account_switched_off_later_is_not_let_in(client, provider, db):
    make_user("eva")
    go_through(client)
    client.post(reverse("account_logout"))
    User.objects.update(is_active=False)
    assert go_through(client)["Location"] == reverse("account_inactive")
    assert not is_signed_in(client)


def test_emails_of_a_trusted_domain_count_as_verified(client, provider, settings, db):
    """Entra ID does not say `email_verified` at all."""
    make_user("eva")
    provider.person.pop("email_verified")
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["verified_email"] = ["example.cz"]
    go_through(client)
    assert is_signed_in(client)


def test_the_second_factor_is_asked_for_here_too(client, provider, db):
    eva = make_user("eva")
    turn_on_totp(signed_in_browser(eva))
    assert go_through(client)["Location"] == "/ucet/druhy-faktor/prihlaseni/"
    assert not is_signed_in(client)


def test_a_token_for_somebody_else_is_refused(client, provider, db):
    make_user("eva")
    provider.issuer = "https://zly.example.com"
    response = go_through(client)
    assert response.status_code == 401
    assert "se nepovedlo" in page_text(response)
    assert not is_signed_in(client)


def test_an_answer_nobody_asked_for_is_refused(client, provider, db):
    make_user("eva")
    response = client.get("/ucet/urad/prihlaseni/zpet/", {"code": "kod", "state": "vymyšlený"})
    assert response.status_code == 401
    assert not is_signed_in(client)


def test_changing_ones_mind(client, provider, db):
    provider.cancels = True
    response = go_through(client)
    assert response["Location"] == reverse("socialaccount_login_cancelled")
    assert "Přihlášení jste zrušili" in page_text(client.get(response["Location"]))


def test_nobody_joins_a_foreign_identity_to_an_account(client, provider, db):
    client.force_login(make_user("jana"))
    assert go_through(client, f"{START}?process=connect")["Location"] == "/ucet/"
    assert not SocialAccount.objects.exists()


def test_the_button_is_shown_only_when_configured(client, provider, settings, db):
    assert "Přihlásit se účtem úřadu" in page_text(client.get("/ucet/prihlaseni/"))
    assert "Pokračovat" in page_text(client.get(START))
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert "účtem úřadu" not in page_text(client.get("/ucet/prihlaseni/"))
    assert client.post(START).status_code == 404


def test_one_continues_where_one_wanted(client, provider, db):
    make_user("eva")
    page = client.get("/ucet/prihlaseni/", {"next": "/ucet/"})
    assert f"{START}?next=%2Fucet%2F" in page_text(page)
    assert go_through(client, f"{START}?next=%2Fucet%2F")["Location"] == "/ucet/"

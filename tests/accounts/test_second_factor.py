"""The second factor: an application with codes, recovery codes, passkeys, and who must have one."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.urls import reverse

from accounts.models import User
from tests.accounts.steps import (
    confirm_identity,
    newest_mail,
    sign_in,
    signed_in_browser,
    totp,
    turn_on_totp,
)
from tests.builders import PASSWORD, make_user
from tests.html import page_text

BOARD = reverse("reports:board")
SECOND_STEP = "/ucet/druhy-faktor/prihlaseni/"


@pytest.fixture
def eva(db):
    return make_user("eva")


@pytest.fixture
def secret(eva):
    """Eva has the application set up."""
    return turn_on_totp(signed_in_browser(eva))


def recovery_codes(user):
    return Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()


def test_setting_up_the_application_asks_for_the_password_first(eva):
    browser = signed_in_browser(eva)
    response = browser.get(reverse("mfa_activate_totp"))
    assert response["Location"].startswith(reverse("account_reauthenticate"))
    page = browser.post(reverse("account_reauthenticate"), {"password": "hádám"})
    assert "Heslo nesouhlasí." in page_text(page)


def test_a_wrong_first_code_turns_nothing_on(eva):
    browser = signed_in_browser(eva)
    confirm_identity(browser)
    browser.get(reverse("mfa_activate_totp"))
    page = browser.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "Kód nebo klíč nesouhlasí" in page_text(page)
    assert not Authenticator.objects.exists()


def test_the_owner_learns_of_it_by_email(transactional_db):
    turn_on_totp(signed_in_browser(make_user("eva")))
    assert [message.subject for message in mail.outbox] == ["Druhý faktor zapnut"]
    assert "Přihlášení nově chrání ověřovací aplikace." in mail.outbox[0].body


def test_signing_in_then_takes_two_steps(client, eva, secret):
    assert sign_in(client, eva.email)["Location"] == SECOND_STEP
    assert client.get("/").status_code == 302
    assert "Druhý krok přihlášení" in page_text(client.get(SECOND_STEP))
    assert client.post(SECOND_STEP, {"code": totp(secret, 1)})["Location"] == "/"
    assert client.get("/").status_code == 200


def test_a_wrong_code_does_not_let_in(client, eva, secret):
    sign_in(client, eva.email)
    page = client.post(SECOND_STEP, {"code": "123"})
    assert "Kód nebo klíč nesouhlasí" in page_text(page)
    assert client.get("/").status_code == 302


def test_a_code_works_once(client, eva, secret):
    code = totp(secret, 1)
    sign_in(client, eva.email)
    client.post(SECOND_STEP, {"code": code})
    client.post(reverse("account_logout"))
    sign_in(client, eva.email)
    assert client.post(SECOND_STEP, {"code": code}).status_code == 200


def test_guessing_codes_is_stopped(client, eva, secret):
    sign_in(client, eva.email)
    for _ in range(5):
        client.post(SECOND_STEP, {"code": "000000"})
    page = client.post(SECOND_STEP, {"code": totp(secret, 1)})
    assert "Příliš mnoho pokusů" in page_text(page)
    assert client.get("/").status_code == 302


def test_the_second_step_alone_leads_back_to_the_first(client, db):
    assert client.get(SECOND_STEP)["Location"] == "/ucet/prihlaseni/"


def test_giving_up_at_the_second_step(client, eva, secret):
    sign_in(client, eva.email)
    client.post(reverse("account_logout"))
    assert client.get(SECOND_STEP)["Location"] == "/ucet/prihlaseni/"


def test_a_recovery_code_works_once(client, eva, secret):
    code = recovery_codes(eva)[0]
    for expected in (302, 200):
        sign_in(client, eva.email)
        assert client.post(SECOND_STEP, {"code": code}).status_code == expected
        client.post(reverse("account_logout"))


def test_recovery_codes_are_shown_downloaded_and_renewed(client, eva, secret):
    before = recovery_codes(eva)
    sign_in(client, eva.email)
    client.post(SECOND_STEP, {"code": totp(secret, 1)})
    confirm_identity(client)
    assert before[0] in page_text(client.get(reverse("mfa_view_recovery_codes")))
    assert before[0] in client.get(reverse("mfa_download_recovery_codes")).content.decode()
    assert client.get(reverse("mfa_generate_recovery_codes")).status_code == 200
    client.post(reverse("mfa_generate_recovery_codes"))
    assert not set(before) & set(recovery_codes(eva))


def test_the_application_is_turned_off(eva):
    browser = signed_in_browser(eva)
    turn_on_totp(browser)
    assert "Vypnout" in page_text(browser.get(reverse("mfa_deactivate_totp")))
    browser.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.exists()
    assert "už přihlášení nechrání" in newest_mail().body


def test_who_has_no_application_cannot_turn_it_off(eva):
    assert signed_in_browser(eva).get(reverse("mfa_deactivate_totp")).status_code == 404


def test_the_page_of_the_second_factor_knows_what_is_on(eva):
    browser = signed_in_browser(eva)
    assert "Není zapnutá" in page_text(browser.get(reverse("mfa_index")))
    turn_on_totp(browser)
    assert "Je zapnutá" in page_text(browser.get(reverse("mfa_index")))


# Passkeys: the ceremony itself needs a browser; here the pages open and forged answers are refused.


def make_passkey(user, name="Notebook"):
    data = {"name": name, "credential": {}}
    return Authenticator.objects.create(user=user, type="webauthn", data=data)


def test_adding_a_passkey_opens_and_refuses_a_forged_one(eva):
    browser = signed_in_browser(eva)
    confirm_identity(browser)
    page = browser.get(reverse("mfa_add_webauthn"))
    assert "Přidat přístupový klíč" in page_text(page)
    assert "js/passkeys.js" in page_text(page)
    forged = {"name": "Cizí", "credential": json.dumps({"id": "x"})}
    page = browser.post(reverse("mfa_add_webauthn"), forged)
    assert page.status_code == 200
    assert "Kód nebo klíč nesouhlasí" in page_text(page)
    assert not Authenticator.objects.exists()


def test_signing_in_with_a_forged_passkey_fails(client, db):
    challenge = client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    assert "challenge" in challenge.json()["request_options"]["publicKey"]
    forged = {"credential": json.dumps({"id": "x", "response": {"userHandle": "MQ"}})}
    response = client.post(reverse("mfa_login_webauthn"), forged, follow=True)
    assert "Kód nebo klíč nesouhlasí" in page_text(response)
    assert client.get("/").status_code == 302


def test_guessing_passkeys_is_stopped(client, db):
    answers = [client.post(reverse("mfa_login_webauthn"), {"credential": "{}"}) for _ in range(11)]
    assert answers[-1].status_code == 429


def test_passkeys_are_listed_renamed_and_removed(eva):
    browser = signed_in_browser(eva)
    confirm_identity(browser)
    key = make_passkey(eva)
    assert "Notebook" in page_text(browser.get(reverse("mfa_list_webauthn")))
    assert "Přejmenovat" in page_text(browser.get(reverse("mfa_edit_webauthn", args=[key.pk])))
    browser.post(reverse("mfa_edit_webauthn", args=[key.pk]), {"name": "Telefon"})
    assert "Klíčem Telefon" in page_text(browser.get(reverse("mfa_remove_webauthn", args=[key.pk])))
    browser.post(reverse("mfa_remove_webauthn", args=[key.pk]))
    assert not Authenticator.objects.exists()


def test_the_passkey_of_somebody_else_is_not_found(eva):
    browser = signed_in_browser(make_user("cizi"))
    confirm_identity(browser)
    key = make_passkey(eva)
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert browser.post(reverse(name, args=[key.pk]), {"name": "Moje"}).status_code == 404
    key.refresh_from_db()
    assert key.data["name"] == "Notebook"


# Who must have a second factor.


@pytest.fixture
def required(settings):
    settings.REQUIRE_MFA = True


@pytest.fixture
def administrator(db):
    return User.objects.create_superuser("spravce@example.cz", "x", name="Správce")


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("person", ["consultant", "administrator"])
def test_who_sees_many_towns_sets_it_up_first(request, client, person):
    client.force_login(request.getfixturevalue(person))
    response = client.get("/", follow=True)
    assert response.redirect_chain[-1][0] == reverse("mfa_index")
    assert "Konzultanti a správci se přihlašují s druhým faktorem" in page_text(response)
    assert client.get("/sprava/").status_code == 302


@pytest.mark.usefixtures("required")
def test_a_refused_save_changes_nothing(client, consultant, krnov):
    client.force_login(consultant)
    address = reverse("plans:invite", args=[krnov.territory.pk])
    client.post(address, {"email": "kdosi@example.cz", "role": "reader"})
    assert not krnov.territory.invitations.exists()


@pytest.mark.usefixtures("required")
def test_with_the_second_factor_everything_opens(client, consultant):
    make_passkey(consultant)
    client.force_login(consultant)
    assert client.get(BOARD).status_code == 200


@pytest.mark.usefixtures("required")
def test_recovery_codes_alone_are_no_second_factor(client, consultant):
    Authenticator.objects.create(user=consultant, type="recovery_codes", data={"seed": "x", "used_mask": 0})
    client.force_login(consultant)
    assert client.get(BOARD).url == reverse("mfa_index")


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("person", ["coordinator", "reader"])
def test_who_sees_one_town_is_not_asked(request, client, person):
    client.force_login(request.getfixturevalue(person))
    assert client.get("/").status_code == 200


def test_nobody_is_asked_unless_the_operator_says_so(client, consultant):
    client.force_login(consultant)
    assert client.get(BOARD).status_code == 200


def test_an_administrator_removes_the_factor_of_a_lost_phone(client, administrator, eva):
    make_passkey(eva)
    client.force_login(administrator)
    chosen = {"action": "remove_second_factor", "_selected_action": [eva.pk]}
    client.post(reverse("admin:accounts_user_changelist"), chosen)
    assert not Authenticator.objects.exists()


def test_guessing_the_password_once_more_is_stopped(eva):
    browser = signed_in_browser(eva)
    for _ in range(5):
        browser.post(reverse("account_reauthenticate"), {"password": "hádám"})
    page = browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert "Příliš mnoho pokusů" in page_text(page)
    assert browser.get(reverse("mfa_activate_totp")).status_code == 302

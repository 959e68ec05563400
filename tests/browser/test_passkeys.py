"""A passkey from adding it to signing in with nothing else, on Chromium's virtual authenticator."""

import pytest

from tests.builders import PASSWORD, make_user

pytestmark = pytest.mark.browser

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page_with_key(page_of):
    """A page of a computer that has a fingerprint reader, and its owner's finger on it."""
    page = page_of()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return page


def type_password(page, user):
    page.goto("/ucet/prihlaseni/")
    page.get_by_label("E-mail").fill(user.email)
    page.get_by_label("Heslo").fill(PASSWORD)
    page.get_by_role("button", name="Přihlásit se").click()


def sign_out(page):
    page.get_by_role("button", name="Odhlásit").click()
    page.wait_for_url("**/ucet/prihlaseni/")


def test_a_passkey_is_added_and_signs_in(page_with_key, live_server, transactional_db):
    page, eva = page_with_key, make_user("eva")
    type_password(page, eva)
    page.goto("/ucet/klice/pridat/")
    page.get_by_label("Heslo").fill(PASSWORD)
    page.get_by_role("button", name="Ověřit").click()
    page.get_by_label("Přihlašovat se jen tímto klíčem").check()
    page.get_by_role("button", name="Přidat klíč").click()
    page.wait_for_url("**/zalozni-kody/")
    sign_out(page)
    page.get_by_role("button", name="Přístupovým klíčem").click()
    page.wait_for_url(f"{live_server.url}/")
    sign_out(page)
    type_password(page, eva)
    page.wait_for_url("**/druhy-faktor/prihlaseni/")
    page.get_by_role("button", name="Přístupovým klíčem").click()
    page.wait_for_url(f"{live_server.url}/")


def test_a_browser_without_a_key_says_so(page_of, live_server, transactional_db):
    page = page_of()
    page.goto("/ucet/prihlaseni/")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('zrušeno')); }")
    page.get_by_role("button", name="Přístupovým klíčem").click()
    page.get_by_role("alert").wait_for()
    assert "Prohlížeč klíč nepoužil" in page.get_by_role("alert").inner_text()

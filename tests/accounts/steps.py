"""Steps that several tests of sign-in take."""

import base64
import hashlib
import hmac
import re
import time

from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.builders import PASSWORD

SIGN_IN = "/ucet/prihlaseni/"


def sign_in(client: Client, email: str, password: str = PASSWORD, **extra):
    return client.post(SIGN_IN, {"login": email, "password": password}, **extra)


def signed_in_browser(user, user_agent="Mozilla/5.0 (Windows NT 10.0) Firefox/140.0") -> Client:
    """A browser that came in through the door, so its session is listed."""
    client = Client(headers={"user-agent": user_agent})
    assert sign_in(client, user.email).status_code == 302
    return client


def confirm_identity(client: Client, password: str = PASSWORD):
    assert client.post(reverse("account_reauthenticate"), {"password": password}).status_code == 302


def totp(secret: str, steps: int = 0) -> str:
    """The six digits an application would show now (RFC 6238)."""
    counter = (int(time.time()) // 30 + steps).to_bytes(8, "big")
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def turn_on_totp(client: Client) -> str:
    """Sets the application up and gives its secret."""
    confirm_identity(client)
    page = client.get(reverse("mfa_activate_totp"))
    secret = re.search(r"<code>([A-Z2-7]+)</code>", page.content.decode())[1]
    response = client.post(reverse("mfa_activate_totp"), {"code": totp(secret)})
    assert response["Location"] == reverse("mfa_view_recovery_codes")
    return secret


def link_in(message) -> str:
    """The path of the only link in an e-mail."""
    (link,) = re.findall(r"http://testserver(/\S+)", message.body)
    return link


def newest_mail():
    return mail.outbox[-1]

"""Which addresses of sign-in are open, and that everything of one's own asks who is there."""

import pytest
from django.urls import reverse

from tests.accounts.addresses import ARGUMENTS, OWN, PUBLIC
from tests.builders import make_user


def address_of(name):
    return reverse(name, args=ARGUMENTS.get(name))


@pytest.mark.parametrize("name", PUBLIC)
def test_public_addresses_are_open(client, db, name):
    response = client.get(address_of(name))
    assert response.status_code == PUBLIC[name]
    assert "next=" not in response.headers.get("Location", "")


@pytest.mark.parametrize("name", OWN)
def test_the_others_ask_who_is_there(client, db, name):
    for response in (client.get(address_of(name)), client.post(address_of(name))):
        assert response["Location"].startswith("/ucet/prihlaseni/?next=")


@pytest.mark.parametrize("name", OWN)
def test_ones_own_addresses(client, db, name):
    client.force_login(make_user("eva"))
    answers = client.get(address_of(name)).status_code, client.post(address_of(name)).status_code
    assert answers == OWN[name]

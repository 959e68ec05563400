"""Forgotten, changed and too weak passwords."""

import pytest
from django.core import mail
from django.urls import reverse

from accounts.models import User
from tests.accounts.steps import link_in, newest_mail, sign_in, signed_in_browser
from tests.builders import PASSWORD, make_user
from tests.html import page_text

NEW = "úplně jiné heslo 7"
FORGOTTEN = "/ucet/heslo/zapomenute/"


@pytest.fixture
def eva(db):
    return make_user("eva")


def ask(client, email):
    return client.post(FORGOTTEN, {"email": email})


def type_new(client, link, password, again=None):
    page = client.get(link, follow=True)
    action = page.redirect_chain[-1][0]
    return client.post(action, {"password1": password, "password2": again or password})


def test_a_forgotten_password_is_replaced_through_an_email(client, eva):
    ask(client, eva.email)
    assert newest_mail().to == [eva.email]
    response = type_new(client, link_in(newest_mail()), NEW)
    assert response["Location"] == reverse("indicators:overview")
    eva.refresh_from_db()
    assert eva.check_password(NEW)
    assert newest_mail().subject == "Nové heslo"


def test_the_link_works_once(client, eva):
    ask(client, eva.email)
    link = link_in(newest_mail())
    type_new(client, link, NEW)
    client.post(reverse("account_logout"))
    assert "Odkaz neplatí" in page_text(client.get(link))


def test_a_forged_link_changes_nothing(client, eva):
    address = reverse("account_reset_password_from_key", args=["1", "abc-def"])
    assert "Odkaz neplatí" in page_text(client.get(address))
    assert "Odkaz neplatí" in page_text(client.post(address, {"password1": NEW, "password2": NEW}))
    eva.refresh_from_db()
    assert eva.check_password(PASSWORD)


def test_the_page_does_not_tell_who_has_an_account(client, eva):
    known, unknown = ask(client, eva.email), ask(client, "nikdo@example.cz")
    assert known.status_code == unknown.status_code == 302
    assert known["Location"] == unknown["Location"]
    assert "Podívejte se do pošty" in page_text(client.get(known["Location"]))
    assert "žádný účet není" in newest_mail().body
    assert newest_mail().to == ["nikdo@example.cz"]
    assert len(mail.outbox) == 2


def test_a_switched_off_account_gets_no_link(client, eva):
    User.objects.filter(pk=eva.pk).update(is_active=False)
    ask(client, eva.email)
    assert "http" not in newest_mail().body


def test_asking_too_often_is_stopped(client, eva):
    for _ in range(5):
        assert ask(client, eva.email).status_code == 302
    assert ask(client, eva.email).status_code == 429
    assert len(mail.outbox) == 5


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("krátké", "Heslo je příliš krátké. Napište aspoň 12 znaků."),
        ("123456789012345", "Heslo se skládá pouze z čísel."),
        ("eva@example.cz", "Heslo je příliš podobné"),
        ("1q2w3e4r5t6y", "Heslo je příliš běžné."),
    ],
)
def test_a_weak_password_is_refused_in_czech(eva, password, sentence):
    typed = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    response = signed_in_browser(eva).post(reverse("account_change_password"), typed)
    errors = " ".join(response.context["form"].errors["password1"])
    assert sentence in errors
    eva.refresh_from_db()
    assert eva.check_password(PASSWORD)


def test_changing_a_password_keeps_this_browser_and_ends_others(eva):
    here, elsewhere = signed_in_browser(eva), signed_in_browser(eva)
    typed = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert here.post(reverse("account_change_password"), typed)["Location"] == "/ucet/"
    assert "Heslo je změněné." in page_text(here.get("/ucet/"))
    assert elsewhere.get("/ucet/").status_code == 302
    assert newest_mail().subject == "Změna hesla"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"oldpassword": "hádám"}, "Současné heslo nesouhlasí."),
        ({"password2": "něco jiného"}, "Hesla se musí shodovat."),
        ({"password2": ""}, "Toto pole je třeba vyplnit."),
    ],
)
def test_a_mistyped_change_changes_nothing(eva, changed, sentence):
    typed = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW} | changed
    response = signed_in_browser(eva).post(reverse("account_change_password"), typed)
    assert sentence in page_text(response)
    eva.refresh_from_db()
    assert eva.check_password(PASSWORD)


def test_guessing_the_old_password_is_stopped(eva):
    browser = signed_in_browser(eva)
    typed = {"oldpassword": "hádám", "password1": NEW, "password2": NEW}
    answers = [browser.post(reverse("account_change_password"), typed).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]


def test_an_account_without_a_password_sets_one(client, eva):
    eva.set_unusable_password()
    eva.save()
    client.force_login(eva)
    page = client.get(reverse("account_change_password"), follow=True)
    assert "Nastavení hesla" in page_text(page)
    client.post(reverse("account_set_password"), {"password1": NEW, "password2": NEW})
    client.post(reverse("account_logout"))
    assert sign_in(client, eva.email, NEW).status_code == 302

"""One's own account: the name and the browsers one is signed in with."""

import pytest
from allauth.usersessions.models import UserSession
from django.urls import reverse

from accounts.browsers import browser_name
from tests.accounts.steps import signed_in_browser
from tests.builders import make_user
from tests.html import page_text

CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"
PAGE = "/ucet/"
SESSIONS = "/ucet/prihlaseni-jinde/"


@pytest.fixture
def eva(db):
    return make_user("eva")


def test_the_account_is_for_people_signed_in(client, db):
    assert client.get(PAGE).status_code == 302


def test_changing_the_name(client, eva):
    client.force_login(eva)
    assert client.post(PAGE, {"name": "Eva Nováková"}).status_code == 302
    assert "Eva Nováková" in page_text(client.get(PAGE))


@pytest.mark.parametrize("name", ["", "x" * 151])
def test_a_bad_name_is_refused(client, eva, name):
    client.force_login(eva)
    assert 'class="field-error"' in page_text(client.post(PAGE, {"name": name}))
    eva.refresh_from_db()
    assert eva.name == "Eva"


def test_the_email_cannot_be_slipped_in(client, eva):
    client.force_login(eva)
    client.post(PAGE, {"name": "Eva", "email": "jina@example.cz", "is_superuser": "on"})
    eva.refresh_from_db()
    assert (eva.email, eva.is_superuser) == ("eva@example.cz", False)


def test_the_account_asks_the_database_a_fixed_number_of_questions(
    client, eva, django_assert_max_num_queries
):
    client.force_login(eva)
    with django_assert_max_num_queries(5):
        client.get(PAGE)


def test_sessions_are_listed(eva):
    here = signed_in_browser(eva)
    signed_in_browser(eva, CHROME)
    text = page_text(here.get(SESSIONS))
    assert "Firefox, Windows" in text
    assert "Chrome, Linux" in text
    assert text.count("tento prohlížeč") == 1


def test_one_session_is_ended(eva):
    here, elsewhere = signed_in_browser(eva), signed_in_browser(eva, CHROME)
    session = UserSession.objects.get(user_agent=CHROME)
    assert here.post(reverse("accounts:end_session", args=[session.pk])).status_code == 302
    assert elsewhere.get(PAGE).status_code == 302
    assert here.get(PAGE).status_code == 200


def test_all_other_sessions_are_ended(eva):
    here, first, second = (signed_in_browser(eva) for _ in range(3))
    response = here.post(SESSIONS, follow=True)
    assert "Ostatní přihlášení jsou ukončená." in page_text(response)
    assert [browser.get(PAGE).status_code for browser in (here, first, second)] == [200, 302, 302]


def test_a_session_of_somebody_else_is_not_found(eva):
    elsewhere = signed_in_browser(eva)
    session = UserSession.objects.get(user=eva)
    stranger = signed_in_browser(make_user("cizi"))
    assert stranger.post(reverse("accounts:end_session", args=[session.pk])).status_code == 404
    assert elsewhere.get(PAGE).status_code == 200


def test_a_session_is_not_ended_by_a_link(eva):
    here = signed_in_browser(eva)
    session = UserSession.objects.get(user=eva)
    assert here.get(reverse("accounts:end_session", args=[session.pk])).status_code == 405


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome, Android"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "Safari, iPhone",
        ),
        ("curl/8.5", "neznámý prohlížeč"),
        ("", "neznámý prohlížeč"),
    ],
)
def test_a_browser_has_a_short_name(user_agent, name):
    assert browser_name(user_agent) == name

"""Accepting an invitation: new people, people with an account, and links that no longer work."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from plans.models import Invitation, Membership, Role
from tests.accounts.steps import link_in, newest_mail, sign_in
from tests.builders import make_organisation, make_user
from tests.html import page_text

NEWCOMER = "nova@example.cz"
NEW_ACCOUNT = {"name": "Nová Lenka", "password": "zelená tramvaj 22"}


@pytest.fixture
def link(client, coordinator, krnov):
    """Krnov's coordinator has invited a newcomer to read; nobody is signed in."""
    return invited(client, coordinator, krnov, email=NEWCOMER, role="reader")


def invited(client, by, town, **typed):
    client.force_login(by)
    response = client.post(reverse("plans:invite", args=[town.territory.pk]), typed)
    assert response.status_code == 302
    client.logout()
    return link_in(newest_mail())


def assert_gone(response):
    assert response.status_code == 410
    assert "Pozvánka neplatí" in page_text(response)


def test_the_email_says_who_invites_where_and_until_when(link):
    message = newest_mail()
    assert message.to == [NEWCOMER]
    assert message.subject == "Pozvánka: čtenář, Krnov (okres Okres Krnov)"
    assert "Koordinatorka vás zve" in message.body
    assert "použít ho lze jednou" in message.body


def test_a_newcomer_sets_a_name_and_a_password(client, link, krnov):
    page = client.get(link)
    assert page.status_code == 200
    assert NEWCOMER in page_text(page)
    assert client.post(link, NEW_ACCOUNT)["Location"] == reverse("indicators:overview")
    user = User.objects.get(email=NEWCOMER)
    assert (user.name, user.is_staff, user.is_superuser) == ("Nová Lenka", False, False)
    assert list(user.memberships.values_list("role", "territory")) == [(Role.READER, krnov.territory.pk)]
    assert client.get(reverse("indicators:tree", args=[krnov.plan.slug])).status_code == 200
    client.post(reverse("account_logout"))
    assert sign_in(client, NEWCOMER, NEW_ACCOUNT["password"]).status_code == 302


def test_history_says_who_gave_the_role(client, link, coordinator):
    client.post(link, NEW_ACCOUNT)
    assert Membership.history.get(user__email=NEWCOMER).history_user == coordinator


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "Toto pole je třeba vyplnit."),
        ({"password": ""}, "Toto pole je třeba vyplnit."),
        ({"password": "krátké"}, "Heslo je příliš krátké."),
        ({"password": "Nová Lenka 1"}, "Heslo je příliš podobné"),
    ],
)
def test_a_bad_name_or_password_creates_nothing(client, link, typed, sentence):
    response = client.post(link, NEW_ACCOUNT | typed)
    assert response.status_code == 200
    assert sentence in page_text(response)
    assert not User.objects.filter(email=NEWCOMER).exists()
    assert Invitation.objects.pending().count() == 1


def test_rights_cannot_be_slipped_in(client, link):
    client.post(link, NEW_ACCOUNT | {"email": "jina@example.cz", "is_superuser": "on", "role": "coordinator"})
    user = User.objects.get(email=NEWCOMER)
    assert not user.is_superuser
    assert [membership.role for membership in user.memberships.all()] == [Role.READER]


def test_a_link_works_once(client, link):
    client.post(link, NEW_ACCOUNT)
    client.logout()
    assert_gone(client.get(link))
    assert_gone(client.post(link, NEW_ACCOUNT | {"name": "Druhá"}))
    assert User.objects.filter(email=NEWCOMER).count() == 1


def test_an_expired_link_does_nothing(client, link):
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert_gone(client.get(link))
    assert_gone(client.post(link, NEW_ACCOUNT))
    assert not User.objects.filter(email=NEWCOMER).exists()


def test_a_forged_link_does_nothing(client, link):
    assert_gone(client.post(f"{link[:-2]}x/", NEW_ACCOUNT))
    assert_gone(client.get(reverse("plans:invitation", args=["vymyšlený"])))
    assert not User.objects.filter(email=NEWCOMER).exists()


def test_the_database_does_not_hold_the_link(link):
    token = link.rstrip("/").rsplit("/", 1)[1]
    assert token not in str(Invitation.objects.values().get())


def test_a_withdrawn_link_does_nothing(client, link, coordinator, krnov):
    client.force_login(coordinator)
    client.post(reverse("plans:withdraw_invitation", args=[krnov.territory.pk, Invitation.objects.get().pk]))
    client.logout()
    assert_gone(client.post(link, NEW_ACCOUNT))


def test_a_newer_invitation_replaces_the_older(client, link, coordinator, krnov):
    newer = invited(client, coordinator, krnov, email=NEWCOMER, role="reader")
    assert_gone(client.get(link))
    assert client.get(newer).status_code == 200


def test_an_invitation_ends_with_the_rights_of_its_sender(client, link, coordinator):
    coordinator.memberships.all().delete()
    assert_gone(client.post(link, NEW_ACCOUNT))


def test_a_switched_off_sender_invites_nobody(client, link, coordinator):
    User.objects.filter(pk=coordinator.pk).update(is_active=False)
    assert_gone(client.post(link, NEW_ACCOUNT))


def test_trying_links_is_stopped(client, link):
    forged = reverse("plans:invitation", args=["pokus"])
    answers = [client.post(forged, NEW_ACCOUNT).status_code for _ in range(21)]
    assert answers == [410] * 20 + [429]


def test_a_person_with_an_account_signs_in_and_confirms(client, coordinator, stranger, krnov):
    link = invited(client, coordinator, krnov, email=stranger.email.upper(), role="coordinator")
    assert client.get(link)["Location"].startswith("/ucet/prihlaseni/?next=/pozvanka/")
    sign_in(client, stranger.email)
    assert "Přijmout roli" in page_text(client.get(link))
    assert client.post(link).status_code == 302
    assert stranger.memberships.filter(role=Role.COORDINATOR, territory=krnov.territory).exists()
    assert_gone(client.post(link))


def test_a_stolen_link_cannot_set_the_password_of_an_account(client, coordinator, stranger, krnov):
    link = invited(client, coordinator, krnov, email=stranger.email, role="reader")
    before = stranger.password
    assert client.post(link, NEW_ACCOUNT).status_code == 302
    stranger.refresh_from_db()
    assert stranger.password == before
    assert not stranger.memberships.filter(territory=krnov.territory).exists()


def test_the_invitation_of_somebody_else_is_not_accepted(client, link, stranger, krnov):
    client.force_login(stranger)
    for response in (client.get(link), client.post(link)):
        assert response.status_code == 403
        assert "Pozvánka je pro někoho jiného" in page_text(response)
        assert NEWCOMER not in page_text(response)
    assert not stranger.memberships.filter(territory=krnov.territory).exists()
    assert Invitation.objects.pending().exists()


def test_a_contributor_gets_the_role_in_the_organisation(client, coordinator, krnov):
    lexikona = make_organisation("Lexikona")
    krnov.measure.implementers.add(lexikona)
    link = invited(client, coordinator, krnov, email=NEWCOMER, role="contributor", organisation=lexikona.pk)
    assert "Organizace: Lexikona" in newest_mail().body
    client.post(link, NEW_ACCOUNT)
    membership = Membership.objects.get(user__email=NEWCOMER)
    assert (membership.role, membership.organisation, membership.territory) == (
        Role.CONTRIBUTOR,
        lexikona,
        None,
    )


def test_a_role_given_meanwhile_is_not_doubled(client, coordinator, krnov):
    eva = make_user("eva")
    link = invited(client, coordinator, krnov, email=eva.email, role="reader")
    Membership.objects.create(user=eva, role=Role.READER, territory=krnov.territory)
    client.force_login(eva)
    assert client.post(link).status_code == 302
    assert eva.memberships.count() == 1


def test_a_consultant_gets_the_whole_regional_centre(client, krnov):
    administrator = User.objects.create_superuser("spravce@example.cz", "x", name="Správce")
    type(krnov.plan).objects.update(regional_centre="RCO")
    link = invited(client, administrator, krnov, email=NEWCOMER, role="consultant", regional_centre="RCO")
    assert newest_mail().subject == "Pozvánka: konzultant, regionální centrum RCO"
    assert "Regionální centrum: RCO (všechna jeho města)" in newest_mail().body
    page = page_text(client.get(link))
    assert "(regionální centrum RCO)" in page and "Okres Krnov" not in page
    client.post(link, NEW_ACCOUNT)
    membership = Membership.objects.get(user__email=NEWCOMER)
    assert (membership.regional_centre, membership.territory) == ("RCO", None)
    assert client.get(reverse("indicators:tree", args=[krnov.plan.slug])).status_code == 200
    # Who stopped being an administrator could not give it any more.
    again = invited(
        client, administrator, krnov, email="x@example.cz", role="consultant", regional_centre="RCO"
    )
    User.objects.filter(pk=administrator.pk).update(is_superuser=False)
    assert_gone(client.get(again))

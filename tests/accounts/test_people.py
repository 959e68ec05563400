"""The people of a town: who sees them, who invites, who ends a role, and what nobody may do."""

from smtplib import SMTPException

import pytest
from django.core import mail
from django.urls import reverse

from accounts.models import User
from plans.models import Invitation, Membership, Role
from tests.builders import make_organisation, make_plan, make_town, make_user
from tests.html import page_text

NEWCOMER = "nova@example.cz"


def address(name, town, *args):
    return reverse(f"plans:{name}", args=[town.territory.pk, *args])


@pytest.fixture
def labour_office(krnov):
    """Implements measures in Krnov and in another town."""
    organisation = make_organisation("Úřad práce ČR")
    krnov.measure.implementers.add(organisation)
    make_town("Most").measure.implementers.add(organisation)
    return organisation


@pytest.fixture
def administrator(db):
    return User.objects.create_superuser("spravce@example.cz", "x", name="Správce")


def invite(client, town, email=NEWCOMER, role="reader", **typed):
    return client.post(address("invite", town), {"email": email, "role": role} | typed)


def role_of(user):
    return user.memberships.get()


# Looking.


def test_the_page_lists_everybody_with_a_role(sign_in, krnov, coordinator, reader, consultant, lexikona):
    make_user("hana", contributor_of=lexikona)
    text = page_text(sign_in(coordinator).get(address("people", krnov)))
    for words in ("Koordinatorka", "Ctenar", "Konzultant", "všechna města", "Hana", "Lexikona"):
        assert words in text


def test_the_roles_of_another_town_are_not_there(sign_in, krnov, coordinator, stranger):
    assert stranger.email not in page_text(sign_in(coordinator).get(address("people", krnov)))


def test_a_reader_sees_whom_to_ask_but_not_every_email(sign_in, krnov, coordinator, reader):
    other = make_user("druhy", reader_of=krnov.territory)
    text = page_text(sign_in(reader).get(address("people", krnov)))
    assert coordinator.email in text
    assert other.email not in text
    assert address("invite", krnov) not in text


@pytest.mark.parametrize("count", [1, 6])
def test_the_number_of_queries_does_not_grow(
    sign_in, krnov, coordinator, count, django_assert_max_num_queries
):
    for number in range(count):
        make_user(f"ctenar{number}", reader_of=krnov.territory)
        user = make_user(f"byvaly{number}", reader_of=krnov.territory)
        user.memberships.get().delete()
    client = sign_in(coordinator)
    with django_assert_max_num_queries(7):
        client.get(address("people", krnov))


def test_a_contributor_sees_whom_to_ask_and_the_own_colleagues(
    sign_in, krnov, coordinator, reader, consultant, contributor, lexikona
):
    make_user("kolegyne", contributor_of=lexikona)
    charity = make_organisation("Charita")
    krnov.measure.implementers.add(charity)
    make_user("odjinud", contributor_of=charity)
    text = page_text(sign_in(contributor).get(address("people", krnov)))
    assert "Koordinatorka" in text and "Konzultant" in text and "Kolegyne" in text
    assert "Ctenar" not in text and "Odjinud" not in text
    assert coordinator.email in text and "kolegyne@example.cz" not in text


# Inviting.


@pytest.mark.parametrize("person", ["coordinator", "consultant", "administrator"])
def test_who_looks_after_the_town_invites(request, sign_in, krnov, person):
    client = sign_in(request.getfixturevalue(person))
    assert client.get(address("invite", krnov)).status_code == 200
    assert invite(client, krnov).status_code == 302
    assert f"Pozvánka odešla na {NEWCOMER}." in page_text(client.get(address("people", krnov)))
    assert Invitation.objects.get().invited_by == request.getfixturevalue(person)


@pytest.mark.parametrize(("person", "status"), [("reader", 403), ("stranger", 404)])
def test_others_invite_nobody(request, sign_in, krnov, person, status):
    client = sign_in(request.getfixturevalue(person))
    assert client.get(address("invite", krnov)).status_code == status
    assert invite(client, krnov).status_code == status
    assert not Invitation.objects.exists()
    assert mail.outbox == []


def test_a_contributor_invites_nobody(sign_in, krnov, lexikona):
    client = sign_in(make_user("hana", contributor_of=lexikona))
    assert client.get(address("people", krnov)).status_code == 200
    assert invite(client, krnov).status_code == 403


def test_a_consultant_of_one_town_invites_only_there(sign_in, krnov):
    petr = make_user("petr")
    Membership.objects.create(user=petr, role=Role.CONSULTANT, territory=krnov.territory)
    client = sign_in(petr)
    assert invite(client, krnov).status_code == 302
    assert invite(client, make_town("Most")).status_code == 404


@pytest.mark.parametrize("role", ["consultant", "administrator", "vymyšlená", ""])
def test_nobody_raises_a_person_above_himself(sign_in, krnov, coordinator, role):
    response = invite(sign_in(coordinator), krnov, role=role)
    assert response.status_code == 200
    assert 'class="field-error"' in page_text(response)
    assert not Invitation.objects.exists()


def test_an_administrator_names_consultants(sign_in, krnov, administrator):
    assert invite(sign_in(administrator), krnov, role="consultant").status_code == 302


@pytest.mark.parametrize("email", ["", "není e-mail", "a@b", "zly@example.cz\nBcc: vsichni@example.cz"])
def test_a_bad_email_is_refused(sign_in, krnov, coordinator, email):
    response = invite(sign_in(coordinator), krnov, email=email)
    assert response.status_code == 200
    assert 'class="field-error"' in page_text(response)
    assert mail.outbox == []


def test_a_contributor_needs_an_organisation(sign_in, krnov, coordinator, lexikona):
    response = invite(sign_in(coordinator), krnov, role="contributor")
    assert "U přispěvatele vyberte organizaci" in page_text(response)


def test_the_organisation_of_other_roles_is_dropped(sign_in, krnov, coordinator, lexikona):
    assert invite(sign_in(coordinator), krnov, organisation=lexikona.pk).status_code == 302
    assert Invitation.objects.get().organisation is None


def test_an_organisation_without_a_measure_here_is_not_offered(sign_in, krnov, coordinator):
    foreign = make_organisation("Cizí spolek")
    make_town("Most").measure.implementers.add(foreign)
    response = invite(sign_in(coordinator), krnov, role="contributor", organisation=foreign.pk)
    assert 'class="field-error"' in page_text(response)
    assert not Invitation.objects.exists()


def test_an_organisation_of_more_towns_would_open_the_others(sign_in, krnov, coordinator, labour_office):
    response = invite(sign_in(coordinator), krnov, role="contributor", organisation=labour_office.pk)
    assert 'class="field-error"' in page_text(response)
    assert not Invitation.objects.exists()


def test_a_consultant_of_all_towns_invites_it(sign_in, krnov, consultant, labour_office):
    client = sign_in(consultant)
    assert invite(client, krnov, role="contributor", organisation=labour_office.pk).status_code == 302


def test_a_role_somebody_has_is_not_offered_again(sign_in, krnov, coordinator, reader):
    response = invite(sign_in(coordinator), krnov, email=reader.email.upper())
    assert "Tuto roli už účet má." in page_text(response)


def test_whether_a_stranger_has_an_account_is_not_told(sign_in, krnov, coordinator, stranger):
    client = sign_in(coordinator)
    assert invite(client, krnov, email=stranger.email).status_code == 302
    assert invite(client, krnov).status_code == 302


def test_an_email_that_does_not_go_out_leaves_no_invitation(sign_in, krnov, coordinator, monkeypatch):
    def refuse(*args):
        raise SMTPException

    monkeypatch.setattr("plans.invitations.send_mail", refuse)
    response = invite(sign_in(coordinator), krnov)
    assert "E-mail se nepodařilo odeslat" in page_text(response)
    assert not Invitation.objects.pending().exists()


def test_inviting_too_many_people_is_stopped(sign_in, krnov, coordinator, settings):
    settings.ACCOUNT_RATE_LIMITS = {"invite": "2/h/user"}
    client = sign_in(coordinator)
    answers = [invite(client, krnov, email=f"nova{n}@example.cz").status_code for n in range(3)]
    assert answers == [302, 302, 429]


def test_an_invitation_of_another_town_is_not_withdrawn(sign_in, krnov, coordinator, stranger):
    invite(sign_in(coordinator), krnov)
    pk = Invitation.objects.get().pk
    client = sign_in(stranger)
    own = stranger.memberships.get().territory_id
    assert client.post(address("withdraw_invitation", krnov, pk)).status_code == 404
    assert client.post(reverse("plans:withdraw_invitation", args=[own, pk])).status_code == 404
    assert Invitation.objects.pending().exists()


# Ending a role.


def test_a_role_ends_after_a_confirmation_and_its_history_stays(sign_in, krnov, coordinator, reader):
    client = sign_in(coordinator)
    page = address("end_role", krnov, role_of(reader).pk)
    assert "Ctenar: čtenář (Krnov)" in page_text(client.get(page))
    assert reader.memberships.exists()
    assert client.post(page).status_code == 302
    assert not reader.memberships.exists()
    text = page_text(client.get(address("people", krnov)))
    assert "Ukončené role" in text
    assert "(Koordinatorka)" in text
    assert sign_in(reader).get(reverse("indicators:tree", args=[krnov.plan.slug])).status_code == 404


def test_a_double_click_finds_nothing_to_end(sign_in, krnov, coordinator, reader):
    client = sign_in(coordinator)
    page = address("end_role", krnov, role_of(reader).pk)
    assert [client.post(page).status_code for _ in range(2)] == [302, 404]


@pytest.mark.parametrize("target", ["coordinator", "consultant"])
def test_some_roles_a_coordinator_cannot_end(request, sign_in, krnov, coordinator, target):
    membership = role_of(request.getfixturevalue(target))
    response = sign_in(coordinator).post(address("end_role", krnov, membership.pk))
    assert response.status_code == 403
    assert "Tuto roli ukončit nemůžete." in page_text(response)
    assert Membership.objects.filter(pk=membership.pk).exists()


def test_contributors_of_more_towns_are_ended_by_who_looks_after_all(
    sign_in, krnov, coordinator, consultant, labour_office
):
    membership = role_of(make_user("hana", contributor_of=labour_office))
    page = address("end_role", krnov, membership.pk)
    assert sign_in(coordinator).post(page).status_code == 403
    assert sign_in(consultant).post(page).status_code == 302


def test_the_role_of_another_town_is_not_found(sign_in, krnov, coordinator, stranger):
    membership = role_of(stranger)
    assert sign_in(coordinator).post(address("end_role", krnov, membership.pk)).status_code == 404
    assert stranger.memberships.exists()


@pytest.mark.parametrize(("person", "status"), [("reader", 403), ("stranger", 404)])
def test_others_end_no_role(request, sign_in, krnov, coordinator, person, status):
    membership = role_of(coordinator)
    client = sign_in(request.getfixturevalue(person))
    assert client.post(address("end_role", krnov, membership.pk)).status_code == status
    assert Membership.objects.filter(pk=membership.pk).exists()


# Consultants of a regional centre.


@pytest.fixture
def centre(krnov):
    """Krnov belongs to the regional centre RCO."""
    type(krnov.plan).objects.filter(pk=krnov.plan.pk).update(regional_centre="RCO")
    return "RCO"


@pytest.fixture
def regional(centre):
    return make_user("regionalni", centre=centre)


@pytest.fixture
def most(db):
    """A town of another centre."""
    town = make_town("Most")
    type(town.plan).objects.filter(pk=town.plan.pk).update(regional_centre="RCZ")
    return town


def test_a_consultant_of_a_centre_staffs_its_towns(sign_in, krnov, regional, reader):
    client = sign_in(regional)
    assert client.get(address("people", krnov)).status_code == 200
    assert invite(client, krnov).status_code == 302
    assert client.post(address("end_role", krnov, role_of(reader).pk)).status_code == 302


def test_towns_of_another_centre_or_of_none_are_not_found(sign_in, regional, most):
    client = sign_in(regional)
    for town in (most, make_town("Sokolov")):
        assert client.get(address("people", town)).status_code == 404
        assert invite(client, town).status_code == 404


def test_a_town_with_a_plan_of_another_centre_is_only_looked_at(sign_in, krnov, regional):
    """A role in the town would open that other plan too."""
    make_plan(krnov.territory, slug="krnov-jiny", regional_centre="RCZ")
    client = sign_in(regional)
    assert client.get(address("people", krnov)).status_code == 200
    assert invite(client, krnov).status_code == 403


def test_an_organisation_that_works_in_another_centre_is_not_invited(
    sign_in, krnov, regional, lexikona, most
):
    client = sign_in(regional)
    assert invite(client, krnov, role="contributor", organisation=lexikona.pk).status_code == 302
    most.measure.implementers.add(lexikona)
    response = invite(client, krnov, "dalsi@example.cz", role="contributor", organisation=lexikona.pk)
    assert 'class="field-error"' in page_text(response)


def test_the_page_lists_consultants_of_its_centre_only(sign_in, krnov, coordinator, regional):
    make_user("vzdalena", centre="RCZ")
    text = page_text(sign_in(coordinator).get(address("people", krnov)))
    assert "Regionalni" in text and "regionální centrum RCO" in text
    assert "Vzdalena" not in text


def test_history_of_a_plan_tells_of_consultants_of_its_centre_only(sign_in, krnov, coordinator, regional):
    make_user("vzdalena", centre="RCZ")
    text = page_text(sign_in(coordinator).get(reverse("reports:history", args=[krnov.plan.slug])))
    assert "konzultant (regionální centrum RCO)" in text
    assert "Vzdalena" not in text


def test_only_an_administrator_gives_and_ends_a_centre(sign_in, krnov, regional, administrator):
    role = role_of(regional)
    for client in (sign_in(make_user("druha", centre="RCO")), sign_in(make_user("vsude", consultant=True))):
        assert "regional_centre" not in page_text(client.get(address("invite", krnov)))
        assert invite(client, krnov, role="consultant", regional_centre="RCO").status_code == 200
        assert client.post(address("end_role", krnov, role.pk)).status_code == 403
    client = sign_in(administrator)
    assert invite(client, krnov, role="consultant", regional_centre="RCO").status_code == 302
    assert client.post(address("end_role", krnov, role.pk)).status_code == 302


def test_a_centre_is_only_a_consultant_s(sign_in, krnov, centre, administrator):
    assert invite(sign_in(administrator), krnov, role="reader", regional_centre=centre).status_code == 302
    assert Invitation.objects.get().regional_centre == ""


def test_a_centre_that_does_not_exist_is_refused(sign_in, krnov, centre, administrator):
    response = invite(sign_in(administrator), krnov, role="consultant", regional_centre="RCX")
    assert 'class="field-error"' in page_text(response)


def test_who_consults_the_centre_is_not_invited_again(sign_in, krnov, regional, administrator):
    client = sign_in(administrator)
    response = invite(client, krnov, regional.email, role="consultant", regional_centre="RCO")
    assert "Tuto roli už účet má." in page_text(response)
    assert invite(client, krnov, regional.email, role="consultant").status_code == 302


@pytest.mark.parametrize("person", ["reader", "contributor", "coordinator", "regional", "administrator"])
def test_people_cost_every_role_the_same(request, sign_in, krnov, person, django_assert_max_num_queries):
    client = sign_in(request.getfixturevalue(person))
    with django_assert_max_num_queries(7):
        client.get(address("people", krnov))

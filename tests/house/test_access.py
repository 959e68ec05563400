"""Every address × every person: who may look, who may change, who finds nothing.

A new address without a row in ADDRESSES fails the last test.
"""

import pytest
from django.urls import get_resolver, reverse

from tests.builders import make_organisation, make_user

# Persons: nobody signed in, stranger, reader, contributor, consultant, coordinator.
PERSONS = ["nobody", "stranger", "reader", "contributor", "consultant", "coordinator"]
LOOKS = {
    "nobody": 302,
    "stranger": 404,
    "reader": 200,
    "contributor": 200,
    "consultant": 200,
    "coordinator": 200,
}
EDITS = LOOKS | {"reader": 403, "contributor": 403, "consultant": 403}
SAVES = EDITS | {"coordinator": 302}
ANYBODY = dict.fromkeys(PERSONS, 200) | {"nobody": 302}
# These pages do nothing with a POST; Django's login and logout know their methods themselves.
READ_ONLY = LOOKS
# Lists across towns show to each what they may see, and refuse a POST.
LISTS = ANYBODY
REFUSED = dict.fromkeys(PERSONS, 405) | {"nobody": 302}
ACROSS_TOWNS = ("indicators:overview", "reports:plans", "reports:projects")

# address: (what a GET gives, what a POST gives)
ADDRESSES = {
    "indicators:overview": (ANYBODY, ANYBODY),
    "indicators:tree": (LOOKS, READ_ONLY),
    "indicators:period": (LOOKS, READ_ONLY),
    "indicators:period_tree": (LOOKS, READ_ONLY),
    "indicators:values": (LOOKS, SAVES),
    "indicators:context": (LOOKS, READ_ONLY),
    "indicators:statuses": (LOOKS, READ_ONLY),
    "indicators:edit_measure_status": (EDITS, SAVES),
    "indicators:edit_goal_status": (EDITS, SAVES),
    "projects:plan": (LOOKS, READ_ONLY),
    "reports:plans": (LISTS, REFUSED),
    "reports:projects": (LISTS, REFUSED),
    "reports:list": (LOOKS, READ_ONLY),
    "reports:preview": (LOOKS, READ_ONLY),
    "reports:download": (LOOKS, READ_ONLY),
}
# Open to everybody by their nature.
PUBLIC = {"accounts:login", "accounts:logout"}


@pytest.fixture
def contributor(krnov):
    """Belongs to an organisation that implements the measure."""
    lexikona = make_organisation("Lexikona")
    krnov.measure.implementers.add(lexikona)
    return make_user("prispevatel", contributor_of=lexikona)


def address_of(name, town):
    parts = [town.plan.slug]
    if name not in ("indicators:tree", "projects:plan"):
        parts.append(town.period.slug)
    extra = {
        "indicators:edit_measure_status": town.measure.pk,
        "indicators:edit_goal_status": town.goal.pk,
        "reports:preview": "action-plan-table",
        "reports:download": "action-plan-table",
    }
    if name in ACROSS_TOWNS:
        return reverse(name)
    return reverse(name, args=[*parts, extra[name]] if name in extra else parts)


def somebody(request, person):
    return None if person == "nobody" else request.getfixturevalue(person)


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("name", ADDRESSES)
def test_looking(request, client, krnov, name, person):
    if user := somebody(request, person):
        client.force_login(user)
    assert client.get(address_of(name, krnov)).status_code == ADDRESSES[name][0][person]


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("name", ADDRESSES)
def test_saving(request, client, krnov, name, person):
    if user := somebody(request, person):
        client.force_login(user)
    response = client.post(address_of(name, krnov), {"status": "completed", "version": 0})
    assert response.status_code == ADDRESSES[name][1][person]


@pytest.mark.parametrize("name", [name for name in ADDRESSES if name not in ACROSS_TOWNS])
def test_what_does_not_exist_is_not_found(client, coordinator, krnov, name):
    client.force_login(coordinator)
    address = address_of(name, krnov)
    assert client.get(address.replace(krnov.plan.slug, "jiny-plan")).status_code == 404
    if krnov.period.slug in address:
        assert client.get(address.replace(krnov.period.slug, "jine-obdobi")).status_code == 404


def test_every_address_has_its_row():
    assert {name for name in all_names(get_resolver()) if not name.startswith("admin:")} == {
        *ADDRESSES,
        *PUBLIC,
    }


def all_names(resolver, namespace=""):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from all_names(pattern, inner)
        elif pattern.name:
            yield namespace + pattern.name

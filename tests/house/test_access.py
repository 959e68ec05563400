"""Every address × every person: who may look, who may change, who finds nothing.

A new address without a row in ADDRESSES fails the last test.
"""

from operator import attrgetter

import pytest
from django.core.files.base import ContentFile
from django.urls import get_resolver, reverse

from accounts.models import User
from exchange.models import PublicFile
from indicators.models import Batch, Evidence, Target, Value
from reports.models import Chapter
from tests.accounts.addresses import OWN
from tests.accounts.addresses import PUBLIC as OPEN_ACCOUNTS
from tests.builders import make_chapter, make_remark, make_user

# Persons from nobody signed in to an administrator of the Agency, who may do what all others may.
PERSONS = ["nobody", "stranger", "reader", "contributor", "consultant", "coordinator", "administrator"]
LOOKS = {
    "nobody": 302,
    "stranger": 404,
    "reader": 200,
    "contributor": 200,
    "consultant": 200,
    "coordinator": 200,
}
EDITS = LOOKS | {"reader": 403, "contributor": 403, "consultant": 403}
# The whole of a town is not a contributor's: other cells are not found, a draft of the report is refused.
WHOLE = LOOKS | {"contributor": 404}
DRAFTS = LOOKS | {"contributor": 403}
# A contributor fills the measures of the own organisation.
FILLS = EDITS | {"contributor": 200}
REVIEWS = LOOKS | {"reader": 403, "contributor": 403, "coordinator": 403}
# Remarks are between the coordinator and the consultant; an empty reply is shown again.
TALKS = LOOKS | {"reader": 403, "contributor": 403}
CONSULTS = REVIEWS | {"stranger": 403}
SAVES = EDITS | {"coordinator": 302}
# The form asks for more than these tests post.
REFUSES = EDITS | {"coordinator": 422}
ANYBODY = dict.fromkeys(PERSONS, 200) | {"nobody": 302}
# These pages do nothing with a POST; Django's login and logout know their methods themselves.
READ_ONLY = LOOKS
# Lists across towns show to each what they may see, and refuse a POST.
LISTS = ANYBODY
REFUSED = dict.fromkeys(PERSONS, 405) | {"nobody": 302}
ACROSS_TOWNS = (
    "indicators:overview",
    "indicators:reviews",
    "indicators:remind_together",
    "reports:board",
    "reports:board_list",
    "reports:comparison",
    "reports:plans",
    "reports:projects",
)
WITHOUT_PERIOD = (
    "indicators:tree",
    "indicators:revise_target",
    "indicators:retire_measure",
    "indicators:retire_indicator",
    "indicators:indicator",
    "indicators:add_target",
    "indicators:baseline",
    "indicators:add_indicator",
    "indicators:add_area_indicator",
    "indicators:add_goal_indicator",
    "indicators:add_measure_indicator",
    "indicators:edit_indicator",
    "projects:plan",
    "reports:history",
)

# People of a town: coordinator and consultant give and end roles; an empty invitation is shown again.
STAFFS = LOOKS | {"reader": 403, "contributor": 403}
ENDS = STAFFS | {"coordinator": 302, "consultant": 302}
IN_TOWN = ("plans:people", "plans:invite", "plans:end_role", "plans:withdraw_invitation")

# Pages on which the coordinator edits the plan itself; the forms ask for more than these tests post.
STRUCTURE = {
    "plans:edit_plan": (EDITS, EDITS),
    "plans:edit_plan_facts": (EDITS, REFUSES),
    "plans:add_area": (EDITS, REFUSES),
    "plans:edit_area": (EDITS, REFUSES),
    "plans:add_goal": (EDITS, REFUSES),
    "plans:move_area": (REFUSED, SAVES),
    "plans:remove_area": (EDITS, EDITS | {"coordinator": 409}),
    "plans:edit_goal": (EDITS, REFUSES),
    "plans:add_subgoal": (EDITS, REFUSES),
    "plans:add_measure": (EDITS, REFUSES),
    "plans:move_goal": (REFUSED, SAVES),
    "plans:remove_goal": (EDITS, EDITS | {"coordinator": 409}),
    "plans:edit_measure": (EDITS, REFUSES),
    "plans:move_measure": (REFUSED, SAVES),
    "plans:periods": (EDITS, EDITS),
    "plans:add_period": (EDITS, REFUSES),
    "plans:edit_period": (EDITS, REFUSES),
}
# Most of them point at what their last word says, some at what stands above, some at the plan only.
ABOVE = {"plans:add_goal": "area", "plans:add_subgoal": "goal", "plans:add_measure": "goal"}
OF_PLAN = ("plans:edit_plan", "plans:edit_plan_facts", "plans:add_area", "plans:periods", "plans:add_period")

# address: (what a GET gives, what a POST gives)
ADDRESSES = STRUCTURE | {
    "plans:people": (LOOKS, READ_ONLY),
    "plans:invite": (STAFFS, STAFFS),
    "plans:end_role": (STAFFS, ENDS),
    "plans:withdraw_invitation": (REFUSED, ENDS),
    # A consultant begins on the board of towns.
    "indicators:overview": (ANYBODY | {"consultant": 302}, ANYBODY | {"consultant": 302}),
    "indicators:tree": (LOOKS, READ_ONLY),
    "indicators:period": (LOOKS, READ_ONLY),
    "indicators:period_tree": (LOOKS, READ_ONLY),
    "indicators:values": (LOOKS, SAVES | {"contributor": 302}),
    "indicators:value": (LOOKS, SAVES | {"contributor": 302}),
    # An empty form is shown again; a contributor too adds to the own values.
    "indicators:add_evidence": (REFUSED, REFUSES | {"contributor": 422}),
    "indicators:evidence_file": (LOOKS, REFUSED),
    "indicators:retire_evidence": (REFUSED, SAVES | {"contributor": 302}),
    "indicators:restore_evidence": (REFUSED, SAVES | {"contributor": 302}),
    "indicators:save_value": (REFUSED, FILLS | {"coordinator": 409, "contributor": 409}),
    "indicators:paste": (FILLS, REFUSES | {"contributor": 422}),
    "indicators:fill": (FILLS, REFUSES | {"contributor": 422}),
    "indicators:batch": (FILLS | {"contributor": 404}, SAVES | {"contributor": 404}),
    "indicators:context": (LOOKS, READ_ONLY),
    "indicators:statuses": (LOOKS, READ_ONLY),
    "indicators:submission": (EDITS, EDITS | {"coordinator": 422}),
    "indicators:review": (REVIEWS, REVIEWS | {"consultant": 404}),
    "indicators:remark": (TALKS, TALKS | {"coordinator": 422, "consultant": 422}),
    "indicators:reviews": (CONSULTS, CONSULTS | {"consultant": 302}),
    # Who chose no town is sent back.
    "indicators:remind_together": (CONSULTS | {"consultant": 302}, CONSULTS | {"consultant": 302}),
    "indicators:remind": (REVIEWS, REVIEWS | {"consultant": 422}),
    "indicators:edit_measure_status": (FILLS, FILLS | {"coordinator": 302, "contributor": 302}),
    "indicators:edit_goal_status": (EDITS, SAVES),
    "indicators:revise_target": (EDITS, REFUSES),
    "indicators:indicator": (LOOKS, READ_ONLY),
    "indicators:add_target": (EDITS, REFUSES),
    "indicators:baseline": (EDITS, SAVES),
    "indicators:add_indicator": (EDITS, REFUSES),
    "indicators:add_area_indicator": (EDITS, REFUSES),
    "indicators:add_goal_indicator": (EDITS, REFUSES),
    "indicators:add_measure_indicator": (EDITS, REFUSES),
    "indicators:edit_indicator": (EDITS, REFUSES),
    "indicators:retire_measure": (EDITS, REFUSES),
    "indicators:retire_indicator": (EDITS, REFUSES),
    "projects:plan": (LOOKS, READ_ONLY),
    "reports:board": (CONSULTS, REFUSED),
    "reports:board_list": (CONSULTS, REFUSED),
    "reports:comparison": (LISTS, REFUSED),
    "reports:plans": (LISTS, REFUSED),
    "reports:projects": (LISTS, REFUSED),
    "reports:history": (LOOKS, READ_ONLY),
    "reports:value_history": (LOOKS, READ_ONLY),
    "reports:status_history": (LOOKS, READ_ONLY),
    "reports:goal_status_history": (WHOLE, WHOLE),
    "reports:text_history": (WHOLE, WHOLE),
    "reports:title_history": (WHOLE, WHOLE),
    "reports:texts": (TALKS, TALKS),
    "reports:edit_title_page": (TALKS, SAVES),
    "reports:edit_chapter": (TALKS, SAVES),
    "reports:list": (LOOKS, READ_ONLY),
    "reports:preview": (DRAFTS, DRAFTS),
    "reports:download": (DRAFTS, DRAFTS),
}
EVIDENCE = ("indicators:evidence_file", "indicators:retire_evidence", "indicators:restore_evidence")
# Public data of the whole country belong to the administrator; a form without a file is shown again.
ADMINISTERS = dict.fromkeys(PERSONS, 403) | {"nobody": 302, "administrator": 200}
ADDRESSES |= {
    "exchange:public_data": (ADMINISTERS, ADMINISTERS | {"administrator": 422}),
    # Its file is gone, so it is refused.
    "exchange:public_file": (ADMINISTERS | {"administrator": 422}, ADMINISTERS | {"administrator": 422}),
}
# Open to everybody by their nature.
PUBLIC = set(OPEN_ACCOUNTS)
LAYOUT = "action-plan-table"


def address_of(name, town):
    parts = [town.plan.slug]
    if name not in WITHOUT_PERIOD:
        parts.append(town.period.slug)
    if name == "reports:board_list":
        return reverse(name, args=["opatreni"])
    if name in ACROSS_TOWNS or name == "exchange:public_data":
        return reverse(name)
    if name == "exchange:public_file":
        return reverse(name, args=[brought_file().pk])
    if name == "reports:edit_chapter":
        return reverse(name, args=[*parts, LAYOUT, "introduction"])
    if name in EVIDENCE:
        return reverse(name, args=[*parts, evidence_of(town).pk])
    if name in STRUCTURE:
        return reverse(name, args=[town.plan.slug, *structure_part(name, town)])
    if name in IN_TOWN:
        return reverse(name, args=[town.territory.pk, *people_part(name, town)])
    return reverse(name, args=[*parts, LAST[name](town)] if name in LAST else parts)


def structure_part(name, town):
    """The level or the period that is edited, or the level to which one is added."""
    if name in OF_PLAN:
        return []
    return [getattr(town, ABOVE.get(name) or name.rpartition("_")[2]).pk]


def target_of(town) -> Target:
    return Target.objects.get_or_create(indicator=town.indicator, number=100)[0]


def batch_of(town) -> Batch:
    writer = User.objects.get_or_create(email="vklada@example.cz")[0]
    return Batch.objects.create(period=town.period, kind=Batch.Kind.PASTE, made_by=writer)


def evidence_of(town) -> Evidence:
    value = Value.objects.get_or_create(indicator=town.indicator, period=town.period, number=1)[0]
    writer = User.objects.get_or_create(email="pise@example.cz")[0]
    file = ContentFile(b"%PDF-1.7", name="a.pdf")
    return Evidence.objects.create(value=value, kind="file", title="a", file=file, added_by=writer)


def brought_file() -> PublicFile:
    owner = User.objects.get_or_create(email="nahrava@example.cz")[0]
    return PublicFile.objects.create(kind="territories", name="obce.csv", file="neni", brought_by=owner)


def chapter_of(town) -> Chapter:
    return Chapter.objects.filter(report__plan=town.plan).first() or make_chapter(town)


def remark_of(town):
    writer = User.objects.get_or_create(email="pise@example.cz")[0]
    return make_remark(town, by=writer)


# What an address of a plan or a period ends with; made only for that address.
LAST = {
    "indicators:edit_measure_status": attrgetter("measure.pk"),
    "indicators:edit_goal_status": attrgetter("goal.pk"),
    "indicators:retire_measure": attrgetter("measure.pk"),
    "indicators:retire_indicator": attrgetter("indicator.pk"),
    "indicators:indicator": attrgetter("indicator.pk"),
    "indicators:add_target": attrgetter("indicator.pk"),
    "indicators:baseline": attrgetter("indicator.pk"),
    "indicators:add_area_indicator": attrgetter("area.pk"),
    "indicators:add_goal_indicator": attrgetter("goal.pk"),
    "indicators:add_measure_indicator": attrgetter("measure.pk"),
    "indicators:edit_indicator": attrgetter("indicator.pk"),
    "indicators:value": attrgetter("indicator.pk"),
    "indicators:add_evidence": attrgetter("indicator.pk"),
    "indicators:save_value": attrgetter("indicator.pk"),
    "indicators:batch": lambda town: batch_of(town).pk,
    "indicators:revise_target": lambda town: target_of(town).pk,
    "indicators:remark": lambda town: remark_of(town).pk,
    "reports:value_history": attrgetter("indicator.pk"),
    "reports:status_history": attrgetter("measure.pk"),
    "reports:goal_status_history": attrgetter("goal.pk"),
    "reports:text_history": lambda town: chapter_of(town).pk,
    "reports:title_history": lambda town: chapter_of(town).report_id,
    "reports:texts": lambda town: LAYOUT,
    "reports:edit_title_page": lambda town: LAYOUT,
    "reports:preview": lambda town: LAYOUT,
    "reports:download": lambda town: LAYOUT,
}


def people_part(name, town):
    """A role to end, an invitation to withdraw."""
    if name == "plans:end_role":
        return [make_user("byvaly", reader_of=town.territory).memberships.get().pk]
    if name == "plans:withdraw_invitation":
        sender = make_user("zve", coordinator_of=town.territory)
        return [town.territory.invitations.create(email="a@example.cz", role="reader", invited_by=sender).pk]
    return []


def expected(row, person):
    """An administrator may what the coordinator may, and where she may not, what the consultant may."""
    if person in row:
        return row[person]
    return row["consultant"] if row["coordinator"] == 403 else row["coordinator"]


@pytest.fixture
def administrator(db):
    return User.objects.create_superuser("spravce@example.cz", "x", name="Správce")


def somebody(request, person):
    return None if person == "nobody" else request.getfixturevalue(person)


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("name", ADDRESSES)
def test_looking(request, client, krnov, name, person):
    if user := somebody(request, person):
        client.force_login(user)
    assert client.get(address_of(name, krnov)).status_code == expected(ADDRESSES[name][0], person)


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("name", ADDRESSES)
def test_saving(request, client, krnov, name, person):
    if user := somebody(request, person):
        client.force_login(user)
    response = client.post(address_of(name, krnov), {"status": "completed", "version": 0})
    assert response.status_code == expected(ADDRESSES[name][1], person)


# What the coordinator may open by a plan and perhaps a period.
OF_A_PLAN = [
    name
    for name, (looks, _) in ADDRESSES.items()
    if looks["coordinator"] == 200 and name not in (*ACROSS_TOWNS, *IN_TOWN)
]


@pytest.mark.parametrize("name", OF_A_PLAN)
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
        *OWN,  # the same for every role, walked in tests/accounts/test_doors.py
    }


def all_names(resolver, namespace=""):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from all_names(pattern, inner)
        elif pattern.name:
            yield namespace + pattern.name

"""The people of a town: who sees them, and who may give or end which role. Fetch = authorise.

Nobody gives a role that reaches into a town he does not look after. A contributor sees every town
in which the organisation implements a measure, so organisations that work elsewhere are left to
those who look after all of these towns.
"""

from functools import reduce
from operator import or_

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from .models import MeasureImplementer, Membership, Organisation, Role, Territory

NOT_STAFFED = "Role ve městě dává a ukončuje koordinátor města nebo konzultant."
TOWN_OF_MEASURE = "measure__goal__area__plan__municipality"


def towns_seen_by(user) -> QuerySet[Territory]:
    if user.is_superuser:
        return Territory.objects.all()
    implements = Q(organisation__measures__goal__area__plan__municipality=OuterRef("pk"))
    return Territory.objects.filter(Exists(_memberships(user, implements)))


def towns_staffed_by(user) -> QuerySet[Territory]:
    if user.is_superuser:
        return Territory.objects.all()
    giving = _memberships(user).filter(role__in=[Role.CONSULTANT, Role.COORDINATOR])
    return Territory.objects.filter(Exists(giving))


def _memberships(user, *also: Q):
    in_town = Q(territory=OuterRef("pk"))
    everywhere = Q(role=Role.CONSULTANT, territory=None)
    return Membership.objects.filter(reduce(or_, also, in_town | everywhere), user=user.pk)


def town_to_see(user, pk: int) -> Territory:
    """The town with `is_staffed`: may the user give and end roles in it?"""
    staffed = towns_staffed_by(user).filter(pk=OuterRef("pk"))
    towns = towns_seen_by(user).select_related("parent").annotate(is_staffed=Exists(staffed))
    return get_object_or_404(towns, pk=pk)


def town_to_staff(user, pk: int) -> Territory:
    town = town_to_see(user, pk)
    if not town.is_staffed:
        raise PermissionDenied(NOT_STAFFED)
    return town


def roles_given_by(user) -> list[Role]:
    """Consultants are named by an administrator only."""
    roles = [Role.COORDINATOR, Role.CONTRIBUTOR, Role.READER]
    return [Role.CONSULTANT, *roles] if user.is_superuser else roles


def organisations_staffed_by(user, town: Territory) -> QuerySet[Organisation]:
    """Organisations that implement a measure in the town and in no town that the user does not staff."""
    implemented = MeasureImplementer.objects.filter(organisation=OuterRef("pk"))
    here = implemented.filter(**{TOWN_OF_MEASURE: town})
    elsewhere = implemented.exclude(**{f"{TOWN_OF_MEASURE}__in": towns_staffed_by(user)})
    return Organisation.objects.filter(Exists(here), ~Exists(elsewhere))


def may_give(user, town: Territory, role: str, organisation: Organisation | None) -> bool:
    if not user.is_active or role not in roles_given_by(user):
        return False
    if not towns_staffed_by(user).filter(pk=town.pk).exists():
        return False
    return organisation is None or organisations_staffed_by(user, town).contains(organisation)


def members_of(town: Territory, user) -> QuerySet[Membership]:
    """Everybody with a role that reaches into the town, with `can_end`: may the user end that role?"""
    implementers = MeasureImplementer.objects.filter(**{TOWN_OF_MEASURE: town}).values("organisation")
    reaching = Q(territory=town) | Q(role=Role.CONSULTANT, territory=None) | Q(organisation__in=implementers)
    can_end = Exists(_memberships_ended_by(user, town).filter(pk=OuterRef("pk")))
    members = Membership.objects.filter(reaching).annotate(can_end=can_end)
    return members.select_related("user", "territory", "organisation").order_by("role", "user__name", "pk")


def _memberships_ended_by(user, town: Territory) -> QuerySet[Membership]:
    """Roles that the user could give; one's own stays, so that a town never loses its last coordinator."""
    if not towns_staffed_by(user).filter(pk=town.pk).exists():
        return Membership.objects.none()
    in_town = Q(territory=town, role__in=roles_given_by(user))
    for_organisation = Q(role=Role.CONTRIBUTOR, organisation__in=organisations_staffed_by(user, town))
    return Membership.objects.filter(in_town | for_organisation).exclude(user=user.pk)

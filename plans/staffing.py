"""The people of a town: who sees them, and who may give or end which role. Fetch = authorise.

Nobody gives a role that reaches into a town he does not look after. A contributor sees every town
in which the organisation implements a measure, so organisations that work elsewhere are left to
those who look after all of these towns. A town's role opens all its plans, so a consultant of a
regional centre looks after towns that have no plan outside of the centre.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from .models import MeasureImplementer, Membership, Organisation, Plan, Role, Territory

NOT_STAFFED = "Role ve městě dává a ukončuje koordinátor města nebo konzultant."
# Whom the people of a town may want to write to.
CONTACTS = [Role.COORDINATOR, Role.CONSULTANT]
TOWN_OF_MEASURE = "measure__goal__area__plan__municipality"


def towns_seen_by(user) -> QuerySet[Territory]:
    if user.is_superuser:
        return Territory.objects.all()
    implements = Q(organisation__measures__goal__area__plan__municipality=OuterRef("pk"))
    contributing = Exists(_memberships(user).filter(implements))
    return Territory.objects.filter(contributing | Q(pk__in=_towns_seen_whole_by(user)))


def _towns_seen_whole_by(user) -> QuerySet[Territory]:
    """Towns in which the user has a role, and not only an organisation that implements something."""
    if user.is_superuser:
        return Territory.objects.all()
    by_role = Exists(_memberships(user).filter(_reaches_town()))
    return Territory.objects.filter(by_role | Exists(_plans_of_centres(user)))


def towns_staffed_by(user) -> QuerySet[Territory]:
    if user.is_superuser:
        return Territory.objects.all()
    giving = _memberships(user).filter(_reaches_town(), role__in=[Role.CONSULTANT, Role.COORDINATOR])
    in_centre = _plans_of_centres(user)
    outside = Plan.objects.filter(municipality=OuterRef("pk")).exclude(regional_centre__in=_centres(user))
    return Territory.objects.filter(Exists(giving) | Exists(in_centre) & ~Exists(outside))


def _memberships(user) -> QuerySet[Membership]:
    return Membership.objects.filter(user=user.pk)


def _reaches_town() -> Q:
    everywhere = Q(role=Role.CONSULTANT, territory=None, regional_centre="")
    return Q(territory=OuterRef("pk")) | everywhere


def _centres(user) -> QuerySet:
    """Names of the regional centres whose consultant the user is."""
    consults = _memberships(user).filter(role=Role.CONSULTANT).exclude(regional_centre="")
    return consults.values("regional_centre")


def _plans_of_centres(user) -> QuerySet[Plan]:
    return Plan.objects.filter(municipality=OuterRef("pk"), regional_centre__in=_centres(user))


def town_to_see(user, pk: int) -> Territory:
    """The town with `is_staffed`, may the user give and end roles in it, and `is_seen_whole`."""
    this = {"pk": OuterRef("pk")}
    staffed, seen_whole = towns_staffed_by(user).filter(**this), _towns_seen_whole_by(user).filter(**this)
    towns = towns_seen_by(user).select_related("parent")
    towns = towns.annotate(is_staffed=Exists(staffed), is_seen_whole=Exists(seen_whole))
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


def centres_given_by(user) -> list[str]:
    """Regional centres for which the user may name a consultant."""
    if not user.is_superuser:
        return []
    centres = Plan.objects.exclude(regional_centre="").order_by("regional_centre")
    return list(centres.values_list("regional_centre", flat=True).distinct())


def may_give(
    user, town: Territory, role: str, organisation: Organisation | None = None, regional_centre: str = ""
) -> bool:
    if not user.is_active or role not in roles_given_by(user):
        return False
    if regional_centre and not user.is_superuser:
        return False
    if not towns_staffed_by(user).filter(pk=town.pk).exists():
        return False
    return organisation is None or organisations_staffed_by(user, town).contains(organisation)


def members_of(town: Territory, user) -> QuerySet[Membership]:
    """Everybody with a role that reaches into a town from `town_to_see`, or whom a contributor may need.

    Each with `can_end`, may the user end that role, and `shows_email`.
    """
    implementers = MeasureImplementer.objects.filter(**{TOWN_OF_MEASURE: town}).values("organisation")
    everywhere = Q(role=Role.CONSULTANT, territory=None, regional_centre="")
    reaching = Q(territory=town) | everywhere | _consults_centre_of(town) | Q(organisation__in=implementers)
    can_end = Exists(_memberships_ended_by(user, town).filter(pk=OuterRef("pk")))
    with_email = Q(role__in=Role.values if town.is_staffed else CONTACTS)
    members = Membership.objects.filter(reaching).annotate(
        can_end=can_end, shows_email=ExpressionWrapper(with_email, BooleanField())
    )
    if not town.is_seen_whole:
        own = _memberships(user).filter(role=Role.CONTRIBUTOR).values("organisation")
        members = members.filter(Q(role__in=CONTACTS) | Q(organisation__in=own))
    return members.select_related("user", "territory", "organisation").order_by("role", "user__name", "pk")


def _consults_centre_of(town: Territory) -> Q:
    centres = town.plans.exclude(regional_centre="").order_by().values("regional_centre")
    return Q(role=Role.CONSULTANT, regional_centre__in=centres)


def _memberships_ended_by(user, town: Territory) -> QuerySet[Membership]:
    """Roles that the user could give; one's own stays, so that a town never loses its last coordinator."""
    if not towns_staffed_by(user).filter(pk=town.pk).exists():
        return Membership.objects.none()
    in_town = Q(territory=town, role__in=roles_given_by(user))
    for_organisation = Q(role=Role.CONTRIBUTOR, organisation__in=organisations_staffed_by(user, town))
    given = in_town | for_organisation
    if user.is_superuser:
        given |= _consults_centre_of(town)
    return Membership.objects.filter(given).exclude(user=user.pk)

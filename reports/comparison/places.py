"""The towns that a person may compare, with everything by which they are chosen, in two questions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import User
from indicators.models import Indicator
from plans.models import Plan, ReportingPeriod, Role, Territory, with_district
from plans.models.plan import memberships_by_place

ABOVE = ("", "parent__", "parent__parent__", "parent__parent__parent__")


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality with its district, since names repeat, and the region it is compared with."""

    pk: int
    name: str
    district: str = ""
    region: int | None = None
    region_name: str = ""
    above: frozenset[int] = frozenset()  # everything in which it lies, and towns whose plans hold for it

    @property
    def full_name(self) -> str:
        return with_district(self.name, self.district)


@dataclass(frozen=True, slots=True)
class Level:
    """One territory on the way from a municipality up."""

    pk: int
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Place:
    """One plan of a town."""

    plan: int
    town: Town
    centre: str
    is_own: bool
    is_reviewed: bool
    has_figures: bool  # a period or an indicator; of other plans only the approval is known


def places_of(user: User) -> list[Place]:
    """Plans that the person sees whole, in the Czech order of their towns."""
    units = [f"municipality__{above}{name}" for above in ABOVE for name in ("pk", "name", "kind")]
    rows = _with_roles(Plan.objects.seen_whole_by(user), user)
    rows = rows.order_by("municipality__name", "municipality__parent__name", "pk")
    roles = ("regional_centre", "is_followed", "is_reviewed", "has_figures")
    named = list(rows.values_list("municipality", "municipality__orp", "pk", *roles, *units))
    covering = _covering({plan: town for town, _, plan, *_ in named})
    return [_place(user, {orp, *covering[town]} - {None, town}, *row) for town, orp, *row in named]


def _with_roles(plans: QuerySet[Plan], user: User) -> QuerySet[Plan]:
    reviewed = memberships_by_place(user).filter(role=Role.CONSULTANT)
    return plans.annotate(
        is_followed=Exists(reviewed.exclude(territory=None, regional_centre="")),
        is_reviewed=Exists(reviewed),
        has_figures=Exists(ReportingPeriod.objects.filter(plan=OuterRef("pk")))
        | Exists(Indicator.objects.filter(plan=OuterRef("pk"))),
    )


def _covering(towns: dict[int, int]) -> dict[int, set[int]]:
    """By a municipality the towns whose plans hold for it too; `towns` are those of plans."""
    found = defaultdict(set)
    rows = Plan.covers.through.objects.filter(plan__among=list(towns))
    for plan, territory in rows.values_list("plan", "territory"):
        found[territory].add(towns[plan])
    return found


def _place(user, within, plan, centre, is_followed, is_reviewed, has_figures, *units) -> Place:
    levels = [Level(*units[position : position + 3]) for position in range(0, len(units), 3)]
    is_reviewed = is_reviewed or user.is_superuser
    # Whoever reviews nothing has only own towns.
    is_own = is_followed or not is_reviewed
    town = _town([one for one in levels if one.pk], within)
    return Place(plan, town, centre, is_own, is_reviewed, has_figures)


def place_of(plan: Plan, municipality: Territory) -> Place:
    """Of a plan whose municipality was read with what lies above it, up to the region."""
    levels, unit = [], municipality
    while unit:
        levels.append(Level(unit.pk, unit.name, unit.kind))
        is_last = unit.kind == Territory.Kind.REGION
        unit = unit.parent if unit.parent_id and not is_last else None
    town = _town(levels, {municipality.orp_id} - {None})
    return Place(plan.pk, town, plan.regional_centre, is_own=True, is_reviewed=False, has_figures=True)


def _town(levels: list[Level], within: set[int]) -> Town:
    """From the municipality up; which is its district and which its region says their kind."""
    by_kind = {level.kind: level for level in reversed(levels)}
    region, district = by_kind.get(Territory.Kind.REGION), by_kind.get(Territory.Kind.DISTRICT)
    town, *above = levels
    return Town(
        pk=town.pk,
        name=town.name,
        district=district.name if district else "",
        region=region.pk if region else None,
        region_name=region.name if region else "",
        above=frozenset({*within, *(level.pk for level in above)}),
    )


def towns_of(places: Iterable[Place]) -> list[Town]:
    """Each town once, however many plans it has."""
    return list({place.town.pk: place.town for place in places}.values())

"""The grid's address of a share's whole, told by the same question that reads one share."""

from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from .models import Indicator, Role

LEVELS = ("area", "goal", "measure")
WHOLE_LEVELS = tuple(f"denominator__{level}" for level in LEVELS)


def whole_places(on: date) -> dict[str, Subquery]:
    """How many context indicators, and how many others, stand at the whole's level up to it."""
    upto = _upto_whole(on)
    return {
        "contexts_upto": _counted(upto.filter(role=Role.CONTEXT)),
        "others_upto": _counted(upto.exclude(role=Role.CONTEXT)),
    }


def place_of(whole: Indicator, share: Indicator) -> str:
    """An area counts its context apart, as the grid does; `share` was read with `whole_places`."""
    contexts, others = share.contexts_upto or 0, share.others_upto or 0
    if not whole.area_id:
        return f"{whole.owner_code or 'K'}/{contexts + others}"
    return f"{whole.owner_code}/{contexts if whole.role == Role.CONTEXT else others}"


def _upto_whole(on: date) -> QuerySet[Indicator]:
    whole = "denominator__"
    before = Q(position__lt=OuterRef(f"{whole}position"))
    upto = before | Q(position=OuterRef(f"{whole}position"), pk__lte=OuterRef("denominator"))
    # An absent level equals an absent one, which NULL does not.
    keys = {f"{level}_key": Coalesce(f"{level}_id", 0) for level in LEVELS}
    same = {f"{level}_key": Coalesce(OuterRef(f"{whole}{level}_id"), 0) for level in LEVELS}
    siblings = Indicator.objects.in_use(on).filter(plan=OuterRef(f"{whole}plan"))
    return siblings.annotate(**keys).filter(upto, **same).order_by()


def _counted(indicators: QuerySet[Indicator]) -> Subquery:
    return Subquery(indicators.values("plan").annotate(places=Count("pk")).values("places"))

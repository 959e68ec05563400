"""A promise may be revised, but never quietly: the old target stays, and says what replaced it and why."""

from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from plans.models import Plan

from .models import Indicator, Target
from .reading import decimals_of
from .reasons import REASON_NEEDED, needs_reason
from .revisions import revision_text
from .wording import target_text

ALREADY_REVISED = "Tuto cílovou hodnotu mezitím někdo změnil. Otevřete tu, která platí teď."
ALREADY_SET = "Indikátor už cílovou hodnotu má, mezitím ji někdo přidal."
NOTHING_CHANGED = "Nová cílová hodnota je stejná jako dosavadní."
SAID = ("operator", "number", "text", "due_on")


@transaction.atomic
def set_target(indicator: Indicator, *, by, **said) -> Target:
    """The first target of an indicator, or ValidationError with a sentence to show."""
    # Two people setting it at once take turns.
    Indicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)
    if indicator.targets.exists():
        raise ValidationError(ALREADY_SET)
    return _written(Target(indicator=indicator), by, **said)


@transaction.atomic
def revise_target(target: Target, *, by, **said) -> Target:
    """The new target in place of the old one, or ValidationError with a sentence to show."""
    old = Target.objects.select_for_update().get(pk=target.pk)
    if Target.objects.filter(replaces=old).exists():
        raise ValidationError(ALREADY_REVISED)
    new = Target(indicator=target.indicator, replaces=old, label=old.label, per=old.per)
    return _written(new, by, **said)


def _written(
    new: Target,
    by,
    operator: str,
    number: Decimal | None = None,
    text: str = "",
    due_on: date | None = None,
    reason: str = "",
) -> Target:
    new.operator, new.number, new.decimals = operator, number, decimals_of(number)
    new.text, new.due_on, new.reason = text, due_on, reason.strip()
    new.set_on, new.set_by = localdate(), by
    _refuse(new)
    new.full_clean(validate_unique=False)
    # Outside of a request history would not know the author.
    new._history_user = by
    new.save()
    return new


def _refuse(new: Target):
    if new.replaces and all(getattr(new.replaces, name) == getattr(new, name) for name in SAID):
        raise ValidationError(NOTHING_CHANGED)
    if not new.reason and needs_reason(new.indicator):
        raise ValidationError({"reason": REASON_NEEDED})


@dataclass(frozen=True, slots=True)
class Promise:
    """A target in words; `revision` says what it has replaced."""

    target: Target
    words: str
    is_current: bool
    revision: str = ""


def promises_of(indicator: Indicator) -> list[Promise]:
    """All targets the indicator has had: those that hold first, then those they replaced."""
    targets = list(Target.objects.filter(indicator=indicator).select_related("replaces"))
    replaced = {target.replaces_id for target in targets}
    promises = [
        Promise(
            target,
            target_text(target, indicator),
            is_current=target.pk not in replaced,
            revision=_revision(target, indicator) if target.replaces_id else _lateness(target),
        )
        for target in targets
    ]
    return sorted(promises, key=lambda promise: not promise.is_current)


def join_earlier(plan: Plan, targets: list[Target]):
    """Hangs replaced targets under those that replaced them; no query where nothing was revised."""
    if not any(target.replaces_id for target in targets):
        return
    earlier = {one.pk: one for one in Target.objects.filter(indicator__plan=plan, replaced_by__isnull=False)}
    for target in [*targets, *earlier.values()]:
        if target.replaces_id:
            target.replaces = earlier[target.replaces_id]


def revisions(target: Target, indicator: Indicator) -> str:
    """Původně 120 (do roku 2027), změněno 1. 2. 2025: důvod. The latest revision comes last."""
    sentences = []
    while target.replaces_id:
        sentences.insert(0, _revision(target, indicator))
        target = target.replaces
    return " ".join(filter(None, [_lateness(target), *sentences]))


def _revision(target: Target, indicator: Indicator) -> str:
    return revision_text(_promised(target.replaces, indicator), target.set_on, target.reason)


def _lateness(target: Target) -> str:
    """A first target has a reason only when it came after values."""
    return revision_text("", target.set_on, target.reason) if target.reason else ""


def _promised(target: Target, indicator: Indicator) -> str:
    """120 (do roku 2027)"""
    if target.text or not target.due_on:
        return target_text(target, indicator)
    bare = copy(target)
    bare.due_on = None
    return f"{target_text(bare, indicator)} (do\u00a0roku\u00a0{target.due_on.year})"

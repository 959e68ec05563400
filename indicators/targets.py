"""A promise may be revised, but never quietly: the old target stays, and says what replaced it and why."""

from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from czech.printing import date_text
from plans.models import Plan

from .models import Indicator, Target
from .reading import decimals_of
from .wording import target_text

REASON_NEEDED = "Napište důvod změny: k indikátoru už jsou zapsané hodnoty."
ALREADY_REVISED = "Tuto cílovou hodnotu mezitím někdo změnil. Otevřete tu, která platí teď."
NOTHING_CHANGED = "Nová cílová hodnota je stejná jako dosavadní."
SAID = ("operator", "number", "text", "due_on")


def needs_reason(indicator: Indicator) -> bool:
    """Once anything has been measured, a new target might only follow the result."""
    measured = Q(number__isnull=False) | Q(share__isnull=False) | Q(parts_only=True)
    return indicator.values.filter(measured).exists()


@transaction.atomic
def revise_target(
    target: Target,
    *,
    by,
    operator: str,
    number: Decimal | None = None,
    text: str = "",
    due_on: date | None = None,
    reason: str = "",
) -> Target:
    """The new target in place of the old one, or ValidationError with a sentence to show."""
    old = Target.objects.select_for_update().get(pk=target.pk)
    new = Target(
        indicator=target.indicator,
        replaces=old,
        label=old.label,
        per=old.per,
        operator=operator,
        number=number,
        decimals=decimals_of(number),
        text=text,
        due_on=due_on,
        set_on=localdate(),
        set_by=by,
        reason=reason.strip(),
    )
    _refuse(old, new)
    new.full_clean(validate_unique=False)
    # Outside of a request history would not know the author.
    new._history_user = by
    new.save()
    return new


def _refuse(old: Target, new: Target):
    if Target.objects.filter(replaces=old).exists():
        raise ValidationError(ALREADY_REVISED)
    if all(getattr(old, name) == getattr(new, name) for name in SAID):
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
            revision=_revision(target, indicator) if target.replaces_id else "",
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
    return " ".join(sentences)


def _revision(target: Target, indicator: Indicator) -> str:
    words = [f"Původně {_promised(target.replaces, indicator)}"]
    if target.set_on:
        words.append(f"změněno {date_text(target.set_on)}")
    sentence = ", ".join(words)
    return f"{sentence}: {target.reason.rstrip('.')}." if target.reason else f"{sentence}."


def _promised(target: Target, indicator: Indicator) -> str:
    """120 (do roku 2027)"""
    if target.text or not target.due_on:
        return target_text(target, indicator)
    bare = copy(target)
    bare.due_on = None
    return f"{target_text(bare, indicator)} (do\u00a0roku\u00a0{target.due_on.year})"

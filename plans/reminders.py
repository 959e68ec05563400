"""Reminders of a deadline: a week before, on the day and when it has passed, each stage once."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.timezone import localdate

from accounts.models import User
from czech.plurals import counted
from czech.printing import date_text

from .letters import announce, coordinators_of
from .models import Reminder, ReportingPeriod

WEEK = timedelta(days=7)
Stage = Reminder.Stage


def stage_of(period: ReportingPeriod, today=None) -> str:
    """Which reminder is due today; empty when it is too early or the period has no deadline."""
    if period.due_on is None:
        return ""
    left = period.due_on - (today or localdate())
    if left < timedelta(0):
        return Stage.OVERDUE
    if left == timedelta(0):
        return Stage.DAY
    return Stage.WEEK if left <= WEEK else ""


def suggested_text(period: ReportingPeriod, stage: str) -> str:
    return f"Dobrý den,\n\nhodnoty za období {period.label} ({period.plan.title}) {_request(period, stage)}"


def _request(period: ReportingPeriod, stage: str) -> str:
    if period.state == ReportingPeriod.State.RETURNED:
        return "čekají na opravu. Opravte prosím, co vám bylo vráceno, a odešlete je znovu ke kontrole."
    if period.due_on is None:
        return "zatím nejsou odeslané ke kontrole. Doplňte prosím, co ještě chybí."
    if stage == Stage.OVERDUE:
        late = counted(max(period.days_late, 1), "den", "dny", "dne", "dní")
        return f"jsou po termínu už {late}. Doplňte je prosím a odešlete ke kontrole."
    return f"je třeba odeslat do {date_text(period.due_on)}. Doplňte prosím, co ještě chybí."


def prepared(period: ReportingPeriod, stage: str) -> Reminder:
    """The reminder that is waiting to go, with the text that somebody wrote or the suggested one."""
    waiting = (one for one in period.reminders.all() if one.stage == stage and one.is_waiting)
    return next(waiting, None) or Reminder(period=period, stage=stage, text=suggested_text(period, stage))


def last_sent(period: ReportingPeriod) -> Reminder | None:
    sent = (one for one in period.reminders.all() if one.sent_at)
    return max(sent, key=lambda one: (one.sent_at, one.pk), default=None)


def send(reminder: Reminder, *, by: User | None = None, to: Iterable[User] | None = None):
    """Send the reminder and remember it; `by` is empty when the clock sends it.

    It goes to the town's coordinators; who has read them for many towns at once says them by `to`.
    """
    period = reminder.period
    reminder.sent_at, reminder.sent_by = timezone.now(), by
    people = coordinators_of(period.plan) if to is None else to
    address = f"{settings.SITE_ADDRESS}/plany/{period.plan.slug}/{period.slug}/hodnoty/"
    with transaction.atomic():
        reminder.save()
        announce(period, "reminder", people, text=reminder.text, stage=reminder.stage, address=address)


def send_due(today=None) -> list[Reminder]:
    """Send what is due and has not gone yet; safe to run again at any time."""
    sent = []
    open_periods = ReportingPeriod.objects.open().filter(due_on__isnull=False)
    for period in open_periods.select_related("plan__municipality__parent"):
        stage = stage_of(period, today)
        if stage and (reminder := _send_once(period, stage)):
            sent.append(reminder)
    return sent


def _send_once(period: ReportingPeriod, stage: str) -> Reminder | None:
    """Unless it has gone; a person who reminds the town at the same moment is waited for."""
    with transaction.atomic():
        ReportingPeriod.objects.select_for_update().get(pk=period.pk)
        if _has_gone(period, stage):
            return None
        reminder = prepared(period, stage)
        send(reminder)
    return reminder


def _has_gone(period: ReportingPeriod, stage: str) -> bool:
    """By itself or from a person; what a person sent long before the deadline stands for no stage."""
    sent = period.reminders.filter(stage=stage, sent_at__isnull=False)
    in_time = Q(sent_at__date__gte=period.due_on - WEEK)
    return sent.filter(Q(sent_by=None) | in_time).exists()

"""E-mails about a period, sent only after the change is really in the database."""

from collections.abc import Iterable

from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string

from accounts.models import User

from .models import Plan, ReportingPeriod, Role


def coordinators_of(plan: Plan):
    return User.objects.filter(
        is_active=True, memberships__role=Role.COORDINATOR, memberships__territory=plan.municipality_id
    ).distinct()


def consultants_of(plan: Plan):
    """Consultants of the town or of its regional centre; those of the whole country only if none."""
    near = Q(memberships__territory=plan.municipality_id)
    if plan.regional_centre:
        near |= Q(memberships__regional_centre=plan.regional_centre)
    consultants = User.objects.filter(is_active=True, memberships__role=Role.CONSULTANT).distinct()
    return consultants.filter(near) or consultants.filter(
        memberships__territory=None, memberships__regional_centre=""
    )


def announce(period: ReportingPeriod, letter: str, to: Iterable[User], **context):
    """Send `email/period_<letter>.txt` once the transaction is over; its first line is the subject."""
    text = render_to_string(f"email/period_{letter}.txt", {"period": period, "plan": period.plan, **context})
    subject, _, body = text.strip().partition("\n")
    addresses = [person.email for person in to]
    transaction.on_commit(lambda: _send(subject, body.strip() + "\n", addresses))


def _send(subject: str, body: str, addresses: list[str]):
    for address in addresses:
        send_mail(subject, body, None, [address])

"""E-mails about a period, sent only after the change is really in the database."""

from collections import defaultdict
from collections.abc import Iterable

from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string

from accounts.models import User

from .models import Membership, Plan, Remark, ReportingPeriod, Role

EVERYWHERE = Q(memberships__territory=None, memberships__regional_centre="")


def coordinators_of(plan: Plan):
    return User.objects.filter(
        is_active=True, memberships__role=Role.COORDINATOR, memberships__territory=plan.municipality_id
    ).distinct()


def coordinators_by_town(towns: Iterable[int]) -> dict[int, list[User]]:
    """Who gets letters about each of these towns, in one question."""
    roles = Membership.objects.filter(
        role=Role.COORDINATOR, territory__in=set(towns), user__is_active=True
    ).select_related("user")
    found = defaultdict(list)
    for role in roles.order_by("pk"):
        found[role.territory_id].append(role.user)
    return found


def consultants_of(plan: Plan):
    """Consultants of the town or of its regional centre; those of the whole country only if none."""
    return _consultants(_near(plan)) or _consultants(EVERYWHERE)


def _consultants(reach: Q):
    return User.objects.filter(reach, is_active=True, memberships__role=Role.CONSULTANT).distinct()


def _near(plan: Plan) -> Q:
    near = Q(memberships__territory=plan.municipality_id)
    if plan.regional_centre:
        near |= Q(memberships__regional_centre=plan.regional_centre)
    return near


def correspondents_of(reply: Remark) -> list[User]:
    """Who gets a letter about a reply: the other side of its thread, and never its author.

    The town's side are all its coordinators; the other one are the consultants who write in the thread,
    or when none of them has the role any more, those who follow the town now.
    """
    plan, author = reply.period.plan, reply.written_by
    coordinators = set(coordinators_of(plan))
    if author not in coordinators:
        return sorted(coordinators, key=lambda person: person.pk)
    root = reply.answers
    wrote = {root.written_by_id, *root.replies.values_list("written_by", flat=True)}
    following = _consultants(_near(plan) | EVERYWHERE)
    addressed = set(following.filter(pk__in=wrote) or consultants_of(plan)) - {author}
    return sorted(addressed, key=lambda person: person.pk)


def announce(period: ReportingPeriod, letter: str, to: Iterable[User], **context):
    """Send `email/period_<letter>.txt` once the transaction is over; its first line is the subject."""
    text = render_to_string(f"email/period_{letter}.txt", {"period": period, "plan": period.plan, **context})
    subject, _, body = text.strip().partition("\n")
    addresses = [person.email for person in to]
    transaction.on_commit(lambda: _send(subject, body.strip() + "\n", addresses))


def _send(subject: str, body: str, addresses: list[str]):
    for address in addresses:
        send_mail(subject, body, None, [address])

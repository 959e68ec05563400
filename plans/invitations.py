"""Sending an invitation, and finding the one a link speaks of."""

from smtplib import SMTPException

from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from .models import Invitation
from .staffing import may_give


def send(invitation: Invitation, request: HttpRequest):
    """Stores and mails the invitation; an earlier one to the same role stops working."""
    link = request.build_absolute_uri(reverse("plans:invitation", args=[_store(invitation)]))
    context = {"invitation": invitation, "link": link}
    subject = render_to_string("email/invitation_subject.txt", context).strip()
    message = render_to_string("email/invitation_message.txt", context)
    # Not in the transaction: a slow mail server would keep other writers waiting.
    try:
        send_mail(subject, message, None, [invitation.email])
    except (SMTPException, OSError):
        invitation.withdraw()
        raise


@transaction.atomic
def _store(invitation: Invitation) -> str:
    for earlier in invitation.same_role:
        earlier.withdraw()
    token = invitation.new_token()
    invitation.save()
    return token


def invitation_of(token: str) -> Invitation | None:
    """The invitation that may still be accepted: pending, and its sender may give the role even now."""
    related = Invitation.objects.select_related("town__parent", "organisation", "invited_by")
    invitation = related.of_token(token).pending().first()
    return invitation if invitation and _is_still_given(invitation) else None


def _is_still_given(invitation: Invitation) -> bool:
    return may_give(
        invitation.invited_by,
        invitation.town,
        invitation.role,
        invitation.organisation,
        invitation.regional_centre,
    )

"""What opens from the link in an invitation."""

from allauth.account.utils import perform_login
from allauth.decorators import rate_limit
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from accounts.forms import NewAccountForm
from plans.invitations import invitation_of
from plans.models import Invitation


@login_not_required
@never_cache
@rate_limit(action="accept_invitation")
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """A new person sets a name and a password; somebody with an account signs in and confirms."""
    invitation = invitation_of(token)
    if invitation is None:
        return _gone(request)
    if request.user.is_authenticated:
        return _accept_signed_in(request, invitation)
    if get_user_model().objects.filter(email=invitation.email).exists():
        return redirect_to_login(request.path)
    return _accept_as_new(request, invitation)


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "plans/invitation_gone.html", status=410)


def _accept_signed_in(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    context = {"invitation": invitation}
    if request.user.email != invitation.email:
        return render(request, "plans/invitation_for_another.html", context, status=403)
    if request.method != "POST":
        return render(request, "plans/invitation_confirm.html", context)
    with transaction.atomic():
        if not invitation.use_up():
            return _gone(request)
        invitation.give_role_to(request.user)
    messages.success(request, "Role je vaše.")
    return redirect("indicators:overview")


def _accept_as_new(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    form = NewAccountForm(request.POST or None, email=invitation.email)
    if request.method != "POST" or not form.is_valid():
        return render(request, "plans/invitation_accept.html", {"invitation": invitation, "form": form})
    with transaction.atomic():
        if not invitation.use_up():
            return _gone(request)
        user = form.save()
        invitation.give_role_to(user)
    return perform_login(request, user)

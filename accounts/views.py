"""One's own account; signing in and out is allauth's."""

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from .forms import NameForm


def account(request: HttpRequest) -> HttpResponse:
    form = NameForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Jméno je uložené.")
        return redirect("accounts:account")
    authenticators = Authenticator.objects.filter(user=request.user).values_list("type", flat=True)
    context = {
        "form": form,
        "has_app": Authenticator.Type.TOTP in authenticators,
        "passkey_count": list(authenticators).count(Authenticator.Type.WEBAUTHN),
        "office_accounts": SocialAccount.objects.filter(user=request.user),
    }
    return render(request, "accounts/account.html", context)


@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Signs one other browser out; the sessions of other people are not found."""
    get_object_or_404(UserSession, pk=pk, user=request.user).end()
    messages.success(request, "Přihlášení je ukončené.")
    return redirect("usersessions_list")


def too_many_requests(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/too_many_requests.html", status=429)

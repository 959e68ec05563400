"""Where allauth asks the house: who may come in, with which words, and where to go next."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from django.conf import settings
from django.shortcuts import redirect, render
from django.urls import reverse

from .models import User

TOO_MANY_ATTEMPTS = "Příliš mnoho pokusů za sebou. Zkuste to znovu za pět minut."
REAUTHENTICATION = {
    "reauthenticate": "Ověřit heslem",
    "mfa_reauthenticate": "Ověřit kódem z aplikace",
    "mfa_reauthenticate:webauthn": "Ověřit přístupovým klíčem",
}


class AccountAdapter(DefaultAccountAdapter):
    """Nobody registers unasked; an account comes from an invitation or from an administrator."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Tento účet je vypnutý.",
        "email_password_mismatch": "E-mail nebo heslo nesouhlasí. Heslo rozlišuje velká a malá písmena.",
        "enter_current_password": "Současné heslo nesouhlasí.",
        "incorrect_code": "Kód nesouhlasí. Zadejte ten, který aplikace ukazuje právě teď.",
        "incorrect_password": "Heslo nesouhlasí.",
        "invalid_password_reset": "Odkaz na obnovu hesla neplatí.",
        "rate_limited": TOO_MANY_ATTEMPTS,
        "too_many_login_attempts": TOO_MANY_ATTEMPTS,
    }

    def is_open_for_signup(self, request):
        return False

    def get_password_change_redirect_url(self, request):
        return reverse("accounts:account")

    def get_reauthentication_methods(self, user):
        methods = super().get_reauthentication_methods(user)
        return [method | {"description": REAUTHENTICATION[method["id"]]} for method in methods]


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Kód nebo klíč nesouhlasí. Zkuste to prosím znovu.",
        "cannot_generate_recovery_codes": "Záložní kódy patří k druhému faktoru; nejdřív ho nastavte.",
    }

    def generate_authenticator_name(self, user, type: Authenticator.Type) -> str:
        return f"Klíč {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def get_public_key_credential_rp_entity(self):
        return super().get_public_key_credential_rp_entity() | {"name": settings.MFA_TOTP_ISSUER}


class OfficeAccountAdapter(DefaultSocialAccountAdapter):
    """The account of a town hall opens the door only to people who already have an account here."""

    def pre_social_login(self, request, sociallogin):
        if sociallogin.state.get("process") != AuthProcess.LOGIN:
            raise ImmediateHttpResponse(redirect("accounts:account"))
        if sociallogin.is_existing:
            return
        person = _person_with_verified_email(sociallogin)
        if person is None:
            raise ImmediateHttpResponse(render(request, "accounts/unknown_person.html", status=403))
        # Not allauth's sign-in by e-mail: that takes the password of accounts whose address
        # allauth itself has not verified. Ours are verified by the invitation.
        sociallogin.connect(request, person)


def _person_with_verified_email(sociallogin) -> User | None:
    # Some providers send the text "false", which would count as true.
    emails = [address.email.lower() for address in sociallogin.email_addresses if address.verified is True]
    return User.objects.filter(email__in=emails, is_active=True).first()

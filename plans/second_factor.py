"""Consultants and administrators see many towns; an operator may ask them for a second factor."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q
from django.shortcuts import redirect

from .models import Membership, Role

SET_IT_UP = "Konzultanti a správci se přihlašují s druhým faktorem. Nastavte si ho prosím a pak pokračujte."
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def lacks_second_factor(user) -> bool:
    """One question to the database, whatever the role."""
    consults = Exists(Membership.objects.filter(user=OuterRef("pk"), role=Role.CONSULTANT))
    has_factor = Exists(Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS))
    trusted = Q(is_superuser=True) | Q(is_staff=True) | Q(consults)
    return get_user_model().objects.filter(trusted, ~has_factor, pk=user.pk).exists()


class SecondFactorMiddleware:
    """Until the second factor is set up, only the pages of one's own account open."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not settings.REQUIRE_MFA or not request.user.is_authenticated:
            return None
        if request.resolver_match.route.startswith("ucet/") or not lacks_second_factor(request.user):
            return None
        messages.info(request, SET_IT_UP)
        return redirect("mfa_index")

"""Accounts in the administration of code lists."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from .models import User

# Providers come from settings, the rest is for the people themselves; secrets stay out of sight.
for model in (Authenticator, EmailAddress, SocialAccount, SocialApp, SocialToken, UserSession):
    admin.site.unregister(model)


@admin.register(User)
class AccountAdmin(UserAdmin):
    ordering = ["name"]
    list_display = ["name", "email", "is_active", "is_staff"]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["name__fold__contains", "email"]
    actions = ["remove_second_factor"]
    fieldsets = [
        (None, {"fields": ["email", "name", "password"]}),
        ("Oprávnění", {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "name", "password1", "password2"]})]

    def has_delete_permission(self, request, obj=None):
        """An account is switched off, never deleted: history names who wrote what."""
        return False

    @admin.action(description="Odebrat druhý faktor (ztracený telefon nebo klíč)", permissions=["change"])
    def remove_second_factor(self, request, queryset):
        Authenticator.objects.filter(user__in=queryset).delete()
        self.message_user(request, "Druhý faktor je odebraný. Při příštím přihlášení stačí heslo.")

"""Code lists of plans: organisations and who has which role; territories decide of totals of indicators."""

from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from .models import Membership, Organisation


@admin.register(Organisation)
class OrganisationAdmin(admin.ModelAdmin):
    list_display = ["name", "registration"]
    search_fields = ["name__fold__contains", "registration"]


@admin.register(Membership)
class MembershipAdmin(SimpleHistoryAdmin):
    list_display = ["user", "role", "territory", "organisation", "regional_centre"]
    list_filter = ["role"]
    list_select_related = ["user", "territory", "organisation"]
    autocomplete_fields = ["user", "territory", "organisation"]

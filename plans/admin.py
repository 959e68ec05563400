"""Code lists of plans: territories, organisations and who has which role."""

from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from .models import Membership, Organisation, Territory


@admin.register(Territory)
class TerritoryAdmin(admin.ModelAdmin):
    list_display = ["name", "kind", "code", "parent"]
    list_filter = ["kind"]
    list_select_related = ["parent"]
    search_fields = ["name__fold__contains", "code"]
    autocomplete_fields = ["parent"]


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

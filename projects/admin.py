"""Code lists of projects: programmes and their calls."""

from django.contrib import admin

from .models import Call, Programme


@admin.register(Programme)
class ProgrammeAdmin(admin.ModelAdmin):
    list_display = ["code", "name"]
    search_fields = ["code", "name__fold__contains"]


@admin.register(Call)
class CallAdmin(admin.ModelAdmin):
    list_display = ["__str__", "title"]
    list_filter = ["programme"]
    list_select_related = ["programme"]

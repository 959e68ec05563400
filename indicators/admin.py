"""Code lists of indicators: what towns measure in the same way."""

from django.contrib import admin

from .models import Definition


@admin.register(Definition)
class DefinitionAdmin(admin.ModelAdmin):
    list_display = ["name", "code", "unit"]
    search_fields = ["name__fold__contains", "code"]

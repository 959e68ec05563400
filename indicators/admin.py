"""Code lists of indicators: what towns measure in the same way, and where it is added up."""

from django.contrib import admin
from django.db import transaction

from plans.models import Territory

from .models import Definition, SeriesBreak, StatisticTotal


class SeriesBreakInline(admin.TabularInline):
    model = SeriesBreak
    extra = 0
    autocomplete_fields = ["territory"]


@admin.register(Definition)
class DefinitionAdmin(admin.ModelAdmin):
    list_display = ["name", "code", "unit", "aggregation"]
    search_fields = ["name__fold__contains", "code"]
    autocomplete_fields = ["denominator"]
    inlines = [SeriesBreakInline]

    def save_model(self, request, obj, form, change):
        """How towns come together decides what a region comes to."""
        StatisticTotal.objects.take_turns()
        super().save_model(request, obj, form, change)
        StatisticTotal.objects.refresh([obj])


@admin.register(Territory)
class TerritoryAdmin(admin.ModelAdmin):
    """Here and not in plans, because where a territory lies decides what regions come to."""

    list_display = ["name", "kind", "code", "parent"]
    list_filter = ["kind"]
    list_select_related = ["parent"]
    search_fields = ["name__fold__contains", "code"]
    autocomplete_fields = ["parent", "orp"]

    def save_model(self, request, obj, form, change):
        StatisticTotal.objects.take_turns()
        super().save_model(request, obj, form, change)
        if {"kind", "parent"}.intersection(form.changed_data):
            StatisticTotal.objects.refresh()

    def delete_model(self, request, obj):
        self.delete_queryset(request, Territory.objects.filter(pk=obj.pk))

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        StatisticTotal.objects.take_turns()
        super().delete_queryset(request, queryset)
        StatisticTotal.objects.refresh()

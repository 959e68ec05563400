"""Code lists of indicators: what towns measure in the same way."""

from django.contrib import admin

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

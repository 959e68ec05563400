"""The form of a reporting period, its address, and the periods that it overlaps."""

from calendar import monthrange
from datetime import date

from django.db.models import QuerySet

from .fields import DayField
from .models import Plan, ReportingPeriod
from .seen import SeenForm
from .structure_forms import refuse_reversed

NO_START = "Napište, kdy období začíná, například 1. 1. 2025."
NO_END = "Napište, kdy období končí, například 31. 12. 2025."
SAME_DATES = "Období se stejnými daty už plán má: {period}."
OVERLAPS = "Pozor, překrývá se s jiným obdobím: {periods}. Pokud to tak má být, nemusíte nic dělat."


class PeriodForm(SeenForm):
    start = DayField(
        label="Od", edge="start", help_text="Například 1. 1. 2025.", error_messages={"required": NO_START}
    )
    end = DayField(
        label="Do", edge="end", help_text="Například 31. 12. 2025.", error_messages={"required": NO_END}
    )
    data_as_of = DayField(
        label="Stav dat k",
        required=False,
        help_text="Den, ke kterému se hodnoty zjišťují, například 30. 6. 2025.",
    )
    due_on = DayField(
        label="Odevzdat do", required=False, help_text="Několik dní předem přijde koordinátorům připomínka."
    )

    class Meta:
        model = ReportingPeriod
        fields = ["title", "start", "end", "data_as_of", "due_on"]
        help_texts = {"title": "Nechte prázdné, stačí-li data, například leden 2023 – červen 2024."}

    def clean(self):
        cleaned = super().clean()
        refuse_reversed(self, "start", "end")
        twin = others(self.instance).filter(start=cleaned.get("start"), end=cleaned.get("end")).first()
        if twin:
            self.add_error("start", SAME_DATES.format(period=twin.label))
        return cleaned

    def save(self, *, by):
        if self.instance.pk is None:
            self.instance.slug = free_slug(self.instance)
        return super().save(by=by)


def others(period: ReportingPeriod) -> QuerySet[ReportingPeriod]:
    return ReportingPeriod.objects.filter(plan=period.plan_id).exclude(pk=period.pk)


def overlap_warning(period: ReportingPeriod) -> str:
    """Legal, since some reports take several years together, but rarely meant."""
    crossing = others(period).filter(start__lte=period.end, end__gte=period.start)
    labels = ", ".join(one.label for one in crossing)
    return OVERLAPS.format(periods=labels) if labels else ""


def free_slug(period: ReportingPeriod) -> str:
    """Made from the dates once; later changes of dates leave old links alive."""
    taken = set(others(period).values_list("slug", flat=True))
    slug = slug_of(period.start, period.end)
    candidates = (f"{slug}-{number}" if number > 1 else slug for number in range(1, len(taken) + 2))
    return next(one for one in candidates if one not in taken)


def slug_of(start: date, end: date) -> str:
    """2025, 2023-2024, 2024-09-2025-08 or whole days: what tells the period apart and no more."""
    whole_months = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    if not whole_months:
        return f"{start}-{end}"
    if (start.month, end.month) != (1, 12):
        return f"{start:%Y-%m}-{end:%Y-%m}"
    return f"{start.year}" if start.year == end.year else f"{start.year}-{end.year}"


def plan_in_turn(plan: Plan) -> Plan:
    """Two people who add a period at once take turns, so that each gets an address of its own."""
    return Plan.objects.select_for_update().get(pk=plan.pk)

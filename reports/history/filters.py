"""What the stream can be narrowed to; an empty field means everything."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django import forms
from django.db.models import Q, QuerySet
from django.utils.timezone import make_aware

from accounts.models import User
from czech.periods import Span, read_span
from czech.reading import Unreadable
from plans.access import may_discuss
from plans.models import Measure, Plan

from .changes import Kind
from .sources import Source, sources_for

BASELINES = "pocatecni"
DAY_ADVICE = "Datu „{typed}“ nerozumíme; napište například 30. 9. 2024."
DAY_HELP = "Například 30. 9. 2024 nebo 2024."
ORDER_ADVICE = "Konec je dřív než začátek."
NOT_OFFERED = "Vyberte z nabídky."
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Chosen:
    """A selection of changes, read and checked."""

    kind: str = ""
    person: str = ""
    period: str = ""
    area: str = ""
    since: date | None = None
    until: date | None = None
    hidden: tuple[Kind, ...] = ()  # what the reader may not see at all

    def rows(self, source: Source, rows: QuerySet) -> QuerySet:
        """The rows of one source that the selection asks for."""
        if self._leaves_out(source):
            # Not none(): a union left with one grouped query cannot be counted by Django.
            return rows.filter(pk__in=[])
        found = Q()
        if self.person:
            found &= Q(history_user=self.person)
        if self.period:
            is_baseline = self.period == BASELINES
            found &= Q(**{f"{source.period}__isnull": True} if is_baseline else {source.period: self.period})
        if self.area:
            found &= source.in_area(self.area)
        return rows.filter(found & self._in_time())

    def _leaves_out(self, source: Source) -> bool:
        """Changes without a period or an area are in no selection by them."""
        other_kind = self.kind and self.kind != source.kind
        is_hidden = source.kind in self.hidden
        without = self.period and not source.period or self.area and not source.has_areas
        return bool(other_kind or is_hidden or without)

    def _in_time(self) -> Q:
        found = Q()
        if self.since:
            found &= Q(history_date__gte=_midnight(self.since))
        if self.until:
            found &= Q(history_date__lt=_midnight(self.until + timedelta(days=1)))
        return found


EVERYTHING = Chosen()


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))


class DayField(forms.CharField):
    """A day as people write it; a whole month or year is accepted too."""

    def to_python(self, value) -> Span | None:
        text = super().to_python(value)
        if not text:
            return None
        try:
            return read_span(text)
        except Unreadable:
            raise forms.ValidationError(DAY_ADVICE.format(typed=text[:SHOWN])) from None


class HistoryForm(forms.Form):
    druh = forms.ChoiceField(label="Druh změny")
    kdo = forms.ChoiceField(label="Kdo")
    obdobi = forms.ChoiceField(label="Období")
    oblast = forms.ChoiceField(label="Oblast")
    od = DayField(label="Od", help_text=DAY_HELP)
    do = DayField(label="Do", help_text=DAY_HELP)

    def __init__(self, plan: Plan, data, own: QuerySet[Measure] | None = None):
        typed = {name: text for name, text in data.items() if name in self.base_fields and text}
        super().__init__(typed or None, label_suffix="")
        self.hidden = () if may_discuss(plan) else (Kind.REMARK,)
        told = [source for source in sources_for(own) if source.kind not in self.hidden]
        for name, choices in _choices(plan, own, told).items():
            self.fields[name].choices = choices
        for field in self.fields.values():
            field.required = False
            field.error_messages["invalid_choice"] = NOT_OFFERED

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("od"), cleaned.get("do")
        if since and until and until.end < since.start:
            self.add_error("do", ORDER_ADVICE)
        return cleaned

    def chosen(self) -> Chosen | None:
        """The selection, or None when something in it cannot be read."""
        if not self.is_bound:
            return Chosen(hidden=self.hidden)
        if not self.is_valid():
            return None
        typed = self.cleaned_data
        since, until = typed["od"], typed["do"]
        return Chosen(
            kind=typed["druh"],
            person=typed["kdo"],
            period=typed["obdobi"],
            area=typed["oblast"],
            since=since and since.start,
            until=until and until.end,
            hidden=self.hidden,
        )


def _choices(
    plan: Plan, own: QuerySet[Measure] | None, told: list[Source]
) -> dict[str, list[tuple[str, str]]]:
    """Offers only what the person's part of the history may hold."""
    kinds = {source.kind for source in told}
    areas = plan.areas.all() if own is None else plan.areas.filter(goals__measures__in=own).distinct()
    periods = [(str(period.pk), period.label) for period in plan.periods.all()]
    return {
        "druh": [("", "všechny"), *((kind.value, kind.label) for kind in Kind if kind in kinds)],
        "kdo": [("", "všichni"), *((str(user.pk), str(user)) for user in _people(plan, own, told))],
        "obdobi": [("", "všechna"), *periods, (BASELINES, "počáteční hodnoty")],
        "oblast": [("", "všechny"), *((str(area.pk), str(area)) for area in areas)],
    }


def _people(plan: Plan, own: QuerySet[Measure] | None, told: list[Source]) -> QuerySet[User]:
    """Those who have changed anything in the plan or in the own measures."""
    authors = (source.rows(plan, own).order_by().values("history_user") for source in told)
    return User.objects.filter(Q(*(("pk__in", found) for found in authors), _connector=Q.OR))

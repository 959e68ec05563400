"""Towns that measure the same thing, and what the comparison says of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.text import slugify

from indicators.models import Aggregation, Definition, Indicator, Role, Statistic, ValueKind
from plans.models import Plan, ReportingPeriod, Territory
from reports.comparison.comparison import Comparison, Origin, Question, compare
from reports.comparison.lines import TownLine
from reports.comparison.places import Place, place_of
from tests.builders import make_indicator, make_plan, make_territory, make_value

YEARS = range(2020, 2024)


def make_definition(code="executions", **fields) -> Definition:
    defaults = {"name": "Osoby v exekuci", "unit": "osoba", "aggregation": Aggregation.SUM}
    return Definition.objects.create(code=code, **defaults | fields)


@dataclass
class Measuring:
    """A town with a plan whose indicator has the definition."""

    territory: Territory
    plan: Plan
    indicator: Indicator
    definition: Definition

    def says(self, year: int, number=None, *, is_approved=True, **fields):
        """The value of a year, in the period of that year."""
        return make_value(self.indicator, self.period(year, is_approved), number, **fields)

    def period(self, year: int, is_approved=True) -> ReportingPeriod:
        days = {"start": date(year, 1, 1), "end": date(year, 12, 31)}
        moment = timezone.now() if is_approved else None
        sent = {"submitted_at": moment, "approved_at": moment}
        return ReportingPeriod.objects.get_or_create(plan=self.plan, slug=str(year), defaults=days | sent)[0]

    @property
    def place(self) -> Place:
        return place_of(self.plan, self.territory)


def make_measuring(
    definition: Definition, name="Krnov", region: Territory | None = None, **fields
) -> Measuring:
    """In one region when it is given; otherwise its district lies in none."""
    territory = make_territory(name)
    if region:
        Territory.objects.filter(pk=territory.parent_id).update(parent=region)
        territory = Territory.objects.select_related("parent__parent").get(pk=territory.pk)
    plan = make_plan(territory, slug=f"{slugify(name)}-{definition.code}")
    defaults = {"role": Role.CONTEXT, "name": definition.name, "unit": definition.unit}
    indicator = make_indicator(plan, definition=definition, **defaults | fields)
    return Measuring(territory, plan, indicator, definition)


def make_share(definition: Definition, name="Krnov", **fields) -> Measuring:
    """A town that gives counts with their whole in another row of its plan."""
    town = make_measuring(definition, name, value_kind=ValueKind.COUNT_SHARE, **fields)
    town.indicator.denominator = make_indicator(town.plan, name="Žáci", unit="žák", role=Role.CONTEXT)
    town.indicator.save()
    return town


def says_share(town: Measuring, year: int, count, whole, **fields):
    value = town.says(year, count, **fields)
    make_value(town.indicator.denominator, value.period, whole)


def tell(definition: Definition, territory: Territory, year: int, number, source="ČSÚ", edition=""):
    return Statistic.objects.create(
        definition=definition, territory=territory, year=year, number=Decimal(number), source=source,
        edition=edition,
    )  # fmt: skip


def compared(definition: Definition, *towns: Measuring, **fields) -> Comparison:
    """As the page would do it for these towns."""
    known = Definition.objects.select_related("denominator").get(pk=definition.pk)
    usual = {"places": [town.place for town in towns], "years": YEARS, "origin": Origin.ALL}
    return compare(Question(known, **usual | fields))


def line_of(found: Comparison, town: Measuring) -> TownLine:
    return next(line for line in found.lines if line.town.pk == town.territory.pk)

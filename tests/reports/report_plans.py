"""Small plans for the tests of reports; each test adds what it speaks of."""

from datetime import date
from decimal import Decimal

from indicators.models import Indicator, Value
from plans.models import Evaluation, Goal, Measure, Plan, PriorityArea, ReportingPeriod, Territory

YEAR_2022 = (date(2022, 1, 1), date(2022, 12, 31))
YEAR_2023 = (date(2023, 1, 1), date(2023, 12, 31))
PERIOD = (date(2023, 1, 1), date(2024, 6, 30))


def make_plan(slug="lhota", **attributes):
    district = Territory.objects.create(name="Bruntál", kind=Territory.Kind.DISTRICT)
    defaults = {
        "kind": "psz",
        "slug": slug,
        "title": f"Plán sociálního začleňování: {slug}",
        "municipality": Territory.objects.create(name="Lhota", parent=district),
        "valid_from": date(2022, 1, 1),
        "valid_to": date(2027, 12, 31),
        "action_plan": "Akční plán I",
    }
    return Plan.objects.create(**defaults | attributes)


def make_period(plan, slug="2023-2024", span=PERIOD, **attributes):
    start, end = span
    return ReportingPeriod.objects.create(plan=plan, slug=slug, start=start, end=end, **attributes)


def make_area(plan, code="1", title="Bydlení", **attributes):
    return PriorityArea.objects.create(plan=plan, code=code, title=title, **attributes)


def make_goal(area, code="1.1", title="Zvýšit dostupnost bydlení", **attributes):
    return Goal.objects.create(area=area, code=code, title=title, **attributes)


def make_measure(goal, code="1.1.1.1", title="Otevřít kontaktní místo", **attributes):
    return Measure.objects.create(goal=goal, code=code, title=title, **attributes)


def make_evaluation(measure, period, status="completed", **attributes):
    return Evaluation.objects.create(measure=measure, period=period, status=status, **attributes)


def make_indicator(plan, name="Počet osob", role="output", **attributes):
    return Indicator.objects.create(plan=plan, name=name, role=role, **attributes)


def make_value(indicator, period, number=None, span=None, **attributes):
    """A count unless told otherwise; `span` is the period of the value itself."""
    start, end = span or (None, None)
    number = None if number is None else Decimal(number)
    return Value.objects.create(
        indicator=indicator, period=period, number=number, covers_start=start, covers_end=end, **attributes
    )

"""Plans and figures of the made-up country, written by the database itself: a million rows in a minute."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from accounts.models import User
from indicators.models import Definition, Indicator, Role, Statistic, StatisticTotal, Value
from plans.models import (
    Approval,
    Evaluation,
    Goal,
    Measure,
    Plan,
    PriorityArea,
    ReportingPeriod,
    Status,
    Territory,
)
from tools.country import BATCH, build_definitions, build_territories
from tools.country_people import People, build_people, build_remarks
from tools.country_projects import build_projects

PLANS, INDICATORS, YEARS = 300, 200, range(2015, 2025)
AREAS, MEASURES = 8, 5  # measures are those of one area
CENTRES = ("RCS", "RCV", "RCZ")
# Of each municipality at least; of everything else it is a small number.
INHABITANTS = "CASE WHEN d.code = 'statistic_1' THEN 2000 ELSE 0 END"
STATUSES = [
    Status.COMPLETED,
    Status.IN_PROGRESS,
    Status.CONTINUOUS,
    Status.NOT_REALISED,
    Status.NOT_MONITORED,
]
SOURCE = "smyšlená statistika"


@dataclass(frozen=True)
class Country:
    plans: list[Plan]
    people: People


@transaction.atomic
def build(scale: float = 1) -> Country:
    """300 plans × 200 indicators × 10 periods and 12 statistics × 10 years, times `scale`."""
    towns = build_territories(scale)
    definitions = build_definitions()
    write_statistics(definitions)
    StatisticTotal.objects.refresh()
    plans = build_plans(towns, round(PLANS * scale))
    build_indicators(plans, definitions)
    write_values()
    people = build_people(plans)
    build_evaluations(plans, people.coordinator)
    build_remarks(plans, people)
    build_projects(plans)
    return Country(plans, people)


def build_plans(towns: list[Territory], count: int) -> list[Plan]:
    """Each in another town, spread over the whole country."""
    step = max(1, len(towns) // count)
    plans = [
        Plan(
            kind="psz",
            slug=f"zkusebni-plan-{number}",
            title=f"Plán sociálního začleňování města {towns[number * step].name}",
            municipality=towns[number * step],
            valid_from=date(YEARS[0], 1, 1),
            valid_to=date(YEARS[-1] + 3, 12, 31),
            regional_centre=CENTRES[number % len(CENTRES)],
        )
        for number in range(count)
    ]
    plans = Plan.objects.bulk_create(plans, BATCH)
    ReportingPeriod.objects.bulk_create((_period(plan, year) for plan in plans for year in YEARS), BATCH)
    Approval.objects.bulk_create(Approval(plan=plan, approved_on=plan.valid_from) for plan in plans)
    _build_levels(plans)
    return plans


def _period(plan: Plan, year: int) -> ReportingPeriod:
    """All but the last are approved; the last ones are in every state that there is."""
    closed = year < YEARS[-1] or plan.pk % 4 == 0
    sent = datetime(year + 1, 1, 20, tzinfo=UTC) if closed or plan.pk % 4 == 1 else None
    returned = plan.pk % 8 == 1 and not closed
    return ReportingPeriod(
        plan=plan,
        slug=str(year),
        start=date(year, 1, 1),
        end=date(year, 12, 31),
        due_on=date(year + 1, 1, 31),
        submitted_at=sent,
        returned_at=datetime(year + 1, 2, 3, tzinfo=UTC) if returned else None,
        return_reason="Doplňte prosím zdroje." if returned else "",
        approved_at=datetime(year + 1, 2, 10, tzinfo=UTC) if closed else None,
    )


def _build_levels(plans: list[Plan]):
    areas = [
        PriorityArea(plan=plan, position=number, code=str(number), title=f"Oblast {number}")
        for plan in plans
        for number in range(1, AREAS + 1)
    ]
    areas = PriorityArea.objects.bulk_create(areas, BATCH)
    goals = [
        Goal(area=area, position=1, code=f"{area.code}.1", title=f"Cíl oblasti {area.code}") for area in areas
    ]
    goals = Goal.objects.bulk_create(goals, BATCH)
    measures = [
        Measure(goal=goal, position=number, code=f"{goal.code}.{number}", title=f"Opatření {number}")
        for goal in goals
        for number in range(1, MEASURES + 1)
    ]
    Measure.objects.bulk_create(measures, BATCH)


def build_indicators(plans: list[Plan], definitions: list[Definition]):
    """The context of a plan has shared definitions; the rest hangs on measures."""
    measures: dict[int, list[int]] = {plan.pk: [] for plan in plans}
    found = Measure.objects.filter(goal__area__plan__in=plans).order_by("pk")
    for plan, measure in found.values_list("goal__area__plan", "pk"):
        measures[plan].append(measure)
    # Made while they are written: all at once they would be 60 000 objects.
    for start in range(0, len(plans), 10):
        some = plans[start : start + 10]
        rows = [one for plan in some for one in _indicators_of(plan, measures[plan.pk], definitions)]
        Indicator.objects.bulk_create(rows, BATCH)


def _indicators_of(plan: Plan, measures: list[int], definitions: list[Definition]):
    for position, definition in enumerate(definitions):
        yield Indicator(
            plan=plan,
            definition=definition,
            position=position,
            role=Role.CONTEXT,
            name=definition.name,
            unit=definition.unit,
        )
    for position in range(INDICATORS - len(definitions)):
        yield Indicator(
            plan=plan,
            measure_id=measures[position % len(measures)],
            position=position,
            role=Role.OUTPUT,
            name=f"Počet podpořených osob {position + 1}",
            unit="osoba",
        )


def write_values():
    """A value of each indicator in each period of its plan; every fifteenth is missing with a reason."""
    is_missing = "(i.id + p.id) % 15 = 0"
    written = {
        "indicator": "i.id",
        "period": "p.id",
        "number": f"CASE WHEN {is_missing} THEN NULL ELSE (i.id * 7 + p.id * 3) % 900 END",
        "missing_reason": f"CASE WHEN {is_missing} THEN 'not_monitored' ELSE '' END",
    }
    _insert(
        Value, written, f"{_table(Indicator)} i JOIN {_table(ReportingPeriod)} p ON p.plan_id = i.plan_id"
    )


def write_statistics(definitions: list[Definition]):
    """A figure of each definition and year for each municipality."""
    keys = ", ".join(str(definition.pk) for definition in definitions)
    years = ", ".join(f"({year})" for year in YEARS)
    written = {
        "definition": "d.id",
        "territory": "t.id",
        "year": "y.column1",
        "number": f"(t.id * 7 + d.id * 13 + y.column1) % 31 + {INHABITANTS}",
    }
    rows = (
        f"{_table(Definition)} d CROSS JOIN {_table(Territory)} t CROSS JOIN (VALUES {years}) AS y "
        f"WHERE d.id IN ({keys}) AND t.kind = 'municipality'"
    )
    _insert(Statistic, written, rows, source=SOURCE)


def build_evaluations(plans: list[Plan], author: User):
    """How each measure stood in the last two periods, written by one person."""
    periods = ReportingPeriod.objects.filter(plan__in=plans, slug__in=[str(year) for year in YEARS[-2:]])
    by_plan: dict[int, list[int]] = {}
    for plan, period in periods.values_list("plan", "pk"):
        by_plan.setdefault(plan, []).append(period)
    measures = Measure.objects.filter(goal__area__plan__in=plans).values_list("pk", "goal__area__plan")
    rows = [
        Evaluation(
            measure_id=measure,
            period_id=period,
            status=STATUSES[(measure + period) % len(STATUSES)],
            updated_by=author,
        )
        for measure, plan in measures
        for period in by_plan[plan]
    ]
    Evaluation.objects.bulk_create(rows, BATCH)


def _insert(model: type[Model], written: dict[str, str], rows: str, **constants):
    """Rows that the database makes of other rows; what is not written gets the default of its field."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(field.column for field in fields)
    values, given = [], []
    for field in fields:
        if field.name in written:
            values.append(written[field.name])
        else:
            values.append("%s")
            given.append(_constant(field, constants))
    with connection.cursor() as cursor:
        # A remainder is a sign of its own here, not a place for a value.
        select = ", ".join(value if value == "%s" else value.replace("%", "%%") for value in values)
        cursor.execute(f"INSERT INTO {_table(model)} ({columns}) SELECT {select} FROM {rows}", given)


def _constant(field, constants):
    value = constants.get(
        field.name, timezone.now() if getattr(field, "auto_now", False) else field.get_default()
    )
    return field.get_db_prep_save(value, connection)


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)

"""Builders with defaults: a test states only what matters to it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.text import slugify

from accounts.models import User
from indicators.models import Indicator, Role, Value, ValueKind
from plans.models import (
    Evaluation,
    Goal,
    Measure,
    Membership,
    Organisation,
    Plan,
    PriorityArea,
    Remark,
    ReportingPeriod,
    Territory,
)
from plans.models import Role as PersonRole
from reports.models import Chapter, Report

PASSWORD = "dlouhé heslo pro testy"


@dataclass
class Town:
    """What a test of one plan needs to point at."""

    territory: Territory
    plan: Plan
    period: ReportingPeriod
    area: PriorityArea
    goal: Goal
    measure: Measure
    indicator: Indicator  # a count of persons under the measure
    context: Indicator  # a count and share at the area


def make_town(name="Krnov", **period) -> Town:
    territory = make_territory(name)
    plan = make_plan(territory)
    area = PriorityArea.objects.create(plan=plan, code="4", title="Bydlení")
    goal = Goal.objects.create(area=area, code="4.1", title="Zvýšit dostupnost bydlení")
    measure = Measure.objects.create(goal=goal, code="4.1.1", title="Vytvořit kontaktní místo")
    return Town(
        territory=territory,
        plan=plan,
        period=make_period(plan, **period),
        area=area,
        goal=goal,
        measure=measure,
        indicator=make_indicator(plan, measure=measure),
        context=make_indicator(
            plan, area=area, role=Role.CONTEXT, name="Osoby v exekuci", value_kind=ValueKind.COUNT_SHARE
        ),
    )


def make_territory(name="Krnov", kind=Territory.Kind.MUNICIPALITY) -> Territory:
    district = Territory.objects.create(name=f"Okres {name}", kind=Territory.Kind.DISTRICT)
    return Territory.objects.create(name=name, kind=kind, parent=district)


def make_country(regions=2, districts=77) -> list[Territory]:
    """A whole country, small: each district has one municipality; returns those."""
    kinds = Territory.Kind
    above = Territory.objects.bulk_create(
        Territory(kind=kinds.REGION, code=f"R{number}", name=f"Kraj {number}") for number in range(regions)
    )
    between = Territory.objects.bulk_create(
        Territory(kind=kinds.DISTRICT, code=f"D{number:02}", name=f"Okres {number}",
                  parent=above[number % regions])
        for number in range(districts)
    )  # fmt: skip
    return Territory.objects.bulk_create(
        Territory(kind=kinds.MUNICIPALITY, code=f"{900_001 + number}", name=f"Obec {number}", parent=district)
        for number, district in enumerate(between)
    )


def make_plan(territory: Territory, **fields) -> Plan:
    defaults = {
        "kind": "psz",
        "slug": f"{slugify(territory.name)}-psz",
        "title": f"Plán sociálního začleňování města {territory.name}",
        "valid_from": date(2022, 1, 1),
        "valid_to": date(2027, 12, 31),
    }
    return Plan.objects.create(municipality=territory, **defaults | fields)


def make_period(plan: Plan, **fields) -> ReportingPeriod:
    defaults = {
        "slug": "2023-2024",
        "start": date(2023, 1, 1),
        "end": date(2024, 6, 30),
        "due_on": date(2027, 1, 31),
    }
    return ReportingPeriod.objects.create(plan=plan, **defaults | fields)


def make_indicator(plan: Plan, **fields) -> Indicator:
    defaults = {"role": Role.OUTPUT, "name": "Počet podpořených osob", "unit": "osoba"}
    return Indicator.objects.create(plan=plan, **defaults | fields)


def make_value(indicator: Indicator, period: ReportingPeriod | None, number=None, **fields) -> Value:
    number = None if number is None else Decimal(number)
    return Value.objects.create(indicator=indicator, period=period, number=number, **fields)


def make_evaluation(town: Town, **fields) -> Evaluation:
    return Evaluation.objects.create(**{"period": town.period, "measure": town.measure} | fields)


def fill_in(town: Town):
    """Every value and status in its place, with nothing to doubt."""
    make_value(town.indicator, town.period, 229)
    make_value(town.context, town.period, missing_reason="not_available")
    make_evaluation(town, status="in_progress")


def make_user(
    name="eva", *, coordinator_of=None, reader_of=None, consultant=False, contributor_of=None, centre=""
) -> User:
    user = User.objects.create_user(f"{name}@example.cz", PASSWORD, name=name.capitalize())
    roles = Membership.objects
    if coordinator_of:
        roles.create(user=user, role=PersonRole.COORDINATOR, territory=coordinator_of)
    if reader_of:
        roles.create(user=user, role=PersonRole.READER, territory=reader_of)
    if consultant:
        roles.create(user=user, role=PersonRole.CONSULTANT)
    if centre:
        roles.create(user=user, role=PersonRole.CONSULTANT, regional_centre=centre)
    if contributor_of:
        roles.create(user=user, role=PersonRole.CONTRIBUTOR, organisation=contributor_of)
    return user


def make_organisation(name="Lexikona") -> Organisation:
    return Organisation.objects.get_or_create(name=name)[0]


def make_remark(town: Town, *, by: User, **fields) -> Remark:
    """A remark at the value of the town's indicator, unless told otherwise."""
    defaults = {"period": town.period, "about": Remark.About.VALUE, "subject_id": town.indicator.pk}
    return Remark.objects.create(**defaults | {"text": "Odkud je číslo?", "written_by": by} | fields)


def make_chapter(town: Town, name="locality", text="Krnov leží pod Jeseníky.") -> Chapter:
    """A text of the town's report in the layout of the action plan."""
    report, _ = Report.objects.get_or_create(plan=town.plan, period=town.period, layout="action-plan-table")
    return Chapter.objects.create(report=report, name=name, text=text)

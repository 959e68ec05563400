"""A plan of about twenty indicators that shows everything a page can show."""

from dataclasses import dataclass
from datetime import date

from accounts.models import User
from indicators.models import Category, MissingReason, Part, PartsKind, Role, Target, ValueKind
from plans.models import Goal, Measure, ReportingPeriod, Status
from projects.models import Project
from tests.builders import (
    Town,
    make_evaluation,
    make_indicator,
    make_period,
    make_town,
    make_user,
    make_value,
)


@dataclass
class BusyTown:
    town: Town
    earlier: ReportingPeriod
    coordinator: User
    reader: User


def make_busy_town() -> BusyTown:
    town = make_town("Krnov")
    earlier = make_period(
        town.plan, slug="2022", start=date(2022, 1, 1), end=date(2022, 12, 31), due_on=date(2023, 1, 31)
    )
    coordinator = make_user("koordinatorka", coordinator_of=town.territory)
    earlier.submit(by=coordinator)
    earlier.approve(by=coordinator)
    busy = BusyTown(town, earlier, coordinator, make_user("ctenar", reader_of=town.territory))
    _add_values_of_each_kind(busy)
    _add_measure_of_each_status(town)
    _add_projects(town)
    return busy


def _add_values_of_each_kind(busy: BusyTown):
    town, period = busy.town, busy.town.period
    make_value(town.context, None, 1_812, share="9.6")
    make_value(town.context, busy.earlier, 1_833, share="9.7")
    make_value(town.indicator, busy.earlier, 215)
    make_value(town.indicator, period, 229, note="z toho 40 nových", source="evidence odboru")
    Target.objects.create(indicator=town.indicator, number=240, due_on=date(2027, 12, 31))
    make_value(_indicator(town, ValueKind.SHARE), period, share="4.5", share_decimals=1)
    make_value(_indicator(town, ValueKind.MONEY, unit="Kč"), period, 1_009_154)
    make_value(_indicator(town, ValueKind.YES_NO), period, 1)
    make_value(_indicator(town, ValueKind.STATE), period, state="running")
    make_value(_indicator(town, ValueKind.TEXT), period, text="byla založena platforma")
    make_value(_indicator(town, ValueKind.COUNT), period, missing_reason=MissingReason.NOT_MONITORED)
    make_value(make_indicator(town.plan, role=Role.CONTEXT, name="Počet obyvatel"), period, 22_848)
    make_value(make_indicator(town.plan, area=town.area, role=Role.IMPACT), period, 70)
    make_value(make_indicator(town.plan, goal=town.goal), period, 4)
    _add_breakdown(town, period)


def _add_breakdown(town: Town, period: ReportingPeriod):
    persons = make_indicator(town.plan, measure=town.measure, parts_kind=PartsKind.SUM, name="Osoby v bytech")
    value = make_value(persons, period, 22)
    for position, (label, number) in enumerate([("ČR", 15), ("UA", 7)]):
        category = Category.objects.create(indicator=persons, position=position, label=label)
        Part.objects.create(value=value, category=category, position=position, number=number)


def _indicator(town: Town, kind: ValueKind, unit=""):
    name = f"Ukazatel druhu {kind.label}"
    return make_indicator(town.plan, measure=town.measure, value_kind=kind, name=name, unit=unit)


def _add_measure_of_each_status(town: Town):
    subgoal = Goal.objects.create(area=town.area, parent=town.goal, code="4.1.2", title="Předcházet ztrátě")
    for number, status in enumerate(Status, start=1):
        measure = Measure.objects.create(goal=subgoal, code=f"4.1.2.{number}", title=f"Opatření {number}")
        make_evaluation(town, measure=measure, status=status, summary="Služba byla **rozšířena**.")
        if number <= 5:
            make_indicator(town.plan, measure=measure)


def _add_projects(town: Town):
    for state in Project.State:
        project = Project.objects.create(plan=town.plan, title=f"Projekt {state.label}", state=state)
        project.measures.add(town.measure)

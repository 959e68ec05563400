"""The grid of 200 indicators beside the admin's list of the same values, three fields of each editable."""

from datetime import date

from django.conf import settings
from django.contrib.admin import ModelAdmin
from django.core.management import call_command
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.models import User
from indicators.models import Category, Indicator, Part, Role, Target, Value, ValueKind
from plans.models import (
    Goal,
    Measure,
    Membership,
    Plan,
    PriorityArea,
    ReportingPeriod,
    Territory,
)
from plans.models import Role as PersonRole
from tools.bench import Comparison
from tools.bench_floor import Floor
from tools.bench_urls import bench_site

INDICATORS = 200
PER_MEASURE = 5


class ValueAdmin(ModelAdmin):
    """Three of the fields that a row of the grid has."""

    list_editable = ["number", "note", "source"]
    list_display = ["indicator", *list_editable]
    list_per_page = INDICATORS
    list_select_related = ["indicator"]


class WholeValueAdmin(ValueAdmin):
    """All fields of a row but the parts, which the admin's list cannot edit."""

    list_editable = ["number", "share", "state", "covers_start", "covers_end", "note", "source"]
    list_display = ["indicator", *list_editable]


def comparisons() -> list[Comparison]:
    call_command("migrate", verbosity=0)
    period = make_plan()
    name, ask = f"value grid, {INDICATORS} indicators, whole request", grid_request(period)
    some, same = admin_request(period, ValueAdmin), admin_request(period, WholeValueAdmin)
    return [
        Comparison(name, ask, "admin changelist, three of the fields", some, 0.25, 15),
        Comparison(name, ask, "admin changelist, the same fields", same, 0.15, 15),
        Comparison(name, ask, "the same HTML from ready lists, alone", Floor(ask()).render, 1.5, 15),
    ]


def grid_request(period: ReportingPeriod):
    coordinator = User.objects.create_user("koordinatorka@example.cz", name="Jana")
    town = period.plan.municipality
    Membership.objects.create(user=coordinator, role=PersonRole.COORDINATOR, territory=town)
    client = Client(SERVER_NAME="localhost")
    client.force_login(coordinator)
    address = reverse("indicators:values", args=[period.plan.slug, period.slug])

    def ask():
        page = client.get(address)
        assert page.status_code == 200 and page.content.count(b"-seen") == INDICATORS
        return page.content.decode()

    return ask


def admin_request(period: ReportingPeriod, value_admin: type[ModelAdmin]):
    """The view alone, without middleware; only values of the one period."""
    settings.ROOT_URLCONF = "tools.bench_urls"
    admin = value_admin(Value, bench_site)
    request = RequestFactory(SERVER_NAME="localhost").get(f"/bench/?period__id__exact={period.pk}")
    request.user = User.objects.create_superuser(f"{value_admin.__name__}@example.cz", name="Ivo")

    def ask():
        page = admin.changelist_view(request).render()
        assert page.content.count(b'-source"') >= INDICATORS

    return ask


def make_plan() -> ReportingPeriod:
    """A plan of 200 indicators with a baseline, an earlier and a current value each, targets and parts."""
    town = Territory.objects.create(name="Krnov", kind=Territory.Kind.MUNICIPALITY)
    plan = Plan.objects.create(kind="psz", slug="krnov", title="Plán města Krnov", municipality=town)
    earlier, period = (
        ReportingPeriod.objects.create(
            plan=plan, slug=str(year), start=date(year, 1, 1), end=date(year, 12, 31)
        )
        for year in (2022, 2023)
    )
    for area in range(1, 5):
        make_area(plan, area)
    make_indicators(plan)
    for indicator in plan.indicators.all():
        for one in (None, earlier, period):
            make_value(indicator, one)
    return period


def make_area(plan: Plan, code: int):
    area = PriorityArea.objects.create(plan=plan, code=code, title=f"Oblast {code}", position=code)
    goal = Goal.objects.create(area=area, code=f"{code}.1", title="Zvýšit dostupnost bydlení")
    subgoal = Goal.objects.create(
        area=area, parent=goal, code=f"{code}.1.1", title="Předcházet ztrátě bydlení"
    )
    for number in range(1, INDICATORS // 4 // PER_MEASURE + 1):
        Measure.objects.create(
            goal=subgoal, code=f"{code}.1.1.{number}", title="Vytvořit kontaktní místo pro bydlení"
        )


def make_indicators(plan: Plan):
    kinds = [ValueKind.COUNT, ValueKind.COUNT, ValueKind.COUNT_SHARE, ValueKind.STATE, ValueKind.COUNT]
    for measure in Measure.objects.all():
        for position, kind in enumerate(kinds):
            indicator = Indicator.objects.create(
                plan=plan, measure=measure, position=position, role=Role.OUTPUT, value_kind=kind,
                name="Počet osob, kterým bylo poskytnuto poradenství v oblasti bydlení",
                unit="" if kind == ValueKind.STATE else "osoba",
            )  # fmt: skip
            if position < 2:
                Target.objects.create(indicator=indicator, number=240, due_on=date(2027, 12, 31))
            if position == 1:
                for label in ("ČR", "UA"):
                    Category.objects.create(indicator=indicator, label=label)


def make_value(indicator: Indicator, period: ReportingPeriod | None):
    is_state = indicator.value_kind == ValueKind.STATE
    value = Value.objects.create(
        indicator=indicator,
        period=period,
        number=None if is_state else 200 + indicator.pk,
        share="5.43" if indicator.value_kind == ValueKind.COUNT_SHARE else None,
        share_decimals=2,
        state="running" if is_state else "",
        note="z toho 40 nových",
        source="evidence odboru sociálních věcí",
    )
    for position, category in enumerate(indicator.categories.all()):
        Part.objects.create(value=value, category=category, position=position, number=100 + position)

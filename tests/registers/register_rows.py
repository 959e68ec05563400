"""Plans and projects to list; each test adds what it speaks of."""

from datetime import date
from decimal import Decimal

from plans.models import Approval, Plan, Territory
from projects.models import Call, PlannedOutput, Programme, Project
from tests.builders import make_organisation, make_plan, make_territory


def make_call(fund="OPZ", number="052") -> Call:
    programme, _ = Programme.objects.get_or_create(code=fund)
    return Call.objects.get_or_create(programme=programme, number=number)[0]


def make_project(plan: Plan, title="Poradna", *, call=None, recipients=("Lexikona",), amount=None, **fields):
    amount = None if amount is None else Decimal(amount)
    project = Project.objects.create(plan=plan, title=title, call=call, amount=amount, **fields)
    project.recipients.set(make_organisation(name) for name in recipients)
    return project


def make_output(project: Project, number=None, **fields) -> PlannedOutput:
    number = None if number is None else Decimal(number)
    return PlannedOutput.objects.create(project=project, number=number, **fields)


def approve(plan: Plan, day: date, **fields) -> Approval:
    return Approval.objects.create(plan=plan, approved_on=day, **fields)


def make_listed_plan(number: int, name="Obec") -> Plan:
    town = make_territory(f"{name} {number}")
    plan = make_plan(town, slug=f"obec-{number}", kind="mpi", regional_centre="RCZ")
    plan.covers.add(Territory.objects.create(name=f"Sousední {number}"))
    approve(plan, date(2017, 1, 1))
    approve(plan, date(2018, 1, 1), territory=town)
    return plan


def make_listed_project(number: int) -> Project:
    call = make_call("OPZ" if number % 2 else "IROP", str(number % 7))
    project = make_project(
        make_listed_plan(number),
        f"Projekt {number}",
        call=call,
        recipients=[f"Charita {number}"],
        amount=1000,
        state="rejected" if number % 3 == 0 else "running",
        starts_on=date(2018, 1, 1),
        ends_on=date(2020, 12, 31),
    )
    make_output(project, 102, name="Počet účastníků")
    return project

from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from exchange.demo import DEMO_ACCOUNTS, DEMO_PASSWORD
from indicators.models import Statistic
from plans.models import Membership, Plan, Role
from tests.builders import make_town, make_user

pytestmark = pytest.mark.django_db


def load_demo(*options) -> str:
    told = StringIO()
    call_command("load_demo", *options, stdout=told, stderr=StringIO())
    return told.getvalue()


def test_empty_database_gets_plans_and_accounts():
    told = load_demo("--if-empty", "--port", "9000")
    assert "http://localhost:9000/" in told
    assert all(account.email in told for account in DEMO_ACCOUNTS)
    assert DEMO_PASSWORD in told
    assert Plan.objects.filter(slug="krnov-psz-2022-2027").exists()


def test_each_account_sees_what_its_role_sees():
    load_demo()
    people = {user.email: user for user in User.objects.all()}
    krnov = Plan.objects.get(slug="krnov-psz-2022-2027")
    coordinator = people["koordinatorka@krnov.example"]
    assert coordinator.check_password(DEMO_PASSWORD)
    assert krnov in Plan.objects.editable_by(coordinator)
    for email in ("konzultant@asz.example", "ctenar@krnov.example", "prispevatel@lexikona.example"):
        assert krnov in Plan.objects.visible_to(people[email]), email
        assert krnov not in Plan.objects.editable_by(people[email])
    assert people["spravce@asz.example"].is_superuser
    assert sum(user.is_superuser for user in people.values()) == 1
    assert Membership.objects.get(role=Role.CONTRIBUTOR).organisation.name == "Lexikona"


def test_public_figures_agree_with_what_the_reports_print():
    load_demo()
    index = Statistic.objects.filter(definition__code="isv", territory__name__in=["Krnov", "Ostrava"])
    index = index.order_by("territory__name", "year")
    assert [(one.territory.name, one.year, int(one.number)) for one in index] == [
        ("Krnov", 2019, 17),
        ("Krnov", 2022, 15),
        ("Krnov", 2023, 15),
        ("Ostrava", 2021, 21),
        ("Ostrava", 2023, 20),
    ]
    krnov = Statistic.objects.filter(territory__code="597520")
    assert krnov.get(definition__code="pnb_share", year=2023).number == Decimal("5.10")
    population = krnov.filter(definition__code="population", year__in=[2019, 2022, 2023]).order_by("year")
    assert [int(one.number) for one in population] == [23_397, 22_665, 22_848]


def test_lines_of_sign_ins_are_aligned():
    lines = [line for line in load_demo().splitlines() if "@" in line]
    assert len({line.index(account.name) for line, account in zip(lines, DEMO_ACCOUNTS, strict=True)}) == 1


def test_second_start_touches_nothing_and_still_tells_where_to_sign_in():
    first = load_demo("--if-empty")
    user = User.objects.get(email="ctenar@krnov.example")
    user.delete()
    told = load_demo("--if-empty")
    assert "ctenar@krnov.example" not in told
    assert told == first.replace(next(line for line in first.splitlines(True) if "ctenar@" in line), "")


@pytest.mark.parametrize("fill", [lambda: make_town("Ostrava"), lambda: make_user("spravce")])
def test_used_database_never_gets_demo_accounts(fill):
    fill()
    emails = set(User.objects.values_list("email", flat=True))
    told = load_demo("--if-empty")
    with pytest.raises(CommandError, match="ukázka patří jen do prázdné"):
        load_demo()
    assert set(User.objects.values_list("email", flat=True)) == emails
    assert DEMO_PASSWORD not in told
    assert "http://localhost:8000/" in told

"""A filled database to look around in: plans from fixtures and an account for each role."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Model

from accounts.models import User
from plans.models import Membership, Organisation, Plan, Role

from .loading import load_plan_file
from .public.definitions import INDEX
from .public.statistics import Delivery, import_statistics
from .public.territories import import_territories
from .saving import LoadResult

DEMO_PLANS = [
    "krnov.yaml",
    "ostrava.yaml",
    "kromeriz.yaml",
    "sokolov.yaml",
    "most.yaml",
    "litvinov.yaml",
    "mpi.yaml",
]
DEMO_PUBLIC = settings.BASE_DIR / "fixtures" / "public"
# The upper units first; the whole country is brought by whoever has its files.
DEMO_TERRITORIES = ["kraje.csv", "uzemi.csv"]
ASZ = "ASZ, Index sociálního vyloučení"
CSU = "ČSÚ, počet obyvatel k 1. lednu (navazuje na sčítání {census})"
POPULATION = "population"
# ČSÚ does not compare what follows from the census of 2021 with the years before, so the source is another.
DEMO_FIGURES = [
    *((f"index-{year}.csv", Delivery(INDEX, year, ASZ)) for year in (2019, 2021, 2022, 2023)),
    ("index-kraje-2023.csv", Delivery(INDEX, 2023, f"{ASZ} (součet obcí)")),
    *((f"obyvatele-{y}.csv", Delivery(POPULATION, y, CSU.format(census=2011))) for y in (2019, 2020, 2021)),
    *((f"obyvatele-{y}.csv", Delivery(POPULATION, y, CSU.format(census=2021))) for y in (2022, 2023, 2024)),
]
DEMO_PASSWORD = "demo-heslo-2024"


@dataclass(frozen=True, slots=True)
class DemoAccount:
    email: str
    name: str
    job: str
    role: Role | None = None
    plan: str = ""
    organisation: str = ""


KRNOV = "krnov-psz-2022-2027"
LEXIKONA = "Lexikona"
DEMO_ACCOUNTS = [
    DemoAccount(
        "koordinatorka@krnov.example", "Jana Coufalová", "koordinátorka v Krnově", Role.COORDINATOR, KRNOV
    ),
    DemoAccount("konzultant@asz.example", "Petr Havelka", "konzultant ASZ, všechna města", Role.CONSULTANT),
    DemoAccount("ctenar@krnov.example", "Milan Vaněk", "čtenář v Krnově", Role.READER, KRNOV),
    DemoAccount(
        "prispevatel@lexikona.example", "Hana Říhová", "přispěvatelka za Lexikonu", Role.CONTRIBUTOR,
        organisation=LEXIKONA,
    ),
    DemoAccount("spravce@asz.example", "Ivo Jelínek", "správce"),
]  # fmt: skip


def is_untouched() -> bool:
    """No plan and no account yet; only then a password that everybody knows does no harm."""
    return not User.objects.exists() and not Plan.objects.exists()


@transaction.atomic
def load_demo() -> list[list[LoadResult]]:
    """Fills an untouched database; a used one never gets demo accounts."""
    if not is_untouched():
        raise ValueError("Ukázková data patří jen do prázdné databáze.")
    results = [load_plan_file(settings.BASE_DIR / "fixtures" / name) for name in DEMO_PLANS]
    _load_public_data()
    # One hash for all: five would take a second, and the password is public anyway.
    password = make_password(DEMO_PASSWORD)
    for account in DEMO_ACCOUNTS:
        _create(account, password)
    return results


def _load_public_data():
    for name in DEMO_TERRITORIES:
        import_territories(DEMO_PUBLIC / name)
    for name, delivery in DEMO_FIGURES:
        import_statistics(DEMO_PUBLIC / name, delivery)


def _create(account: DemoAccount, password: str):
    is_admin = account.role is None
    user = User.objects.create(
        email=account.email,
        name=account.name,
        password=password,
        is_staff=is_admin,
        is_superuser=is_admin,
    )
    if not is_admin:
        Membership.objects.create(user=user, role=account.role, **_scope(account))


def _scope(account: DemoAccount) -> dict[str, Model]:
    if account.plan:
        return {"territory": Plan.objects.get(slug=account.plan).municipality}
    if account.organisation:
        return {"organisation": Organisation.objects.get(name=account.organisation)}
    return {}


def demo_sign_ins() -> Iterator[str]:
    """Aligned lines about the demo accounts that this database has."""
    here = User.objects.filter(email__in=[account.email for account in DEMO_ACCOUNTS], is_active=True)
    emails = set(here.values_list("email", flat=True))
    accounts = [account for account in DEMO_ACCOUNTS if account.email in emails]
    if not accounts:
        return
    yield f"Ukázkové účty, heslo {DEMO_PASSWORD}"
    width = max(len(account.email) for account in accounts)
    for account in accounts:
        yield f"  {account.email:{width}}   {account.name}, {account.job}"

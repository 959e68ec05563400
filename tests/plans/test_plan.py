"""Plans: who may see them, what they are called, in what order."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from plans.kinds import KINDS
from plans.models import Organisation, Plan, ReportingPeriod, Territory
from tests.builders import make_organisation, make_town, make_user


def test_a_coordinator_sees_and_edits_only_her_town(krnov, coordinator):
    make_town("Most")
    assert list(Plan.objects.visible_to(coordinator)) == [krnov.plan]
    assert list(Plan.objects.editable_by(coordinator)) == [krnov.plan]


def test_a_consultant_sees_all_towns_and_edits_none(krnov, consultant):
    make_town("Most")
    assert Plan.objects.visible_to(consultant).count() == 2
    assert not Plan.objects.editable_by(consultant).exists()


def test_a_contributor_sees_plans_in_which_the_organisation_does_something(krnov):
    make_town("Most")
    lexikona = make_organisation("Lexikona")
    krnov.measure.implementers.add(lexikona)
    assert list(Plan.objects.visible_to(make_user("petr", contributor_of=lexikona))) == [krnov.plan]


def test_an_administrator_may_everything(krnov):
    user = make_user("spravce")
    user.is_superuser = True
    assert Plan.objects.visible_to(user).count() == Plan.objects.editable_by(user).count() == 1


def test_a_plan_is_called_by_its_kind_and_years(krnov):
    assert krnov.plan.short_name == "PSZ 2022–2027"
    assert Plan(kind="mpi").short_name == "MPI"


def test_every_kind_names_its_levels():
    assert KINDS["kpss"].goal.one == "priorita"
    assert all(kind.area.one and kind.measure.many for kind in KINDS.values())


def test_a_town_is_named_with_its_district(krnov):
    assert krnov.territory.full_name == "Krnov (okres Okres Krnov)"
    assert Territory(name="Česko", kind="state").full_name == "Česko"


@pytest.mark.django_db
def test_names_are_ordered_as_in_czech():
    for name in ["Cheb", "Čáslav", "Cvikov", "Hranice", "Ivančice", "Caslav"]:
        Organisation.objects.create(name=name)
    ordered = list(Organisation.objects.values_list("name", flat=True))
    assert ordered == ["Caslav", "Cvikov", "Čáslav", "Hranice", "Cheb", "Ivančice"]


@pytest.mark.django_db
def test_a_name_is_found_without_its_accents():
    Organisation.objects.create(name="Člověk v tísni")
    assert Organisation.objects.filter(name__fold__contains="CLOVEK V TISNI").exists()


def test_a_period_that_ends_before_it_starts_is_refused_with_a_sentence(krnov):
    period = ReportingPeriod(plan=krnov.plan, slug="x", start=date(2024, 1, 1), end=date(2023, 1, 1))
    with pytest.raises(ValidationError, match="Období končí dřív, než začíná"):
        period.full_clean()

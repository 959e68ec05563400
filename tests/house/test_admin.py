"""The administration of code lists opens, searches in Czech and is closed to others."""

import pytest
from django.contrib import admin
from django.urls import reverse

from accounts.models import User
from indicators.models import Definition, Statistic, StatisticTotal
from plans.models import COUNTRY, Organisation, Territory
from tests.builders import make_country
from tests.html import page_text

CODE_LISTS = sorted(model._meta.label_lower for model in admin.site._registry)


@pytest.fixture
def as_administrator(client, db):
    client.force_login(User.objects.create_superuser("spravce@example.cz", "x", name="Správce"))
    return client


@pytest.mark.parametrize("label", CODE_LISTS)
def test_lists_and_forms_open(as_administrator, label):
    app, model = label.split(".")
    assert as_administrator.get(reverse(f"admin:{app}_{model}_changelist")).status_code == 200
    assert as_administrator.get(reverse(f"admin:{app}_{model}_add")).status_code == 200


def test_a_search_does_not_need_accents(as_administrator):
    Organisation.objects.create(name="Člověk v tísni")
    response = as_administrator.get(reverse("admin:plans_organisation_changelist"), {"q": "clovek"})
    assert "Člověk v tísni" in page_text(response)


@pytest.fixture
def towns(db) -> list[Territory]:
    """A whole country in two regions; each town has 100 inhabitants."""
    found = make_country()
    people = Definition.objects.create(code="people", name="Obyvatelé", aggregation="sum")
    Statistic.objects.bulk_create(
        Statistic(definition=people, territory=town, year=2023, number=100, source="ČSÚ") for town in found
    )
    StatisticTotal.objects.refresh()
    return found


def of_regions() -> dict[str, int]:
    totals = StatisticTotal.objects.filter(territory__kind=Territory.Kind.REGION)
    return {total.territory.name: total.number for total in totals}


def move(client, territory: Territory, parent: Territory):
    form = {"name": territory.name, "kind": territory.kind, "code": territory.code, "parent": parent.pk}
    client.post(reverse("admin:plans_territory_change", args=[territory.pk]), form)


def test_a_district_moved_takes_its_towns_from_one_region_to_the_other(as_administrator, towns):
    assert of_regions() == {"Kraj 0": 3_900, "Kraj 1": 3_800}
    move(as_administrator, towns[0].parent, parent=towns[1].parent.parent)
    assert of_regions() == {"Kraj 0": 3_800, "Kraj 1": 3_900}


def test_a_town_moved_is_counted_where_it_lies(as_administrator, towns):
    move(as_administrator, towns[0], parent=towns[1].parent)
    assert of_regions() == {"Kraj 0": 3_800, "Kraj 1": 3_900}


def test_a_town_deleted_is_no_longer_waited_for(as_administrator, towns):
    quiet = Territory.objects.create(name="Bez údaje", parent=towns[0].parent)
    StatisticTotal.objects.refresh()
    assert not StatisticTotal.objects.filter(territory=towns[0].parent).exists()
    as_administrator.post(reverse("admin:plans_territory_delete", args=[quiet.pk]), {"post": "yes"})
    assert StatisticTotal.objects.filter(territory=towns[0].parent).exists()


@pytest.mark.django_db(transaction=True)
def test_towns_are_deleted_from_their_list_too(as_administrator):
    quiet = Territory.objects.create(name="Bez údaje")
    chosen = {"action": "delete_selected", "_selected_action": quiet.pk, "post": "yes"}
    as_administrator.post(reverse("admin:plans_territory_changelist"), chosen)
    assert not Territory.objects.filter(pk=quiet.pk).exists()


def test_a_territory_renamed_adds_nothing_up(as_administrator, towns):
    before = list(StatisticTotal.objects.values_list("pk", flat=True))
    form = {"name": "Jinak", "kind": "municipality", "code": towns[0].code, "parent": towns[0].parent_id}
    as_administrator.post(reverse("admin:plans_territory_change", args=[towns[0].pk]), form)
    assert Territory.objects.filter(name="Jinak").exists()
    assert list(StatisticTotal.objects.values_list("pk", flat=True)) == before


def test_a_territory_is_edited_without_the_list_of_all_others(as_administrator, towns):
    page = as_administrator.get(reverse("admin:plans_territory_change", args=[towns[0].pk]))
    assert page.content.count(b"<option") < 20


def test_how_towns_come_together_changes_what_regions_come_to(as_administrator):
    adults = Definition.objects.create(code="adults", name="Obyvatelé 15+")
    for town in make_country():
        Statistic.objects.create(definition=adults, territory=town, year=2023, number=100, source="ČSÚ")
    form = {"code": "adults", "name": "Obyvatelé 15+", "aggregation": "sum"}
    inline = {"breaks-TOTAL_FORMS": "0", "breaks-INITIAL_FORMS": "0"}
    as_administrator.post(reverse("admin:indicators_definition_change", args=[adults.pk]), form | inline)
    assert StatisticTotal.objects.get(territory__name=COUNTRY).number == 7_700


def test_a_second_state_is_refused_with_a_sentence(as_administrator):
    Territory.country()
    form = {"kind": "state", "name": "Slovensko"}
    response = as_administrator.post(reverse("admin:plans_territory_add"), form)
    assert "Stát už v\u00a0číselníku je, může být jen jeden." in response.content.decode()
    assert Territory.country().name == COUNTRY


def test_a_coordinator_does_not_get_in(as_coordinator):
    assert as_coordinator.get(reverse("admin:index")).status_code == 302

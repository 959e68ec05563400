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

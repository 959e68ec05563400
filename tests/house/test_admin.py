"""The administration of code lists opens, searches in Czech and is closed to others."""

import pytest
from django.contrib import admin
from django.urls import reverse

from accounts.models import User
from plans.models import Organisation
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


def test_a_coordinator_does_not_get_in(as_coordinator):
    assert as_coordinator.get(reverse("admin:index")).status_code == 302

"""Levels of an older database get the version from which their history goes on."""

from importlib import import_module

from django.apps import apps

from plans.models import Goal, MeasureImplementer, PriorityArea
from tests.builders import make_organisation

migration = import_module("plans.migrations.0006_first_structure_history")


def test_what_stood_before_history_has_a_first_version(krnov):
    krnov.measure.implementers.add(make_organisation())
    for model in (PriorityArea, Goal, MeasureImplementer):
        model.history.model.objects.all()._raw_delete("default")
    migration.remember_levels(apps, None)
    first = krnov.goal.history.get()
    assert (first.title, first.area, first.history_type, first.history_user) == (
        krnov.goal.title,
        krnov.area,
        "+",
        None,
    )
    assert PriorityArea.history.get().plan == krnov.plan
    assert MeasureImplementer.history.get().organisation.name == "Lexikona"

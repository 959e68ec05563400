"""Levels that stood before their history began get a first version, so that the next one has a before."""

from django.db import migrations
from django.utils import timezone

REMEMBERED = ("PriorityArea", "Goal", "MeasureImplementer")
BATCH = 1000


def remember_levels(apps, schema_editor):
    for name in REMEMBERED:
        _remember(apps.get_model("plans", name), apps.get_model("plans", f"Historical{name}"))


def _remember(model, history):
    names = [field.attname for field in model._meta.concrete_fields]
    now = timezone.now()
    versions = [
        history(history_date=now, history_type="+", **dict(zip(names, row, strict=True)))
        for row in model.objects.values_list(*names).iterator()
    ]
    history.objects.bulk_create(versions, BATCH)


class Migration(migrations.Migration):
    dependencies = [("plans", "0005_structure_history")]

    operations = [migrations.RunPython(remember_levels, migrations.RunPython.noop, elidable=True)]

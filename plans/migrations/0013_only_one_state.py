from django.db import migrations
from django.db.models import F


def keep_one(apps, schema_editor):
    """The one with a code stays a state; another keeps all that points to it and is of another kind."""
    territories = apps.get_model("plans", "Territory").objects
    states = territories.filter(kind="state").order_by(F("code").desc(), "pk")
    kept, *others = list(states) or [None]
    for other in others:
        territories.filter(parent=other).update(parent=kept)
        territories.filter(pk=other.pk).update(kind="other")


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0012_evaluation_status"),
    ]

    operations = [
        migrations.RunPython(keep_one, migrations.RunPython.noop, elidable=True),
    ]

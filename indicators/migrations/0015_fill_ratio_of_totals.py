from django.db import migrations
from django.db.models import F


def fill(apps, schema_editor):
    """Until now a whole was kept only where all municipalities had one."""
    totals = apps.get_model("indicators", "StatisticTotal").objects.filter(whole__isnull=False)
    totals.update(divided=F("number"), with_whole=F("municipalities"))


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0014_ratio_of_totals"),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]

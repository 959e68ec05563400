"""History is append-only: its rows refuse to be deleted or saved again.

`QuerySet.update` and raw SQL send no signals; against those stands the database (docs/history.md).
"""

from django.apps import apps
from django.db.models import Model, ProtectedError
from django.db.models.signals import pre_delete, pre_save
from simple_history.models import HistoricalChanges

APPEND_ONLY = "Historii nelze měnit ani mazat."


def historical_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if issubclass(model, HistoricalChanges)]


def guard_history():
    for model in historical_models():
        pre_delete.connect(_refuse_deletion, sender=model, dispatch_uid=f"guard-{model.__name__}")
        pre_save.connect(_refuse_change, sender=model, dispatch_uid=f"guard-{model.__name__}")


def _refuse_deletion(instance, **signal):
    raise ProtectedError(APPEND_ONLY, {instance})


def _refuse_change(instance, raw, **signal):
    """A new row has no number yet; a fixture brings rows with numbers."""
    if instance.pk and not raw:
        raise ProtectedError(APPEND_ONLY, {instance})

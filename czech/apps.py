"""Gives every database connection Czech order and search; PostgreSQL has them from the first migration."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models import CharField, TextField

from czech.lookups import Fold
from czech.sorting import compare, fold


class CzechConfig(AppConfig):
    name = "czech"
    verbose_name = "čeština"

    def ready(self):
        CharField.register_lookup(Fold)
        TextField.register_lookup(Fold)
        connection_created.connect(teach_sqlite, dispatch_uid="czech.teach_sqlite")


def teach_sqlite(connection, **kwargs):
    if connection.vendor == "sqlite":
        connection.connection.create_collation("cs_sort", compare)
        connection.connection.create_function("cs_fold", 1, fold, deterministic=True)

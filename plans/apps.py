from django.apps import AppConfig
from django.db.models import Field, ForeignKey

from plans.lookups import Among


class PlansConfig(AppConfig):
    name = "plans"
    verbose_name = "plány"

    def ready(self):
        Field.register_lookup(Among)
        ForeignKey.register_lookup(Among)

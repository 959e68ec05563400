from django.apps import AppConfig

from .history.guard import guard_history


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = "zprávy"

    def ready(self):
        guard_history()

"""Sends reminders of deadlines; meant for a daily cron, safe to run twice."""

from django.core.management.base import BaseCommand

from czech.plurals import counted
from plans.reminders import send_due


class Command(BaseCommand):
    help = "Rozešle upomínky týden před termínem, v den termínu a po termínu; každou jen jednou."

    def handle(self, **options):
        sent = send_due()
        for reminder in sent:
            self.stderr.write(f"{reminder.period.plan.municipality}: {reminder.get_stage_display()}")
        self.stderr.write(f"Odesláno: {counted(len(sent), 'upomínka', 'upomínky', 'upomínky', 'upomínek')}.")

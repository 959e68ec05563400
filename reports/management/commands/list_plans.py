from django.core.management.base import BaseCommand

from plans.models import Plan
from reports.layouts import layouts_of


class Command(BaseCommand):
    help = "Vypíše plány: adresa, druh, město, název, období a rozvržení zprávy, oddělené tabulátory."

    def handle(self, **options):
        for plan in Plan.objects.with_town().prefetch_related("periods", "reports"):
            self.stdout.write("\t".join(columns(plan)))


def columns(plan: Plan) -> list[str]:
    return [
        plan.slug,
        plan.kind,
        plan.municipality.full_name,
        plan.title,
        ",".join(period.slug for period in plan.periods.all()),
        ",".join(layout.name for layout in layouts_of(plan)),
    ]

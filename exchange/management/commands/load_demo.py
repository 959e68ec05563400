"""Fills an empty database with the demo plans and accounts, and says where to look."""

from django.core.management.base import BaseCommand, CommandError

from czech.plurals import counted
from exchange.demo import DEMO_PLANS, demo_sign_ins, is_untouched, load_demo
from exchange.problems import DocumentError


class Command(BaseCommand):
    help = "Naplní prázdnou databázi ukázkovými plány a účty a vypíše adresu aplikace."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="použitou databázi mlčky nechá být")
        parser.add_argument("--port", type=int, default=8000, metavar="PORT")

    def handle(self, *, if_empty: bool, port: int, **options):
        if is_untouched():
            self._load()
        elif not if_empty:
            raise CommandError("V databázi už jsou plány nebo účty; ukázka patří jen do prázdné.")
        self.stdout.write(f"\nOtevřete  http://localhost:{port}/\n")
        for line in demo_sign_ins():
            self.stdout.write(line)

    def _load(self):
        try:
            results = load_demo()
        except DocumentError as error:
            raise CommandError(f"Ukázková data nelze načíst.\n{error}") from error
        for name, loaded in zip(DEMO_PLANS, results, strict=True):
            self.stderr.write(f"Načteno {name}: {counted(len(loaded), 'plán', 'plány', 'plánu', 'plánů')}")

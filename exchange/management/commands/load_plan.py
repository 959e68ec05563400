"""Loads plans from YAML files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from exchange.loading import load_plan_file, summary
from exchange.problems import DocumentError


class Command(BaseCommand):
    help = "Načte plány ze souborů YAML (popis formátu: docs/plan-format.md)."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="SOUBOR")

    def handle(self, *, files: list[Path], **options):
        refused = [path.name for path in files if not self._load(path)]
        if refused:
            raise CommandError(f"Nenačteno: {', '.join(refused)}")

    def _load(self, path: Path) -> bool:
        try:
            results = load_plan_file(path)
        except DocumentError as error:
            self.stderr.write(str(error))
            return False
        for line in summary(path.name, results):
            self.stderr.write(line, self.style.SUCCESS)
        return True

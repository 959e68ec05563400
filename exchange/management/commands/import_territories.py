"""Imports the code list of municipalities, ORP, districts and regions."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from czech.printing import number_text
from exchange.management.terminal import newest_step
from exchange.problems import DocumentError
from exchange.public.steps import finish
from exchange.public.territories import TerritoryResult, importing_territories


class Command(BaseCommand):
    help = "Načte číselník území z CSV nebo XLSX (popis sloupců: docs/statistics.md)."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="SOUBOR")
        parser.add_argument("--sheet", default="", metavar="LIST", help="list sešitu, je-li jich víc")

    def handle(self, *, file: Path, sheet: str, **options):
        try:
            with newest_step(self.stderr) as tell:
                result = finish(importing_territories(file, sheet=sheet), tell)
        except DocumentError as error:
            raise CommandError(f"Nic se nenačetlo.\n{error}") from error
        for line in _lines(file.name, result):
            self.stderr.write(line)


def _lines(name: str, result: TerritoryResult):
    counts = [
        ("nových", result.new),
        ("změněných", len(result.changed)),
        ("beze změny", result.unchanged),
        ("nejednoznačných", len(result.ambiguous)),
    ]
    yield f"{name}: {', '.join(f'{label} {number_text(count)}' for label, count in counts)}"
    yield from (f"  změněno: {change}" for change in result.changed)
    yield from (f"  nejednoznačné, založeno nové území: {place}" for place in result.ambiguous)

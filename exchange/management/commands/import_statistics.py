"""Imports public figures from a workbook or CSV."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from czech.printing import number_text
from exchange.management.terminal import newest_step
from exchange.problems import DocumentError
from exchange.public.statistics import Delivery, StatisticsResult, importing_statistics
from exchange.public.steps import finish
from indicators.models import Statistic

TOO_LONG = "{label} je příliš dlouhý text, vejde se nejvýš {limit} znaků."
FIRST_WITHDRAWN = 5
WITHDRAWN = "  dříve nahrané údaje, které jsou v\u00a0souboru prázdné a\u00a0zůstávají: {count}"
YEARS = range(1990, 2101)
WRONG_YEAR = f"Rok má být mezi {YEARS[0]} a {YEARS[-1]}."


class Command(BaseCommand):
    help = "Načte veřejné údaje z CSV nebo XLSX (popis sloupců: docs/statistics.md)."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="SOUBOR")
        parser.add_argument("--definition", required=True, metavar="KÓD", help="isv načte celý sešit indexu")
        parser.add_argument("--year", required=True, type=int, metavar="ROK")
        parser.add_argument("--source", required=True, metavar="TEXT")
        parser.add_argument("--edition", default="", metavar="TEXT", help="jiné vydání nic nepřepíše")
        parser.add_argument("--sheet", default="", metavar="LIST")
        parser.add_argument("--column", default="", metavar="SLOUPEC")

    def handle(self, *, file: Path, definition, year, source, edition, sheet, column, **options):
        if year not in YEARS:
            raise CommandError(WRONG_YEAR)
        _check_length("source", source)
        _check_length("edition", edition)
        delivery = Delivery(definition, year, source, edition, sheet, column)
        try:
            with newest_step(self.stderr) as tell:
                result = finish(importing_statistics(file, delivery), tell)
        except DocumentError as error:
            raise CommandError(f"Nic se nenačetlo.\n{error}") from error
        for line in _lines(file.name, result):
            self.stderr.write(line)


def _check_length(name: str, text: str):
    field = Statistic._meta.get_field(name)
    if len(text) > field.max_length:
        label = field.verbose_name.capitalize()
        raise CommandError(TOO_LONG.format(label=label, limit=field.max_length))


def _lines(name: str, result: StatisticsResult):
    left = result.reading.left
    counts = [
        ("nových", result.new),
        ("změněných", result.changed),
        ("beze změny", result.unchanged),
        ("nevyplněných", result.reading.blanks),
        ("nepřiřazených řádků", len(left)),
    ]
    yield f"{name}: {', '.join(f'{label} {number_text(count)}' for label, count in counts)}"
    yield from (f"  změněno: {change}" for change in result.changes)
    yield from _withdrawn(result)
    sheet = f"list „{result.reading.sheet}“, " if result.reading.sheet else ""
    yield from (f"  nepřiřazeno: {sheet}řádek {one.line}: {one.reason}" for one in left)


def _withdrawn(result: StatisticsResult):
    if result.withdrawn:
        yield WITHDRAWN.format(count=number_text(len(result.withdrawn)))
        yield from (f"    {one}" for one in result.withdrawn[:FIRST_WITHDRAWN])

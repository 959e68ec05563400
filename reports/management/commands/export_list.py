from collections.abc import Iterable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from czech.sorting import fold
from reports.pdf import PdfUnavailable
from reports.registers.files import FORMATS, FileFormat
from reports.registers.filters import RegisterFilters
from reports.registers.registers import REGISTERS, Register, Selection

from .export_report import chosen, save_whole

# Options of the command and the filters of the page that they set.
OPTIONS = {"town": "mesto", "kind": "druh", "fund": "fond"}


class Command(BaseCommand):
    help = "Uloží celý register plánů nebo projektů jako XLSX, PDF nebo HTML."

    def add_arguments(self, parser):
        parser.add_argument("register", metavar="SEZNAM", help=" nebo ".join(REGISTERS))
        parser.add_argument("--town", metavar="MĚSTO", help='název, případně "Most (okres Most)"')
        parser.add_argument("--kind", metavar="DRUH", help="druh plánu: psz, mpi…")
        parser.add_argument("--fund", metavar="FOND", help="zkratka programu: OPZ+, IROP…")
        parser.add_argument("--format", metavar="FORMÁT", help=f"{', '.join(FORMATS)}; jinak podle souboru")
        parser.add_argument("--output", metavar="SOUBOR", required=True, type=Path)

    def handle(self, *, register, output, **options):
        register = chosen(REGISTERS, register, "Seznam")
        file_format = chosen(FORMATS, options["format"] or output.suffix.removeprefix("."), "Formát")
        wishes = {OPTIONS[name]: options[name] for name in OPTIONS if options[name]}
        selection = selected(register, wishes)
        self.stderr.write(f"{register.title}, {selection.words}: čtu údaje…", style_func=str)
        save_whole(output, written(file_format, selection))
        self.stderr.write(f"Hotovo: {output}", style_func=str)


def selected(register: Register, wishes: dict[str, str]) -> Selection:
    rows = register.everything()
    offered = register.filters(queryset=rows)
    data = {name: choice_meant(offered, name, text) for name, text in wishes.items()}
    filters = register.filters(data, queryset=rows)
    return Selection(register, filters, filters.qs)


def choice_meant(offered: RegisterFilters, name: str, text: str) -> str:
    """The value that the page's field would send for a text typed by hand."""
    if name not in offered.form.fields:
        raise CommandError("Druh mají jen plány a fond jen projekty.")
    field = offered.form.fields[name]
    choices = {str(value): str(label) for value, label in field.choices if value}
    meant = [value for value, label in choices.items() if fold(text) in map(fold, names(value, label))]
    if len(meant) == 1:
        return meant[0]
    trouble = "není v seznamu" if not meant else "není jednoznačné"
    known = ", ".join(choices[value] for value in meant or choices) or "zatím žádné"
    raise CommandError(f"{field.label}: {text} {trouble}. Na výběr: {known}.")


def names(value: str, label: str) -> Iterable[str]:
    """A code, or a town with or without its district."""
    return value, label, label.split(" (okres ")[0]


def written(file_format: FileFormat, selection: Selection) -> bytes:
    try:
        return file_format.write(selection)
    except PdfUnavailable as error:
        raise CommandError(str(error)) from error

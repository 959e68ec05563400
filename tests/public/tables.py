"""Files as somebody would bring them."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from plans.models import Territory

CODE_LIST_HEAD = "Kód obce;Název obce;Kód ORP;Název ORP;Kód okresu;Název okresu;Kód kraje;Název kraje"
KRNOV = "597520;Krnov;8114;Krnov;CZ0801;Bruntál;CZ080;Moravskoslezský kraj"
MOST = "567027;Most;4209;Most;CZ0425;Most;CZ042;Ústecký kraj"
INDEX_SHEET = "Index soc. vyloučení 2023"
INDEX_HEAD = [
    "Název obce",
    "Název ORP",
    "Název okres",
    "Název kraj",
    "Počet obyvyatel - starších 15 let (k 31. 12. 2023)",
    "% podíl příjemců PnB (průměrný měsíc r. 2023; vztaženo na obyvatelstvo 15+)",
    "Index soc. vyloučení 2023 (0-30 bodů)",
    "Index soc. vyloučení 2023 (4 kategorie bodů)",
]
KRNOV_INDEX = ["Krnov", "Krnov", "Bruntál", "Moravskoslezský kraj", 19_000, 5.1, 15, "12 až 30"]


def write_text(folder: Path, *lines: str, name="obce.csv", encoding="utf-8") -> Path:
    path = folder / name
    path.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
    return path


def write_book(
    folder: Path, *rows: list, sheet=INDEX_SHEET, name="sesit.xlsx", more: dict[str, list[list]] | None = None
) -> Path:
    """A workbook of one sheet, or with more of them by their names."""
    book = Workbook(write_only=True)
    for title, lines in ({sheet: rows} | (more or {})).items():
        page = book.create_sheet(title)
        for line in lines:
            page.append(line)
    path = folder / name
    book.save(path)
    return path


def rewritten_part(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """The workbook with one part of its archive changed, as no spreadsheet would write it."""
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts[name] = change(parts[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in parts.items():
            archive.writestr(one, content)
    return path


def make_municipality(name: str, district: str, *, code="", orp="") -> Territory:
    kinds = Territory.Kind
    parent = Territory.objects.get_or_create(name=district, kind=kinds.DISTRICT)[0]
    within = Territory.objects.get_or_create(name=orp, kind=kinds.ORP)[0] if orp else None
    return Territory.objects.create(name=name, kind=kinds.MUNICIPALITY, code=code, parent=parent, orp=within)

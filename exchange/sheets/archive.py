"""Looks into a workbook before it is opened: it is a zip archive, and a small one may hold a huge content."""

import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO

MEGABYTE = 1024 * 1024
LARGEST_FILE = 30 * MEGABYTE
LARGEST_CONTENT = 200 * MEGABYTE
MOST_PARTS = 1_000
PIECE = MEGABYTE
# Counting bytes is cheap, so limits on what openpyxl would read are told in tags.
TAG, ROW, ROW_OF_OTHERS = b"<", b"<row", b":row"
VALUES = (b"<v", b"<is", b"<f")
LONGEST_MARK = 5
TAGS_OF_CELL = TAGS_OF_TEXT = 4  # <c><v>1</v></c>, <si><t>a</t></si>
MOST_CELLS = 4_000_000
# Texts shared by cells, formats and whatever else is not in rows, openpyxl reads whole before the first row.
MOST_TEXTS = 300_000
LARGEST_BESIDE = 50 * MEGABYTE
TEXTS = "xl/sharedStrings.xml"
# It makes objects of these, which takes longer than a text.
MADE_WHOLE = ("xl/styles.xml", "xl/workbook.xml")
MOST_MADE = 200_000

TOO_LARGE = f"Soubor je větší než {LARGEST_FILE // MEGABYTE} MB. Nechte v něm jen potřebný list."
TOO_DEEP = (
    f"Sešit by po rozbalení měl přes {LARGEST_CONTENT // MEGABYTE} MB, proto ho neotevíráme. "
    "Nechte v něm jen potřebný list."
)
TOO_MANY_CELLS = "Sešit má přes 4\u00a0miliony buněk, proto ho neotevíráme. Nechte v něm jen potřebný list."
TOO_MANY_TEXTS = (
    "Sešit má přes 300\u00a0tisíc různých textů, proto ho neotevíráme. Nechte v něm jen potřebné sloupce."
)
TOO_MUCH_BESIDE = (
    "Sešit nese mimo řádky příliš mnoho formátů, sloučených buněk nebo pojmenovaných oblastí, proto ho "
    "neotevíráme. Zkopírujte potřebný list do nového sešitu jako hodnoty."
)
DAMAGED = "Sešit je poškozený. Otevřete ho v Excelu a uložte znovu jako .xlsx."
NO_WORKBOOK = "Soubor není sešit Excelu. Uložte tabulku jako .xlsx nebo .csv."


class UnreadableFile(Exception):  # noqa: N818
    """A file that is not opened at all; as a string it is a sentence for whoever brought it."""

    def __init__(self, text: str, line: int | None = None, sheet: str = ""):
        super().__init__(text)
        self.line, self.sheet = line, sheet


@dataclass
class Part:
    """What has come out of one part of the archive so far; `beside` counts since the last row."""

    name: str
    rows: int = 0
    written_rows: int = 0  # up to the last one in which anything stands, or a few more
    tags: int = 0
    tags_beside: int = 0
    size_beside: int = 0
    end: bytes = b""

    def add(self, piece: bytes):
        # A mark may be cut in two.
        piece = self.end + piece
        self.end = piece[1 - LONGEST_MARK :]
        rows, tags = self._count_rows(piece), piece.count(TAG)
        self.tags += tags
        self.tags_beside = 0 if rows else self.tags_beside + tags
        self.size_beside = 0 if rows else self.size_beside + len(piece)
        self._check()

    def _count_rows(self, piece: bytes) -> int:
        last = max(piece.rfind(mark) for mark in VALUES)
        written = piece.count(ROW, 0, max(last, 0))
        rows = written + piece.count(ROW, max(last, 0))
        if not rows and (rows := piece.count(ROW_OF_OTHERS)):
            written, last = rows, 0
        if last >= 0:
            self.written_rows = self.rows + written
        self.rows += rows
        return rows

    def _check(self):
        if self.name in MADE_WHOLE and self.tags > MOST_MADE:
            raise UnreadableFile(TOO_MUCH_BESIDE)
        if self.tags > MOST_CELLS * TAGS_OF_CELL:
            raise UnreadableFile(TOO_MANY_CELLS)
        is_large = self.size_beside > LARGEST_BESIDE and self.name.endswith(".xml")
        if is_large or self.tags_beside > MOST_TEXTS * TAGS_OF_TEXT:
            raise UnreadableFile(TOO_MANY_TEXTS if self.name == TEXTS else TOO_MUCH_BESIDE)


def check_archive(file: BinaryIO) -> list[Part]:
    """Compares with the limits what the archive says of its size and then what really comes out of it."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            if "[Content_Types].xml" not in archive.namelist():
                raise UnreadableFile(NO_WORKBOOK)
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_CONTENT:
                raise UnreadableFile(TOO_DEEP)
            return _unpack(archive, parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableFile(DAMAGED) from error


def _unpack(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> list[Part]:
    """Reads every part and keeps none: overlapping parts may be more together than they admit."""
    parts, total = [], 0
    for info in infos:
        part = Part(info.filename)
        with archive.open(info) as content:
            first = True
            while piece := content.read(PIECE):
                total += len(piece)
                part.add(piece)
                if total > LARGEST_CONTENT:
                    raise UnreadableFile(TOO_DEEP)
                # A workbook declares no entities; whoever does wants to blow the reader up.
                if first and b"<!DOCTYPE" in piece[:4096]:
                    raise UnreadableFile(DAMAGED)
                first = False
        parts.append(part)
    return parts

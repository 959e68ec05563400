"""Looks into a workbook before it is opened: it is a zip archive, and a small one may hold a huge content."""

import zipfile
import zlib
from typing import BinaryIO

MEGABYTE = 1024 * 1024
LARGEST_FILE = 30 * MEGABYTE
LARGEST_CONTENT = 200 * MEGABYTE
MOST_PARTS = 1_000
PIECE = MEGABYTE
ROW = b"<row "

TOO_LARGE = f"Soubor je větší než {LARGEST_FILE // MEGABYTE} MB. Nechte v něm jen potřebný list."
TOO_DEEP = (
    f"Sešit by po rozbalení měl přes {LARGEST_CONTENT // MEGABYTE} MB, proto ho neotevíráme. "
    "Nechte v něm jen potřebný list."
)
DAMAGED = "Sešit je poškozený. Otevřete ho v Excelu a uložte znovu jako .xlsx."
NO_WORKBOOK = "Soubor není sešit Excelu. Uložte tabulku jako .xlsx nebo .csv."


class UnreadableFile(Exception):  # noqa: N818
    """A file that is not opened at all; as a string it is a sentence for whoever brought it."""


def check_archive(file: BinaryIO) -> int:
    """Compares with the limits what the archive says of its size and then what really comes out of it.

    Returns how many rows its longest sheet has.
    """
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


def _unpack(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> int:
    """Reads every part and keeps none: overlapping parts may be more together than they admit."""
    total = most_rows = 0
    for part in parts:
        rows = 0
        with archive.open(part) as content:
            first = True
            while piece := content.read(PIECE):
                total += len(piece)
                rows += piece.count(ROW)
                if total > LARGEST_CONTENT:
                    raise UnreadableFile(TOO_DEEP)
                # A workbook declares no entities; whoever does wants to blow the reader up.
                if first and b"<!DOCTYPE" in piece[:4096]:
                    raise UnreadableFile(DAMAGED)
                first = False
        most_rows = max(most_rows, rows)
    return most_rows

"""Lines of a CSV file as Czech offices make them: commas or semicolons, UTF-8 or Windows-1250."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from .archive import NO_WORKBOOK, UnreadableFile
from .rows import MOST_COLUMNS, TOO_WIDE

PIECE = 1024 * 1024
MARKS = ";,\t"
BROKEN = "Řádek {line} souboru CSV nelze přečíst; zkontrolujte na něm uvozovky."


def csv_lines(file: BinaryIO) -> Iterator[tuple[int, tuple[str, ...]]]:
    encoding = _encoding(file)
    text = io.TextIOWrapper(file, encoding, newline="")
    reader = csv.reader(text, delimiter=_mark(text), strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            if len(cells) > MOST_COLUMNS:
                raise UnreadableFile(TOO_WIDE.format(width=len(cells)), number)
            yield number, tuple(cells)
    except csv.Error as error:
        raise UnreadableFile(BROKEN.format(line=reader.line_num)) from error
    finally:
        # The file belongs to whoever opened it.
        text.detach()


def count_lines(file: BinaryIO) -> int:
    """More than there are where a text in quotes has several of them."""
    count, last = 0, b""
    while piece := file.read(PIECE):
        count += piece.count(b"\n")
        last = piece
    file.seek(0)
    return count + (not last.endswith(b"\n"))


def _encoding(file: BinaryIO) -> str:
    """Text in Windows-1250 is hardly ever valid UTF-8, so the whole file is tried."""
    # A letter split at the edge of a piece is no fault, hence a decoder with memory.
    decoder = io.TextIOWrapper(file, "utf-8", newline="")
    try:
        while piece := decoder.read(PIECE):
            if "\0" in piece:
                raise UnreadableFile(NO_WORKBOOK)
        return "utf-8-sig"
    except UnicodeDecodeError:
        return _older_encoding(file)
    finally:
        decoder.detach().seek(0)


def _older_encoding(file: BinaryIO) -> str:
    file.seek(0)
    for piece in iter(lambda: file.read(PIECE), b""):
        # These bytes mean nothing in Windows-1250 and are common in pictures and programs.
        if any(byte in piece for byte in b"\0\x81\x83\x88\x90\x98"):
            raise UnreadableFile(NO_WORKBOOK)
    return "cp1250"


def _mark(text: io.TextIOWrapper) -> str:
    """The sign that stands most often in the first lines."""
    beginning = text.read(4096)
    text.seek(0)
    return max(MARKS, key=beginning.count)

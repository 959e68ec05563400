"""Which files may be added to a value: known by their content and not by what they are called."""

import re
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from .models.evidence import NAME_LIMIT
from .uploads import MEGABYTE

WRONG_TYPE = (
    "Takový soubor přidat nejde. Vyberte PDF, obrázek (PNG, JPEG, WebP), tabulku (XLSX, ODS, CSV) "
    "nebo dokument (DOCX, ODT)."
)
NOT_WHAT_IT_SAYS = "Obsah souboru neodpovídá příponě .{extension}. Uložte ho znovu v programu, kde vznikl."
TOO_PACKED = "Soubor by se rozbalil do nezvyklé velikosti, takový přidat nejde."
HAS_MACROS = "Soubor obsahuje makra. Uložte ho bez nich."
HAS_LOCK = "Soubor je chráněný heslem. Uložte ho bez hesla."
# Of honest workbooks the largest unpack to tens of megabytes; a bomb to thousands.
UNPACKED_LIMIT = 100 * MEGABYTE
ENTRIES_LIMIT = 2_000
TAIL = 2_048
MACROS = re.compile(r"vbaProject\.bin$|(^|/)(Basic|Scripts)/", re.IGNORECASE)
MARKUP = re.compile(r"<\s*(?:!doctype|html|head|body|script|svg|iframe|\?xml)", re.IGNORECASE)
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
OFFICE = "application/vnd.openxmlformats-officedocument."


class RefusedFile(ValueError):  # noqa: N818
    """A file that may not be added; as a string a sentence for the person."""


@dataclass(frozen=True)
class FileKind:
    content_type: str
    is_such: Callable[[BinaryIO], bool]


def check_file(name: str, file: BinaryIO) -> str:
    """The content type of the file, or RefusedFile."""
    extension = extension_of(name)
    if extension not in KINDS:
        raise RefusedFile(WRONG_TYPE)
    kind = KINDS[extension]
    file.seek(0)
    try:
        is_such = kind.is_such(file)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        if isinstance(error, RefusedFile):
            raise
        is_such = False
    if not is_such:
        raise RefusedFile(NOT_WHAT_IT_SAYS.format(extension=extension))
    file.seek(0)
    return kind.content_type


def clean_name(name: str) -> str:
    """The bare name that a person gave the file: no folders, nothing invisible, not too long."""
    name = unicodedata.normalize("NFC", PurePosixPath(name.replace("\\", "/")).name)
    name = "".join(letter for letter in name if unicodedata.category(letter)[0] != "C").strip()
    stem, dot, extension = name.rpartition(".")
    return name if len(name) <= NAME_LIMIT else stem[: NAME_LIMIT - len(dot + extension)] + dot + extension


def extension_of(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def _tail(file: BinaryIO) -> bytes:
    size = file.seek(0, 2)
    file.seek(max(0, size - TAIL))
    return file.read()


def _is_pdf(file: BinaryIO) -> bool:
    return re.match(rb"%PDF-[12]\.", file.read(8)) is not None and b"%%EOF" in _tail(file)


def _is_png(file: BinaryIO) -> bool:
    return file.read(16)[:16] == b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" and b"IEND\xaeB`\x82" in _tail(file)


def _is_jpeg(file: BinaryIO) -> bool:
    return file.read(3) == b"\xff\xd8\xff" and b"\xff\xd9" in _tail(file)


def _is_webp(file: BinaryIO) -> bool:
    head = file.read(16)
    size = file.seek(0, 2)
    is_whole = int.from_bytes(head[4:8], "little") + 8 in (size, size - 1)
    return head[:4] == b"RIFF" and head[8:15] == b"WEBPVP8" and is_whole


def _is_csv(file: BinaryIO) -> bool:
    """Text as Excel or anybody else writes it, and no page of the web."""
    content = file.read()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1250")
    return not (CONTROLS.search(text) or MARKUP.search(text))


def _is_office(main_part: str) -> Callable[[BinaryIO], bool]:
    def is_such(file: BinaryIO) -> bool:
        with zipfile.ZipFile(file) as archive:
            _check_archive(archive)
            return {"[Content_Types].xml", main_part} <= set(archive.namelist())

    return is_such


def _is_open_document(content_type: str) -> Callable[[BinaryIO], bool]:
    def is_such(file: BinaryIO) -> bool:
        with zipfile.ZipFile(file) as archive:
            _check_archive(archive)
            names = set(archive.namelist())
            return {"mimetype", "content.xml"} <= names and archive.read("mimetype") == content_type.encode()

    return is_such


def _check_archive(archive: zipfile.ZipFile):
    """No bomb, no macros, no password; a part that unpacks to more than it says is a broken archive."""
    entries = archive.infolist()
    if len(entries) > ENTRIES_LIMIT or sum(entry.file_size for entry in entries) > UNPACKED_LIMIT:
        raise RefusedFile(TOO_PACKED)
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedFile(HAS_LOCK)
    if any(MACROS.search(entry.filename) for entry in entries):
        raise RefusedFile(HAS_MACROS)
    if archive.testzip() is not None:
        raise zipfile.BadZipFile


def _open_document(name: str) -> FileKind:
    return FileKind(OPEN_DOCUMENT + name, _is_open_document(OPEN_DOCUMENT + name))


KINDS = {
    "pdf": FileKind("application/pdf", _is_pdf),
    "png": FileKind("image/png", _is_png),
    **dict.fromkeys(("jpg", "jpeg"), FileKind("image/jpeg", _is_jpeg)),
    "webp": FileKind("image/webp", _is_webp),
    "csv": FileKind("text/csv", _is_csv),
    "xlsx": FileKind(OFFICE + "spreadsheetml.sheet", _is_office("xl/workbook.xml")),
    "docx": FileKind(OFFICE + "wordprocessingml.document", _is_office("word/document.xml")),
    "ods": _open_document("spreadsheet"),
    "odt": _open_document("text"),
}
ACCEPTED = ",".join(f".{extension}" for extension in KINDS)

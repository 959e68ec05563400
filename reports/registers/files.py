"""A selection as a whole file: a workbook, a PDF or a web page that needs nothing else."""

from collections.abc import Callable
from dataclasses import dataclass

from reports.pdf import write_pdf
from reports.writers.html import write_html

from .document import build_list
from .registers import Selection
from .workbook import write_workbook


@dataclass(frozen=True, slots=True)
class FileFormat:
    content_type: str
    write: Callable[[Selection], bytes]


def _html(selection: Selection) -> bytes:
    return write_html(build_list(selection)).encode()


def _pdf(selection: Selection) -> bytes:
    return write_pdf(write_html(build_list(selection)))


FORMATS = {
    "xlsx": FileFormat("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_workbook),
    "pdf": FileFormat("application/pdf", _pdf),
    "html": FileFormat("text/html", _html),
}

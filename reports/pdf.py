"""The report on paper: HTML to a tagged PDF.

WeasyPrint is loaded only when a PDF is asked for: it costs 0.7 s and needs a system library.
"""

from functools import cache
from importlib import import_module
from types import ModuleType


class PdfUnavailable(Exception):  # noqa: N818
    """This installation cannot make PDFs; the message tells an administrator what to do."""


MISSING_LIBRARY = (
    "PDF nelze vytvořit, na serveru chybí knihovna Pango. "
    "Správce ji doplní příkazem: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)


def write_pdf(html: str) -> bytes:
    """The document of `writers.html.write_html` as PDF/UA-1; the same text gives the same bytes."""
    return _engine().render(html)


@cache
def _engine() -> ModuleType:
    try:
        return import_module("reports.pdf_engine")
    except OSError as error:
        raise PdfUnavailable(MISSING_LIBRARY) from error

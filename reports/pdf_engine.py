"""WeasyPrint with our files and our tags. Import it through reports/pdf.py only."""

from functools import cache
from io import BytesIO
from mimetypes import guess_type
from pathlib import Path

from django.contrib.staticfiles import finders
from fontTools.ttLib import woff2
from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

from reports.pdf_tags import finish
from reports.writers.styles import PRINT_SCHEME

DRAWING = "data:image/svg+xml,"


class ForeignAddressError(ValueError):
    """A document asked for something that is not a static file of the project."""


class StaticFiles(URLFetcher):
    """Serves `static:` names and nothing else: a text of a user must not make the server fetch anything."""

    def fetch(self, url: str, headers: dict | None = None) -> URLFetcherResponse:
        if url.startswith(DRAWING):
            return super().fetch(url, headers)
        path = finders.find(url.removeprefix(PRINT_SCHEME)) if url.startswith(PRINT_SCHEME) else None
        if path is None:
            raise ForeignAddressError(url)
        if path.endswith(".woff2"):
            return URLFetcherResponse(url, unpacked(path), {"Content-Type": "font/ttf"})
        return URLFetcherResponse(url, Path(path).read_bytes(), {"Content-Type": guess_type(path)[0]})


@cache
def unpacked(path: str) -> bytes:
    """WeasyPrint would unpack the fonts again for every document, a fifth of its time for thirty pages."""
    font = BytesIO()
    woff2.decompress(path, font)
    return font.getvalue()


def render(html: str) -> bytes:
    document = HTML(string=html, url_fetcher=StaticFiles())
    return document.write_pdf(pdf_variant="pdf/ua-1", finisher=finish)

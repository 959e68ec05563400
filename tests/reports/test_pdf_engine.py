"""What the printing of a report may reach, and what it says when it cannot print."""

import logging

import pytest
from django.core.exceptions import SuspiciousFileOperation

from reports import pdf
from reports.pdf import PdfUnavailable, write_pdf
from reports.pdf_engine import ForeignAddressError, StaticFiles


def test_a_static_file_is_served():
    assert b"@page" in StaticFiles().fetch("static:css/print/page.css").read()


def test_a_font_is_served_unpacked():
    font = StaticFiles().fetch("static:vendor/source-sans-3.52.0/SourceSans3-Regular.ttf.woff2")
    assert font.read(4) == b"\x00\x01\x00\x00"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/logo.png",
        "http://127.0.0.1:8000/",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "data:text/html,<p>",
        "static:../manage.py",
        "static:/etc/passwd",
        "static:css/neni.css",
    ],
)
def test_everything_else_is_refused(address):
    with pytest.raises((ForeignAddressError, SuspiciousFileOperation)):
        StaticFiles().fetch(address)


def test_a_foreign_picture_is_left_out(caplog):
    html = '<html lang="cs"><title>x</title><h1>x</h1><img alt="y" src="https://example.org/y.png"></html>'
    with caplog.at_level(logging.ERROR, "weasyprint"):
        assert write_pdf(html).startswith(b"%PDF")
    assert "https://example.org/y.png" in caplog.text


def test_a_missing_library_says_what_to_install(monkeypatch):
    def missing(name):
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(pdf, "import_module", missing)
    pdf._engine.cache_clear()
    with pytest.raises(PdfUnavailable, match="libpango-1.0-0"):
        write_pdf("<p>")

"""Stylesheets of the report gathered into one text, so that the document needs no other file."""

import posixpath
import re
from collections.abc import Callable
from pathlib import Path

from django.contrib.staticfiles import finders
from django.templatetags.static import static

from reports.blocks import ReportTree

from .index import tables_of

IMPORT = re.compile(r'@import "([^"]+)";\n')
RELATIVE_ADDRESS = re.compile(r'url\("(\.[^"]+)"\)')
# Addresses in a printed document name a static file, whatever server it will be found on.
PRINT_SCHEME = "static:"


def print_css() -> str:
    return gathered("css/report-print.css", PRINT_SCHEME.__add__)


def screen_css() -> str:
    return gathered("css/report-screen.css", static)


def gathered(name: str, address: Callable[[str], str]) -> str:
    """A stylesheet with its imports in their places and its files at an absolute address."""
    folder = posixpath.dirname(name)

    def beside(found: re.Match) -> str:
        return posixpath.normpath(posixpath.join(folder, found[1]))

    css = Path(finders.find(name)).read_text(encoding="utf-8")
    css = RELATIVE_ADDRESS.sub(lambda found: f'url("{address(beside(found))}")', css)
    return IMPORT.sub(lambda found: gathered(beside(found), address), css)


def column_widths_css(tree: ReportTree) -> str:
    """Paper honours millimetres only from a stylesheet; a browser reads the attribute as a share."""
    widths = {column.width for table in tables_of(tree.blocks) for column in table.columns}
    return "\n".join(f'col[width="{width}"] {{ width: {width}mm; }}' for width in sorted(widths))

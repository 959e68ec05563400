"""Reads the tables of a report's HTML back, with the headings they stand under."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADINGS = ("h2", "h3", "h4")
CELLS = ("th", "td")
# Numbers of notes and drawings say nothing about values.
SILENT = ("sup", "svg", "style")


@dataclass
class HtmlTable:
    """A table of the report; `lead` is what stands between the last heading and the table."""

    headings: dict[str, str]
    lead: str
    caption: str = ""
    rows: list[list[str]] = field(default_factory=list)  # the first one is the head

    def column(self, head: str) -> int | None:
        titles = [title for title in self.rows[0] if plain(head) in title]
        return self.rows[0].index(titles[0]) if titles else None

    def row(self, label: str) -> list[str]:
        found = [row for row in self.rows[1:] if row[0].startswith(plain(label))]
        exact = [row for row in found if row[0] == plain(label)]
        (row,) = exact or found
        return row


def plain(text: str) -> str:
    """The text in one case, with ordinary single spaces."""
    return " ".join(text.split()).casefold()


class TableReader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tables: list[HtmlTable] = []
        self.headings: dict[str, str] = {}
        self.text: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag, attributes):
        self.silent += tag in SILENT
        self.text.append(" ")
        if tag == "table":
            self.tables.append(HtmlTable(dict(self.headings), self._taken()))
        elif tag == "tr":
            self.tables[-1].rows.append([])
        elif tag in (*HEADINGS, *CELLS, "caption"):
            self.text = []

    def handle_endtag(self, tag):
        self.silent -= tag in SILENT
        self.text.append(" " if tag in ("p", "li") else "")
        if tag in HEADINGS:
            self._head(tag, self._taken())
        elif tag in CELLS:
            self.tables[-1].rows[-1].append(self._taken())
        elif tag == "caption":
            self.tables[-1].caption = self._taken()

    def handle_data(self, data):
        if not self.silent:
            self.text.append(data)

    def _head(self, tag, text):
        lower = HEADINGS[HEADINGS.index(tag) :]
        self.headings = {level: kept for level, kept in self.headings.items() if level not in lower}
        self.headings[tag] = text

    def _taken(self) -> str:
        text, self.text = plain("".join(self.text)), []
        return text


def read_tables(html: str) -> list[HtmlTable]:
    reader = TableReader()
    reader.feed(html)
    return reader.tables

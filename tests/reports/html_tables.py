"""Reads a report back, as HTML or as the text of its PDF, and looks for values beside their labels."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from czech.periods import MONTHS
from plans.models import Plan
from reports.content import report_content
from reports.layouts import layout_of
from reports.tree import build_tree
from reports.writers.html import write_html

HEADINGS = ("h2", "h3", "h4")
CELLS = ("th", "td")
# Numbers of notes and drawings say nothing about values.
SILENT = ("sup", "svg", "style")

# The forms in which an original and a report may differ without saying anything else.
SAME_FORM = [
    (r"\s+", " "),  # lines break anywhere
    (r" ?[–—] ?| - ", "–"),  # originals mix dashes and hyphens, with spaces and without
    (r" ?/ ?", "/"),  # 10 000 Kč / setkání, and a line may break after the slash
    (r"(?<=\b[^\W\d]\.) ", ""),  # z. s. or z.s.
    (r"(?<=\d\.) (?=\d{1,2}\. ?\d|\d{4}\b)", ""),  # 1. 7. 2023 or 1.7.2023
    (r",00(?= kč)", ""),  # whole crowns: 14 999 040,00 Kč
    (r"(,[1-9])0(?= kč)", r"\1"),  # tenths: 2 286 937,50 Kč
    (r"\bpololetí\b", "pol."),
    *((rf"\b{month} (?=\d{{4}})", f"{number}/") for number, month in enumerate(MONTHS, 1)),  # 12/2021
]


def plain(text: str) -> str:
    """The text in one case and form: a status may be in capitals, a number has its spaces left out."""
    text = re.sub(r"(?<=\d)\u00a0(?=\d{3}(?!\d))", "", text).casefold()
    for pattern, form in SAME_FORM:
        text = re.sub(pattern, form, text)
    return text.strip()


def typed(part: str) -> str:
    """A typed part in the form of `plain`; its thousands stand apart by ordinary spaces."""
    return plain(re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "\u00a0", part))


def unbroken(text: str) -> str:
    """The text of paper, whose words may be broken by a hyphen and whose spaces are all alike."""
    spaced = re.sub(r"\s+", " ", text).replace(" - ", "–")
    return plain(re.sub(r"[-\u2010\u00ad] ?", "", spaced))


# Whether a text says something


def parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def says(text: str, part: str) -> bool:
    """Whether the part stands in the text as a whole: 15 is not said by 1 535, 15,3 or 15. 1. 2024."""
    before = r"(?<!\w)(?<!\d[,./])" if part[0].isalnum() else ""
    after = r"(?![,./]?\d)" if part[-1].isdigit() else ""
    return re.search(before + re.escape(part) + after, text) is not None


def missing(text: str, cell: str) -> list[str]:
    """Parts of the cell that the text of the report does not say."""
    return [part for part in parts(cell) if not says(text, typed(part))]


def missing_on_paper(paper: str, rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Labels with parts that do not stand between the label and the next one, in the order of the report."""
    rows = [(unbroken(label), parts(cells)) for label, cells in rows]
    places = list(_places(paper, [label for label, _ in rows]))
    windows = zip(rows, places, [*places[1:], len(paper)], strict=True)
    return [
        (label, part)
        for (label, cells), start, end in windows
        for part in cells
        if not says(paper[start + len(label) : end], unbroken(part))
    ]


def _places(paper: str, labels: list[str]) -> Iterator[int]:
    end = 0
    for label in labels:
        start = paper.find(label, end)
        assert start >= 0, f"{label!r} does not follow {paper[max(end - 80, 0) : end]!r}"
        yield start
        end = start + len(label)


def text_of(pdf: bytes) -> str:
    """The text of a PDF in reading order."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"]
    return unbroken(subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode())


# What a report consists of


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

    def rows_of(self, label: str) -> list[list[str]]:
        """The rows whose first cell begins with the label, or says nothing else."""
        found = [row for row in self.rows[1:] if row[0].startswith(plain(label))]
        return [row for row in found if row[0] == plain(label)] or found

    def row(self, label: str) -> list[str]:
        (row,) = self.rows_of(label)
        return row

    def under(self, row: list[str], head: str) -> str:
        """A cell with its column's head, which may say the day or the year for it."""
        column = self.column(head)
        assert column is not None, (self.rows[0], head)
        return f"{self.rows[0][column]} {row[column]}"


@dataclass
class HtmlBlock:
    """Everything from one heading to the next one: a card, a goal, the opening of a chapter."""

    headings: dict[str, str]
    text: str = ""
    statuses: list[str] = field(default_factory=list)
    tables: list[HtmlTable] = field(default_factory=list)
    moments: list[tuple[str, str]] = field(default_factory=list)  # of a timeline: when and what

    @property
    def title(self) -> str:
        return list(self.headings.values())[-1] if self.headings else ""

    def rows_of(self, label: str) -> list[tuple[HtmlTable, list[str]]]:
        return [(table, row) for table in self.tables for row in table.rows_of(label)]

    def rows_saying(self, label: str) -> list[str]:
        """The rows that hold the label in any of their cells."""
        rows = [" ".join(row) for table in self.tables for row in table.rows[1:]]
        return [row for row in rows if says(row, typed(label))]

    def happened(self, when: str) -> list[str]:
        return [what for moment, what in self.moments if moment == plain(when)]


class ReportReader(HTMLParser):
    """Takes the HTML of a report apart into blocks and tables."""

    def __init__(self):
        super().__init__()
        self.tables: list[HtmlTable] = []
        self.blocks = [HtmlBlock({})]
        self.headings: dict[str, str] = {}
        self.text: list[str] = []
        self.silent = 0
        self.in_status = False
        self.moment: str | None = None  # while inside a timeline

    def handle_starttag(self, tag, attributes):
        classes = (dict(attributes).get("class") or "").split()
        self.silent += tag in SILENT
        self.in_status = "status" in classes
        self.text.append(" ")
        if tag == "table":
            self.tables.append(HtmlTable(dict(self.headings), self._taken()))
            self.blocks[-1].tables.append(self.tables[-1])
        elif tag == "tr":
            self.tables[-1].rows.append([])
        elif "timeline" in classes:
            self.moment = ""
        if tag in (*HEADINGS, *CELLS, "caption", "dt", "dd"):
            self._taken()

    def handle_endtag(self, tag):
        self.silent -= tag in SILENT
        self.in_status = False
        self.text.append(" " if tag in ("p", "li") else "")
        if tag in HEADINGS:
            self._head(tag, self._taken())
        elif tag in CELLS:
            self.tables[-1].rows[-1].append(self._taken())
        elif tag == "caption":
            self.tables[-1].caption = self._taken()
        elif self.moment is not None:
            self._end_in_timeline(tag)

    def handle_data(self, data):
        if not self.silent:
            self.text.append(data)
        if self.in_status:
            self.blocks[-1].statuses.append(plain(data))

    def close(self):
        super().close()
        self._taken()

    def _end_in_timeline(self, tag):
        if tag == "dt":
            self.moment = self._taken()
        elif tag == "dd":
            self.blocks[-1].moments.append((self.moment, self._taken()))
        elif tag == "dl":
            self.moment = None

    def _head(self, tag, text):
        lower = HEADINGS[HEADINGS.index(tag) :]
        self.headings = {level: kept for level, kept in self.headings.items() if level not in lower}
        self.headings[tag] = text
        self.blocks.append(HtmlBlock(dict(self.headings)))

    def _taken(self) -> str:
        text, self.text = plain("".join(self.text)), []
        self.blocks[-1].text = f"{self.blocks[-1].text} {text}".strip()
        return text

    def block(self, title: str) -> HtmlBlock:
        """The only block whose heading begins with the title."""
        (found,) = self.blocks_of(title)
        return found

    def blocks_of(self, title: str) -> list[HtmlBlock]:
        return [block for block in self.blocks if block.title.startswith(plain(title))]


def read_report(html: str) -> ReportReader:
    reader = ReportReader()
    reader.feed(html)
    reader.close()
    return reader


def export_html(blocker, name: str) -> str:
    """The report of a fixture in its own layout; the database stays as it was."""
    with blocker.unblock(), transaction.atomic():
        call_command("load_plan", str(settings.BASE_DIR / "fixtures" / name), verbosity=0)
        plan = Plan.objects.order_by("pk").last()
        layout = layout_of(plan)
        html = write_html(build_tree(report_content(plan, plan.periods.last(), layout.name), layout))
        transaction.set_rollback(True)
    return html

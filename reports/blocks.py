"""The report tree: what a report consists of, before anybody decides how it looks.

Chapters build these from the content, writers turn them into HTML (and later DOCX). Every text here is
final: numbers and dates are already words, non-breaking spaces are in place.
"""

from dataclasses import dataclass, field

from reports.charts.shapes import Drawing


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of running text; `muted` is the grey small print of a second line."""

    text: str
    strong: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an anchor of this report (#…) or to the web; `with_page` adds "na s. 8" in print."""

    text: str
    target: str
    with_page: bool = False


@dataclass(frozen=True, slots=True)
class StatusMark:
    """A status as symbol and printed word; the symbol follows the normalised status."""

    status: str
    word: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The raised number of a note; `Notes` prints its text and leads back here."""

    number: int


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A small trend of (year, number) pairs; `title` says the same in words."""

    points: tuple[tuple[float, float], ...]
    title: str
    first_year: float
    last_year: float


Inline = Text | Link | StatusMark | NoteMark | Sparkline
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class TitlePage:
    kicker: str  # Průběžné vyhodnocení I.
    title: str
    period: str
    facts: tuple[tuple[str, str], ...] = ()  # (label, text) pairs: who prepared it, data as of
    publicity: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents; the writer collects the headings of levels 2 and 3."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 2 is a chapter, 3 an area, 4 a card; `flow` lets a short chapter follow on the same page."""

    level: int
    text: str
    anchor: str = ""
    code: str = ""
    flow: bool = False
    rule: bool = False  # a card starts with a line across the page


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`label` is a run-in heading (Shrnutí.); style is body, lead or small."""

    line: Line
    label: str = ""
    style: str = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    width: int  # millimetres; the columns of a table add up to 166
    numeric: bool = False
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of one table cell; small print below the figure is marked as `muted` text."""

    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    cells: tuple[Cell, ...]  # as many as there are columns; the first heads the row
    kind: str = "row"  # row, group (a subtotal above its rows) or total
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table without spanning cells; `caption` names it, `note` stands right under it."""

    caption: Line
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    note: Line = ()
    wide: bool = False  # needs a landscape page
    narrative: bool = False  # rows of text, which may break across pages
    hide_caption: bool = False  # the heading above says the same; still there for a screen reader


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing and the table that says the same in numbers; without a `caption` the title is printed."""

    drawing: Drawing
    table: Table
    caption: Line = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """A strip of labelled facts at the head of a card."""

    facts: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """What the symbols of the statuses used in a chapter mean."""

    statuses: tuple[StatusMark, ...]


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Up to four large numbers with what they count."""

    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A month or a day with its events, each of one or more lines."""

    when: str
    events: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened, one moment after another along a line down the page."""

    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Note:
    number: int
    line: Line


@dataclass(frozen=True, slots=True)
class Notes:
    """All numbered notes of the report, grouped by the chapter that refers to them."""

    groups: tuple[tuple[str, tuple[Note, ...]], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = (
    TitlePage
    | Contents
    | Heading
    | Paragraph
    | Bullets
    | Table
    | Chart
    | Facts
    | Legend
    | KeyFigures
    | Timeline
    | Notes
    | PageBreak
)


@dataclass(frozen=True)
class ReportTree:
    """A whole report, ready for any writer."""

    title: str
    town: str
    running_head: str  # Krnov – vyhodnocení PSZ 2022–2027 za 1/2023–6/2024
    version: str  # foot of every page
    blocks: list[Block] = field(default_factory=list)

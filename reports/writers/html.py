"""The report as HTML: one document for the browser's preview and, through reports/pdf.py, for paper."""

from collections.abc import Callable
from functools import partial

from django.template.loader import get_template, render_to_string
from django.utils.safestring import SafeString, mark_safe

from reports.blocks import (
    Block,
    Bullets,
    Chart,
    Contents,
    Facts,
    Heading,
    KeyFigures,
    Legend,
    Note,
    Notes,
    PageBreak,
    Paragraph,
    ReportTree,
    Table,
    Timeline,
    TitlePage,
)

from .index import Index, sheets
from .inline import line_html, status_mark
from .styles import column_widths_css, print_css, screen_css
from .tables import table_context


def write_html(tree: ReportTree) -> str:
    """A whole document that needs nothing else, on screen or on paper."""
    context = {
        "tree": tree,
        "body": report_body(tree),
        "print_css": mark_safe(print_css() + column_widths_css(tree)),
        "screen_css": mark_safe(screen_css()),
    }
    return render_to_string("reports/document.html", context)


def report_body(tree: ReportTree) -> SafeString:
    """The report alone, for a page that links `css/report-screen.css`."""
    index = Index.of(tree)
    runs = [(is_wide, blocks_html(blocks, tree, index)) for is_wide, blocks in sheets(index.blocks)]
    has_title = any(isinstance(block, TitlePage) for block in index.blocks)
    return render_to_string("reports/body.html", {"tree": tree, "runs": runs, "has_title": has_title})


def blocks_html(blocks: list[Block], tree: ReportTree, index: Index) -> SafeString:
    return mark_safe("".join(block_html(block, tree, index) for block in blocks))


def block_html(block: Block, tree: ReportTree, index: Index) -> SafeString:
    template, context = BLOCKS[type(block)]
    return get_template(template).render({"block": block, "tree": tree, **context(block, index)})


def nothing_more(block: Block, index: Index) -> dict:
    return {}


def contents(block: Contents, index: Index) -> dict:
    return {"entries": index.entries}


def line(block: Paragraph, index: Index) -> dict:
    return {"line": line_html(block.line, index)}


def bullets(block: Bullets, index: Index) -> dict:
    return {"items": [line_html(item, index) for item in block.items]}


def facts(block: Facts, index: Index) -> dict:
    return {"facts": [(label, line_html(text, index)) for label, text in block.facts]}


def legend(block: Legend, index: Index) -> dict:
    return {"marks": [status_mark(mark, index) for mark in block.statuses]}


def chart(block: Chart, index: Index) -> dict:
    """The table below brings a caption of its own."""
    heading = line_html(block.caption, index) or block.drawing.title
    return {"heading": heading, **table_context(block.table, index)}


def timeline(block: Timeline, index: Index) -> dict:
    return {
        "moments": [
            (moment.when, [[line_html(line, index) for line in lines] for lines in moment.events])
            for moment in block.moments
        ]
    }


def notes(block: Notes, index: Index) -> dict:
    return {
        "groups": [
            (chapter, [note_context(note, index) for note in notes]) for chapter, notes in block.groups
        ]
    }


def note_context(note: Note, index: Index) -> dict:
    """A note leads back only if its mark was printed."""
    return {
        "number": note.number,
        "text": line_html(note.line, index),
        "is_marked": note.number in index.marked,
        "way_back": f"Zpět k odkazu na poznámku {note.number}",
    }


def entry(name: str, context: Callable[[Block, Index], dict]) -> tuple[str, Callable]:
    return f"reports/blocks/{name}.html", context


plain = partial(entry, context=nothing_more)

BLOCKS = {
    TitlePage: plain("title_page"),
    Contents: entry("contents", contents),
    Heading: plain("heading"),
    Paragraph: entry("paragraph", line),
    Bullets: entry("bullets", bullets),
    Table: entry("table", table_context),
    Chart: entry("chart", chart),
    Facts: entry("facts", facts),
    Legend: entry("legend", legend),
    KeyFigures: plain("key_figures"),
    Timeline: entry("timeline", timeline),
    Notes: entry("notes", notes),
    PageBreak: plain("page_break"),
}

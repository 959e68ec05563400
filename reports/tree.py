"""The report tree of a content in a layout: chapters in order, notes numbered through all of them."""

from czech.printing import date_text
from czech.spacing import nbsp

from .blocks import Block, ReportTree
from .content import ReportContent
from .layouts import Layout
from .notes import Numbering


def build_tree(content: ReportContent, layout: Layout) -> ReportTree:
    return ReportTree(
        title=nbsp(content.report.title or f"Vyhodnocení – {content.plan.title}"),
        town=nbsp(content.municipality.full_name),
        running_head=nbsp(_running_head(content)),
        version=_version(content),
        blocks=_blocks(content, layout),
    )


def _blocks(content: ReportContent, layout: Layout) -> list[Block]:
    numbering = Numbering()
    return [block for chapter in layout.chapters for block in numbering.chapter_blocks(chapter(content))]


def _running_head(content: ReportContent) -> str:
    return f"{content.municipality.name} – vyhodnocení {content.plan.short_name} za {content.span.short}"


def _version(content: ReportContent) -> str:
    issued_on = content.report.issued_on
    return f"Vydáno {date_text(issued_on)}" if issued_on else "Pracovní znění"

"""One text as the report will print it, through the same blocks and the same writer."""

from django.utils.safestring import SafeString

from czech.spacing import nbsp
from reports.blocks import Heading, Notes, ReportTree
from reports.narrative import narrative
from reports.notes import Numbering
from reports.writers.html import blocks_html
from reports.writers.index import Index

from .chapters import OwnText


def printed(own: OwnText, text: str) -> SafeString:
    """The chapter's heading and text, and its notes below as the report has them at its end."""
    numbering = Numbering()
    chapter = [Heading(2, nbsp(own.title), own.anchor), *narrative(text, own.style)]
    blocks = numbering.chapter_blocks(chapter) + numbering.chapter_blocks([Notes(())])
    tree = ReportTree(title="", town="", running_head="", version="", blocks=blocks)
    index = Index.of(tree)
    return blocks_html(index.blocks, tree, index)

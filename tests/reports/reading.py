"""What a tree of blocks says, as plain text, for assertions."""

from reports.blocks import Heading, Paragraph, Table
from reports.notes import Footnote


def words(part) -> str:
    """The words of an inline, a line or a cell; notes are [n], non-breaking spaces are spaces."""
    if isinstance(part, tuple):
        return "".join(words(one) for one in part)
    if isinstance(part, Footnote):
        return f"[{words(part.line)}]"
    text = getattr(part, "text", None) or getattr(part, "word", None) or f"[{getattr(part, 'number', '')}]"
    return text.replace("\u00a0", " ") if not hasattr(part, "points") else "~"


def cells(row) -> list[str]:
    """The row's cells; lines of a cell are joined by a slash."""
    return [" / ".join(words(line) for line in cell.lines) for cell in row.cells]


def tables(blocks) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def titles(table) -> list[str]:
    return [column.title.replace("\u00a0", " ") for column in table.columns]


def headings(blocks, level=2) -> list[str]:
    return [
        block.text.replace("\u00a0", " ")
        for block in blocks
        if isinstance(block, Heading) and block.level == level
    ]


def paragraphs(blocks) -> list[str]:
    return [f"{block.label} {words(block.line)}".strip() for block in blocks if isinstance(block, Paragraph)]

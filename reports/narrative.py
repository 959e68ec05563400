"""Plain text of a town or a person becomes blocks; its marks are those of `plans.markup`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from czech.spacing import nbsp
from plans.markup import MARKS, passages

from .blocks import Block, Bullets, Inline, Line, Link, Paragraph, Text
from .notes import Footnote

DASH = "–\u00a0"


def narrative(text: str, style: str = "body") -> list[Block]:
    """The paragraphs and lists of a text."""
    return [_block(passage, style) for passage in passages(text)]


def labelled(label: str, blocks: list[Block]) -> list[Block]:
    """The blocks with a run-in heading; a list gets a line of its own above it."""
    if blocks and isinstance(blocks[0], Paragraph):
        return [replace(blocks[0], label=label), *blocks[1:]]
    return [Paragraph((), label=label), *blocks]


def cell_lines(text: str) -> tuple[Line, ...]:
    """The same text for a cell of a table, where a list is lines with dashes."""
    return tuple(line for passage in passages(text) for line in _lines(passage))


def inline(text: str) -> Line:
    """One stretch of text with its bold words, notes and links."""
    # Spaces are bound before the text is cut, so that a preposition holds on to a bold word.
    return tuple(_pieces(nbsp(text)))


def footnote(text: str) -> Footnote:
    return Footnote(inline(text))


def plain(text: str, **style) -> Text:
    """Words without marks, with non-breaking spaces in place."""
    return Text(nbsp(text), **style)


def line(text: str, **style) -> Line:
    return (plain(text, **style),)


def listed(names: Iterable[str]) -> str:
    """Names on one line; semicolons keep apart those that have commas in themselves."""
    names = list(names)
    return ("; " if any("," in name for name in names) else ", ").join(names)


def _block(passage: str | list[str], style: str) -> Block:
    if isinstance(passage, list):
        return Bullets(tuple(inline(item) for item in passage))
    return Paragraph(inline(passage), style=style)


def _lines(passage: str | list[str]) -> list[Line]:
    if isinstance(passage, list):
        return [inline(DASH + item) for item in passage]
    return [inline(passage)]


def _pieces(text: str) -> Iterator[Inline]:
    end = 0
    for found in MARKS.finditer(text):
        if found.start() > end:
            yield Text(text[end : found.start()])
        yield _marked(found)
        end = found.end()
    if text[end:]:
        yield Text(text[end:])


def _marked(found: re.Match) -> Inline:
    if found["strong"]:
        return Text(found["strong"], strong=True)
    if found["note"]:
        return Footnote(tuple(_pieces(found["note"])))
    if found["words"]:
        return Link(found["words"], found["target"])
    return Link(found["address"], found["address"])

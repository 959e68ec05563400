"""The text editor speaks HTML, the database keeps markup: here, and nowhere else, one becomes the other."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from itertools import groupby

import nh3

from .markup import ITEM, MARKS, TARGET, joined, passages

BOLD = {"strong", "b"}
BLOCKS = {"p", "div", "h1", "blockquote", "pre", "li"}
TAGS = BLOCKS | BOLD | {"br", "ul", "ol", "a"}
SCHEMES = {"http", "https", "mailto"}
NOTE = re.compile(r"(\[\[.+?\]\])")


def to_html(markup: str) -> str:
    """Markup for the editor; notes and bare addresses stay as they were typed."""
    return "".join(_block_html(passage) for passage in passages(markup))


def from_html(html: str) -> str:
    """Whatever an editor or a clipboard sends, as markup: paragraphs, lists, bold words and links survive."""
    reader = _Reader()
    reader.feed(nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=None))
    reader.close()
    return "".join(_chained(reader.blocks))


def _block_html(passage: str | list[str]) -> str:
    if isinstance(passage, list):
        items = "".join(f"<li>{_inline_html(item)}</li>" for item in passage)
        return f"<ul>{items}</ul>"
    return f"<p>{_inline_html(passage)}</p>"


def _inline_html(text: str) -> str:
    end, html = 0, ""
    for found in MARKS.finditer(text):
        html += escape(text[end : found.start()]) + _mark_html(found)
        end = found.end()
    return html + escape(text[end:])


def _mark_html(found: re.Match) -> str:
    if found["strong"]:
        return f"<strong>{escape(found['strong'])}</strong>"
    if found["note"]:
        return f"[[{_inline_html(found['note'])}]]"
    if found["words"]:
        return f'<a href="{escape(found["target"])}">{escape(found["words"])}</a>'
    return escape(found["address"])


@dataclass(frozen=True)
class _Look:
    is_bold: bool = False
    target: str = ""


@dataclass
class _Block:
    """A paragraph or an item of a list, with its text in pieces of one look each."""

    list_number: int = 0  # which list of the text the item belongs to; none for a paragraph
    pieces: list[tuple[_Look, str]] = field(default_factory=list)

    @property
    def markup(self) -> str:
        looks = groupby(self.pieces, key=lambda piece: piece[0])
        text = joined("".join(_marked("".join(text for _, text in run), look) for look, run in looks))
        return ITEM + text if text and self.list_number else text


class _Reader(HTMLParser):
    """Reads cleaned HTML, where every tag is closed and none is dangerous."""

    def __init__(self):
        super().__init__()
        self.blocks = [_Block()]
        self.bold, self.items, self.lists, self.target = 0, 0, 0, ""

    def handle_starttag(self, tag, attributes):
        if tag in ("ul", "ol") and not self.items:
            self.lists += 1
        elif tag in BLOCKS:
            self.items += tag == "li"
            self._next_block()
        elif tag == "br":
            self._break()
        elif tag in BOLD:
            self.bold += 1
        elif tag == "a":
            self.target = dict(attributes).get("href") or ""

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.items -= tag == "li"
            self._next_block()
        elif tag in BOLD:
            self.bold -= 1
        elif tag == "a":
            self.target = ""

    def handle_data(self, data):
        self.blocks[-1].pieces.append((_Look(self.bold > 0, self.target), data))

    def _break(self):
        """In print a line never ends inside a paragraph, so a new one begins; an item stays one item."""
        if self.items:
            self.handle_data(" ")
        else:
            self._next_block()

    def _next_block(self):
        self.blocks.append(_Block(self.lists if self.items else 0))


def _chained(blocks: list[_Block]) -> Iterator[str]:
    """Items of one list stand close together, all else is kept apart by an empty line."""
    before = None
    for block in blocks:
        if not (markup := block.markup):
            continue
        if before:
            is_same_list = block.list_number and block.list_number == before.list_number
            yield "\n" if is_same_list else "\n\n"
        yield markup
        before = block


def _marked(text: str, look: _Look) -> str:
    """The text with the marks of its look, which stand inside the spaces around it."""
    target = _unbroken(look.target)
    if re.fullmatch(TARGET, target):
        return _around_words(text, lambda words: _link(words, target))
    if look.is_bold:
        # A note inside bold words would not be a note.
        parts = NOTE.split(text)
        return "".join(part if NOTE.fullmatch(part) else _around_words(part, _strong) for part in parts)
    return text


def _around_words(text: str, mark: Callable[[str], str]) -> str:
    words = text.strip()
    before, _, after = text.partition(words) if words else (text, "", "")
    return before + (mark(joined(words)) if words else "") + after


def _link(words: str, target: str) -> str:
    if words == target and MARKS.fullmatch(words):
        return words
    return f"[{words.replace('[', '(').replace(']', ')')}]({target})"


def _strong(words: str) -> str:
    return f"**{words.replace('**', '')}**"


def _unbroken(target: str) -> str:
    """Brackets and spaces would end the link too early."""
    return target.strip().replace("(", "%28").replace(")", "%29").replace(" ", "%20")

"""The grid's page once more, from a bare template and ready lists: nothing faster could be written in it.

The template is made from the page itself, so it always gives the same HTML: what differs between rows of
the same shape becomes a variable, what does not stays as it is.
"""

import html
import re
from collections import defaultdict
from dataclasses import dataclass

from django.template import Context, Template

ROW = re.compile(r"<tr.*?</tr>", re.DOTALL)
# Values of attributes and texts between tags are what a template would fill in.
FILLED = re.compile(r'(?<==")[^"]*(?=")|(?<=>)[^<>]+(?=<)')


@dataclass(frozen=True)
class Piece:
    """A row with the number of its shape, or the text between two rows."""

    shape: int
    texts: tuple[str, ...]


class Floor:
    def __init__(self, page: str):
        self.page = page
        self.shapes: dict[str, int] = {}
        self.rows: dict[int, list[tuple[str, ...]]] = defaultdict(list)
        self.pieces = list(self._cut())
        self.template = Template(self._source())
        self.ready = [(piece.shape, self._ready(piece)) for piece in self.pieces]
        assert self.render() == page, "the floor must give the same HTML"

    def _cut(self):
        end = 0
        for found in ROW.finditer(self.page):
            yield Piece(-1, (self.page[end : found.start()],))
            yield self._row(found[0])
            end = found.end()
        yield Piece(-1, (self.page[end:],))

    def _row(self, markup: str) -> Piece:
        shape = self.shapes.setdefault(FILLED.sub("\0", markup), len(self.shapes))
        texts = tuple(FILLED.findall(markup))
        self.rows[shape].append(texts)
        return Piece(shape, texts)

    def _source(self) -> str:
        """{% if row.0 == 3 %} the markup of the third shape … {% elif … %}"""
        branches = [
            f"{{% {'elif' if number else 'if'} shape == {number} %}}{self._branch(markup, number)}"
            for markup, number in self.shapes.items()
        ]
        text = "{% else %}{{ row.0|safe }}{% endif %}"
        return "{% for shape, row in rows %}" + "".join(branches) + text + "{% endfor %}"

    def _branch(self, markup: str, number: int) -> str:
        places = iter(self._places(number))
        return re.sub("\0", lambda _: next(places), markup)

    def _places(self, shape: int) -> list[str]:
        variables = 0
        places = []
        for texts in zip(*self.rows[shape], strict=True):
            is_same = len(set(texts)) == 1
            places.append(texts[0] if is_same else f"{{{{ row.{variables} }}}}")
            variables += not is_same
        return places

    def _ready(self, piece: Piece) -> tuple[str, ...]:
        """Only the texts that are filled in, as they were before a template would escape them."""
        if piece.shape < 0:
            return piece.texts
        columns = zip(*self.rows[piece.shape], strict=True)
        varies = [len(set(column)) > 1 for column in columns]
        return tuple(
            html.unescape(text) for text, differs in zip(piece.texts, varies, strict=True) if differs
        )

    def render(self) -> str:
        return self.template.render(Context({"rows": self.ready}))

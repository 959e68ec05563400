"""The light markup in which people's texts are stored.

An empty line starts a paragraph, "- " an item of a list, `**bold**` is bold, `[[a note]]` a numbered note,
`[words](https://…)` a link; a bare address is a link too.
"""

import re
from collections.abc import Iterator

EMPTY_LINE = re.compile(r"\n\s*\n")
ITEM = "- "
TARGET = r"(?:https?://|mailto:)[^\s()]+"
MARKS = re.compile(
    r"\*\*(?P<strong>.+?)\*\*"
    r"|\[\[(?P<note>.+?)\]\]"
    rf"|\[(?P<words>[^\[\]]+)\]\((?P<target>{TARGET})\)"
    r"|(?P<address>https?://[^\s\])]*[^\s\]).,;:])",
    re.DOTALL,
)


def passages(text: str) -> Iterator[str | list[str]]:
    """Paragraphs as strings and lists as lists of strings, in reading order."""
    for stretch in filter(None, EMPTY_LINE.split(text.strip())):
        opening, *items = re.split(rf"^\s*{ITEM}", stretch, flags=re.MULTILINE)
        if opening.strip():
            yield joined(opening)
        if items:
            yield [joined(item) for item in items]


def joined(text: str) -> str:
    return " ".join(text.split())


def without_marks(text: str) -> str:
    """The words alone, for an excerpt: no marks of bold, no notes."""
    return MARKS.sub(lambda found: found["strong"] or found["words"] or found["address"] or "", text)

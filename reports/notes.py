"""Notes get their numbers after the chapters are written: one count through the report, in reading order."""

from dataclasses import dataclass, field, fields, is_dataclass, replace

from .blocks import Block, Column, Heading, Line, Note, NoteMark, Notes

CHAPTER_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note where its chapter wants it, not numbered yet; may stand in any line and at a column."""

    line: Line


@dataclass
class Numbering:
    """Walks the chapters in order, puts a number in place of each footnote and remembers its text."""

    chapter: str = ""
    count: int = 0
    groups: dict[str, list[Note]] = field(default_factory=dict)

    def chapter_blocks(self, blocks: list[Block]) -> list[Block]:
        """The chapter with numbers; a chapter of notes falls out when there are none."""
        if not self.count and any(isinstance(block, Notes) for block in blocks):
            return []
        return [self._block(block) for block in blocks]

    def _block(self, block: Block) -> Block:
        if isinstance(block, Notes):
            return self._notes()
        if isinstance(block, Heading) and block.level == CHAPTER_LEVEL:
            self.chapter = block.text
        return self._numbered(block)

    def _numbered(self, part):
        """The part with its footnotes numbered, however deep they are in it."""
        if isinstance(part, Footnote):
            return NoteMark(self._number(part))
        if isinstance(part, Column):
            return replace(part, note=self._number(part.note)) if part.note else part
        if isinstance(part, tuple):
            return tuple(map(self._numbered, part))
        if is_dataclass(part):
            parts = {one.name: self._numbered(getattr(part, one.name)) for one in fields(part)}
            return replace(part, **parts)
        return part

    def _number(self, footnote: Footnote) -> int:
        self.count += 1
        self.groups.setdefault(self.chapter, []).append(Note(self.count, footnote.line))
        return self.count

    def _notes(self) -> Notes:
        return Notes(tuple((chapter, tuple(notes)) for chapter, notes in self.groups.items()))

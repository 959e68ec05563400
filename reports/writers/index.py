"""What the parts of one document have to know of each other: anchors, contents, notes."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from reports.blocks import Block, Chart, Heading, Notes, ReportTree, Table


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents with the lines below it."""

    heading: Heading
    parts: list["Entry"] = field(default_factory=list)


@dataclass
class Index:
    """Every anchor is given out once, and nothing links to an anchor that is not there."""

    blocks: list[Block]
    targets: set[str]
    notes: set[int]
    entries: list[Entry]
    taken: set[str]
    marked: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, tree: ReportTree) -> "Index":
        blocks = list(settled(tree.blocks))
        headings = [block for block in blocks if isinstance(block, Heading)]
        anchors = {heading.anchor for heading in headings}
        return cls(
            blocks=blocks,
            targets=anchors | set(row_anchors(blocks)),
            notes=set(note_numbers(blocks)),
            entries=list(contents_entries(headings)),
            taken=anchors,
        )

    def claim(self, anchor: str) -> str:
        """The anchor for the first who asks for it, nothing for the next one."""
        if not anchor or anchor in self.taken:
            return ""
        self.taken.add(anchor)
        return anchor

    def mark(self, number: int) -> bool:
        """Whether this is the first mark of a note, the one its text leads back to."""
        is_first = number not in self.marked
        self.marked.add(number)
        return is_first


def settled(blocks: list[Block]) -> Iterator[Block]:
    """The blocks with an anchor of its own for each heading and no level left out (PDF/UA demands it)."""
    level, taken = 1, {"obsah"}  # the heading of the contents themselves
    for position, block in enumerate(blocks):
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            anchor = block.anchor
            if not anchor or anchor in taken:
                anchor = f"oddil-{position}"
            taken.add(anchor)
            block = replace(block, anchor=anchor, level=level)
        yield block


def tables_of(blocks: list[Block]) -> Iterator[Table]:
    """All tables, those below charts too."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Chart):
            yield block.table


def row_anchors(blocks: list[Block]) -> Iterator[str]:
    return (row.anchor for table in tables_of(blocks) for row in table.rows if row.anchor)


def note_numbers(blocks: list[Block]) -> Iterator[int]:
    lists = (block for block in blocks if isinstance(block, Notes))
    return (note.number for block in lists for _, notes in block.groups for note in notes)


def contents_entries(headings: list[Heading]) -> Iterator[Entry]:
    """Chapters with their areas; cards (level 4) are too many for a table of contents."""
    entry = None
    for heading in headings:
        if heading.level == 2:
            if entry:
                yield entry
            entry = Entry(heading)
        elif heading.level == 3:
            entry.parts.append(Entry(heading))
    if entry:
        yield entry


def sheets(blocks: list[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """Runs of blocks that share the direction of the page; a wide table turns its whole section."""
    for is_wide, run in groupby(sections(blocks), key=is_wide_section):
        yield is_wide, [block for section in run for block in section]


def is_wide_section(section: list[Block]) -> bool:
    return any(table.wide for table in tables_of(section))


def sections(blocks: list[Block]) -> Iterator[list[Block]]:
    """The blocks from one heading, or a run of headings, to the next."""
    section: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and section and not isinstance(section[-1], Heading):
            yield section
            section = []
        section.append(block)
    if section:
        yield section

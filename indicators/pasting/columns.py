"""What the columns of a block mean: by their heads, by what is in them, or as the person chose."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import TextChoices

from czech.periods import read_span
from czech.reading import ANSWERS, Unreadable, read_figure
from czech.sorting import fold

from .matching import Finder
from .sheet import Line, Sheet


class Column(TextChoices):
    SKIP = "-", "nevkládat"
    CODE = "kod", "kód"
    NAME = "nazev", "indikátor"
    VALUE = "hodnota", "hodnota"
    SHARE = "podil", "podíl v %"
    COVERS = "obdobi", "vlastní období"
    NOTE = "poznamka", "poznámka"
    SOURCE = "zdroj", "zdroj"


HEADS = {
    **dict.fromkeys(("kod", "kod opatreni", "kod indikatoru", "cislo opatreni"), Column.CODE),
    **dict.fromkeys(("indikator", "nazev", "nazev indikatoru", "ukazatel"), Column.NAME),
    **dict.fromkeys(("hodnota", "nova hodnota", "aktualni hodnota", "dosazena hodnota"), Column.VALUE),
    **dict.fromkeys(("skutecnost", "vysledek", "pocet"), Column.VALUE),
    **dict.fromkeys(("podil", "podil v %", "%"), Column.SHARE),
    **dict.fromkeys(("obdobi", "vlastni obdobi", "k datu"), Column.COVERS),
    **dict.fromkeys(("poznamka", "poznamky", "komentar"), Column.NOTE),
    **dict.fromkeys(("zdroj", "zdroj dat"), Column.SOURCE),
    **dict.fromkeys(("cil", "cilova hodnota", "jednotka", "oblast", "cislo", "c."), Column.SKIP),
    **dict.fromkeys(("predchozi", "predchozi hodnota", "vychozi hodnota", "minule"), Column.SKIP),
}
# In this order do the fields of the grid stand beside each other.
IN_GRID = (Column.VALUE, Column.COVERS, Column.NOTE, Column.SOURCE)
KEYS = (Column.CODE, Column.NAME)


@dataclass(frozen=True)
class Layout:
    """The meaning of each column, and the rows below the head."""

    columns: tuple[Column, ...]
    lines: list[Line]

    @property
    def has_key(self) -> bool:
        return any(column in KEYS for column in self.columns)

    def texts(self, line: Line) -> dict[Column, str]:
        return {column: line.cell(number) for number, column in enumerate(self.columns)}


def lay_out_sheet(sheet: Sheet, finder: Finder, chosen: Iterable[str], starts_at: str = "") -> Layout:
    """`chosen` are the person's own words for the columns; `starts_at` the field of the grid pasted into."""
    head = _head(sheet, finder)
    body = Sheet(sheet.lines[1:] if head else sheet.lines)
    columns = tuple(Column(one) for one in chosen if one in Column.values)
    if len(columns) != sheet.width:
        columns = _guess(body, sheet.width, finder, head, starts_at)
    return Layout(columns, body.lines)


def _head(sheet: Sheet, finder: Finder) -> dict[int, Column]:
    """Meanings of the columns by the words in the first row, when it is a row of heads."""
    if not sheet.lines or any(finder.knows(cell) for cell in sheet.lines[0].cells):
        return {}
    words = enumerate(fold(cell) for cell in sheet.lines[0].cells)
    return {number: HEADS[word] for number, word in words if word in HEADS}


def _guess(
    sheet: Sheet, width: int, finder: Finder, head: dict[int, Column], starts_at: str
) -> tuple[Column, ...]:
    found = dict(head)
    _find(found, sheet, width, Column.CODE, finder.knows_code)
    if starts_at and not set(found.values()) & set(KEYS):
        return _by_position(width, starts_at)
    _find(found, sheet, width, Column.NAME, finder.knows_name)
    if not set(found.values()) & set(KEYS):
        # Somebody else's names and codes; the rest of the page shows where they belong.
        found[min(set(range(width)) - found.keys(), default=0)] = Column.NAME
    _find(found, sheet, width, Column.VALUE, _is_value)
    if not set(head.values()) - {*KEYS, Column.SKIP}:
        # Where nothing can be read, people want to hear what is wrong with it.
        _find(found, sheet, width, Column.VALUE, bool)
    _find(found, sheet, width, Column.COVERS, _is_span)
    for column in (Column.NOTE, Column.SOURCE):
        _find(found, sheet, width, column, _is_text)
    return tuple(found.get(number, Column.SKIP) for number in range(width))


def _by_position(width: int, starts_at: str) -> tuple[Column, ...]:
    """A block put into the grid goes on from the field where it was put."""
    following = IN_GRID[IN_GRID.index(starts_at) if starts_at in IN_GRID else 0 :]
    return (*following, *[Column.SKIP] * width)[:width]


def _find(found: dict[int, Column], sheet: Sheet, width: int, column: Column, fits: Callable[[str], bool]):
    """Give the meaning to the first free column of which at least half the cells fit it."""
    if column in found.values():
        return
    for number in range(width):
        cells = sheet.column(number)
        if number not in found and cells and 2 * sum(map(fits, cells)) >= len(cells):
            found[number] = column
            return


def _is_value(text: str) -> bool:
    if fold(text) in ANSWERS:
        return True
    try:
        read_figure(text)
    except Unreadable:
        return False
    return True


def _is_span(text: str) -> bool:
    try:
        read_span(text)
    except Unreadable:
        return False
    return True


def _is_text(text: str) -> bool:
    return any(sign.isalpha() for sign in text)

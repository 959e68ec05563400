"""Which rows of the grid a person wants to see: a filter with its count, and words to look for."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from urllib.parse import urlencode

from accounts.models import User
from czech.sorting import fold

from .bands import AreaBand, CellState, Row
from .forms import GridForm, RowForm
from .marks import Mark


class Shown(StrEnum):
    """What the address of the page says after `zobrazit=`."""

    ALL = ""
    MISSING = "chybejici"
    RETURNED = "vracene"
    TO_SOLVE = "k-reseni"
    MINE = "moje"

    @property
    def word(self) -> str:
        return WORDS[self]

    @property
    def icon(self) -> str:
        return ICONS[self]

    @property
    def nothing(self) -> str:
        """What to say where the filter leaves no row."""
        return NOTHING[self]


WORDS = {
    Shown.ALL: "Vše",
    Shown.MISSING: "Jen chybějící",
    Shown.RETURNED: "Vrácené",
    Shown.TO_SOLVE: "K řešení",
    Shown.MINE: "Jen moje",
}
ICONS = {
    Shown.ALL: "",
    Shown.MISSING: "dash-circle",
    Shown.RETURNED: "reply-fill",
    Shown.TO_SOLVE: "exclamation-triangle-fill",
    Shown.MINE: "person-circle",
}
NOTHING = {
    Shown.ALL: "Plán zatím nemá žádné indikátory.",
    Shown.MISSING: "Žádná hodnota nechybí.",
    Shown.RETURNED: "Žádná hodnota nečeká na opravu.",
    Shown.TO_SOLVE: "Nic tu není k řešení.",
    Shown.MINE: "Žádnou hodnotu jste zatím nenapsali.",
}
NOT_FOUND = "Nic takového v tabulce není. Zkuste kód, například 4.1, nebo kratší slovo."
WHOLE_PLAN = "Celý plán"
UNSOLVED = (Mark.REFUSED, Mark.CONFLICT, Mark.DOUBT)


@dataclass(frozen=True)
class Pill:
    """One filter as a link."""

    shown: Shown
    count: int
    href: str
    is_current: bool


@dataclass(frozen=True)
class AreaTab:
    """An area with its completeness and the way to it; of one that is filtered out, to the whole table."""

    area: AreaBand
    href: str

    @property
    def title(self) -> str:
        """Short, for many stand beside each other."""
        return self.area.title if self.area.area else WHOLE_PLAN


@dataclass
class Selection:
    """The rows that the page shows of all that the reader may see."""

    form: GridForm
    reader: User
    shown: Shown
    searched: str

    @classmethod
    def asked(cls, form: GridForm, reader: User, query) -> "Selection":
        """From the page's address; an unknown filter shows everything."""
        asked = query.get("zobrazit", "")
        shown = Shown(asked) if asked in list(Shown) else Shown.ALL
        return cls(form, reader, shown, query.get("hledat", "").strip())

    @property
    def is_narrowed(self) -> bool:
        return bool(self.shown or self.searched)

    @property
    def pills(self) -> list[Pill]:
        """Only filters that would leave something, and the current one."""
        return [self._pill(shown) for shown in Shown if self._is_offered(shown)]

    @property
    def nothing(self) -> str:
        return NOT_FOUND if self.searched else self.shown.nothing

    def shows(self, row: Row) -> bool:
        """A refused row is always shown with its message."""
        form = self.form.forms[row.indicator.pk]
        return bool(form.errors) or (self._fits(self.shown, form) and self._is_found(row))

    def tabs(self, laid_out) -> list[AreaTab]:
        on_page = {sections.area.anchor for sections in laid_out}
        return [self._tab(area, on_page) for area in self.form.grid.areas if area.rows]

    def first_missing(self, laid_out) -> Row | None:
        """The first row of the page where a number or a reason is to be typed."""
        forms = (form for area in laid_out for section in area.sections for form in section.rows)
        return next((form.row for form in forms if form.is_open and _is_missing(form)), None)

    def _tab(self, area: AreaBand, on_page: set[str]) -> AreaTab:
        whole = "" if area.anchor in on_page else "?"
        return AreaTab(area, f"{whole}#{area.anchor}")

    def _pill(self, shown: Shown) -> Pill:
        asked = {"zobrazit": shown.value, "hledat": self.searched}
        query = urlencode({name: text for name, text in asked.items() if text})
        return Pill(shown, self._counts[shown], f"?{query}", shown == self.shown)

    def _is_offered(self, shown: Shown) -> bool:
        if shown in (Shown.ALL, self.shown):
            return True
        # That everything is mine needs no filter; that everything is missing is worth saying.
        most = self._counts[Shown.ALL] - (shown == Shown.MINE)
        return 0 < self._counts[shown] <= most

    @cached_property
    def _counts(self) -> dict[Shown, int]:
        forms = self.form.forms.values()
        return {shown: sum(self._fits(shown, form) for form in forms) for shown in Shown}

    def _fits(self, shown: Shown, form: RowForm) -> bool:
        match shown:
            case Shown.MISSING:
                return _is_missing(form)
            case Shown.RETURNED:
                return form.is_returned
            case Shown.TO_SOLVE:
                return _is_to_solve(form)
            case Shown.MINE:
                return self._is_mine(form.row)
        return True

    def _is_mine(self, row: Row) -> bool:
        """Of a measure that the reader's organisation implements, or last written by the reader."""
        is_written = row.current is not None and row.current.updated_by_id == self.reader.pk
        return is_written or row.indicator.measure_id in self._own_measures

    @cached_property
    def _own_measures(self) -> set[int]:
        return {band.measure.pk for band in self.form.grid.measures if band.measure.is_own}

    @cached_property
    def _words(self) -> list[str]:
        return fold(self.searched).split()

    def _is_found(self, row: Row) -> bool:
        """All words stand in the row's address or name, whatever their accents."""
        if not self._words:
            return True
        text = fold(f"{row.address} {row.indicator.name}")
        return all(word in text for word in self._words)


def _is_missing(form: RowForm) -> bool:
    return form.row.state == CellState.MISSING


def _is_to_solve(form: RowForm) -> bool:
    """Refused, doubtful, or with an open remark that does not ask for a correction."""
    return form.mark in UNSOLVED or (bool(form.row.remarks) and not form.is_returned)

"""The whole block read against the plan: what would be written, over what, and what waits for a person."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

from django.utils.timezone import localdate, localtime

from accounts.models import User
from czech.printing import NBSP, date_text, time_text
from czech.reading import read_missing
from indicators.bands import Grid, Row
from indicators.entries import Entry, entry_of
from indicators.forms import GridForm, complete_together
from indicators.models import Value
from indicators.reading import choice_from
from plans.access import NOT_OWN

from .columns import Column, Layout, lay_out_sheet
from .guesses import advice, guess
from .matching import Finder
from .parts import split_parts
from .proposals import Choice, Group, Proposal
from .sheet import Line, read_sheet

MOST_ROWS = 500
LOCKED_CELL = "Buňka je zamčená: konzultant vrátil k opravě jen některé."
SAME_ROW = "Ke stejnému indikátoru vede i řádek {others}. Jeden z nich vynechte."
NO_VALUE = "K hodnotě tu nic není; poznámka, zdroj a období bez hodnoty být nemohou."
BEYOND = "Blok je delší než tabulka, na tento řádek už nezbyl indikátor."
EXTRAS = {Column.COVERS: "covers", Column.NOTE: "note", Column.SOURCE: "source"}


@dataclass
class Preview:
    """Proposals by the order of the block, with the layout they were read by."""

    layout: Layout
    proposals: list[Proposal]
    empty: int  # rows in which the block says nothing
    rows: list[Row]  # to choose from, where the block's own words lead nowhere

    def of(self, group: Group) -> list[Proposal]:
        return [one for one in self.proposals if one.group == group]

    @property
    def written(self) -> list[Proposal]:
        return [one for one in self.proposals if one.is_written]

    @property
    def conflicts(self) -> list[Proposal]:
        return [one for one in self.proposals if one.is_conflict]

    @property
    def waiting(self) -> list[Proposal]:
        """Rows that stay behind and need somebody."""
        return [one for one in self.proposals if one.group in (Group.REFUSED, Group.UNFOUND)]

    @property
    def mark(self) -> str:
        """Tells whether what is to be written is what the page has shown."""
        marks = "\n".join(sorted(one.mark for one in self.written))
        return blake2b(marks.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True)
class Place:
    """Where in the grid the block was put: the rows from that cell down, and the field."""

    rows: list[str]
    field: str

    @classmethod
    def posted(cls, data: Mapping) -> "Place":
        return cls([one for one in data.get("rows", "").split(",") if one], data.get("field", ""))


def preview_of(grid: Grid, data: Mapping, user: User) -> Preview:
    return _PreviewReader(grid, data, user).preview()


class _PreviewReader:
    """Lives only while one block is read."""

    def __init__(self, grid: Grid, data: Mapping, user: User):
        self.grid, self.data, self.user = grid, data, user
        self.forms = GridForm.shown(grid).forms
        self.finder = Finder(grid.rows)
        self.place = Place.posted(data)
        sheet = read_sheet(data.get("block", ""))
        chosen = [data.get(f"column{number}", "") for number in range(sheet.width)]
        self.layout = lay_out_sheet(sheet, self.finder, chosen, self.place.field)

    def preview(self) -> Preview:
        lines = list(enumerate(self.layout.lines[:MOST_ROWS]))
        said = [(order, line) for order, line in lines if self._says_something(line)]
        proposals = [self._proposal(order, line) for order, line in said]
        self._refuse_doubled(proposals)
        complete_together([one.form for one in proposals if one.is_written])
        self._tell_whose(proposals)
        return Preview(self.layout, proposals, len(lines) - len(said), self.grid.rows)

    def _says_something(self, line: Line) -> bool:
        texts = self.layout.texts(line)
        return any(text for column, text in texts.items() if column in (Column.VALUE, Column.SHARE, *EXTRAS))

    def _proposal(self, order: int, line: Line) -> Proposal:
        texts = self.layout.texts(line)
        code, name = texts.get(Column.CODE, ""), texts.get(Column.NAME, "")
        choice = Choice.posted(self.data, line.number)
        typed = texts.get(Column.VALUE, "") or texts.get(Column.SHARE, "")
        proposal = Proposal(line, " ".join(filter(None, (code, name))), typed, choice)
        found = self._rows(order, code, name, choice)
        if len(found) == 1:
            self._read(proposal, found[0], texts)
        else:
            proposal.candidates = found
            proposal.nearest = None if found else self.finder.nearest(name or code)
            proposal.reason = "" if self.layout.has_key else BEYOND
        return proposal

    def _rows(self, order: int, code: str, name: str, choice: Choice) -> list[Row]:
        if choice.row_pk:
            form = self.forms.get(int(choice.row_pk)) if choice.row_pk.isdecimal() else None
            return [form.row] if form else []
        if self.layout.has_key:
            return self.finder.find(code, name)
        pk = self.place.rows[order] if order < len(self.place.rows) else ""
        form = self.forms.get(int(pk)) if pk.isdecimal() else None
        return [form.row] if form else []

    def _read(self, proposal: Proposal, row: Row, texts: dict[Column, str]):
        shown = self.forms[row.indicator.pk]
        entry = _entry(row, texts, proposal.choice.value)
        form = proposal.form = replace(shown, entry=entry, errors={})
        if not form.is_open:
            is_own = self.grid.may_fill(row.indicator.measure_id)
            proposal.reason = LOCKED_CELL if is_own else NOT_OWN
            return
        form.read()
        proposal.is_conflict = bool(proposal.choice.seen) and proposal.choice.seen != proposal.seen
        if form.errors:
            self._explain(proposal)

    def _explain(self, proposal: Proposal):
        form = proposal.form
        proposal.reason = " ".join(form.errors.values())
        if "value" not in form.errors:
            return
        if form.entry.is_empty:
            proposal.reason = NO_VALUE
            return
        proposal.guess, question = guess(form.row, form.entry)
        proposal.reason = question or advice(form.row) or proposal.reason

    def _refuse_doubled(self, proposals: list[Proposal]):
        same = defaultdict(list)
        for one in proposals:
            if one.form and not one.choice.is_left_out:
                same[one.row.indicator.pk].append(one)
        for group in same.values():
            for one in group if len(group) > 1 else ():
                others = ", ".join(str(other.line.number) for other in group if other is not one)
                one.reason = SAME_ROW.format(others=others)

    def _tell_whose(self, proposals: list[Proposal]):
        """Whose value is being replaced; all the people in one question."""
        changed = [one for one in proposals if one.group == Group.CHANGED]
        people = User.objects.in_bulk({one.row.current.updated_by_id for one in changed} - {None})
        for one in changed:
            one.whose = self._whose(one.row.current, people)

    def _whose(self, value: Value, people: dict[int, User]) -> str:
        if value.updated_by_id is None:
            return "z načtení plánu"
        is_own = value.updated_by_id == self.user.pk
        who = "od vás" if is_own else f"zapsáno: {people[value.updated_by_id]}"
        is_today = localtime(value.updated_at).date() == localdate()
        when = (
            f"dnes{NBSP}v{NBSP}{time_text(value.updated_at)}"
            if is_today
            else date_text(localtime(value.updated_at).date())
        )
        return f"{who}, {when}"


def _entry(row: Row, texts: dict[Column, str], corrected: str) -> Entry:
    """What stands in the row's fields, with the block's texts over it; an empty cell erases nothing."""
    value = corrected or texts.get(Column.VALUE, "")
    typed = {"share": texts.get(Column.SHARE, "")}
    typed |= {name: texts.get(column, "") for column, name in EXTRAS.items()}
    entry = replace(entry_of(row), **{name: text for name, text in typed.items() if text})
    if not value:
        return entry
    if split := split_parts(row, value):
        return replace(entry, value=split[0], parts=split[1])
    if read_missing(value):
        # A reason stands alone, without the numbers of what it replaces.
        entry = replace(entry, share="", parts=dict.fromkeys(entry.parts, ""))
    return replace(entry, value=choice_from(value, row.indicator))

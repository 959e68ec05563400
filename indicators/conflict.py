"""Two people at one cell: what stands there now beside what was typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from .entries import CHOSEN, FIELDS, Entry
from .forms import RowForm
from .models import MissingReason, StateWord

LABELS = {
    "value": "hodnota",
    "share": "podíl",
    "covers": "vlastní období",
    "note": "poznámka",
    "source": "zdroj",
}
WORDS = {**dict(StateWord.choices), **dict(MissingReason.choices), "1": "ANO", "0": "NE"}
NOTHING = "prázdné"


@dataclass(frozen=True)
class Difference:
    """One field with both texts."""

    name: str
    label: str
    stored: str
    typed: str


@dataclass(frozen=True)
class Conflict:
    who: str
    when: datetime | None  # unknown where somebody took back what stood there
    differences: list[Difference]

    @property
    def value(self) -> Difference | None:
        """The two values themselves; nothing where only notes, sources or parts differ."""
        return next((one for one in self.differences if one.name == "value"), None)


def conflict_of(form: RowForm, stored: Entry) -> Conflict:
    current = form.row.current
    differences = list(_differences(form, stored))
    if current is None:
        return Conflict("", None, differences)
    return Conflict(str(current.updated_by or "načtení plánu"), current.updated_at, differences)


def _differences(form: RowForm, stored: Entry) -> Iterator[Difference]:
    typed = form.entry
    for name in FIELDS:
        now, mine = getattr(stored, name), getattr(typed, name)
        if now != mine:
            yield Difference(name, LABELS[name], _shown(form, name, now), _shown(form, name, mine))
    for slot in form.row.part_slots:
        now, mine = stored.parts[slot.key], typed.parts[slot.key]
        if now != mine:
            yield Difference(slot.key, slot.label, now or NOTHING, mine or NOTHING)


def _shown(form: RowForm, name: str, text: str) -> str:
    """What is chosen from a list is posted by its key."""
    is_chosen = name == "value" and form.row.indicator.value_kind in CHOSEN
    return (WORDS.get(text, text) if is_chosen else text) or NOTHING

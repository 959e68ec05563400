"""From the texts of a row to a value: here, through `czech`, text becomes numbers, and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from czech.periods import read_span
from czech.plurals import FORMS_OF
from czech.printing import number_text
from czech.reading import Figure, Unreadable, read_figure, read_missing, read_number, read_percent

from .bands import Row
from .entries import CHOSEN, Entry, entry_of, quantity_entry
from .models import Indicator, MissingReason, Part, StateWord, Value, ValueKind
from .models.value import NOTE_LIMIT
from .wholes import complete, own_words

TOO_LONG = "Text je příliš dlouhý, vejde se nejvýš {limit} znaků."
TOO_LARGE = "Číslo je příliš velké."
BOTH = "Napište buď hodnotu, nebo důvod, proč chybí; ne obojí."
NOTHING = "Hodnotu nelze jen smazat. Napište novou, nebo vyberte důvod, proč chybí."
ALONE = "Poznámka, zdroj a vlastní období patří k hodnotě; doplňte ji, nebo vyberte důvod, proč chybí."
CHOOSE = "Vyberte z nabídky."
ONE_NUMBER = "Sem patří jedno číslo, například 1 234,5."
OTHER_COUNT = "Čísel je {typed} a složek {slots}; napište jedno číslo ke každé: {labels}."
PARTS_TWICE = "Složky jsou napsané dvakrát a různě; nechte je jen na jednom místě."
WRONG_UNIT = "Jednotka „{typed}“ sem nepatří. Napište jen číslo, {unit}."
SOURCE_LIMIT = 250
LARGEST = Decimal(10) ** 15
SPREADSHEET_ANSWERS = {"ano": "1", "ne": "0", "pravda": "1", "nepravda": "0", "1": "1", "0": "0"}


@dataclass
class Draft:
    """What a row would become: an unsaved value with its parts, or errors by field.

    `fixes` are texts that would be read, by field, where a refused one leaves no doubt what was meant.
    """

    value: Value
    parts: list[Part] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    fixes: dict[str, str] = field(default_factory=dict)


def read_entry(row: Row, entry: Entry) -> Draft:
    """Read every field of the row; errors are Czech sentences to stand beside it."""
    reader = _Reader(row, own_words(row, entry))
    reader.read_all()
    complete(row, reader.value)
    return reader.draft


def choice_from(text: str, indicator: Indicator) -> str:
    """What the select of such an indicator would post for a word; other kinds post what was typed."""
    if indicator.value_kind not in CHOSEN:
        return text
    word = text.casefold().rstrip(".")
    if indicator.value_kind == ValueKind.YES_NO and word in SPREADSHEET_ANSWERS:
        return SPREADSHEET_ANSWERS[word]
    words = {label: key for key, label in (*StateWord.choices[1:], *MissingReason.choices)}
    return words.get(word) or read_missing(text) or text


class _Reader:
    def __init__(self, row: Row, entry: Entry):
        self.row, self.entry = row, entry
        self.indicator = row.indicator
        self.draft = Draft(Value(indicator=row.indicator, period_id=row.period_id))
        self.value = self.draft.value
        self.parts = entry.parts

    def read_all(self):
        if self.entry.is_empty:
            self._refuse("value", NOTHING if self.row.current else ALONE)
            return
        self._read("value", self._take_value)
        self._read("share", self._take_share)
        self._read("covers", self._take_covers)
        self._take_parts()
        self._refuse_both()
        self.value.note = self._text("note", NOTE_LIMIT)
        self.value.source = self._text("source", SOURCE_LIMIT)
        self._check_size()

    def _refuse(self, name: str, sentence: str):
        self.draft.errors.setdefault(name, sentence)

    def _read(self, name: str, take: Callable[[str], None]):
        if typed := getattr(self.entry, name):
            try:
                take(typed)
            except Unreadable as unreadable:
                self._refuse(name, str(unreadable))

    def _take_value(self, typed: str):
        if reason := self._reason(typed):
            self.value.missing_reason = reason
            return
        match self.indicator.value_kind:
            case ValueKind.STATE:
                self._take_word(typed)
            case ValueKind.YES_NO if typed in ("0", "1"):
                self.value.number = Decimal(typed)
            case ValueKind.YES_NO:
                self._take_word(typed)
            case ValueKind.SHARE:
                self._take_share(typed)
            case ValueKind.TEXT:
                self.value.text = self._text("value", NOTE_LIMIT)
            case _:
                figure = read_figure(typed)
                take = self._take_vector if figure.parts and self.row.part_slots else self._take_figure
                take(figure)

    def _reason(self, typed: str) -> str:
        if self.indicator.value_kind in CHOSEN:
            return typed if typed in MissingReason.values else ""
        return read_missing(typed)

    def _take_word(self, typed: str):
        if typed not in StateWord.values:
            self._refuse("value", CHOOSE)
        else:
            self.value.state = typed

    def _take_figure(self, figure: Figure):
        """A number with whatever may stand around it."""
        value = self.value
        value.number, value.upper, value.qualifier = figure.number, figure.upper, figure.qualifier
        value.decimals = max(decimals_of(figure.number), decimals_of(figure.upper))
        if figure.share is not None:
            value.share, value.share_decimals = figure.share, decimals_of(figure.share)
        if figure.parts or figure.answer is not None:
            self._refuse("value", ONE_NUMBER)
        if figure.unit and not same_unit(figure.unit, self.indicator.unit):
            unit = f"počítá se {self.indicator.unit}" if self.indicator.unit else "jednotka se nepíše"
            self._refuse("value", WRONG_UNIT.format(typed=figure.unit, unit=unit))
            if figure.share is None:
                self.draft.fixes["value"] = quantity_entry(value)

    def _take_vector(self, figure: Figure):
        """12/12/4/22 in place of the total fills the parts; a total that stood there stays."""
        slots, stored = self.row.part_slots, entry_of(self.row)
        if len(figure.parts) != len(slots):
            labels = ", ".join(slot.label for slot in slots)
            counts = {"typed": len(figure.parts), "slots": len(slots)}
            self._refuse("value", OTHER_COUNT.format(**counts, labels=labels))
        elif any(self.parts.values()) and self.parts != stored.parts:
            self._refuse("value", PARTS_TWICE)
        else:
            self.parts = {slot.key: str(number) for slot, number in zip(slots, figure.parts, strict=True)}
            self._keep_total()

    def _keep_total(self):
        if current := self.row.current:
            for name in ("number", "upper", "qualifier", "decimals"):
                setattr(self.value, name, getattr(current, name))

    def _take_share(self, typed: str):
        self.value.share = read_percent(typed)
        self.value.share_decimals = decimals_of(self.value.share)

    def _take_covers(self, typed: str):
        span = read_span(typed)
        self.value.covers_start, self.value.covers_end = span.start, span.end

    def _take_parts(self):
        for position, slot in enumerate(self.row.part_slots):
            if typed := self.parts[slot.key]:
                try:
                    number = read_number(typed)
                except Unreadable as unreadable:
                    self._refuse(slot.key, str(unreadable))
                    continue
                self.draft.parts.append(_part(slot, position, number))
        self.value.parts_only = bool(self.draft.parts) and self.value.number is None

    def _refuse_both(self):
        if self.value.missing_reason and (self.value.share is not None or self.draft.parts):
            self._refuse("value", BOTH)

    def _text(self, name: str, limit: int) -> str:
        text = getattr(self.entry, name)
        if len(text) > limit:
            self._refuse(name, TOO_LONG.format(limit=number_text(limit)))
        return text

    def _check_size(self):
        for name in ("number", "upper", "share"):
            number = getattr(self.value, name)
            limit = LARGEST if name != "share" else 100_000
            if number is not None and abs(number) >= limit:
                self._refuse("share" if name == "share" else "value", TOO_LARGE)


def _part(slot, position: int, number: Decimal) -> Part:
    return Part(
        category=slot.category,
        territory=slot.territory,
        kind=slot.kind,
        position=position,
        number=number,
        decimals=decimals_of(number),
    )


def decimals_of(number: Decimal | None) -> int:
    """As many decimals as were typed: 5,10 has two."""
    return 0 if number is None else max(0, -number.as_tuple().exponent)


def same_unit(typed: str, unit: str) -> bool:
    """osob, osoby and osoba are one unit; so are an unknown unit and itself."""
    return typed == unit or (unit in FORMS_OF and FORMS_OF.get(typed) == FORMS_OF[unit])

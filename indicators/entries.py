"""The texts in the fields of one row of the grid, as the page shows them and as the browser posts them."""

from dataclasses import dataclass, field
from hashlib import blake2b

from czech.printing import missing_text, number_text, qualifier_text

from .bands import PartSlot, Row
from .models import StateWord, Value, ValueKind
from .wording import range_text, value_span

FIELDS = ("value", "share", "covers", "note", "source")
# Values of these kinds are chosen from a list and not typed.
WORDS = tuple(StateWord.choices[1:])
CHOICES = {ValueKind.STATE: WORDS, ValueKind.YES_NO: (("1", "ANO"), ("0", "NE"), *WORDS)}
CHOSEN = tuple(CHOICES)


@dataclass
class Entry:
    """The texts of one row's fields; `parts` by the key of the part's slot.

    A reason why the value is missing stands in the place of the value.
    """

    value: str = ""
    share: str = ""
    covers: str = ""
    note: str = ""
    source: str = ""
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not (self.value or self.share or any(self.parts.values()))

    @property
    def has_extras(self) -> bool:
        return bool(self.covers or self.note or self.source)

    @property
    def fingerprint(self) -> str:
        """Tells what a row showed from what came back, without posting every field twice."""
        texts = [getattr(self, name) for name in FIELDS] + [*self.parts.values()]
        return blake2b("\0".join(texts).encode(), digest_size=6).hexdigest()


def entry_of(row: Row) -> Entry:
    """What the fields of a row show before anybody types."""
    value, kind = row.current, row.indicator.value_kind
    parts = {slot.key: _part_text(slot, value) for slot in row.part_slots}
    if value is None:
        return Entry(parts=parts)
    span = value_span(value)
    return Entry(
        value=_value_text(value, kind),
        share=_share_text(value) if kind == ValueKind.COUNT_SHARE else "",
        covers=span.text if span else "",
        note=value.note,
        source=value.source,
        parts=parts,
    )


def entry_from(row: Row, data) -> Entry:
    """The fields of a row as they were posted."""
    prefix = field_prefix(row)
    texts = {name: data.get(prefix + name, "").strip() for name in FIELDS}
    parts = {slot.key: data.get(prefix + slot.key, "").strip() for slot in row.part_slots}
    return Entry(**texts, parts=parts)


def field_prefix(row: Row) -> str:
    return f"v{row.indicator.pk}-"


def _value_text(value: Value, kind: str) -> str:
    if value.missing_reason:
        return value.missing_reason if kind in CHOSEN else missing_text(value.missing_reason)
    match kind:
        case ValueKind.STATE:
            return value.state
        case ValueKind.YES_NO:
            return value.state or ("" if value.number is None else str(int(value.number)))
        case ValueKind.SHARE:
            return _share_text(value)
        case ValueKind.TEXT:
            return value.text
    return "" if value.number is None else quantity_entry(value)


def quantity_entry(value: Value) -> str:
    """The number as one would type it, without its unit."""
    return " ".join(filter(None, [qualifier_text(value.qualifier), range_text(value)]))


def _share_text(value: Value) -> str:
    return "" if value.share is None else number_text(value.share, value.share_decimals)


def _part_text(slot: PartSlot, value: Value | None) -> str:
    part = slot.part_of(value)
    return number_text(part.number, part.decimals) if part else ""

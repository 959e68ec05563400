"""What the total of one year is made of, opened town by town when somebody asks."""

from dataclasses import dataclass

from .comparison import Comparison
from .gauges import Cell
from .reader import PEOPLE_REPEAT
from .totals import Part, YearTotal
from .wording import EXPLAINED, cell_text, computed_words, quantity_text

FIRST_FEW = 10


@dataclass(frozen=True, slots=True)
class Item:
    """A town in the total: its count and whole as they were added, and what they come to."""

    town: str
    numerator: str
    whole: str
    number: str
    is_draft: bool
    note: str


@dataclass(frozen=True, slots=True)
class Missing:
    town: str
    reason: str


@dataclass(frozen=True)
class Explanation:
    total: YearTotal
    rule: str
    number: str
    numerator: str
    whole: str
    without_drafts: str  # empty when nothing would be left
    computed: str
    drafts: list[Item]
    noted: list[Item]
    missing: list[Missing]
    items: list[Item]  # empty until somebody opens it
    years: list[int]  # that have a total
    people: str = ""

    @property
    def hidden_drafts(self) -> int:
        return len(self.total.drafts) - len(self.drafts)

    @property
    def hidden_noted(self) -> int:
        return len(self.total.noted) - len(self.noted)

    @property
    def hidden_missing(self) -> int:
        return len(self.total.missing) - len(self.missing)


def explain(comparison: Comparison, year: str) -> Explanation | None:
    """Of the year in the address with all towns, or in short of the last year that has a total."""
    known = {str(one): total for one, total in comparison.totals.items() if total.number is not None}
    if not comparison.has_total or not known:
        return None
    is_open = year in known
    total = known[year] if is_open else list(known.values())[-1]
    shown = None if is_open else FIRST_FEW
    return Explanation(
        total=total,
        rule=EXPLAINED[comparison.gauge],
        number=_number(comparison, total),
        numerator=quantity_text(total.numerator, is_computed=total.computed > 0),
        whole=quantity_text(total.whole),
        without_drafts=_number(comparison, total.without_drafts),
        computed=computed_words(total),
        drafts=[_item(comparison, part) for part in total.drafts[:shown]],
        noted=[_item(comparison, part) for part in total.noted[:shown]],
        missing=[Missing(part.town.full_name, _reason(comparison, part)) for part in total.missing[:shown]],
        items=[_item(comparison, part) for part in total.parts] if is_open else [],
        years=[one.year for one in known.values()],
        people=PEOPLE_REPEAT if comparison.may_repeat else "",
    )


def _number(comparison: Comparison, total: YearTotal) -> str:
    return "" if total.number is None else comparison.gauge.text(total.number, total.decimals)


def _item(comparison: Comparison, part: Part) -> Item:
    cell = part.cell
    return Item(
        town=part.town.full_name,
        numerator=quantity_text(cell.numerator, cell.is_computed),
        whole=quantity_text(cell.whole),
        number=cell_text(comparison, cell),
        is_draft=cell.is_draft,
        note=cell.note,
    )


def _reason(comparison: Comparison, part: Part) -> str:
    """With the number where there is one that only cannot be added."""
    cell: Cell = part.cell
    if cell.number is None:
        return cell.reason
    return f"{cell.reason} ({comparison.gauge.text(cell.number, cell.decimals)})"

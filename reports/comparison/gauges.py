"""How the figures of a definition are read and what towns come to together."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from czech.printing import NBSP, number_text, percent_text
from indicators.models import Aggregation, Definition

PERCENT_SIGN = "%"
HALF = Decimal("0.5")
MOST_DECIMALS = 5
ONLY_SHARE = "uvádí jen podíl, ne počty"
ONLY_COUNT = "uvádí jen počet, podíl nejde spočítat"
WITHOUT_WHOLE = "chybí celek, kterým se váží"
WITHOUT_PEOPLE = "chybí počet obyvatel"
NO_NUMBER = "uvádí slovo, ne číslo"


class Gauge(StrEnum):
    COUNT = "count"
    THOUSAND = "thousand"
    SHARE = "share"
    WEIGHTED = "weighted"
    PERCENT = "percent"  # not added, but a share all the same
    PLAIN = "plain"

    @property
    def factor(self) -> int:
        return {Gauge.THOUSAND: 1_000, Gauge.SHARE: 100}.get(self, 1)

    @property
    def is_ratio(self) -> bool:
        """Made of a numerator and a whole, so that a town, its region and the country can be compared."""
        return self in (Gauge.THOUSAND, Gauge.SHARE, Gauge.WEIGHTED)

    @property
    def is_added(self) -> bool:
        return self not in (Gauge.PLAIN, Gauge.PERCENT)

    @property
    def is_percent(self) -> bool:
        return self in (Gauge.SHARE, Gauge.PERCENT)

    @property
    def numerator_name(self) -> str:
        return "hodnota × celek" if self == Gauge.WEIGHTED else "počet"

    @property
    def usual_decimals(self) -> int:
        """Those in which every ratio is printed alike."""
        return {Gauge.SHARE: 2, Gauge.PERCENT: 2, Gauge.THOUSAND: 1, Gauge.WEIGHTED: 1}.get(self, 0)

    def of(self, numerator: Decimal, whole: Decimal | None) -> Decimal | None:
        """What a numerator and its whole come to."""
        if not self.is_ratio:
            return numerator
        return numerator * self.factor / whole if whole else None

    def text(self, number: Decimal, decimals: int) -> str:
        return percent_text(number, decimals) if self.is_percent else number_text(number, decimals)

    def decimals_for(self, number: Decimal) -> int:
        """The usual ones of a ratio, and more where the number would look like zero."""
        usual = self.usual_decimals
        return next((one for one in range(usual, MOST_DECIMALS) if round(number, one)), usual)

    def change_text(self, change: Decimal, decimals: int) -> str:
        """+4, −1,49 p. b."""
        number = number_text(change, decimals)
        signed = f"+{number}" if change > 0 else number
        return f"{signed}{NBSP}p.{NBSP}b." if self.is_percent else signed


def gauge_of(definition: Definition, per_thousand: bool) -> Gauge:
    if definition.aggregation == Aggregation.SUM:
        return Gauge.THOUSAND if per_thousand and definition.denominator_id else Gauge.COUNT
    if definition.aggregation == Aggregation.NONE:
        return Gauge.PERCENT if definition.unit == PERCENT_SIGN else Gauge.PLAIN
    return Gauge.SHARE if definition.aggregation == Aggregation.SHARE else Gauge.WEIGHTED


@dataclass(slots=True)
class Amount:
    """What a source says: a count, a share in per cent, and the whole of both; any may be missing."""

    count: Decimal | None = None
    decimals: int = 0
    share: Decimal | None = None
    share_decimals: int = 0
    whole: Decimal | None = None
    is_public_whole: bool = False  # and not the town's own
    whole_source: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """Whose numbers are in a number of measures, and of how many days; of others they are another series."""

    indicators: frozenset[int]
    days: int


# Not frozen: thousands are made for a page.
@dataclass(slots=True)
class Cell:
    """A town in a year: the number as it is compared, or the reason why there is none."""

    number: Decimal | None = None
    decimals: int = 0
    numerator: Decimal | None = None
    whole: Decimal | None = None
    reason: str = ""  # why there is no number, or why it is not in the total
    note: str = ""  # what a careful reader has to know
    source: str = ""
    whole_source: str = ""
    is_draft: bool = False
    basis: Basis | None = None  # of a number that measures came to
    is_computed: bool = False  # the numerator follows from a stated share
    is_public_ratio: bool = False  # the number is a count of the town over a public whole

    @property
    def is_added(self) -> bool:
        return self.numerator is not None


def cell_of(gauge: Gauge, amount: Amount, *, source: str = "", is_draft=False, note="") -> Cell:
    cell = READERS.get(gauge, _plain)(amount)
    cell.source, cell.is_draft = source, is_draft
    cell.whole_source = "" if cell.whole is None else amount.whole_source
    if note:
        cell.note = f"{cell.note}; {note}" if cell.note else note
    return cell


def _share(amount: Amount) -> Cell:
    if _is_positive(amount.whole) and amount.count is not None:
        number = amount.count * 100 / amount.whole
        return Cell(
            number, Gauge.SHARE.decimals_for(number), amount.count, amount.whole,
            note=_contradiction(amount), is_public_ratio=amount.is_public_whole,
        )  # fmt: skip
    if amount.share is None:
        return Cell(reason=NO_NUMBER if amount.count is None else ONLY_COUNT)
    if not _is_positive(amount.whole):
        return Cell(amount.share, amount.share_decimals, reason=ONLY_SHARE)
    count = amount.share * amount.whole / 100
    return Cell(amount.share, amount.share_decimals, count, amount.whole, is_computed=True)


def _contradiction(amount: Amount) -> str:
    """The town's own share beside the one that follows from its count."""
    if amount.share is None:
        return ""
    computed = amount.count * 100 / amount.whole
    if abs(computed - amount.share) <= HALF.scaleb(-amount.share_decimals):
        return ""
    stated = percent_text(amount.share, amount.share_decimals)
    if amount.is_public_whole:
        return f"město uvádí {stated}, tady je podíl z počtu a veřejného celku"
    return f"město uvádí {stated}, z počtů vychází {percent_text(computed, 2)}; platí počty"


def _thousand(amount: Amount) -> Cell:
    if amount.count is None:
        return _plain(amount)
    if not _is_positive(amount.whole):
        return Cell(reason=WITHOUT_PEOPLE)
    number = amount.count * 1_000 / amount.whole
    return Cell(
        number, Gauge.THOUSAND.decimals_for(number), amount.count, amount.whole,
        is_public_ratio=amount.is_public_whole,
    )  # fmt: skip


def _weighted(amount: Amount) -> Cell:
    if amount.count is None:
        return _plain(amount)
    if not _is_positive(amount.whole):
        return Cell(amount.count, amount.decimals, reason=WITHOUT_WHOLE)
    return Cell(
        amount.count, amount.decimals, amount.count * amount.whole, amount.whole,
        is_public_ratio=amount.is_public_whole,
    )  # fmt: skip


def _percent(amount: Amount) -> Cell:
    """Of what is not added: the share as stated, or as it follows from count and whole."""
    if amount.share is not None:
        return Cell(amount.share, amount.share_decimals)
    if amount.count is not None and _is_positive(amount.whole):
        number = amount.count * 100 / amount.whole
        return Cell(number, Gauge.PERCENT.decimals_for(number))
    return Cell(reason=NO_NUMBER if amount.count is None else ONLY_COUNT)


def _is_positive(whole: Decimal | None) -> bool:
    return whole is not None and whole > 0


def _plain(amount: Amount) -> Cell:
    if amount.count is None:
        return Cell(reason=NO_NUMBER if amount.share is None else ONLY_SHARE)
    return Cell(amount.count, amount.decimals, amount.count)


READERS = {Gauge.SHARE: _share, Gauge.PERCENT: _percent, Gauge.THOUSAND: _thousand, Gauge.WEIGHTED: _weighted}

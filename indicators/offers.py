"""What one press writes into the fields of a cell: texts as a person would type them; saving reads them."""

from dataclasses import dataclass
from datetime import date

from czech.periods import span_text
from czech.printing import number_text
from plans.models import ReportingPeriod

from .entries import Entry
from .models import Indicator, Statistic, Value, ValueKind
from .reading import same_unit

COUNTED = (ValueKind.COUNT, ValueKind.SHARE, ValueKind.COUNT_SHARE, ValueKind.MONEY)


@dataclass(frozen=True)
class Offer:
    """`texts` by the field; a field that is not among them stays as it is."""

    key: str
    label: str
    texts: dict[str, str]

    def fill(self, entry: Entry):
        for name, text in self.texts.items():
            setattr(entry, name, text)


def offer_of_source(value: Value | None) -> Offer | None:
    """The same source as last time."""
    return (
        Offer("zdroj", "Stejný zdroj jako minule", {"source": value.source})
        if value and value.source
        else None
    )


def offer_of_twin(value: Value, entry: Entry, figure: str) -> Offer:
    """The same figure from another cell, with its own dates and where it is from."""
    texts = {"value": entry.value, "covers": entry.covers, "source": entry.source}
    if value.indicator.value_kind == ValueKind.COUNT_SHARE:
        texts["share"] = entry.share
    return Offer(f"udaj-{value.pk}", f"Převzít {figure} i se zdrojem", texts)


def offer_of_statistic(statistic: Statistic, indicator: Indicator, period: ReportingPeriod) -> Offer | None:
    """The figure, its year and where it is from; nothing where it is counted in another unit."""
    kind = indicator.value_kind
    if kind not in COUNTED or not same_unit(statistic.definition.unit, indicator.unit):
        return None
    number = number_text(statistic.number.normalize())
    texts = {
        "value": number,
        "covers": _year_unless_usual(statistic.year, period),
        "note": "",
        "source": f"{statistic.published_as}, {statistic.year} ({statistic.territory.name})",
    }
    if kind == ValueKind.COUNT_SHARE:
        # A share typed beside another count would no longer be its share.
        texts["share"] = ""
    edition = f", vydání {statistic.edition}" if statistic.edition else ""
    return Offer(f"statistika-{statistic.pk}", f"Převzít {number} za rok {statistic.year}{edition}", texts)


def _year_unless_usual(year: int, period: ReportingPeriod) -> str:
    """The year of the figure, unless the period is that very year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return "" if (first, last) == (period.start, period.end) else span_text(first, last)

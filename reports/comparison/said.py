"""What plans say of a definition: indicators and their values, in a fixed number of questions."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.db.models import F, Q

from czech.periods import span_text
from czech.printing import number_text, qualifier_text
from indicators.models import Indicator, Part, PartsKind, Value
from plans.models.period import approved

ONLY_PARTS = "uvádí jen části, bez součtu"
DAYS_OF_YEAR = (364, 365)
DAYS = "period__start", "period__end", "covers_start", "covers_end"


@dataclass(frozen=True, slots=True)
class Source:
    """An indicator of a plan that measures the definition."""

    pk: int
    plan: int
    definition: int
    role: str
    unit: str
    denominator: int | None
    parts_kind: str
    desired_direction: str
    since: date | None  # when its plan begins


@dataclass(slots=True)
class Said:
    """One value of an indicator, typed or loaded; `period` is None at the start."""

    pk: int
    indicator: int
    period: int | None
    number: Decimal | None
    decimals: int
    upper: Decimal | None
    qualifier: str
    share: Decimal | None
    share_decimals: int
    parts_only: bool
    missing_reason: str
    source: str
    is_approved: bool  # or agreed with the plan, at the start
    start: date
    end: date

    @property
    def year(self) -> int:
        return year_of(self.start, self.end)

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def note(self) -> str:
        """That the number is not exact, and its span unless it is a year or a school year."""
        span = "" if self.days in DAYS_OF_YEAR else span_text(self.start, self.end)
        if span and self.days:
            span = f"za {span}"
        qualifier = f"uvedeno „{qualifier_text(self.qualifier)}“" if self.qualifier else ""
        return ", ".join(filter(None, (qualifier, span)))

    @property
    def is_number(self) -> bool:
        return self.number is not None and self.upper is None

    @property
    def reason(self) -> str:
        """Why there is no number that could be compared, though something is said."""
        if self.upper is not None:
            ends = (number_text(one, self.decimals) for one in (self.number, self.upper))
            return f"uvádí rozsah {'–'.join(ends)}"
        return ONLY_PARTS if self.parts_only and self.share is None else ""


def sources(definitions: Iterable[int], plans: list[int]) -> list[Source]:
    rows = Indicator.objects.filter(definition__in=definitions, plan__among=plans)
    names = [field.name for field in fields(Source)][:-1]
    ordered = rows.order_by("plan", "position", "pk").values_list(*names, "plan__valid_from")
    return [Source(*row) for row in ordered]


def said_by(known: Iterable[Source], years: range) -> list[Said]:
    """Values of these indicators and of their denominators, by the middle of what they cover."""
    # A join with the plans would read the indicators of all towns.
    begins = {pk: source.since for source in known for pk in (source.denominator, source.pk) if pk}
    names = [field.name for field in fields(Said)][:-2]
    rows = Value.objects.filter(_touches(years), indicator__among=list(begins))
    rows = rows.annotate(is_approved=approved("period__") | Q(period=None))
    found = []
    for *row, start, end, covers_start, covers_end in rows.values_list(*names, *DAYS):
        since = begins[row[1]]
        first, last = covers_start or start or since, covers_end or end or since
        if first and last:
            found.append(Said(*row, first, last))
    return found


def _touches(years: range) -> Q:
    """Leaves to the database what cannot lie in these years; of a start without dates the plan knows."""
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    own = Q(covers_end__gte=first, covers_start__lte=last)
    of_period = Q(covers_start=None, period__end__gte=first, period__start__lte=last)
    return own | of_period | Q(covers_start=None, period=None)


@lru_cache(maxsize=1024)
def year_of(start: date, end: date) -> int:
    """Where the middle of a span lies: 2023 for 1/2023–6/2024, 2019 for the school year 2018/19."""
    return (start + (end - start) / 2).year


def own_shares(indicators: Iterable[int]) -> dict[int, tuple[Decimal, int]]:
    """By value: the town's own share where it stands beside those of other territories (3 % vs. 2 %)."""
    compared = Part.objects.filter(
        value__indicator__in=indicators,
        kind=Part.Kind.SHARE,
        territory=F("value__indicator__plan__municipality"),
    )
    rows = compared.values_list("value", "number", "decimals")
    return {value: (number, decimals) for value, number, decimals in rows}


def is_compared(source: Source) -> bool:
    return source.parts_kind == PartsKind.COMPARISON

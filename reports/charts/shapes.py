"""What a chart shows, before anybody draws it; every number comes with the words that are printed for it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Stroke(StrEnum):
    """Whose line it is; the strokes differ by their dashes, not only by colour."""

    MAIN = "main"
    TOTAL = "total"
    REGION = "region"
    COUNTRY = "country"


class Size(StrEnum):
    """The whole width of a page, or one of small multiples."""

    WIDE = "wide"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Mark:
    """The value of one year; a draft is not approved yet and is drawn as a hollow point."""

    year: int
    number: Decimal
    text: str
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One line; it is cut before each year of `breaks`, where a new series of figures begins.

    To a year of `loose` it goes only dotted, since what is added there is not quite the same.
    """

    name: str
    marks: tuple[Mark, ...]
    stroke: Stroke = Stroke.MAIN
    breaks: frozenset[int] = frozenset()
    loose: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class LineChart:
    """Development in years; `highest` gives small multiples a common axis, `note` stands in for a line."""

    title: str
    description: str
    years: tuple[int, ...]
    series: tuple[Series, ...]
    unit: str = ""
    size: Size = Size.WIDE
    highest: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    name: str
    number: Decimal
    text: str
    detail: str = ""  # small print below the name
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars one below another in the given order."""

    title: str
    description: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class MapArea:
    code: str  # of a region: CZ010, CZ020, CZ031…
    name: str
    number: Decimal
    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class RegionMap:
    """The regions of the country, darker where the number is higher."""

    title: str
    description: str
    areas: tuple[MapArea, ...]


Drawing = LineChart | BarChart | RegionMap

"""Periods as Czech reports write them: years, school years, half-years, months and days."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from czech.printing import NBSP, date_text
from czech.reading import Unreadable, tidy

MONTHS = "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec".split()
MONTHS_GENITIVE = (
    "ledna února března dubna května června července srpna září října listopadu prosince".split()
)
MONTH_NUMBERS = {name: n for names in (MONTHS, MONTHS_GENITIVE) for n, name in enumerate(names, start=1)}
HALVES = {"1": (1, 6), "2": (7, 12), "i": (1, 6), "ii": (7, 12)}

ADVICE = "napište například rok 2023, 1/2023–6/2024 nebo 1. 7. 2023–30. 6. 2026"
ORDER_ADVICE = "konec je dříve než začátek"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from start to end, both included."""

    start: date
    end: date

    def __post_init__(self):
        if self.end < self.start:
            raise ValueError("Období nemůže skončit dříve, než začne.")

    @property
    def text(self) -> str:
        return span_text(self.start, self.end)

    @property
    def short(self) -> str:
        return span_short(self.start, self.end)


@lru_cache(maxsize=1024)
def span_text(start: date, end: date) -> str:
    """The period in words, for titles and sentences."""
    if start == end:
        return f"k{NBSP}{date_text(end)}"
    match _shape(start, end):
        case "year":
            return f"rok{NBSP}{start.year}"
        case "school_year":
            return f"školní rok{NBSP}{_school_year_text(start)}"
        case "half_year":
            return f"{_half(start)}.{NBSP}pololetí{NBSP}{start.year}"
        case "month":
            return _month_text(start)
        case "months":
            return f"{_month_text(start)}{NBSP}– {_month_text(end)}"
    return span_short(start, end)


@lru_cache(maxsize=1024)
def span_short(start: date, end: date) -> str:
    """The period in figures, for the heads of columns."""
    if start == end:
        return date_text(end)
    match _shape(start, end):
        case "year":
            return f"{start.year}"
        case "years":
            return f"{start.year}–{end.year}"
        case "school_year":
            return _school_year_text(start)
        case "half_year":
            return f"{_half(start)}.{NBSP}pol.{NBSP}{start.year}"
        case "month":
            return f"{start.month}/{start.year}"
        case "months":
            return f"{start.month}/{start.year}–{end.month}/{end.year}"
    return f"{date_text(start)}–{date_text(end)}"


def _shape(start: date, end: date) -> str:
    if start.day != 1 or end.day != _last_day(end.year, end.month):
        return "days"
    match end.year - start.year, start.month, end.month:
        case 0, 1, 12:
            return "year"
        case _, 1, 12:
            return "years"
        case 1, 9, 8:
            return "school_year"
        case (0, 1, 6) | (0, 7, 12):
            return "half_year"
        case 0, first, last if first == last:
            return "month"
    return "months"


def _last_day(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _month_text(day: date) -> str:
    return f"{MONTHS[day.month - 1]}{NBSP}{day.year}"


def _school_year_text(start: date) -> str:
    return f"{start.year}/{(start.year + 1) % 100:02}"


def _half(start: date) -> int:
    return 1 if start.month == 1 else 2


def read_span(text: str) -> Span:
    """The period that a report, a table head or a project sheet means, or Unreadable."""
    try:
        first, last = _ends(" ".join(tidy(text).lower().removeprefix("období").split()))
    except ValueError:
        raise Unreadable(text, ADVICE, "Období") from None
    if last.end < first.start:
        raise Unreadable(text, ORDER_ADVICE, "Období")
    return Span(first.start, last.end)


def _ends(text: str) -> tuple[Span, Span]:
    found = RANGE.fullmatch(text)
    if not found:
        whole = _term(text)
        return whole, whole
    first, last = found.groups()
    # "prosinec 2020 – 2023" may end in December 2023 or last from December to December: not ours to guess.
    if re.fullmatch(YEAR, last) and not re.fullmatch(f"(?:rok[uy]? )?{YEAR}", first):
        raise ValueError(text)
    # "1–12/2023", "1. 1. – 31. 12. 2023" and "leden až březen 2023" say the year once, at the end.
    if not re.search(YEAR, first) and (year := re.search(rf"[/ ]?{YEAR}$", last)):
        first += year[0]
    return _term(first), _term(last)


def _term(text: str) -> Span:
    for pattern, span in TERMS.items():
        if found := re.fullmatch(pattern, text):
            return span(*found.groups())
    raise ValueError(text)


def _year(year: str) -> Span:
    return _months(int(year), 1, 12)


def _school_year(first: str, second: str) -> Span:
    year = int(first)
    if not str(year + 1).endswith(second):
        raise ValueError(second)
    return Span(date(year, 9, 1), date(year + 1, 8, 31))


def _half_year(half: str, year: str) -> Span:
    return _months(int(year), *HALVES[half])


def _month(month: str, year: str) -> Span:
    number = MONTH_NUMBERS.get(month) or int(month)
    return _months(int(year), number, number)


def _months(year: int, first: int, last: int) -> Span:
    return Span(date(year, first, 1), date(year, last, _last_day(year, last)))


def _day(day: str, month: str, year: str) -> Span:
    only = date(int(year), int(month), int(day))
    return Span(only, only)


YEAR = "(?:19|20|21)[0-9]{2}"
RANGE = re.compile("(?:od )?(.{1,40}?)(?: až do | až | do | ?[-–—][-–— ]{0,3})(.{1,40})")
TERMS: dict[str, Callable[..., Span]] = {
    f"(?:rok[uy]? )?({YEAR})": _year,
    f"(?:(?:školní |šk. ?)?rok )?({YEAR})/([0-9]{{2}}|{YEAR})": _school_year,
    rf"([12]|ii?)\. ?pol(?:\.|oletí)? ?(?:roku )?({YEAR})": _half_year,
    f"([0-9]{{1,2}})/({YEAR})": _month,
    f"({'|'.join(MONTH_NUMBERS)}) (?:roku )?({YEAR})": _month,
    rf"(?:k |ke dni )?([0-9]{{1,2}})\. ?([0-9]{{1,2}})\. ?({YEAR})": _day,
}

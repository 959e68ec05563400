"""What the columns of a public table measure."""

import re
from dataclasses import dataclass
from decimal import Decimal

from exchange.problems import Problem
from exchange.sheets.table import Table, key_of
from indicators.models import Aggregation, Definition

NOT_THERE = "Sloupec „{column}“ v tabulce není. Jsou v ní: {columns}."
WHICH = "Není jasné, ve kterém sloupci je hodnota; uveďte ho. Na výběr: {columns}."
NO_VALUES = "V tabulce není žádný sloupec s hodnotou."
UNKNOWN = "Definici „{code}“ neznáme; založte ji ve správě, nebo použijte některou z těchto: {codes}."
OTHER_YEAR = "V záhlaví stojí {years}, údaje se ale mají uložit k roku {year}."
VALUE_NAMES = ("hodnota", "hodnoty", "value", "udaj")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?:/(\d\d))?(?!\d)")
INDEX = "isv"
INDEX_KEY = re.compile(r"index soc\w* vylouceni\b")
BAND = re.compile(r"kategori|pasmo")
PER_CENT = Decimal(100)
# Ten times as many as live in the country.
PEOPLE = Decimal(10) ** 8
PEOPLE_UNITS = re.compile(r"(obyvatel|osob)\w*")
# What is left of one count after another may be below zero, and a growth above a hundred per cent.
DIFFERENCE = re.compile(r"\b(saldo|bilance|prirust\w+|ubyt\w+|zmena|zmeny|rozdil\w*|rust|pokles)\b")


@dataclass(frozen=True)
class Measured:
    """A figure of the yearly workbook of the index, recognised by words of its head.

    Beside each share stand the count that it comes from and a location quotient; neither is a share.
    """

    code: str
    name: str
    unit: str
    words: tuple[str, ...]
    highest: Decimal = PER_CENT
    aggregation: Aggregation = Aggregation.NONE
    of: str = ""  # the definition of its whole


ADULTS = "population_15"
INDEX_COLUMNS = [
    Measured(
        INDEX, "Index sociálního vyloučení", "bod", ("index soc", "vylouceni"), Decimal(30),
        Aggregation.WEIGHTED, ADULTS,
    ),
    Measured(
        ADULTS, "Počet obyvatel ve věku 15 a více let", "obyvatel", ("pocet", "15"), PEOPLE,
        Aggregation.SUM,
    ),
    Measured(
        "executions_share", "Podíl obyvatel v exekuci", "%", ("podil", "exekuc"),
        aggregation=Aggregation.SHARE, of=ADULTS,
    ),
    Measured(
        "pnb_share", "Podíl příjemců příspěvku na bydlení na obyvatelstvu 15+", "%", ("podil", "pnb"),
        aggregation=Aggregation.SHARE, of=ADULTS,
    ),
    Measured(
        "pnz_share", "Podíl příjemců příspěvku na živobytí na obyvatelstvu 15+", "%", ("podil", "pnz"),
        aggregation=Aggregation.SHARE, of=ADULTS,
    ),
    Measured(
        "jobseekers_6m_share",
        "Podíl uchazečů o zaměstnání v evidenci déle než 6 měsíců",
        "%",
        ("podil", "uchaze", "6"),
    ),
    Measured(
        "early_leavers_share",
        "Podíl předčasných odchodů ze základního vzdělávání",
        "%",
        ("podil", "predcasn"),
    ),
]  # fmt: skip
MEASURED = {one.code: one for one in INDEX_COLUMNS}


@dataclass(frozen=True)
class ValueColumn:
    """A column with figures of one definition, from zero to the highest; without it any number is right."""

    position: int
    definition: Definition
    is_share: bool = False
    in_percents: bool = False
    highest: Decimal | None = None


def value_columns(table: Table, taken: set[int], code: str, column: str) -> list[ValueColumn]:
    """The figures of the table, or DocumentError that says what is missing."""
    free = [position for position, label in enumerate(table.head) if label and position not in taken]
    if code == INDEX and not column and any(INDEX_KEY.match(key_of(table.head[one])) for one in free):
        return _of_index(table, free)
    position = _named(table, column) if column else _only(table, free)
    definition = Definition.objects.filter(code=code).first()
    if definition is None:
        codes = ", ".join(Definition.objects.order_by("code").values_list("code", flat=True)) or "žádná není"
        raise table.refusal(table.problem(UNKNOWN.format(code=code, codes=codes)))
    return [_column(table, position, definition)]


def highest_of(definition: Definition) -> Decimal | None:
    """The highest figure that can be true, zero being the lowest; None where nothing is known of either."""
    if known := MEASURED.get(definition.code):
        return known.highest
    if definition.aggregation == Aggregation.SHARE:
        return PER_CENT
    if DIFFERENCE.search(key_of(definition.name)):
        return None
    if definition.unit == "%":
        return PER_CENT
    is_of_people = definition.counts_people or PEOPLE_UNITS.fullmatch(key_of(definition.unit))
    return PEOPLE if is_of_people else None


def years_in(label: str) -> set[int]:
    """School years have two: 2022/23."""
    found = YEAR.findall(label)
    return {int(year) for year, _ in found} | {int(year[:2] + end) for year, end in found if end}


def other_years(table: Table, columns: list[ValueColumn], year: int) -> list[Problem]:
    """Columns of another year than the one that was asked for; where none tells, the sheet may."""
    told = {one.position: years for one in columns if (years := years_in(table.head[one.position]))}
    if not told:
        sentence = _other_year(years_in(table.sheet), year)
        return [table.problem(sentence, table.head_line)] if sentence else []
    return [
        table.problem(sentence, table.head_line, position)
        for position, years in told.items()
        if (sentence := _other_year(years, year))
    ]


def _other_year(told: set[int], year: int) -> str:
    if not told or year in told:
        return ""
    first, *others = map(str, sorted(told))
    years = f"roky {', '.join([first, *others[:-1]])} a\u00a0{others[-1]}" if others else f"rok {first}"
    return OTHER_YEAR.format(years=years, year=year)


def _of_index(table: Table, free: list[int]) -> list[ValueColumn]:
    """All that the workbook of the index measures; its bands follow from the index."""
    found: dict[str, ValueColumn] = {}
    for position in free:
        key = key_of(table.head[position])
        one = next((one for one in INDEX_COLUMNS if all(word in key for word in one.words)), None)
        if one and one.code not in found and not BAND.search(key):
            found[one.code] = _column(table, position, _definition(one, table.head[position]))
    return list(found.values())


def _definition(one: Measured, method: str = "") -> Definition:
    """Of the workbook: made when nobody has it yet, and its whole with it; one that exists stays."""
    if known := Definition.objects.filter(code=one.code).first():
        return known
    return Definition.objects.create(
        code=one.code,
        name=one.name,
        unit=one.unit,
        method=method,
        aggregation=one.aggregation,
        denominator=_definition(MEASURED[one.of]) if one.of else None,
    )


def _column(table: Table, position: int, definition: Definition) -> ValueColumn:
    label = table.head[position]
    is_share = "%" in label or "podil" in key_of(label) or definition.unit == "%"
    return ValueColumn(position, definition, is_share, position in table.percents, highest_of(definition))


def _named(table: Table, column: str) -> int:
    keys = [key_of(label) for label in table.head]
    if key_of(column) not in keys:
        columns = ", ".join(filter(None, table.head))
        raise table.refusal(table.problem(NOT_THERE.format(column=column, columns=columns), table.head_line))
    return keys.index(key_of(column))


def _only(table: Table, free: list[int]) -> int:
    named = [position for position in free if key_of(table.head[position]) in VALUE_NAMES]
    found = named or free
    if len(found) != 1:
        columns = ", ".join(table.head[position] for position in free)
        text = WHICH.format(columns=columns) if found else NO_VALUES
        raise table.refusal(table.problem(text, table.head_line))
    return found[0]

"""A made-up country for tests and benchmarks: `build(scale=1)` fills a migrated database.

Nothing in it is real: names come from syllables, all codes start with 9 or CZ9. The size is that of the
Czech Republic, `scale=0.1` takes a tenth of its municipalities, plans and figures.
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from pathlib import Path

from openpyxl import Workbook

from indicators.models import Aggregation, Definition
from plans.models import Territory

Kind = Territory.Kind

MUNICIPALITIES, REGIONS, DISTRICTS, ORPS = 6_258, 14, 77, 206
BATCH = 2_000
BEFORE = ("", "Horní ", "Dolní ", "Přední ", "Zadní ", "Vrchní ", "Spodní ", "Krajní ", "Prostřední ")
ROOTS = (
    "Vzor Zkouš Příklad Ukáz Náčrt Cvič Smyšl Model Předst Pokus Zdán Přelud Námět Nárys Popis Obraz Věrn "
    "Podob Nápad Jakob Bájn Snov Tušen Domněn Záměr Plán Myšl Zástup Odhad Rozvrh"
).split()
ENDINGS = ("ov", "ovice", "ín", "íkov", "any", "ice", "ec", "isko")
NAMES = [f"{before}{root}{ending}" for before, root, ending in product(BEFORE, ROOTS, ENDINGS)]
BANDS = ((1, "0 až 1"), (7, "2 až 7"), (11, "8 až 11"), (30, "12 až 30"))
SHEET = "Index soc. vyloučení {year}"
HEAD = (
    "Název obce",
    "Název ORP",
    "Název okres",
    "Název kraj",
    "Počet obyvatel - starších 15 let (k 31. 12. {year})",
    "% podíl obyvatel v exekuci (k 31. 12. {year}; vztaženo na obyvatelstvo 15+)",
    "% podíl příjemců PnB (průměrný měsíc r. {year}; vztaženo na obyvatelstvo 15+)",
    "% podíl příjemců PnŽ (průměrný měsíc r. {year}; vztaženo na obyvatelstvo 15+)",
    "% podíl uchazečů o zaměstnání evidovaných ÚP déle než 6 měsíců (prosinec {year})",
    "% podíl předčasných odchodů ze základního vzdělávání (školní rok končící v roce {year})",
    "Index soc. vyloučení {year} (0-30 bodů)",
    "Index soc. vyloučení {year} (4 kategorie bodů)",
)


@dataclass(frozen=True)
class Place:
    """A municipality with the number of everything in which it lies; a district lies in one region."""

    number: int
    name: str
    orp: int
    district: int
    region: int

    @property
    def code(self) -> str:
        return f"{900_001 + self.number}"

    @property
    def seed(self) -> int:
        """Something that looks random and is the same in every run."""
        return (self.number * 7_919 + 104_729) % 10_007


def places(scale: float = 1) -> list[Place]:
    """Neighbours by number lie in one district, so a name is there only once and elsewhere again."""
    count = round(MUNICIPALITIES * scale)
    found = []
    for number in range(count):
        orp = number * ORPS // count
        district = orp * DISTRICTS // ORPS
        region = district * REGIONS // DISTRICTS
        found.append(Place(number, NAMES[number % len(NAMES)], orp, district, region))
    return found


def orp_name(number: int) -> str:
    return f"Obvod {NAMES[number * 7 % len(NAMES)]}"


def district_name(number: int) -> str:
    return f"Okresov {number + 1}"


def region_name(number: int) -> str:
    return f"{NAMES[number * 31 % len(NAMES)]}ský kraj"


def build_territories(scale: float = 1) -> list[Territory]:
    """Municipalities in their ORP, districts and regions; returns the municipalities."""
    listed = places(scale)
    regions = _made(Kind.REGION, "CZ9{:02}", region_name, {one.region: None for one in listed})
    above = {one.district: regions[one.region] for one in listed}
    districts = _made(Kind.DISTRICT, "CZ90{:02}", district_name, above)
    orps = _made(Kind.ORP, "9{:03}", orp_name, {one.orp: regions[one.region] for one in listed})
    rows = [
        Territory(
            kind=Kind.MUNICIPALITY,
            code=one.code,
            name=one.name,
            parent=districts[one.district],
            orp=orps[one.orp],
        )
        for one in listed
    ]
    return Territory.objects.bulk_create(rows, BATCH)


def _made(kind: Kind, code: str, name, above: dict[int, Territory | None]) -> dict[int, Territory]:
    rows = [
        Territory(kind=kind, code=code.format(number), name=name(number), parent=parent)
        for number, parent in above.items()
    ]
    return dict(zip(above, Territory.objects.bulk_create(rows, BATCH), strict=True))


def build_definitions(count: int = 12) -> list[Definition]:
    """What the made-up towns measure in common: the index, inhabitants, and shares and counts in turn."""
    people = Definition.objects.create(
        code="statistic_1", name="Zkušební obyvatelstvo", unit="obyvatel", aggregation=Aggregation.SUM
    )
    rows = [
        Definition(
            code=f"statistic_{number}",
            name=f"Zkušební ukazatel {number}",
            unit="osoba",
            aggregation=Aggregation.SUM if number % 2 else Aggregation.SHARE,
            denominator=people,
        )
        for number in range(2, count)
    ]
    index, _ = Definition.objects.get_or_create(
        code="isv",
        defaults={
            "name": "Index sociálního vyloučení",
            "unit": "bod",
            "aggregation": Aggregation.WEIGHTED,
            "denominator": people,
        },
    )
    return [index, people, *Definition.objects.bulk_create(rows)]


def write_code_list(path: Path, scale: float = 1):
    """The code list of the made-up country as an office would export it."""
    head = "Kód obce;Název obce;Kód ORP;Název ORP;Kód okresu;Název okresu;Kód kraje;Název kraje"
    lines = [head]
    for one in places(scale):
        upper = (
            (f"9{one.orp:03}", orp_name(one.orp)),
            (f"CZ90{one.district:02}", district_name(one.district)),
            (f"CZ9{one.region:02}", region_name(one.region)),
        )
        lines.append(";".join((one.code, one.name, *(part for pair in upper for part in pair))))
    path.write_text("\r\n".join(lines) + "\r\n", encoding="cp1250")


def write_workbook(path: Path, year: int = 2023, scale: float = 1):
    """The yearly workbook of the index for the made-up country: 12 columns, a row for each municipality."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET.format(year=year))
    sheet.append([label.format(year=year) for label in HEAD])
    for one in places(scale):
        sheet.append(_index_row(one, year))
    book.save(path)


def _index_row(one: Place, year: int) -> list:
    index = (one.seed + year) % 31
    shares = [float(Decimal((one.seed * step + year) % 1_500) / 100) for step in (3, 5, 7, 11, 13)]
    band = next(words for highest, words in BANDS if index <= highest)
    names = [one.name, orp_name(one.orp), district_name(one.district), region_name(one.region)]
    return [*names, 80 + one.seed * 3, *shares, index, band]

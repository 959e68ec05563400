"""Figures of municipalities added up to districts, regions and the country."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum

from plans.models import Territory

from .definition import Aggregation, Statistic

Kind = Territory.Kind
DISTRICTS = 77  # with Prague, which is a district and a region
# A few missing municipalities do not change a region; a sample of them is no region.
LEAST_COVERAGE = Decimal("0.95")
PERCENT = Decimal(100)


@dataclass
class Sums:
    """What the figures of some municipalities come to; `divided` are those whose whole is known."""

    number: Decimal = Decimal(0)
    divided: Decimal = Decimal(0)
    whole: Decimal = Decimal(0)
    municipalities: int = 0
    with_whole: int = 0

    def add(self, other: "Sums"):
        self.number += other.number
        self.divided += other.divided
        self.whole += other.whole
        self.municipalities += other.municipalities
        self.with_whole += other.with_whole


@dataclass(frozen=True, slots=True)
class Added:
    """The sums of one unit and how many municipalities it has."""

    definition: int
    year: int
    edition: str
    territory: int
    sums: Sums
    expected: int

    @property
    def is_covered(self) -> bool:
        return self.sums.municipalities >= LEAST_COVERAGE * self.expected

    @property
    def is_ratio_covered(self) -> bool:
        return self.sums.with_whole >= LEAST_COVERAGE * self.expected


@dataclass(frozen=True)
class Country:
    """In which region each district lies, and how many municipalities each unit has."""

    state: int
    regions: dict[int, int]  # of a district
    sizes: dict[int, int]

    @classmethod
    def read(cls) -> "Country | None":
        """None until the code list of districts is whole."""
        districts = Territory.objects.filter(kind=Kind.DISTRICT, parent__kind=Kind.REGION)
        regions = dict(districts.order_by().values_list("pk", "parent"))
        if len(regions) < DISTRICTS:
            return None
        towns = Territory.objects.filter(kind=Kind.MUNICIPALITY, parent__in=regions).order_by()
        country = cls(Territory.country().pk, regions, defaultdict(int))
        for district, count in towns.values_list("parent").annotate(n=Count("pk")):
            for unit in country.units_above(district):
                country.sizes[unit] += count
        return country

    def units_above(self, district: int) -> tuple[int, int, int]:
        return district, self.regions[district], self.state


def added_up(statistics: QuerySet[Statistic]) -> Iterator[Added]:
    """Units of which at least LEAST_COVERAGE of the municipalities have a figure; all editions apart."""
    country = Country.read()
    if country is None:
        return
    sums: dict[tuple, Sums] = defaultdict(Sums)
    for definition, year, edition, district, found in _by_district(statistics):
        for unit in country.units_above(district) if district in country.regions else ():
            sums[definition, year, edition, unit].add(found)
    for (definition, year, edition, unit), found in sums.items():
        added = Added(definition, year, edition, unit, found, country.sizes[unit])
        if added.is_covered:
            yield added


def _by_district(statistics: QuerySet[Statistic]) -> Iterator[tuple[int, int, str, int, Sums]]:
    """One question; a share or an average counts only where the municipality's whole is known."""
    whole = Statistic.objects.filter(
        definition=OuterRef("definition__denominator"), territory=OuterRef("territory"), year=OuterRef("year")
    ).order_by("-edition")
    rows = statistics.filter(territory__kind=Kind.MUNICIPALITY).order_by()
    rows = rows.annotate(whole=Subquery(whole.values("number")[:1]))
    groups = rows.values_list("definition", "year", "edition", "territory__parent", "definition__aggregation")
    for *key, aggregation, count, with_whole, plain, divided, weighted, wholes in groups.annotate(
        count=Count("pk"),
        with_whole=Count("whole"),
        plain=Sum("number"),
        divided=Sum("number", filter=Q(whole__isnull=False)),
        weighted=Sum(F("number") * F("whole")),
        wholes=Sum("whole"),
    ):
        if aggregation == Aggregation.SUM:
            yield *key, Sums(plain, divided or Decimal(0), wholes or Decimal(0), count, with_whole)
        elif with_whole:
            share_of = PERCENT if aggregation == Aggregation.SHARE else 1
            numerators = weighted / share_of
            yield *key, Sums(numerators, numerators, wholes, with_whole, with_whole)

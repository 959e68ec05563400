"""Lines of towns from what their plans say."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from czech.plurals import counted
from czech.printing import missing_text
from indicators.models import Aggregation, Definition, Role

from .gauges import Amount, Cell, Gauge, cell_of
from .lines import NOT_ENTERED, NOT_IN_PLAN, Breaks, TownLine
from .places import Place, Town, towns_of
from .public import PublicFigures
from .said import Said, Source, is_compared, own_shares, said_by, sources

PEOPLE_REPEAT = "tytéž osoby se mohou opakovat"
ONE_OF_MORE = "plány města uvádějí víc hodnot, tato je nejnovější"


@dataclass(frozen=True)
class PlanFigures:
    """Everything that some plans say of some definitions and of their wholes."""

    sources: list[Source]
    said: list[Said]  # the oldest first
    shares: dict[int, tuple[Decimal, int]]  # by value

    @classmethod
    def read(cls, definitions: Iterable[Definition], places: list[Place], years: range) -> "PlanFigures":
        """Two questions, and one more where towns compare themselves with others."""
        measured = {pk for one in definitions for pk in (one.pk, one.denominator_id)} - {None}
        known = sources(measured, {place.plan for place in places})
        denominators = {source.denominator for source in known} - {None}
        said = said_by({source.pk for source in known} | denominators, years)
        compared = [source.pk for source in known if is_compared(source)]
        return cls(
            sources=known,
            said=sorted(said, key=lambda one: (one.end, one.pk)),
            shares=own_shares(compared) if compared else {},
        )


@dataclass(frozen=True)
class OwnFigures:
    """What plans say of one definition and of its whole, by town and year."""

    definition: Definition
    places: list[Place]
    sources: dict[int, Source]
    said: dict[tuple[int, int], dict[int, Said]]  # by town and year, and of each indicator the newest
    wholes: dict[tuple[int, int | None], Said]  # by indicator and period
    shares: dict[int, tuple[Decimal, int]]  # by value

    @classmethod
    def of(cls, definition: Definition, places: list[Place], figures: PlanFigures) -> "OwnFigures":
        towns = {place.plan: place.town.pk for place in places}
        measured = (definition.pk, definition.denominator_id)
        known = {source.pk: source for source in figures.sources if source.definition in measured}
        by_year = defaultdict(dict)
        for one in figures.said:
            if source := known.get(one.indicator):
                by_year[towns[source.plan], one.year][one.indicator] = one
        wholes = {source.denominator for source in known.values()}
        return cls(
            definition=definition,
            places=places,
            sources=known,
            said=by_year,
            wholes={(one.indicator, one.period): one for one in figures.said if one.indicator in wholes},
            shares=figures.shares,
        )

    @property
    def directions(self) -> set[str]:
        return {source.desired_direction for source in self._measuring()}

    @property
    def counts_outputs(self) -> bool:
        """Does somebody count at measures and not in the town as a whole?"""
        return any(source.role != Role.CONTEXT for source in self._measuring())

    def measured_by(self) -> set[int]:
        """Towns in whose plans the definition is."""
        towns = {place.plan: place.town.pk for place in self.places}
        return {towns[source.plan] for source in self._measuring()}

    def population(self, town: int, year: int) -> Decimal | None:
        """What the town's own plan says of the whole of the definition."""
        of_whole = [
            one
            for one in self.said.get((town, year), {}).values()
            if self.sources[one.indicator].definition == self.definition.denominator_id
        ]
        return of_whole[-1].number if of_whole else None

    def _measuring(self) -> Iterable[Source]:
        return (one for one in self.sources.values() if one.definition == self.definition.pk)


def own_lines(
    own: OwnFigures, gauge: Gauge, years: range, public: PublicFigures, breaks: Breaks, only_approved: bool
) -> list[TownLine]:
    measured = own.measured_by()
    return [
        _line(own, gauge, town, years, public, breaks, only_approved)
        if town.pk in measured
        else TownLine(town, {}, otherwise=NOT_IN_PLAN)
        for town in towns_of(own.places)
    ]


def _line(own, gauge, town: Town, years: range, public, breaks: Breaks, only_approved: bool) -> TownLine:
    cells = {}
    for year in years:
        said = [
            one
            for one in own.said.get((town.pk, year), {}).values()
            if own.sources[one.indicator].definition == own.definition.pk
            and (one.is_approved or not only_approved)
        ]
        if said:
            cells[year] = _cell(own, gauge, said, _whole_of(own, town.pk, year, public))
    return TownLine(town, cells, breaks.of(cells, town.pk, town.region), NOT_ENTERED)


@dataclass(slots=True)
class Whole:
    """Of a town in a year: what its plan says of the definition's whole, or a public figure."""

    number: Decimal | None = None
    is_public: bool = False


def _whole_of(own: OwnFigures, town: int, year: int, public: PublicFigures) -> Whole:
    if stated := own.population(town, year):
        return Whole(stated)
    figure = public.of(town, own.definition.denominator_id, year)
    return Whole(figure.number, is_public=True) if figure else Whole()


def _cell(own: OwnFigures, gauge: Gauge, said: list[Said], whole: Whole) -> Cell:
    numbers = [one for one in said if not one.missing_reason]
    if not numbers:
        return Cell(reason=missing_text(said[-1].missing_reason))
    of_town = [one for one in numbers if own.sources[one.indicator].role == Role.CONTEXT]
    if len(numbers) > 1 and not of_town and own.definition.aggregation == Aggregation.SUM:
        return _sum(own, gauge, numbers, whole)
    newest = (of_town or numbers)[-1]
    if newest.range_text:
        return Cell(reason=f"uvádí rozsah {newest.range_text}")
    note = ONE_OF_MORE if len(numbers) > 1 else newest.note
    amount = _amount(own, newest, whole)
    return cell_of(gauge, amount, source=newest.source, is_draft=not newest.is_approved, note=note)


def _amount(own: OwnFigures, said: Said, whole: Whole) -> Amount:
    share, share_decimals = own.shares.get(said.pk, (said.share, said.share_decimals))
    source = own.sources[said.indicator]
    if stated := own.wholes.get((source.denominator, said.period)):
        whole = Whole(stated.number)
    return Amount(said.number, said.decimals, share, share_decimals, whole.number, whole.is_public)


def _sum(own: OwnFigures, gauge: Gauge, said: list[Said], whole: Whole) -> Cell:
    """Of several measures of one town; people who were helped twice are counted twice."""
    counts = [one for one in said if one.number is not None and not one.range_text]
    total = sum((one.number for one in counts), Decimal(0)) if counts else None
    decimals = max((one.decimals for one in counts), default=0)
    note = f"součet {counted(len(counts), 'ukazatele', 'ukazatelů', 'ukazatele', 'ukazatelů')}"
    if own.definition.counts_people:
        note = f"{note}, {PEOPLE_REPEAT}"
    is_draft = any(not one.is_approved for one in counts)
    return cell_of(gauge, Amount(total, decimals, whole=whole.number), is_draft=is_draft, note=note)

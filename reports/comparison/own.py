"""Lines of towns from what their plans say."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from czech.plurals import counted, out_of
from czech.printing import missing_text
from indicators.models import Aggregation, Definition, Role

from .gauges import NO_NUMBER, PERCENT_SIGN, Amount, Cell, Gauge, cell_of
from .lines import NOT_APPROVED, NOT_IN_PLAN, Breaks, TownLine
from .places import Place, Town, towns_of
from .public import PublicFigures
from .said import Said, Source, is_compared, own_shares, said_by, sources

OF_INDICATORS = ("ukazatele", "ukazatelů", "ukazatele", "ukazatelů")
PEOPLE_REPEAT = "tytéž osoby se mohou opakovat"
ONE_OF_MORE = "plány města uvádějí víc hodnot, tato je nejnovější"
# By town and year, and of each indicator the newest, which stands last.
Newest = dict[tuple[int, int], dict[int, Said]]


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
        known = sources(measured, [place.plan for place in places])
        said = said_by(known, years)
        compared = [source.pk for source in known if is_compared(source)]
        return cls(
            sources=known,
            said=sorted(said, key=lambda one: (one.end, one.pk)),
            shares=own_shares(compared) if compared else {},
        )


@dataclass(slots=True)
class Whole:
    """That from which a share is computed, of a town in a year."""

    number: Decimal | None = None
    source: str = ""
    is_public: bool = False
    is_draft: bool = False

    @classmethod
    def of(cls, stated: Said) -> "Whole":
        return cls(stated.number, stated.source, is_draft=not stated.is_approved)


@dataclass(frozen=True)
class OwnFigures:
    """What plans say of one definition and of its whole, by town and year."""

    definition: Definition
    places: list[Place]
    sources: dict[int, Source]
    said: Newest
    wholes: dict[tuple[int, int], Said]  # those that are numbers, by town and year
    waiting: set[tuple[int, int]]  # towns and years left out, since they are not approved yet
    denominators: dict[tuple[int, int | None], Said]  # by indicator and period
    shares: dict[int, tuple[Decimal, int]]  # by value

    @classmethod
    def of(
        cls, definition: Definition, places: list[Place], figures: PlanFigures, only_approved: bool = False
    ) -> "OwnFigures":
        towns = {place.plan: place.town.pk for place in places}
        measured = (definition.pk, definition.denominator_id)
        known = {source.pk: source for source in figures.sources if source.definition in measured}
        taken = [one for one in figures.said if one.is_approved or not only_approved]
        stated, of_wholes, waiting = defaultdict(dict), defaultdict(dict), set()
        for one in figures.said:
            if source := known.get(one.indicator):
                key, is_own = (towns[source.plan], one.year), source.definition == definition.pk
                if one.is_approved or not only_approved:
                    _keep_newest((stated if is_own else of_wholes)[key], one)
                elif is_own:
                    waiting.add(key)
        denominators = {source.denominator for source in known.values()} - {None}
        return cls(
            definition=definition,
            places=places,
            sources=known,
            said=stated,
            wholes={key: whole for key, said in of_wholes.items() if (whole := _last_number(said))},
            waiting=waiting,
            denominators={(one.indicator, one.period): one for one in taken if one.indicator in denominators},
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

    def without_whole(self) -> list[int]:
        """Towns whose own plans do not say the whole of the definition in some year."""
        return sorted({town for town, _ in self.said.keys() - self.wholes.keys()})

    def _measuring(self) -> Iterable[Source]:
        return (one for one in self.sources.values() if one.definition == self.definition.pk)


def _last_number(said: dict[int, Said]) -> Said | None:
    return next((one for one in reversed(said.values()) if one.is_number), None)


def _keep_newest(known: dict[int, Said], one: Said):
    """Of a part of the year that is not known yet an earlier number still holds."""
    if not one.missing_reason or one.indicator not in known:
        known.pop(one.indicator, None)
        known[one.indicator] = one


@dataclass(frozen=True)
class Reader:
    """Reads the cells of towns by one gauge."""

    own: OwnFigures
    gauge: Gauge
    public: PublicFigures

    def cells(self, town: Town, years: range) -> dict[int, Cell]:
        cells = {}
        for year in years:
            if said := self.own.said.get((town.pk, year)):
                cells[year] = self._cell(list(said.values()), self._whole(town.pk, year))
            elif (town.pk, year) in self.own.waiting:
                cells[year] = Cell(reason=NOT_APPROVED)
        return cells

    def _source(self, said: Said) -> Source:
        return self.own.sources[said.indicator]

    def _whole(self, town: int, year: int) -> Whole:
        """Of the definition: what the town says itself, or a public figure."""
        if stated := self.own.wholes.get((town, year)):
            return Whole.of(stated)
        figure = self.public.of(town, self.own.definition.denominator_id, year)
        return Whole(figure.number, figure.words, is_public=True) if figure else Whole()

    def _cell(self, said: list[Said], whole: Whole) -> Cell:
        numbers = [one for one in said if not one.missing_reason]
        if not numbers:
            return Cell(reason=missing_text(said[-1].missing_reason))
        newest = numbers[-1]
        if len(said) > 1:
            of_town = [one for one in numbers if self._source(one).role == Role.CONTEXT]
            if not of_town and self.own.definition.aggregation == Aggregation.SUM:
                return self._sum(said, whole)
            newest = (of_town or numbers)[-1]
        if newest.reason and newest.pk not in self.own.shares:
            return Cell(reason=newest.reason)
        whole = self._own_whole(newest) or whole
        notes = (newest.note, ONE_OF_MORE if len(numbers) > 1 else "")
        return cell_of(
            self.gauge,
            self._amount(newest, whole),
            source=newest.source,
            is_draft=not newest.is_approved or self._is_draft(whole),
            note="; ".join(filter(None, notes)),
        )

    def _is_draft(self, whole: Whole) -> bool:
        return self.gauge.is_ratio and whole.is_draft

    def _own_whole(self, said: Said) -> Whole | None:
        """Of a share the row from which the plan computes it."""
        if self.gauge != Gauge.SHARE:
            return None
        stated = self.own.denominators.get((self._source(said).denominator, said.period))
        if stated is None or not stated.is_number:
            return None
        return Whole.of(stated)

    def _amount(self, said: Said, whole: Whole) -> Amount:
        count, decimals, share, share_decimals = said.number, said.decimals, said.share, said.share_decimals
        if said.pk in self.own.shares:
            share, share_decimals = self.own.shares[said.pk]
        elif self._source(said).unit == PERCENT_SIGN and share is None:
            count, decimals, share, share_decimals = None, 0, count, decimals
        return Amount(count, decimals, share, share_decimals, whole.number, whole.is_public, whole.source)

    def _sum(self, said: list[Said], whole: Whole) -> Cell:
        """Of several measures of one town; people who were helped twice are counted twice."""
        counts = [one for one in said if one.is_number and self._source(one).unit != PERCENT_SIGN]
        if not counts:
            reasons = (one.reason for one in reversed(said))
            return Cell(reason=next(filter(None, reasons), NO_NUMBER))
        total = sum((one.number for one in counts), Decimal(0))
        decimals = max(one.decimals for one in counts)
        sources = {one.source for one in counts}
        cell = cell_of(
            self.gauge,
            Amount(
                total,
                decimals,
                whole=whole.number,
                is_public_whole=whole.is_public,
                whole_source=whole.source,
            ),
            source=sources.pop() if len(sources) == 1 else "",
            is_draft=any(not one.is_approved for one in counts) or self._is_draft(whole),
            note=self._sum_note(counts, said),
        )
        cell.indicators = len(counts)
        return cell

    def _sum_note(self, counts: list[Said], said: list[Said]) -> str:
        """Součet 2 ze 3 ukazatelů, and what has to be known of each."""
        all_of = counted(len(said), *OF_INDICATORS)
        part = f"{len(counts)} {out_of(len(said))} " if len(counts) < len(said) else ""
        repeat = PEOPLE_REPEAT if self.own.definition.may_repeat else ""
        notes = dict.fromkeys(one.note for one in counts)
        return ", ".join(filter(None, (f"součet {part}{all_of}", repeat, *notes)))


def own_lines(
    own: OwnFigures, gauge: Gauge, years: range, public: PublicFigures, breaks: Breaks
) -> list[TownLine]:
    measured, reader = own.measured_by(), Reader(own, gauge, public)
    lines = []
    for town in towns_of(own.places):
        if town.pk in measured:
            cells = reader.cells(town, years)
            lines.append(TownLine(town, cells, breaks.of(cells, town.pk, *town.above)))
        else:
            lines.append(TownLine(town, {}, otherwise=NOT_IN_PLAN))
    return lines

"""Lines of towns from what their plans say."""

from dataclasses import dataclass
from decimal import Decimal

from czech.plurals import counted, out_of
from czech.printing import missing_text
from indicators.models import Aggregation, Role

from .gauges import NO_NUMBER, PERCENT_SIGN, Amount, Basis, Cell, Gauge, cell_of
from .lines import NOT_APPROVED, NOT_IN_PLAN, Breaks, TownLine
from .own import OwnFigures
from .places import Town, towns_of
from .public import PublicFigures
from .said import Said, Source

OF_INDICATORS = ("ukazatele", "ukazatelů", "ukazatele", "ukazatelů")
PEOPLE_REPEAT = "tytéž osoby se mohou opakovat"
ONE_OF_MORE = "plány města uvádějí víc hodnot, počítá se jedna z nich"
PARTLY_APPROVED = "další hodnoty zatím neschválené"


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

    def amount(self, count: Decimal | None, decimals: int, share: Decimal | None = None, share_decimals=0):
        return Amount(count, decimals, share, share_decimals, self.number, self.is_public, self.source)


@dataclass(frozen=True)
class Reader:
    """Reads the cells of towns by one gauge."""

    own: OwnFigures
    gauge: Gauge
    public: PublicFigures

    def cells(self, town: Town, years: range) -> dict[int, Cell]:
        cells = {}
        for year in years:
            is_waiting = (town.pk, year) in self.own.waiting
            if said := self.own.said.get((town.pk, year)):
                cells[year] = self._cell(_of_periods(said), self._whole(town.pk, year))
                if is_waiting:
                    cells[year].note = _joined(cells[year].note, PARTLY_APPROVED)
            elif is_waiting:
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
        return self._single(newest, whole, ONE_OF_MORE if len(numbers) > 1 else "")

    def _single(self, newest: Said, whole: Whole, remark: str) -> Cell:
        if newest.reason and newest.pk not in self.own.shares:
            return Cell(reason=newest.reason)
        whole = self._own_whole(newest) or whole
        cell = cell_of(
            self.gauge,
            self._amount(newest, whole),
            source=newest.source,
            is_draft=not newest.is_approved or self._is_draft(whole),
            note=_joined(newest.note, remark),
        )
        if self.own.definition.aggregation == Aggregation.SUM:
            cell.basis = self._basis([newest])
        return cell

    def _basis(self, said: list[Said]) -> Basis | None:
        """Of what measures came to; what is told of a whole town goes on from plan to plan."""
        if self._source(said[0]).role == Role.CONTEXT:
            return None
        return Basis(frozenset(one.indicator for one in said), max(one.days for one in said))

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
        return whole.amount(count, decimals, share, share_decimals)

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
            whole.amount(total, decimals),
            source=sources.pop() if len(sources) == 1 else "",
            is_draft=any(not one.is_approved for one in counts) or self._is_draft(whole),
            note=self._sum_note(counts, said),
        )
        cell.basis = self._basis(counts)
        return cell

    def _sum_note(self, counts: list[Said], said: list[Said]) -> str:
        """Součet 2 ze 3 ukazatelů, and what has to be known of each."""
        all_of = counted(len(said), *OF_INDICATORS)
        part = f"{len(counts)} {out_of(len(said))} " if len(counts) < len(said) else ""
        repeat = PEOPLE_REPEAT if self.own.definition.may_repeat else ""
        notes = dict.fromkeys(one.note for one in counts)
        return ", ".join(filter(None, (f"součet {part}{all_of}", repeat, *notes)))


def _of_periods(said: dict[int, Said]) -> list[Said]:
    """Without starts where a period says a number: a start tells from where a plan sets out."""
    is_measured = any(one.period and not one.missing_reason for one in said.values())
    return [one for one in said.values() if one.period or not is_measured]


def _joined(*notes: str) -> str:
    return "; ".join(filter(None, notes))


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

"""What the plans of towns say of a definition and of its whole, by town and year."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from indicators.models import Definition, Role
from plans.models import ReportingPeriod

from .places import Place
from .said import Said, Source, is_compared, own_shares, said_by, sources

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

    def known_in(self, period: ReportingPeriod) -> "PlanFigures":
        """What the report of a period may say: its own values and those before it.

        Of what lies beside it only what is approved: somebody else's draft would change a finished report.
        """
        return replace(self, said=[one for one in self.said if _is_known_in(period, one)])


@dataclass(frozen=True)
class OwnFigures:
    """What plans say of one definition and of its whole, by town and year."""

    definition: Definition
    places: list[Place]
    sources: dict[int, Source]
    said: Newest
    wholes: dict[tuple[int, int], Said]  # those that are numbers, by town and year
    waiting: set[tuple[int, int]]  # towns and years of which something is left out, not approved yet
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
        stated, of_wholes = defaultdict(dict), defaultdict(dict)
        for one in taken:
            if source := known.get(one.indicator):
                said = stated if source.definition == definition.pk else of_wholes
                _keep_newest(said[towns[source.plan], one.year], one)
        denominators = {source.denominator for source in known.values()} - {None}
        return cls(
            definition=definition,
            places=places,
            sources=known,
            said=stated,
            wholes={key: whole for key, said in of_wholes.items() if (whole := _last_number(said))},
            waiting=_waiting(definition, figures, known, towns) if only_approved else set(),
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


def _is_known_in(period: ReportingPeriod, one: Said) -> bool:
    is_earlier = one.end < period.start or (one.is_approved and one.end <= period.end)
    return is_earlier or one.period in (None, period.pk)


def _last_number(said: dict[int, Said]) -> Said | None:
    return next((one for one in reversed(said.values()) if one.is_number), None)


def _waiting(
    definition: Definition, figures: PlanFigures, known: dict[int, Source], towns: dict[int, int]
) -> set[tuple[int, int]]:
    drafts = ((known.get(one.indicator), one.year) for one in figures.said if not one.is_approved)
    return {
        (towns[source.plan], year) for source, year in drafts if source and source.definition == definition.pk
    }


def _keep_newest(known: dict[int, Said], one: Said):
    """Of a part of the year that is not known yet an earlier number still holds."""
    if not one.missing_reason or one.indicator not in known:
        known.pop(one.indicator, None)
        known[one.indicator] = one

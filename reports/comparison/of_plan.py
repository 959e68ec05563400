"""What one plan measures beside its region and the country, for its report."""

from django.db.models import Exists, OuterRef

from indicators.models import Definition, Statistic, StatisticTotal
from plans.models import Plan, ReportingPeriod, Territory

from .comparison import MOST_YEARS, Comparison, Question, assembled
from .own import OwnFigures, PlanFigures
from .places import Place, place_of
from .public import UPPER, public_figures, public_totals, upper_units
from .said import year_of


def beside_region(
    plan: Plan, municipality: Territory, period: ReportingPeriod, definitions: set[int]
) -> list[Comparison]:
    """Those of the definitions for which both the town and its region or the country have numbers.

    Nothing is asked where the plan measures nothing that other towns do, and next to nothing where no
    public figures are known.
    """
    if not definitions or not (measured := _known_above(definitions)):
        return []
    found = _compared(place_of(plan, municipality), measured, period)
    return [one for one in found if one.counted and (one.region or one.yardsticks.country)]


def _compared(place: Place, measured: list[Definition], period: ReportingPeriod) -> list[Comparison]:
    """Each definition of one town, all read together, in the years up to the period."""
    last = year_of(period.start, period.end)
    years = range(last - MOST_YEARS + 1, last + 1)
    keys, wholes = {one.pk for one in measured}, {one.denominator_id for one in measured} - {None}
    units = upper_units()
    public = public_figures(keys | wholes, wholes, [place.town.pk], units, years)
    totals = public_totals(keys, units, years)
    figures = PlanFigures.read(measured, [place], years).known_in(period)
    return [
        assembled(
            Question(one, [place], years),
            OwnFigures.of(one, [place], figures),
            public,
            [total for total in totals if total.definition == one.pk],
        )
        for one in measured
    ]


def _known_above(definitions: set[int]) -> list[Definition]:
    """Those of which some region or the country has a figure."""
    figures = (
        Exists(model.objects.filter(definition=OuterRef("pk"), territory__kind__in=UPPER))
        for model in (Statistic, StatisticTotal)
    )
    known = Definition.objects.filter(next(figures) | next(figures), pk__in=definitions)
    return list(known.select_related("denominator").prefetch_related("breaks", "denominator__breaks"))

"""What one plan measures beside its region and the country, for its report."""

from django.db.models import Exists, OuterRef

from indicators.models import Definition, Statistic, StatisticTotal
from plans.models import Plan, ReportingPeriod, Territory

from .comparison import MOST_YEARS, Comparison, Question, assembled
from .own import OwnFigures, PlanFigures
from .places import place_of
from .public import UPPER, public_figures, public_totals, upper_units
from .said import year_of


def beside_region(
    plan: Plan, municipality: Territory, period: ReportingPeriod, definitions: set[int]
) -> list[Comparison]:
    """Those of the definitions for which both the town and its region or the country have numbers.

    Nothing is asked where the plan measures nothing that other towns do, and next to nothing where no
    public figures are known.
    """
    if not definitions:
        return []
    last = year_of(period.start, period.end)
    years = range(last - MOST_YEARS + 1, last + 1)
    measured = _known_above(definitions)
    if not measured:
        return []
    wholes = {one.denominator_id for one in measured} - {None}
    places, units = [place_of(plan, municipality)], upper_units()
    keys = {one.pk for one in measured}
    public = public_figures(keys | wholes, wholes, [municipality.pk], units, years)
    totals = public_totals(keys, units, years)
    figures = PlanFigures.read(measured, places, years)
    found = [
        assembled(
            Question(one, places, years),
            OwnFigures.of(one, places, figures),
            public,
            [total for total in totals if total.definition == one.pk],
        )
        for one in measured
    ]
    return [one for one in found if one.counted and (one.region or one.yardsticks.country)]


def _known_above(definitions: set[int]) -> list[Definition]:
    """Those of which some region or the country has a figure."""
    figures = (
        Exists(model.objects.filter(definition=OuterRef("pk"), territory__kind__in=UPPER))
        for model in (Statistic, StatisticTotal)
    )
    known = Definition.objects.filter(next(figures) | next(figures), pk__in=definitions)
    return list(known.select_related("denominator").prefetch_related("breaks"))

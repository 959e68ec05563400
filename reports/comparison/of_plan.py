"""What one plan measures beside its region and the country, for its report."""

from indicators.models import Definition
from plans.models import Plan, ReportingPeriod, Territory

from .comparison import MOST_YEARS, Comparison, Question, assembled
from .own import OwnFigures, PlanFigures
from .places import place_of
from .public import public_figures, public_totals, upper_units
from .said import year_of


def beside_region(
    plan: Plan, municipality: Territory, period: ReportingPeriod, definitions: set[int]
) -> list[Comparison]:
    """Those of the definitions for which both the town and its region or the country have numbers.

    Nothing is asked where the plan measures nothing that other towns do.
    """
    if not definitions:
        return []
    last = year_of(period.start, period.end)
    years = range(last - MOST_YEARS + 1, last + 1)
    measured = Definition.objects.filter(pk__in=definitions).select_related("denominator")
    measured = list(measured.prefetch_related("breaks"))
    wholes = {one.denominator_id for one in measured} - {None}
    places, units = [place_of(plan, municipality)], upper_units()
    public = public_figures(definitions | wholes, wholes, [municipality.pk], units, years)
    totals = public_totals(definitions, units, years)
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

"""What a document says against itself: names that lead nowhere, things said twice, values that do not fit.

A missing required part is None here; the reader has already noted it, so the checks pass over it in silence.
"""

from collections.abc import Callable, Iterable, Iterator

from plans.models import COUNTRY

from .cells import unknown
from .definitions import definition_problems
from .differences import difference_problems
from .documents import BASELINE, PlanDocument, Reference, Written
from .levels import meant_by
from .problems import Problem
from .value_checks import value_problems
from .wholes import whole_problems


def problems_of(document: PlanDocument) -> list[Problem]:
    return [problem for check in CHECKS for problem in check(document)]


def repeated_plans(documents: list[PlanDocument]) -> Iterator[Problem]:
    heads = [document.plan for document in documents if document.plan]
    yield from twice(heads, lambda head: head.slug, "Plán „{name}“ už je na řádku {line}.")


def twice(items: Iterable[Written], key: Callable, sentence: str) -> Iterator[Problem]:
    """A problem for each item whose key another one had before."""
    seen = {}
    for item in items:
        if key(item) in seen:
            yield Problem(item.line, sentence.format(name=key(item), line=seen[key(item)]))
        elif key(item) is not None:
            seen[key(item)] = item.line


def repeated_periods(document: PlanDocument) -> Iterator[Problem]:
    yield from twice(document.periods, lambda period: period.slug, "Období „{name}“ už je na řádku {line}.")
    yield from twice(document.periods, lambda period: period.covers, "Stejné období už je na řádku {line}.")


def repeated_municipalities(document: PlanDocument) -> Iterator[Problem]:
    covered = document.plan.covers if document.plan else ()
    yield from twice(covered, lambda town: (town.name, town.district), "Tatáž obec už je na řádku {line}.")


def unknown_periods(document: PlanDocument) -> Iterator[Problem]:
    slugs = [period.slug for period in document.periods if period.slug]
    for indicator in document.all_indicators():
        yield from _outside([*slugs, BASELINE], ((value.line, value.period) for value in indicator.values))
    for level in (*document.goals(), *document.measures()):
        yield from _outside(slugs, ((evaluation.line, evaluation.period) for evaluation in level.evaluations))
    references = (report.period for report in document.reports if report.period)
    yield from _outside(slugs, ((reference.line, reference.text) for reference in references))


def _outside(slugs: list[str], used: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    for line, slug in used:
        if slug not in slugs:
            yield Problem(line, f"Období „{slug}“ plán nemá; {unknown(slug, slugs)}")


def definitions(document: PlanDocument) -> Iterator[Problem]:
    yield from twice(
        document.definitions, lambda definition: definition.code, "Definice „{name}“ už je na řádku {line}."
    )
    yield from definition_problems(document)


def values(document: PlanDocument) -> Iterator[Problem]:
    territories = _territory_names(document)
    for indicator in document.all_indicators():
        yield from value_problems(indicator, territories)


def _territory_names(document: PlanDocument) -> set[str]:
    if not document.plan:
        return set()
    towns = (town for town in document.municipalities() if town)
    return {COUNTRY, *(name for town in towns for name in town.names if name)}


def repeated_organisations(document: PlanDocument) -> Iterator[Problem]:
    lists = [measure.implementers for measure in document.measures()]
    lists += [project.recipients for project in document.projects]
    for organisations in lists:
        yield from twice(
            organisations, lambda reference: reference.text, "Organizace „{name}“ je v seznamu dvakrát."
        )


def named_levels(document: PlanDocument) -> Iterator[Problem]:
    """Areas and measures of which projects and indicators speak by their code or title."""
    areas = [area for area in document.areas if area.title]
    for project in document.projects:
        if project.area:
            yield from _unresolved(project.area, areas, "Oblast")
    measures = [measure for measure in document.measures() if measure.title]
    lists = [project.measures for project in document.projects]
    lists += [indicator.also_counts for indicator in document.all_indicators()]
    for references in lists:
        for reference in references:
            yield from _unresolved(reference, measures, "Opatření")
        yield from twice(
            references,
            lambda reference: tuple(measure.line for measure in meant_by(reference.text, measures)) or None,
            "Totéž opatření už je v seznamu na řádku {line}.",
        )


def _unresolved(reference: Reference, levels: list, what: str) -> Iterator[Problem]:
    found = meant_by(reference.text, levels)
    if not found:
        names = [name for level in levels for name in (level.code, level.title) if name]
        advice = unknown(reference.text, names)
        yield Problem(reference.line, f"{what} „{reference.text}“ v plánu není; {advice}")
    elif len(found) > 1:
        lines = " a ".join(str(level.line) for level in found)
        advice = f"je na řádcích {lines}; připište ke kódu název."
        yield Problem(reference.line, f"{what} „{reference.text}“ není jen jedno: {advice}")


def project_terms(document: PlanDocument) -> Iterator[Problem]:
    for project in document.projects:
        if project.term.span and project.starts_on:
            yield Problem(project.line, "Napište buď „term“ s daty, nebo „starts_on“; ne obojí.")
        if not project.title and not project.registration_number:
            yield Problem(project.line, "Projekt nemá název ani registrační číslo; není jak ho poznat.")


def repeated_reports(document: PlanDocument) -> Iterator[Problem]:
    yield from twice(
        document.reports,
        lambda report: (report.period.text, report.layout) if report.period and report.layout else None,
        "Zpráva za toto období a v tomto rozvržení už je na řádku {line}.",
    )


CHECKS = (
    repeated_municipalities,
    repeated_periods,
    unknown_periods,
    definitions,
    values,
    difference_problems,
    whole_problems,
    repeated_organisations,
    named_levels,
    project_terms,
    repeated_reports,
)

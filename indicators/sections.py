"""The grid laid out for reading from top to bottom: headings of all levels with the rows below each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from .bands import AreaBand, GoalBand, Grid, MeasureBand, Row


@dataclass
class Section:
    """A heading and its own rows; `level` is area, context, impact, goal, subgoal or measure."""

    level: str
    code: str
    title: str
    rows: list = field(default_factory=list)
    measure: MeasureBand | None = None


@dataclass
class AreaSections:
    area: AreaBand
    sections: list[Section]


def lay_out(
    grid: Grid, *, shows: Callable[[Row], bool] = lambda row: True, dress=lambda row: row
) -> list[AreaSections]:
    """Areas with their sections, only rows that `shows` lets through, each turned by `dress`."""
    laid_out = [_area(area, shows, dress) for area in grid.areas]
    return [area for area in laid_out if any(section.rows for section in area.sections)]


def _area(band: AreaBand, shows, dress) -> AreaSections:
    sections = []
    for section in _sections(band):
        section.rows = [dress(row) for row in section.rows if shows(row)]
        sections.append(section)
    return AreaSections(band, _without_empty(sections))


def _sections(band: AreaBand) -> Iterator[Section]:
    if band.context:
        yield Section("context", "", "Kontextové indikátory", band.context)
    if band.impact:
        yield Section("impact", "", "Indikátory dopadu", band.impact)
    for goal in band.goal_bands:
        yield _goal(goal)
        for measure in goal.measures:
            yield Section("measure", measure.measure.code, measure.measure.title, measure.rows, measure)


def _goal(band: GoalBand) -> Section:
    level = "subgoal" if band.goal.parent_id else "goal"
    return Section(level, band.goal.code, band.goal.title, band.rows)


def _without_empty(sections: list[Section]) -> list[Section]:
    """Drop headings under which nothing is left; a goal stays while a measure below it has rows."""
    kept: list[Section] = []
    below: set[str] = set()
    for section in reversed(sections):
        if section.rows or section.level in below:
            kept.append(section)
            below = _levels_above(section.level) | (below - _levels_from(section.level))
    return kept[::-1]


def _levels_above(level: str) -> set[str]:
    return {"measure": {"goal", "subgoal"}, "subgoal": {"goal"}}.get(level, set())


def _levels_from(level: str) -> set[str]:
    """A goal once kept is not needed again by what stood below it."""
    return {"goal": {"goal", "subgoal"}, "subgoal": {"subgoal"}}.get(level, set())

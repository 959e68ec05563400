"""A town in a list: its name and, since 590 names repeat, its district."""

from plans.models import Territory
from reports.blocks import Line
from reports.narrative import line


def town_lines(town: Territory) -> tuple[Line, ...]:
    district = town.district_name
    return (line(town.name), line(f"okres {district}", muted=True)) if district else (line(town.name),)

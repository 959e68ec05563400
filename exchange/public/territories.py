"""The code list of territories: read whole, compared with the database and then written whole."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from exchange.problems import Problem
from exchange.sheets.table import Table, open_table
from indicators.models import StatisticTotal
from plans.models import Territory, with_district

from .columns import LEVELS, Kind, is_head_of_places
from .known import KnownTerritories
from .steps import COMPARING, EVERY, READING, Step, Work, finish
from .units import Unit, UnitLine, unit_lines

BATCH = 1_000
# From the nearest. No list makes an ORP a parent, but a person may, and a district is nearer.
PARENTS = [Kind.DISTRICT, Kind.ORP, Kind.REGION, Kind.STATE]
# Those by which municipalities are added up.
COUNTED = (Kind.MUNICIPALITY, Kind.DISTRICT)
MOST_PROBLEMS = 50
TWICE = "Kód {code} už stojí na řádku {line}."
OTHER_NAME = "Kód {code} má na řádku {line} jiný název: {name}."
OTHER_STATE = "Stát může být jen jeden; na řádku {line} je {name}."
OTHER_PARENT = "{name} leží na řádku {line} v jiném celku: {parent}."
NOTHING = "Pod záhlavím nejsou žádné řádky."


@dataclass
class Listed:
    """A unit of the list with the units in which it lies, by the line that named it first."""

    unit: Unit
    line: int
    above: dict[Kind, Unit] = field(default_factory=dict)


@dataclass
class TerritoryResult:
    """What the list does to the database."""

    new: int = 0
    unchanged: int = 0
    changed: list[str] = field(default_factory=list)
    ambiguous: list[str] = field(default_factory=list)
    is_moved: bool = False  # does a municipality or a district lie elsewhere now, or is it new?


def import_territories(path: Path, *, sheet: str = "", name: str = "") -> TerritoryResult:
    """All territories of the file, or none of them and DocumentError."""
    return finish(importing_territories(path, sheet=sheet, name=name))


def importing_territories(path: Path, *, sheet: str = "", name: str = "") -> Work[TerritoryResult]:
    with transaction.atomic():
        StatisticTotal.objects.take_turns()
        with open_table(path, is_head_of_places, sheet, name) as table:
            listed = yield from _read(table)
        known, result = KnownTerritories(), TerritoryResult()
        done = 0
        for kind in reversed(LEVELS):
            units = [one for one in listed.values() if one.unit.kind == kind]
            wanted = _shared(units)
            for start in range(0, len(units), BATCH):
                some = units[start : start + BATCH]
                _save(some, known, wanted, result)
                done += len(some)
                if len(listed) >= EVERY:
                    yield Step(COMPARING, done, len(listed))
        if result.is_moved:
            StatisticTotal.objects.refresh()
    return result


def _read(table: Table) -> Work[dict[tuple[Kind, str], Listed]]:
    problems: list[Problem] = []
    listed: dict[tuple[Kind, str], Listed] = {}
    for line in unit_lines(table, problems):
        _take(table, line, listed, problems)
        if len(problems) > MOST_PROBLEMS:
            break
        if line.number % EVERY == 0:
            yield Step(READING, line.number, table.last_line)
    if not listed and not problems:
        problems.append(table.problem(NOTHING, table.head_line))
    problems += _other_states(table, listed.values())
    if problems:
        raise table.refusal(*problems)
    return listed


def _take(table: Table, line: UnitLine, listed: dict, problems: list[Problem]):
    smallest = line.smallest
    first = listed.get((smallest.kind, smallest.code))
    if first and smallest.kind == Kind.MUNICIPALITY:
        text = TWICE.format(code=smallest.code, line=first.line)
        problems.append(table.problem(text, line.number, line.columns[0]))
        return
    for position, unit in enumerate(line.units):
        one = listed.setdefault((unit.kind, unit.code), Listed(unit, line.number))
        if one.unit.name != unit.name:
            text = OTHER_NAME.format(code=unit.code, line=one.line, name=one.unit.name)
            problems.append(table.problem(text, line.number, line.columns[position]))
        for above in line.units[position + 1 :]:
            # Districts and ORP do not lie in each other, only both in a region.
            if {unit.kind, above.kind} == {Kind.ORP, Kind.DISTRICT}:
                continue
            other = one.above.setdefault(above.kind, above)
            if other.code != above.code:
                text = OTHER_PARENT.format(name=unit.name, line=one.line, parent=other.name)
                problems.append(table.problem(text, line.number, line.columns[position]))


def _other_states(table: Table, listed: Iterable[Listed]) -> list[Problem]:
    first, *others = [one for one in listed if one.unit.kind == Kind.STATE] or [None]
    return [
        table.problem(OTHER_STATE.format(line=first.line, name=first.unit.name), other.line)
        for other in others
    ]


def _save(listed: list[Listed], known: KnownTerritories, wanted, result: TerritoryResult):
    """Units of one kind; those above them are in the database by now."""
    new, changed = [], []
    for one in listed:
        row = _row_of(one, known, wanted, result)
        territory = row or Territory(kind=one.unit.kind)
        before = territory.parent
        difference = _complete(territory, one, known)
        if row is None:
            new.append(territory)
        elif difference:
            changed.append(territory)
            result.changed.append(f"{one.unit.name}: {', '.join(difference)}")
        else:
            result.unchanged += 1
        if one.unit.kind in COUNTED and (row is None or territory.parent != before):
            result.is_moved = True
    result.new += len(new)
    known.add(Territory.objects.bulk_create(new))
    known.learn_codes(changed)
    Territory.objects.bulk_update(changed, ["code", "name", "parent", "orp"], BATCH // 4)


def _shared(listed: list[Listed]) -> dict[tuple[str, str], int]:
    """How many units of the list have the same name and district."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for one in listed:
        counts[_told(one)] += 1
    return counts


def _told(one: Listed) -> tuple[str, str]:
    district = one.above.get(Kind.DISTRICT)
    return one.unit.name, district.name if district else ""


def _row_of(one: Listed, known: KnownTerritories, wanted, result: TerritoryResult) -> Territory | None:
    if one.unit.kind == Kind.STATE:
        # There is only one, however the list calls it.
        return known.country
    return known.by_code(one.unit.kind, one.unit.code) or _codeless(one, known, wanted, result)


def _codeless(one: Listed, known: KnownTerritories, wanted, result: TerritoryResult) -> Territory | None:
    """A row that a plan brought without a code, if name and district leave no doubt which one it is."""
    name, district = _told(one)
    found = known.without_code(one.unit.kind, name, district)
    if len(found) == 1 and wanted[name, district] == 1:
        return found[0]
    if found:
        place = with_district(name, district)
        result.ambiguous.append(f"řádek {one.line}: {place}, kód {one.unit.code}")
    return None


def _complete(territory: Territory, one: Listed, known: KnownTerritories) -> list[str]:
    """Sets what the list says and names what was different."""
    said = {"code": one.unit.code, "name": one.unit.name}
    above = next((one.above[kind] for kind in PARENTS if kind in one.above and kind != Kind.ORP), None)
    if above and not _lies_nearer(territory.parent, above):
        said["parent"] = known.by_code(above.kind, above.code)
    if orp := one.above.get(Kind.ORP):
        said["orp"] = known.by_code(Kind.ORP, orp.code)
    difference = []
    for name, now in said.items():
        before = getattr(territory, name)
        if before != now:
            setattr(territory, name, now)
            label = Territory._meta.get_field(name).verbose_name
            difference.append(f"{label} {before or '–'} → {now}")
    return difference


def _lies_nearer(parent: Territory | None, above: Unit) -> bool:
    """A list that leaves districts out takes no municipality out of its district."""
    if parent is None:
        return False
    return parent.kind not in PARENTS or PARENTS.index(parent.kind) < PARENTS.index(above.kind)

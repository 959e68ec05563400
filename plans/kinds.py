"""Kinds of plans as data: what a kind and its levels are called, which layout its report takes.

A new kind is a new row of KINDS; no model, migration or template changes.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """What one level of a plan is called: singular and plural, as printed inside a sentence."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class PlanKind:
    code: str
    abbreviation: str
    name: str
    area: Level
    goal: Level
    subgoal: Level
    measure: Level
    layout: str  # name of the report layout offered first
    statuses: dict[str, str]  # offered first, each with the word that this kind of plan prints


AREA = Level("prioritní oblast", "prioritní oblasti")
STRATEGIC_GOAL = Level("strategický cíl", "strategické cíle")
SPECIFIC_GOAL = Level("specifický cíl", "specifické cíle")
MEASURE = Level("opatření", "opatření")
PRIORITY = Level("priorita", "priority")
ACTIVITY = Level("aktivita", "aktivity")
WORKING_GROUP = Level("pracovní skupina", "pracovní skupiny")
REALISED = {
    "completed": "Realizováno",
    "in_progress": "V realizaci",
    "not_realised": "Nerealizováno",
    "not_monitored": "Nesledováno",
    "not_relevant": "Nerelevantní",
}
FULFILLED = {
    "completed": "Splněno",
    "in_progress": "V realizaci",
    "partial": "Částečně splněno",
    "not_realised": "Nerealizováno",
    "not_monitored": "Nesledováno",
}
OUTPUT_FULFILLED = {
    "completed": "Výstup splněn",
    "continuous": "Výstup je naplňován průběžně",
    "partial": "Výstup částečně splněn",
    "not_realised": "Výstup nesplněn",
    "not_monitored": "Nesledováno",
}

KINDS = {
    kind.code: kind
    for kind in [
        PlanKind("psz", "PSZ", "Plán sociálního začleňování",
                 AREA, STRATEGIC_GOAL, SPECIFIC_GOAL, MEASURE, "action-plan-table", REALISED),
        PlanKind("spsz", "SPSZ", "Strategický plán sociálního začleňování",
                 AREA, STRATEGIC_GOAL, SPECIFIC_GOAL, MEASURE, "goal-blocks", REALISED),
        PlanKind("tap", "TAP", "Tematický akční plán",
                 AREA, STRATEGIC_GOAL, SPECIFIC_GOAL, MEASURE, "cooperation-summary", FULFILLED),
        PlanKind("mpi", "MPI", "Místní plán inkluze",
                 AREA, STRATEGIC_GOAL, SPECIFIC_GOAL, MEASURE, "action-plan-table", FULFILLED),
        PlanKind("kpss", "KPSS", "Komunitní plán sociálních služeb",
                 WORKING_GROUP, PRIORITY, ACTIVITY, MEASURE, "measure-cards", OUTPUT_FULFILLED),
    ]
}  # fmt: skip


def kind_choices() -> list[tuple[str, str]]:
    return [(kind.code, kind.name) for kind in KINDS.values()]

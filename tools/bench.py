"""How fast we are, as ratios: `python -m tools.bench` (or `make bench`).

A figure in milliseconds says more about a machine than about the program, so each of ours is divided by
something comparable that was measured in the same run. Both sides take turns and the medians of their
processor time are compared. Everything happens in a database of its own that is thrown away.
"""

import gc
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from statistics import median
from time import process_time


@dataclass(frozen=True)
class Comparison:
    """Our work beside a yardstick; `goal` is the largest ratio that we accept."""

    name: str
    ours: Callable[[], object]
    yardstick_name: str
    yardstick: Callable[[], object]
    goal: float
    rounds: int


@dataclass(frozen=True)
class Outcome:
    comparison: Comparison
    ours: float  # seconds
    yardstick: float

    @property
    def ratio(self) -> float:
        return self.ours / self.yardstick

    @property
    def is_reached(self) -> bool:
        return self.ratio <= self.comparison.goal


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        start_django(Path(folder))
        # They import models, which exist only now.
        modules = [
            import_module(name) for name in ("tools.bench_grid", "tools.bench_report", "tools.bench_import")
        ]
        outcomes = [measure(one) for module in modules for one in module.comparisons()]
    print_table(outcomes)
    return 0


def start_django(folder: Path):
    """Settings are read on import, so the database is named before it."""
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'bench.sqlite3'}"
    os.environ["DEBUG"] = "False"
    os.environ["DJANGO_SETTINGS_MODULE"] = "inclusion.settings"
    # The server's own way in, with what it does once everything is loaded.
    import_module("inclusion.wsgi")


def measure(comparison: Comparison) -> Outcome:
    ours, yardstick = [], []
    comparison.ours(), comparison.yardstick()  # fills caches and loads templates
    for _ in range(comparison.rounds):
        ours.append(processor_time(comparison.ours))
        yardstick.append(processor_time(comparison.yardstick))
    return Outcome(comparison, median(ours), median(yardstick))


def processor_time(work: Callable[[], object]) -> float:
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


def print_table(outcomes: list[Outcome]):
    print(f"{'ours':42} {'ms':>7}   {'beside':42} {'ms':>7}   {'ratio':>6} {'goal':>6}")
    for outcome in outcomes:
        one = outcome.comparison
        verdict = "" if outcome.is_reached else "  over"
        print(
            f"{one.name:42} {outcome.ours * 1000:7.1f}   {one.yardstick_name:42} "
            f"{outcome.yardstick * 1000:7.1f}   {outcome.ratio:6.3f} {one.goal:6.2f}{verdict}"
        )


if __name__ == "__main__":
    sys.exit(main())

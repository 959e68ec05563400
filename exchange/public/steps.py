"""How far an import has come: work is a generator that yields its steps and returns its result.

Whoever runs it decides what to do with a step: a page sends it, a terminal prints it, a test lets it be.
Closing the generator in the middle ends its transaction as any other fault would.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

from czech.plurals import out_of
from czech.printing import NBSP, number_text

Result = TypeVar("Result")
# Rows after which a step is told; whatever has fewer of them is done before anybody could look.
EVERY = 500


@dataclass(frozen=True)
class Phase:
    """A part of the work and where on the bar of the whole it lies, in per cent."""

    words: str
    start: int
    end: int


READING = Phase("Čteme řádek", 0, 80)
COMPARING = Phase("Porovnáváme s\u00a0databází:", 80, 100)


@dataclass(frozen=True, slots=True)
class Step:
    """`whole` is missing where the file does not say how long it is."""

    phase: Phase
    done: int
    whole: int | None

    @property
    def percent(self) -> int | None:
        if not self._is_whole_known:
            return None
        return self.phase.start + (self.phase.end - self.phase.start) * self.done // self.whole

    def __str__(self):
        words = f"{self.phase.words} {number_text(self.done)}"
        if not self._is_whole_known:
            return words
        return f"{words} {out_of(self.whole)}{NBSP}{number_text(self.whole)}"

    @property
    def _is_whole_known(self) -> bool:
        """A file may be longer than it says."""
        return bool(self.whole) and self.done <= self.whole


Work = Generator[Step, None, Result]


def finish(work: Work[Result], tell: Callable[[Step], object] = lambda step: None) -> Result:
    """Runs the work to its end at once."""
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            return end.value
        tell(step)

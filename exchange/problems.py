"""What is wrong with a document, as sentences for the person who wrote it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault; the line is missing only when the fault is of the file as a whole."""

    line: int | None
    text: str


class DocumentError(Exception):
    """A document that cannot be loaded, with everything that is wrong with it."""

    def __init__(self, name: str, problems: Iterable[Problem]):
        self.name = name
        self.problems = sorted(dict.fromkeys(problems), key=lambda problem: problem.line or 0)
        super().__init__(name, self.problems)

    def __str__(self):
        return "\n".join(map(self._printed, self.problems))

    def _printed(self, problem: Problem) -> str:
        place = self.name if problem.line is None else f"{self.name}, řádek {problem.line}"
        return f"{place}: {problem.text}"

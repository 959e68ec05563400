"""What is wrong with a document, as sentences for the person who wrote it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault; the line is missing only when the fault is of the file or the sheet as a whole."""

    line: int | None
    text: str
    sheet: str = ""
    column: str = ""

    def place(self, name: str) -> str:
        """Where in the file: name.xlsx, list „Obce“, řádek 5, sloupec „Kód“."""
        parts = [name]
        if self.sheet:
            parts.append(f"list „{self.sheet}“")
        if self.line is not None:
            parts.append(f"řádek {self.line}")
        if self.column:
            parts.append(f"sloupec „{self.column}“")
        return ", ".join(parts)


class DocumentError(Exception):
    """A document that cannot be loaded, with everything that is wrong with it."""

    def __init__(self, name: str, problems: Iterable[Problem]):
        self.name = name
        self.problems = sorted(dict.fromkeys(problems), key=lambda problem: problem.line or 0)
        super().__init__(name, self.problems)

    def __str__(self):
        return "\n".join(f"{problem.place(self.name)}: {problem.text}" for problem in self.problems)

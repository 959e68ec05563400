"""Levels of a plan by the names under which other places speak of them."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Level(Protocol):
    """A document or a saved row alike."""

    code: str
    title: str


AnyLevel = TypeVar("AnyLevel", bound=Level)


def meant_by(text: str, levels: Sequence[AnyLevel]) -> list[AnyLevel]:
    """Those with this code or title, or with this code and a title that so begins, for codes that repeat."""
    return [level for level in levels if text in (level.code, level.title) or _begins(text, level)]


def _begins(text: str, level: Level) -> bool:
    full_name = f"{level.code} {level.title}"
    return bool(level.code) and text.startswith(f"{level.code} ") and full_name.startswith(text)

"""From a file to the database, and what to say about it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction

from czech.printing import number_text

from .saving import LoadResult, save_plan
from .yaml_reader import read_plan_file

LINKS = "propojení"


def load_plan_file(path: Path, *, by=None) -> list[LoadResult]:
    """All plans of the file, or none of them and DocumentError."""
    documents = read_plan_file(path)
    with transaction.atomic():
        return [save_plan(document, by=by, name=path.name) for document in documents]


def summary(name: str, results: list[LoadResult]) -> Iterator[str]:
    """Lines about one loaded file."""
    for result in results:
        yield from _plan_summary(name, result)


def _plan_summary(name: str, result: LoadResult) -> Iterator[str]:
    if result.changed_nothing:
        yield f"{name}: plán „{result.plan}“ se nezměnil."
    else:
        yield f"{name}: plán „{result.plan}“ je načten."
    if result.created:
        yield f"  založeno: {', '.join(_created(result))}"
    yield from (f"  {change}" for change in result.changes)
    yield from (f"  navíc v databázi: {extra}" for extra in result.extras)


def _created(result: LoadResult) -> Iterator[str]:
    counts = Counter()
    for model, count in result.created.items():
        counts[LINKS if model._meta.auto_created else model._meta.verbose_name_plural] += count
    return (f"{name} {number_text(count)}" for name, count in counts.items())

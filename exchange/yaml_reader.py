"""Reads plans from a YAML file."""

from pathlib import Path

from .checks import problems_of, repeated_plans
from .documents import PlanDocument
from .problems import DocumentError, Problem
from .yaml_keys import DOCUMENT
from .yaml_nodes import SIZE_LIMIT, compose


def read_plans(content: bytes, name: str) -> list[PlanDocument]:
    """The plans that the file holds, or DocumentError with everything that is wrong with it."""
    problems: list[Problem] = []
    documents = [DOCUMENT(root, problems) for root in compose(content, name)]
    documents = [document for document in documents if document]
    problems += repeated_plans(documents)
    for document in documents:
        problems += problems_of(document)
    if problems:
        raise DocumentError(name, problems)
    return documents


def read_plan_file(path: Path) -> list[PlanDocument]:
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        fault = "Soubor nelze otevřít; zkontrolujte jeho jméno a práva."
        raise DocumentError(path.name, [Problem(None, fault)]) from error
    return read_plans(content, path.name)

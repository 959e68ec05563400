"""Readers of single texts that several tables of keys share."""

from czech.periods import read_span

from . import cells
from .yaml_records import list_of, scalar

SPAN = scalar(read_span)
DAY = scalar(cells.day)
WORDS = list_of(scalar(cells.listed))


def text(model, field_name: str):
    return scalar(cells.plain(model, field_name))


def choice(choices):
    return scalar(cells.one_of(choices))

"""Where pages are; looking one up takes as long as printing a cell, and lists ask for hundreds."""

from functools import lru_cache

from django.urls import reverse


@lru_cache(maxsize=8192)
def address(view: str, *place: str | int) -> str:
    return reverse(view, args=place)

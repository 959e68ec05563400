"""Anchors to which one chapter leads from another; codes repeat, so the key of the database is used."""

from plans.models import Measure


def card_anchor(measure: Measure) -> str:
    return f"karta-{measure.pk}"


def measure_anchor(measure: Measure) -> str:
    """The row of a measure among the measures of its goal."""
    return f"opatreni-{measure.pk}"

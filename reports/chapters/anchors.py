"""Anchors to which one chapter leads from another; codes repeat, so the key of the database is used."""

from plans.models import Measure


def card_anchor(measure: Measure) -> str:
    return f"karta-{measure.pk}"

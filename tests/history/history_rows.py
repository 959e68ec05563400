"""Changes as people make them: saved by somebody, read back as lines."""

from decimal import Decimal

from reports.history.stream import history_of_plan


def saved(row, by=None, **fields):
    """The row with these fields, saved by a person."""
    for name, value in fields.items():
        setattr(row, name, value)
    row._history_user = by
    row.save()
    return row


def number(text) -> dict:
    return {"number": Decimal(text)}


def events(plan, *chosen):
    return history_of_plan(plan, *chosen).events


def of_kind(plan, kind):
    return [event for event in events(plan) if event.kind == kind]


def lines(event) -> list[str]:
    """What differs, with ordinary spaces."""
    told = [f"{one.label}: {one.line}" if one.label else one.line for one in event.differences]
    return [line.replace("\u00a0", " ") for line in told]

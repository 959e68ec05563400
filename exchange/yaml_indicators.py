"""The keys of an indicator in YAML with its targets, values and parts."""

from indicators.models import (
    Category,
    Direction,
    Indicator,
    Operator,
    PartsKind,
    Role,
    Target,
    Value,
    ValueKind,
)

from . import cells, documents
from .yaml_records import Key, chosen_by, keyed, list_of, pairs, record, reference, scalar, shorthand
from .yaml_scalars import SPAN, choice, text

TARGET = record(
    documents.TargetDocument,
    Key("value", scalar(cells.target)),
    Key("operator", choice(Operator)),
    Key("label", text(Target, "label")),
    Key("due", SPAN),
    Key("per", text(Target, "per")),
    Key("text", text(Target, "text")),
)

PARTS = pairs(
    documents.PartDocument,
    Key("label", text(Category, "label"), required=True),
    Key("figure", scalar(cells.part), required=True),
)


def values(kind: ValueKind):
    return keyed(
        "period",
        shorthand(
            "value",
            record(
                documents.ValueDocument,
                Key("value", scalar(cells.reported(kind))),
                Key("parts", PARTS),
                Key("covers", SPAN),
                Key("note", text(Value, "note")),
                Key("footnote", text(Value, "footnote")),
                Key("source", text(Value, "source")),
                Key("printed", text(Value, "printed")),
            ),
        ),
    )


def indicator_of(kind: ValueKind):
    return record(
        documents.IndicatorDocument,
        Key("name", text(Indicator, "name"), required=True),
        Key("role", choice(Role), required=True),
        Key("kind", choice(ValueKind)),
        Key("unit", text(Indicator, "unit")),
        Key("direction", choice(Direction)),
        Key("definition", reference()),
        Key("footnote", text(Indicator, "footnote")),
        Key("also_counts", list_of(reference())),
        Key("difference", list_of(reference())),
        Key("share_of", reference()),
        Key("parts", choice(PartsKind)),
        Key(
            "categories",
            pairs(
                documents.CategoryDocument,
                Key("label", text(Category, "label"), required=True),
                Key("name", text(Category, "name")),
            ),
        ),
        Key("targets", list_of(TARGET)),
        Key("values", values(kind)),
    )


# The kind decides how values are read. Of an unknown kind any words are taken: its own line is at fault.
INDICATORS = list_of(
    chosen_by("kind", {kind.value: indicator_of(kind) for kind in ValueKind}, ValueKind.COUNT, ValueKind.TEXT)
)

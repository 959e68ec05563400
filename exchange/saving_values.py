"""Values of indicators with their parts."""

from indicators.models import Part, Value
from indicators.reading import decimals_of

from .documents import BASELINE, PartDocument, Reported, ValueDocument
from .ledger import Ledger, Wish
from .places import Places
from .saving_indicators import SavedIndicators
from .saving_plan import Periods

ValueRows = list[tuple[ValueDocument, Value]]


def save_values(indicators: SavedIndicators, periods: Periods, places: Places, ledger: Ledger):
    values = _settle_values(indicators, periods | {BASELINE: None}, ledger)
    parts = _settle_parts(values, indicators, places, ledger)
    # A value is what its parts are: who has it open in the browser must learn that they changed.
    stale = {part.value_id for part in parts if ledger.wrote(part)}
    ledger.rewrite(Value, [row for _, row in values if row.pk in stale and not ledger.wrote(row)], set())


def _settle_values(indicators: SavedIndicators, periods, ledger: Ledger) -> ValueRows:
    wished = [
        (value, _value(value, row, periods[value.period]))
        for indicator, row in indicators.rows
        for value in indicator.values
    ]
    wishes = [Wish(row, value.line) for value, row in wished]
    existing = Value.objects.filter(indicator__plan=indicators.plan).select_related("indicator", "period")
    rows = ledger.settle(Value, wishes, existing, ("indicator_id", "period_id"))
    return [(value, row) for (value, _), row in zip(wished, rows, strict=True)]


def _value(document: ValueDocument, indicator, period) -> Value:
    reported = document.value or Reported()
    figure = reported.figure
    number = figure.number if figure.answer is None else int(figure.answer)
    return Value(
        indicator=indicator,
        period=period,
        number=number,
        decimals=max(decimals_of(figure.number), decimals_of(figure.upper)),
        upper=figure.upper,
        share=figure.share,
        share_decimals=decimals_of(figure.share),
        qualifier=figure.qualifier,
        parts_only=document.value is None,
        state=reported.state,
        text=reported.text,
        missing_reason=figure.missing,
        covers_start=document.covers and document.covers.start,
        covers_end=document.covers and document.covers.end,
        note=document.note,
        footnote=document.footnote,
        source=document.source,
        printed=document.printed or reported.printed,
    )


def _settle_parts(values: ValueRows, indicators: SavedIndicators, places: Places, ledger: Ledger):
    wishes = [
        Wish(_part(part, row, position, indicators, places), part.line)
        for value, row in values
        for position, part in enumerate(value.parts, start=1)
    ]
    existing = Part.objects.filter(value__indicator__plan=indicators.plan)
    existing = existing.select_related("value__indicator", "value__period", "category", "territory")
    return ledger.settle(Part, wishes, existing, ("value_id", "category_id", "territory_id"))


def _part(
    document: PartDocument, value: Value, position: int, indicators: SavedIndicators, places: Places
) -> Part:
    category = indicators.categories.get((value.indicator_id, document.label))
    return Part(
        value=value,
        position=position,
        category=category,
        territory=None if category else places.named(document.label),
        kind=document.figure.kind,
        number=document.figure.number,
        decimals=decimals_of(document.figure.number),
    )

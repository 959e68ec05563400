"""Fields in which people write Czech: a day, an amount, names one below another."""

from datetime import date
from decimal import Decimal

from django import forms

from czech.periods import read_span
from czech.printing import date_text, money_text
from czech.reading import Unreadable, read_money

ONE_DAY = "Napište jeden den, například 31. 12. 2024."
NEGATIVE = "Částka nemůže být záporná."
TOO_LARGE = "Částka je příliš velká."
TOO_FINE = "Částka má nejvýš dvě desetinná místa."
LARGEST = Decimal(10) ** 12


class DayField(forms.CharField):
    """A day; where a stretch of time starts or ends also a month or a year, which then has such an edge."""

    def __init__(self, *, edge="", **kwargs):
        super().__init__(**kwargs)
        self.edge = edge

    def prepare_value(self, value):
        return date_text(value) if isinstance(value, date) else value

    def to_python(self, value) -> date | None:
        text = super().to_python(value)
        if not text:
            return None
        try:
            span = read_span(text)
        except Unreadable as unreadable:
            raise forms.ValidationError(str(unreadable)) from None
        if not self.edge and span.start != span.end:
            raise forms.ValidationError(ONE_DAY)
        return span.start if self.edge == "start" else span.end


class MoneyField(forms.CharField):
    def prepare_value(self, value):
        return money_text(value) if isinstance(value, Decimal) else value

    def to_python(self, value) -> Decimal | None:
        text = super().to_python(value)
        if not text:
            return None
        try:
            amount = read_money(text)
        except Unreadable as unreadable:
            raise forms.ValidationError(str(unreadable)) from None
        _refuse(amount)
        return amount


def _refuse(amount: Decimal):
    if amount < 0:
        raise forms.ValidationError(NEGATIVE)
    if amount >= LARGEST:
        raise forms.ValidationError(TOO_LARGE)
    if amount != amount.quantize(Decimal("0.01")):
        raise forms.ValidationError(TOO_FINE)


class NamesWidget(forms.MultiWidget):
    """Names in rows of their own, offered from the page's list as one types."""

    def __init__(self, count=1):
        offered = {"list": "nazvy", "autocomplete": "off"}
        rows = range(1, count + 1)
        super().__init__([forms.TextInput(offered | {"aria-label": f"{row}. v pořadí"}) for row in rows])

    def decompress(self, value):
        return value or []


class NamesField(forms.Field):
    """Names in their order; blank rows do not count."""

    widget = NamesWidget

    def clean(self, value) -> list[str]:
        return [name for name in (" ".join((one or "").split()) for one in value or []) if name]

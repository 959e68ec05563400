"""The one place where a number or a date becomes Czech text."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils.timezone import localtime

from czech.reading import Figure

NBSP = "\u00a0"
MEGABYTE = 1024 * 1024
HALER = Decimal("0.01")
CZECH_SIGNS = str.maketrans({",": NBSP, ".": ",", "-": "\u2212"})
QUALIFIERS = {"about": "cca", "at_least": "min.", "at_most": "max."}
MISSING = {
    "not_available": f"není k{NBSP}dispozici",
    "not_monitored": "nesledováno",
    "not_relevant": "nerelevantní",
    "not_yet": "zatím není",
    "suppressed": "důvěrné",
}


# Not cached: 5.1 and 5.10 are one key to a cache and two texts to a reader.
def number_text(value: Decimal | int, decimals: int | None = None) -> str:
    """The number as Czech prints it, with as many decimals as it carries or as many as asked for."""
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if decimals is not None:
        number = number.quantize(Decimal((0, (1,), -decimals)), ROUND_HALF_UP)
    return f"{number or number.copy_abs():,f}".translate(CZECH_SIGNS)


def percent_text(value: Decimal | int, decimals: int | None = None) -> str:
    return f"{number_text(value, decimals)}{NBSP}%"


def money_text(value: Decimal | int) -> str:
    """An amount in crowns; hellers only where there are some."""
    crowns = Decimal(value).quantize(HALER, ROUND_HALF_UP)
    return f"{number_text(crowns, 0 if crowns % 1 == 0 else 2)}{NBSP}Kč"


def size_text(size: int) -> str:
    """The size of a file as people say it: 340 kB, 1,2 MB."""
    if size < MEGABYTE:
        return f"{number_text(max(1, round(size / 1024)))}{NBSP}kB"
    return f"{number_text(Decimal(size) / MEGABYTE, 1)}{NBSP}MB"


def sentence(text: str) -> str:
    """With a full stop, unless it ends with one: z. s. needs no other."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def yes_no_text(answer: bool) -> str:
    return "ANO" if answer else "NE"


def qualifier_text(key: str) -> str:
    return QUALIFIERS[key] if key else ""


def missing_text(key: str) -> str:
    return MISSING[key] if key else ""


def figure_text(figure: Figure) -> str:
    """The figure as a cell of a report says it; `read_figure` reads it back."""
    if figure.missing:
        return missing_text(figure.missing)
    if figure.answer is not None:
        return yes_no_text(figure.answer)
    if figure.parts:
        return "/".join(map(number_text, figure.parts))
    return NBSP.join(filter(None, (qualifier_text(figure.qualifier), _quantity_text(figure))))


def _quantity_text(figure: Figure) -> str:
    if figure.number is None:
        return "" if figure.share is None else percent_text(figure.share)
    quantity = number_text(figure.number)
    if figure.upper is not None:
        quantity += f"–{number_text(figure.upper)}"
    if figure.unit:
        quantity += f"{NBSP}{figure.unit}"
    if figure.share is not None:
        quantity += f" tj.{NBSP}{percent_text(figure.share)}"
    return quantity


def date_text(day: date) -> str:
    return f"{day.day}.{NBSP}{day.month}.{NBSP}{day.year}"


def datetime_text(moment: datetime) -> str:
    return f"{date_text(localtime(moment))} v{NBSP}{time_text(moment)}"


def time_text(moment: datetime) -> str:
    local = localtime(moment)
    return f"{local.hour}:{local.minute:02}"

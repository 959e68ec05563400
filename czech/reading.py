"""The one place where Czech text becomes a number.

A single comma or point is always the decimal sign, so "1.234" is one and a bit: Czech groups thousands
by spaces. Whatever could mean two things is refused with a sentence for the person who typed it.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

SHOWN = 40
SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009", " "))
# Up to 15 digits before the decimal sign and 6 after: more is a phone number or an account, not a value.
UNSIGNED = r"(?:[1-9][0-9]{0,2}(?:[ ][0-9]{3}){1,4}|[0-9]{1,15})(?:[.,][0-9]{1,6})?"
NUMBER = rf"[-\u2212]?{UNSIGNED}"
QUALIFIER = r"(?:(?P<qualifier>[^\W\d_]+\.?)[ ]*)?"
LETTER = r"A-Za-zÀ-ÖØ-öø-ž"

SHARE = re.compile(rf"{QUALIFIER}(?P<share>{NUMBER})[ ]*%")
VECTOR = re.compile(rf"{NUMBER}(?:[ ]*/[ ]*{NUMBER})+")
FIGURE = re.compile(
    rf"""
    {QUALIFIER}
    (?P<number>{NUMBER})
    (?:(?:[ ]*[-–—][ ]*|[ ]až[ ])(?P<upper>\u2212?{UNSIGNED}))?
    (?:(?:[ ]+|(?=Kč))(?P<unit>[{LETTER}][{LETTER}²³ ./-]{{0,60}}?))?
    (?:,?[ ]+tj\.?[ ]*(?P<share>{NUMBER})[ ]*%)?
    """,
    re.VERBOSE,
)

QUALIFIERS = {
    **dict.fromkeys(("cca", "přibližně", "asi"), "about"),
    **dict.fromkeys(("min", "minimálně", "nejméně", "alespoň"), "at_least"),
    **dict.fromkeys(("max", "maximálně", "nejvýše"), "at_most"),
}
MISSING = {
    **dict.fromkeys(("-", "–", "—", "\u2212", "n. a", "n.a", "n/a"), "not_available"),
    **dict.fromkeys(("není k dispozici", "nejsou k dispozici", "data nejsou k dispozici"), "not_available"),
    **dict.fromkeys(("nesledováno", "nesleduje se", "nesledujeme"), "not_monitored"),
    "nerelevantní": "not_relevant",
    "zatím není": "not_yet",
    "důvěrné": "suppressed",
}
ANSWERS = {"ano": True, "ne": False}

MAGNITUDES = frozenset(
    "tis tisíc tisíce mil milion miliony milionů milión mld miliarda miliardy miliard".split()
)
# "10 až", "5 a více", "12 z": the number goes on, the word is not its unit.
NOT_UNITS = frozenset(
    "a aby ale ano až bez celkem cca či další do i jen k krát méně na nad ne nebo nejsou není nerelevantní"
    " nesledováno nesleduje nesledujeme o od pod pro s se tj u v ve více vs x z za zatím ze důvěrné".split()
)

NUMBER_ADVICE = "napište číslo, například 1 234,5"
PERCENT_ADVICE = "napište podíl v procentech, například 4,5 %"
MONEY_ADVICE = "napište částku, například 1 009 154,50 Kč"
FIGURE_ADVICE = "napište číslo, například 1 234,5, nebo důvod, proč chybí, například nesledováno"
MAGNITUDE_ADVICE = "vypište celé číslo, například 1 500 000 Kč"


class Unreadable(ValueError):  # noqa: N818
    """Text that cannot be read; as a string it is a sentence to show to whoever typed it."""

    def __init__(self, text: str, advice: str, what: str = "Hodnotu"):
        super().__init__(text, advice, what)

    def __str__(self):
        text, advice, what = self.args
        shown = " ".join(text.split())
        if not shown:
            return f"{advice[0].upper()}{advice[1:]}."
        if len(shown) > SHOWN:
            shown = shown[: SHOWN - 1] + "…"
        return f"{what} „{shown}“ nelze přečíst; {advice}."


@dataclass(frozen=True, slots=True)
class Figure:
    """What one cell of a report says: a number and what stands around it, an answer, or what is missing."""

    number: Decimal | None = None
    upper: Decimal | None = None
    share: Decimal | None = None
    qualifier: str = ""
    parts: tuple[Decimal, ...] = ()
    answer: bool | None = None
    missing: str = ""
    unit: str = ""


def tidy(text: str) -> str:
    """The text with plain spaces and composed letters, as Word and PDF rarely give it."""
    return unicodedata.normalize("NFC", text).translate(SPACES).strip()


def read_number(text: str) -> Decimal:
    """The number with as many decimals as were typed: "5,10" stays 5.10."""
    return _read(text, NUMBER, NUMBER_ADVICE)


def read_percent(text: str) -> Decimal:
    return _read(text, rf"({NUMBER})[ ]*%?", PERCENT_ADVICE)


def read_money(text: str) -> Decimal:
    return _read(text, rf"({NUMBER})(?:,-{{1,2}})?(?:[ ]*Kč)?", MONEY_ADVICE)


def read_missing(text: str) -> str:
    """Why there is no value, if that is what the text says."""
    return MISSING.get(_word(text), "")


def _word(text: str) -> str:
    return tidy(text).casefold().rstrip(".")


def read_figure(text: str) -> Figure:
    """Whatever a cell of an evaluation report may hold, or Unreadable."""
    plain, word = tidy(text), _word(text)
    if word in MISSING:
        return Figure(missing=MISSING[word])
    if word in ANSWERS:
        return Figure(answer=ANSWERS[word])
    if VECTOR.fullmatch(plain):
        return Figure(parts=tuple(map(_decimal, plain.split("/"))))
    found = SHARE.fullmatch(plain) or FIGURE.fullmatch(plain)
    if not found:
        raise Unreadable(text, FIGURE_ADVICE)
    return _figure(text, **found.groupdict())


def _figure(text, qualifier, share, number=None, upper=None, unit=None) -> Figure:
    key = (qualifier or "").casefold().rstrip(".")
    if key and key not in QUALIFIERS:
        raise Unreadable(text, FIGURE_ADVICE)
    low, high = _decimal(number), _decimal(upper)
    if high is not None and high < low:
        low, high = high, low
    return Figure(
        number=low,
        upper=high,
        share=_decimal(share),
        qualifier=QUALIFIERS.get(key, ""),
        unit=_unit(text, unit or ""),
    )


def _unit(text: str, unit: str) -> str:
    first = re.split(r"[ ./-]", unit, maxsplit=1)[0].casefold()
    if first in MAGNITUDES:
        raise Unreadable(text, MAGNITUDE_ADVICE)
    if first in NOT_UNITS:
        raise Unreadable(text, FIGURE_ADVICE)
    return unit


def _read(text: str, pattern: str, advice: str) -> Decimal:
    found = re.fullmatch(pattern, tidy(text))
    if not found:
        raise Unreadable(text, advice)
    return _decimal(found[found.lastindex or 0])


def _decimal(text: str | None) -> Decimal | None:
    if text is None:
        return None
    number = Decimal(text.replace(" ", "").replace(",", ".").replace("\u2212", "-"))
    return number or number.copy_abs()

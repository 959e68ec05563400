"""What the text of one cell means: each function takes text and gives a typed value or raises a sentence."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from django.db.models import Choices

from czech.periods import ORDER_ADVICE, read_span
from czech.reading import Figure, Unreadable, read_figure, read_money, read_number, read_percent, tidy
from indicators.models import Part, StateWord, Target, Value, ValueKind
from plans.models import Evaluation, Measure
from projects.models import Call, Programme

from .documents import CallName, Cost, PartFigure, PrintedStatus, Reported, Term
from .statuses import read_status

# More are not worth reading in one sentence.
OPTIONS_SHOWN = 10
COST_FOR_EACH = re.compile(r"(.+Kč) ?/ ?(.+)")
CALL = re.compile(r"([0-9]\S*) (.+)")
YEAR = re.compile("(?:19|20|21)[0-9]{2}")
RANK = re.compile(r"([0-9]{1,4})\.")
# "Lexikona, z. s." without quotes is a list of two in YAML, and the second is no name.
LEGAL_FORM = re.compile(r"(z\. ?s|z\. ?ú|o\. ?p\. ?s|s\. ?r\. ?o|a\. ?s|p\. ?o)\.?", re.IGNORECASE)
STATES = {
    "splněno": StateWord.DONE,
    "probíhá": StateWord.RUNNING,
    "nerealizováno": StateWord.NOT_DONE,
}
TRUTHS = {"true": True, "ano": True, "false": False, "ne": False}
NOT_AVAILABLE_IN_LETTERS = re.compile(r"n\.? ?/?a\.?", re.IGNORECASE)


def within(model, field_name: str, value):
    """The value, if the column of the model takes it; otherwise the sentence a form would say."""
    model._meta.get_field(field_name).run_validators(value)
    return value


def plain(model, field_name: str) -> Callable[[str], str]:
    """Text that has to fit a column."""
    return lambda text: within(model, field_name, tidy(text))


def listed(text: str) -> str:
    """One item of a list; a line break inside would make two of it."""
    return " ".join(tidy(text).split())


def organisation(text: str) -> str:
    name = listed(text)
    if LEGAL_FORM.fullmatch(name):
        raise ValueError(f"„{name}“ není název organizace; název s čárkou dejte celý do uvozovek.")
    return name


def unknown(text: str, options: Iterable[str]) -> str:
    """The end of a sentence about a word that is not among the options."""
    options = list(options)
    close = get_close_matches(text, options, n=1)
    if close:
        return f"mysleli jste „{close[0]}“?"
    if 0 < len(options) <= OPTIONS_SHOWN:
        return f"může tu být {', '.join(options)}."
    return "podívejte se do popisu formátu."


def one_of(choices: type[Choices]) -> Callable[[str], Choices]:
    def read(text: str) -> Choices:
        word = tidy(text)
        if word not in choices.values:
            raise ValueError(f"„{word}“ neznám; {unknown(word, filter(None, choices.values))}")
        return choices(word)

    return read


def code_of(known: Iterable[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if tidy(text) not in known:
            raise ValueError(f"„{tidy(text)}“ neznám; {unknown(tidy(text), known)}")
        return tidy(text)

    return read


def true_or_false(text: str) -> bool:
    word = tidy(text).casefold()
    if word not in TRUTHS:
        raise ValueError(f"„{tidy(text)}“ neznám; může tu být true, false.")
    return TRUTHS[word]


def year(text: str) -> int:
    word = tidy(text)
    if not YEAR.fullmatch(word):
        raise ValueError(f"„{word}“ není rok; napište například 2025.")
    return int(word)


def day(text: str) -> date:
    span = read_span(text)
    if span.start != span.end:
        raise ValueError(f"„{tidy(text)}“ není jeden den; napište například 1. 7. 2023.")
    return span.end


def money(model, field_name: str) -> Callable[[str], Decimal]:
    return lambda text: within(model, field_name, read_money(text))


def whole(model, field_name: str) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = read_number(text)
        if number % 1 or number < 0:
            raise ValueError(f"„{tidy(text)}“ není celé číslo.")
        return within(model, field_name, int(number))

    return read


def term(model, words_field: str) -> Callable[[str], Term]:
    """A period, or words; dates in a wrong order are a mistake and not words."""

    def read(text: str) -> Term:
        try:
            return Term(span=read_span(text))
        except Unreadable as error:
            if ORDER_ADVICE in error.args:
                raise
            return Term(words=within(model, words_field, tidy(text)))

    return read


def cost(text: str) -> Cost:
    found = COST_FOR_EACH.fullmatch(tidy(text))
    amount, unit = found.groups() if found else (text, "")
    try:
        return Cost(
            amount=within(Measure, "cost", read_money(amount)), unit=within(Measure, "cost_unit", unit)
        )
    except Unreadable:
        return Cost(words=within(Measure, "cost_text", tidy(text)))


def call(text: str) -> CallName:
    """A number and a programme (018 OPZ+), or a programme alone."""
    found = CALL.fullmatch(tidy(text))
    number, programme = found.groups() if found else ("", tidy(text))
    return CallName(within(Programme, "code", programme), within(Call, "number", number))


def status(text: str) -> PrintedStatus:
    return read_status(within(Evaluation, "status_label", tidy(text)))


def figure(text: str) -> Figure:
    """A number with what stands around it, small enough for the columns."""
    found = read_figure(text)
    for number in filter(None, (found.number, found.upper)):
        within(Value, "number", number)
    if found.share is not None:
        within(Value, "share", found.share)
    if found.parts:
        raise ValueError(f"„{tidy(text)}“ je několik čísel; napište je po složkách pod klíč „parts“.")
    return found


def target(text: str) -> Figure:
    found = figure(text)
    if found.missing or found.qualifier or found.upper is not None:
        raise ValueError(
            f"„{tidy(text)}“ není jedno číslo; pro nejméně, nejvýše a podobně je klíč „operator“."
        )
    if found.number is not None:
        within(Target, "number", found.number)
    return found


def promised(text: str) -> Figure:
    """The number of an output of a project."""
    found = figure(text)
    if found.number is None:
        raise ValueError(f"„{tidy(text)}“ není počet; napište například min. 35 rodin.")
    return found


def part(text: str) -> PartFigure:
    """A number, a share (9,2 %) or a rank (2.)."""
    plain_text = tidy(text)
    if rank := RANK.fullmatch(plain_text):
        return PartFigure(Decimal(rank[1]), Part.Kind.RANK)
    if plain_text.endswith("%"):
        return PartFigure(within(Part, "number", read_percent(text)), Part.Kind.SHARE)
    return PartFigure(within(Part, "number", read_number(text)))


def reported(kind: ValueKind) -> Callable[[str], Reported]:
    """How to read the values of an indicator of this kind."""
    return words_or_missing if kind == ValueKind.TEXT else figure_or_state


def figure_or_state(text: str) -> Reported:
    if state := STATES.get(tidy(text).casefold()):
        return Reported(state=state)
    printed = tidy(text) if NOT_AVAILABLE_IN_LETTERS.fullmatch(tidy(text)) else ""
    return Reported(figure=figure(text), printed=printed)


def words_or_missing(text: str) -> Reported:
    try:
        found = figure_or_state(text)
    except ValueError:
        found = Reported()
    if found.figure.missing:
        return found
    return Reported(text=within(Value, "text", tidy(text)))

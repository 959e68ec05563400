"""Whether values, targets and parts fit their indicator."""

from collections.abc import Collection, Iterator

from czech.plurals import FORMS_OF
from czech.reading import Figure
from indicators.models import Part, Target, ValueKind

from .cells import unknown
from .documents import IndicatorDocument, PartDocument, PartFigure, TargetDocument
from .problems import Problem

CROWNS = "Kč"
SHARE_KINDS = (ValueKind.SHARE, ValueKind.COUNT_SHARE)

EMPTY = "Hodnota je prázdná; vynechte ji, nebo napište, proč chybí."
SHARE_MISPLACED = "Podíl v procentech patří jen k indikátoru druhu share nebo count_share."
SHARE_WANTED = "Indikátor druhu share má podíl v procentech, například 4,5 %."
ANSWER_MISPLACED = "ANO a NE patří jen k indikátoru druhu yes_no."
ANSWER_WANTED = "Indikátor druhu yes_no má ANO, NE, nebo důvod, proč hodnota chybí."
STATE_WANTED = "Indikátor druhu state má splněno, probíhá, nerealizováno, nebo důvod, proč hodnota chybí."
TARGET_EMPTY = "Cílová hodnota potřebuje číslo, směr nebo slova."


def value_problems(indicator: IndicatorDocument, territories: Collection[str]) -> Iterator[Problem]:
    for target in indicator.targets:
        yield from _target_problems(indicator, target)
    for value in indicator.values:
        if value.value:
            for fault in _value_faults(indicator, value.value.figure):
                yield Problem(value.line, fault)
        elif not value.parts:
            yield Problem(value.line, EMPTY)
        for part in value.parts:
            yield from _part_problems(indicator, part, territories)


def _value_faults(indicator: IndicatorDocument, figure: Figure) -> Iterator[str]:
    """A target of an answer or a state may be a number: planned 1, answered ANO."""
    if figure.number is not None and indicator.kind == ValueKind.YES_NO:
        yield ANSWER_WANTED
    if figure.number is not None and indicator.kind == ValueKind.STATE:
        yield STATE_WANTED
    yield from _figure_faults(indicator, figure)


def _figure_faults(indicator: IndicatorDocument, figure: Figure) -> Iterator[str]:
    if figure.share is not None and indicator.kind not in SHARE_KINDS:
        yield SHARE_MISPLACED
    if figure.number is not None and indicator.kind == ValueKind.SHARE:
        yield SHARE_WANTED
    if figure.answer is not None and indicator.kind != ValueKind.YES_NO:
        yield ANSWER_MISPLACED
    if figure.unit and not _same_unit(figure.unit, _unit_of(indicator)):
        yield _unit_fault(figure.unit, _unit_of(indicator))


def _unit_of(indicator: IndicatorDocument) -> str:
    return indicator.unit or (CROWNS if indicator.kind == ValueKind.MONEY else "")


def _same_unit(written: str, unit: str) -> bool:
    """The same word in any of its forms: "osob" is a unit "osoba"."""
    same_words = FORMS_OF.get(written.casefold()) == FORMS_OF.get(unit.casefold(), unit)
    return same_words or written.casefold() == unit.casefold()


def _unit_fault(written: str, unit: str) -> str:
    if not unit:
        return f"Hodnota je v jednotce „{written}“, ale indikátor jednotku nemá; doplňte mu klíč „unit“."
    return f"Hodnota je v jednotce „{written}“, ale indikátor v jednotce „{unit}“; stačí napsat číslo."


def _target_problems(indicator: IndicatorDocument, target: TargetDocument) -> Iterator[Problem]:
    if target.value:
        for fault in _figure_faults(indicator, target.value):
            yield Problem(target.line, fault)
    elif not target.text and target.operator not in Target.TRENDS:
        yield Problem(target.line, TARGET_EMPTY)


def _part_problems(
    indicator: IndicatorDocument, part: PartDocument, territories: Collection[str]
) -> Iterator[Problem]:
    labels = [category.label for category in indicator.categories if category.label]
    if part.label and part.label not in (*labels, *territories):
        advice = unknown(part.label, [*labels, *territories])
        yield Problem(part.line, f"Složku „{part.label}“ indikátor nemá; {advice}")
    if part.figure:
        yield from (Problem(part.line, fault) for fault in _part_faults(indicator, part.figure))


def _part_faults(indicator: IndicatorDocument, figure: PartFigure) -> Iterator[str]:
    if figure.kind == Part.Kind.SHARE and indicator.kind not in SHARE_KINDS:
        yield SHARE_MISPLACED
    if figure.kind == Part.Kind.COUNT and indicator.kind == ValueKind.SHARE:
        yield SHARE_WANTED

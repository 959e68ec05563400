"""What a careful reader would ask about a value; a note answers, and nothing here refuses a value.

Pure functions over a row: no query, no request.
"""

from collections.abc import Iterator
from decimal import Decimal

from czech.plurals import FORMS_OF
from czech.printing import number_text, percent_text

from .bands import Row
from .models import Direction, PartsKind, Target, Value
from .models.target import Operator
from .wholes import disagreement

# A value ten times larger or smaller than the last one is more often a typing error than news.
JUMP = 10
WHOLE = Decimal(100)
# Fewer people than this can be recognised in a small town.
FEW_PEOPLE = 10
PERSON = "osoba"


def doubts_of(row: Row) -> Iterator[str]:
    """Sentences with the numbers that do not fit together."""
    if row.current is None:
        return
    for find in (
        _parts_do_not_add_up, _share_is_over_whole, _jumps, _target_is_met_without_proof, _goes_wrong_way,
        _people_are_few, _share_disagrees,
    ):  # fmt: skip
        yield from find(row)


def is_explained(value: Value) -> bool:
    return bool(value.note or value.source or value.evidence_count)


def open_doubts(row: Row) -> list[str]:
    """Doubts that nobody has answered yet."""
    return [] if row.current is None or is_explained(row.current) else list(doubts_of(row))


def _parts_do_not_add_up(row: Row) -> Iterator[str]:
    value, parts = row.current, row.current.all_parts
    if row.indicator.parts_kind != PartsKind.SUM or value.number is None or not parts:
        return
    total = sum(part.number for part in parts)
    if total != value.number:
        whole, sum_of_parts = number_text(value.number, value.decimals), number_text(total, value.decimals)
        yield f"Součet částí je {sum_of_parts}, celkem je uvedeno {whole}."


def _share_is_over_whole(row: Row) -> Iterator[str]:
    value = row.current
    if value.share is not None and value.share > WHOLE:
        yield f"Podíl {percent_text(value.share, value.share_decimals)} je větší než celek."


def _share_disagrees(row: Row) -> Iterator[str]:
    if row.whole is not None and (sentence := disagreement(row)):
        yield sentence


def _jumps(row: Row) -> Iterator[str]:
    before, now = row.previous, row.current
    if before is None or not before.number or not now.number:
        return
    ratio = now.number / before.number
    if ratio >= JUMP or 0 < ratio <= Decimal(1) / JUMP:
        yield (
            f"Předchozí hodnota byla {number_text(before.number, before.decimals)}, "
            f"teď je {number_text(now.number, now.decimals)}."
        )


def _target_is_met_without_proof(row: Row) -> Iterator[str]:
    met = [target for target in row.targets if _is_met(target, row.current)]
    if met:
        yield f"Cíl {number_text(met[0].number, met[0].decimals)} je splněný; uveďte, čím je to doložené."


def _is_met(target: Target, value: Value) -> bool:
    if target.number is None or value.number is None:
        return False
    if target.operator in (Operator.EQUAL, Operator.AT_LEAST):
        return value.number >= target.number
    return target.operator == Operator.AT_MOST and value.number <= target.number


def _goes_wrong_way(row: Row) -> Iterator[str]:
    """Away from a target that is not reached yet."""
    before, now = row.previous, row.current
    wanted = {Direction.UP: 1, Direction.DOWN: -1}.get(row.indicator.desired_direction)
    if wanted is None or before is None or before.number is None or now.number is None:
        return
    unmet = [target for target in row.targets if target.number is not None and not _is_met(target, now)]
    if unmet and (now.number - before.number) * wanted < 0:
        was, is_now = number_text(before.number, before.decimals), number_text(now.number, now.decimals)
        yield f"Hodnota se od minula vzdálila od cíle: byla {was}, teď je {is_now}."


def _people_are_few(row: Row) -> Iterator[str]:
    number, unit = row.current.number, row.indicator.unit
    counts_people = FORMS_OF.get(unit) == FORMS_OF[PERSON]
    if counts_people and number and 0 < number < FEW_PEOPLE:
        yield "Jde o méně než 10 osob; zvažte, zda je z hodnoty někdo nepozná."

"""Round numbers along an axis that always shows zero."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import count

from czech.printing import NBSP, number_text

MILLION = 1_000_000
ROUND_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
LEAST = 3  # ticks


def axis_ticks(numbers: Iterable[Decimal], most: int = 5) -> tuple[Decimal, ...]:
    """Three to `most` round numbers around all numbers and zero; no halves of a person among them."""
    seen = [Decimal(0), *numbers]
    are_whole = all(number == number.to_integral_value() for number in seen)
    return round_scale(min(seen), max(seen), most, least_step=1 if are_whole else 0)


def round_scale(low: Decimal, high: Decimal, most: int, least_step: int = 0) -> tuple[Decimal, ...]:
    """At most `most` multiples of a round step, the first not above `low`, the last not below `high`."""
    for step in round_steps((high - low) / most):
        if step < least_step:
            continue
        first = int((low / step).to_integral_value(ROUND_FLOOR))
        last = max(int((high / step).to_integral_value(ROUND_CEILING)), first + LEAST - 1)
        if last - first < most:
            return tuple(step * position for position in range(first, last + 1))
    raise AssertionError("steps grow for ever")


def round_steps(least: Decimal) -> Iterator[Decimal]:
    """0.1, 0.2, 0.25, 0.5, 1, 2…, from somewhat below the least one asked for."""
    power = least.adjusted() if least else 0
    for exponent in count(power):
        yield from (step.scaleb(exponent) for step in ROUND_STEPS)


def tick_texts(ticks: tuple[Decimal, ...]) -> list[str]:
    """Ticks as Czech prints them, all with the same decimals; millions are said in a word."""
    scale, word = (MILLION, f"{NBSP}mil.") if max(map(abs, ticks)) >= 2 * MILLION else (1, "")
    scaled = [(tick / scale).normalize() for tick in ticks]
    decimals = max(max(0, -int(tick.as_tuple().exponent)) for tick in scaled)
    return [number_text(tick, decimals) + (word if tick else "") for tick in scaled]

"""Where years and numbers lie on a drawing, and how large it is."""

from dataclasses import dataclass
from decimal import Decimal

from .shapes import Size


@dataclass(frozen=True, slots=True)
class Look:
    """Measures of one size of a chart, in pixels of a page."""

    width: int
    plot_height: int
    type_size: int
    dot: float
    thickness: float
    most_ticks: int
    inset: int  # from the edge of the plot to its first and last year


LOOKS = {
    Size.WIDE: Look(760, 200, 13, 4, 2.5, 5, 22),
    Size.SMALL: Look(190, 88, 11, 3, 2, 4, 10),
}


@dataclass(frozen=True, slots=True)
class Plot:
    left: float
    right: float
    top: float
    bottom: float
    inset: float
    years: tuple[int, ...]
    ticks: tuple[Decimal, ...]
    has_numbers: bool = True  # otherwise the ticks mean nothing

    def x(self, year: float) -> float:
        """Years keep their distance: two years apart are twice as far."""
        start, end = self.left + self.inset, self.right - self.inset
        span = self.years[-1] - self.years[0] if self.years else 0
        return start + (end - start) * ((year - self.years[0]) / span if span else 0.5)

    def y(self, number: Decimal) -> float:
        low, high = self.ticks[0], self.ticks[-1]
        return self.bottom - (self.bottom - self.top) * float((number - low) / (high - low))

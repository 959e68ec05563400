"""How the numbers promised by a project read: Počet účastníků: 102; KA 2 – 35 rodin (60 osob nad 15 let)."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from czech.plurals import unit_text
from czech.printing import qualifier_text
from indicators.wording import range_text
from projects.models import PlannedOutput

A_HALF = Decimal("0.5")


def outputs_lines(outputs: Iterable[PlannedOutput]) -> list[str]:
    """One line for each thing that is counted, its key activities one after another."""
    groups = groupby(outputs, key=lambda output: output.name)
    return [": ".join(filter(None, (name, "; ".join(_passages(group))))) for name, group in groups]


def _passages(outputs: Iterable[PlannedOutput]) -> list[str]:
    """Bare numbers of one thing stand as the documents print them: 140/40/3."""
    passages = []
    for is_bare, group in groupby(outputs, key=_is_bare):
        texts = [output_text(output) for output in group]
        passages += ["/".join(texts)] if is_bare else texts
    return passages


def _is_bare(output: PlannedOutput) -> bool:
    return output.number is not None and not (output.activity or output.unit or output.note)


def output_text(output: PlannedOutput) -> str:
    """The output without its name: KA 2 – 35 rodin (60 osob nad 15 let), or the note alone."""
    figure = figure_text(output)
    note = f"({output.note})" if output.note and figure else output.note
    text = " ".join(filter(None, (figure, note)))
    return " – ".join(filter(None, (output.activity, text)))


def figure_text(output: PlannedOutput) -> str:
    """min. 15 osob, 15–20 případů, 1,5 pozice; nothing when no number was promised."""
    if output.number is None:
        return ""
    words = (qualifier_text(output.qualifier), range_text(output), _unit(output))
    return "\u00a0".join(filter(None, words))


def _unit(output: PlannedOutput) -> str:
    """A number printed with decimals takes the form of a part, even 2,0 úvazku."""
    counted = output.number if output.upper is None else output.upper
    return unit_text(A_HALF if output.decimals else counted, output.unit)

"""Categories as people write them, one on a line: ČR, or ČR: občané ČR.

A line may rename a category, and then the values keep it; one by which a value is split cannot be taken away.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from .models import Category, Indicator, Part

LABEL_LIMIT = 60
NAME_LIMIT = 300
TWICE = "Složka „{label}“ je tu dvakrát."
TOO_LONG = "Zkratka „{label}…“ je příliš dlouhá, vejde se nejvýš 60 znaků; delší název napište za dvojtečku."
NAME_TOO_LONG = "Název složky „{label}“ je příliš dlouhý, vejde se nejvýš 300 znaků."
USED = "Složku „{label}“ nejde odebrat, jsou podle ní zapsané hodnoty. Můžete ji jen přejmenovat."


@dataclass(frozen=True, slots=True)
class CategoryLine:
    label: str
    name: str = ""

    @property
    def text(self) -> str:
        return f"{self.label}: {self.name}" if self.name else self.label


def line_of(category: Category) -> CategoryLine:
    """A name that only repeats the label is not written twice."""
    return CategoryLine(category.label, "" if category.name == category.label else category.name)


def text_of(categories: Iterable[Category]) -> str:
    return "\n".join(line_of(category).text for category in categories)


def read_lines(text: str) -> list[CategoryLine]:
    lines = []
    for typed in filter(None, map(str.strip, text.splitlines())):
        label, _, name = (part.strip() for part in typed.partition(":"))
        line = CategoryLine(label or name, name if label else "")
        _refuse(line, lines)
        lines.append(line)
    return lines


def _refuse(line: CategoryLine, before: list[CategoryLine]):
    if len(line.label) > LABEL_LIMIT:
        raise ValidationError(TOO_LONG.format(label=line.label[:30]))
    if len(line.name) > NAME_LIMIT:
        raise ValidationError(NAME_TOO_LONG.format(label=line.label))
    if any(line.label == other.label for other in before):
        raise ValidationError(TWICE.format(label=line.label))


@dataclass
class CategoryPlan:
    """What the lines make of the categories there are."""

    wanted: list[tuple[CategoryLine, Category]]  # an unsaved one where the line is new
    removed: list[Category]

    def save(self):
        for category in self.removed:
            category.delete()
        for position, (line, category) in enumerate(self.wanted, start=1):
            if category.pk and line == line_of(category) and category.position == position:
                continue
            if line != line_of(category):
                category.label, category.name = line.label, line.name
            category.position = position
            category.save()


def plan_categories(indicator: Indicator, lines: list[CategoryLine]) -> CategoryPlan:
    """Lines find their categories by label; those left over rename those left over, the used ones first."""
    known = list(indicator.categories.all()) if indicator.pk else []
    by_label = {category.label: category for category in known}
    labels = {line.label for line in lines}
    used = used_categories(known)
    spare = sorted(
        (category for category in known if category.label not in labels),
        key=lambda category: category.pk not in used,
    )
    wanted = [(line, by_label.get(line.label) or _next(spare, indicator)) for line in lines]
    for category in spare:
        if category.pk in used:
            raise ValidationError(USED.format(label=category.label))
    return CategoryPlan(wanted, spare)


def _next(spare: list[Category], indicator: Indicator) -> Category:
    return spare.pop(0) if spare else Category(indicator=indicator)


def used_categories(categories: list[Category]) -> set[int]:
    """Also those by which a value was split once: history has to say it."""
    parts = Part.objects.filter(category__in=categories).order_by()
    past = Part.history.filter(category__in=categories).order_by()
    return {*parts.values_list("category", flat=True), *past.values_list("category", flat=True)}

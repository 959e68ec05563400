"""What a change is about where its row leads there by a bare number, found for many rows at once."""

from collections.abc import Iterable

from django.db.models import Model, Q

from indicators.models import Indicator
from plans.models import Goal, Measure, Remark
from reports.models import Chapter

from .changes import Subject
from .readers import INDICATOR_PAGE, chapter_subject, indicator_subject

GONE = Subject("zrušený řádek plánu")
About = Remark.About


def attach_indicator(rows: list[Model]):
    """Gives each historical indicator its `subject`, in one query."""
    subjects = _indicators(row.id for row in rows)
    for row in rows:
        row.subject = subjects.get(row.id, Subject(row.name))


def attach_cell(rows: list[Model]):
    """Gives each historical remark the `subject` of its cell, in four queries at most."""
    numbers = {about: {row.subject_id for row in rows if row.about == about} for about in About}
    subjects = {
        About.VALUE: _indicators(numbers[About.VALUE]),
        About.MEASURE: _levels(Measure, numbers[About.MEASURE]),
        About.GOAL: _levels(Goal, numbers[About.GOAL]),
        About.CHAPTER: _chapters(numbers[About.CHAPTER]),
    }
    for row in rows:
        row.subject = subjects[row.about].get(row.subject_id, GONE)


def remarks_in_area(area: str) -> Q:
    """Remarks at cells of the area; texts of reports belong to none."""
    below = Q(area=area) | Q(goal__area=area) | Q(measure__goal__area=area)
    return (
        Q(about=About.VALUE, subject_id__in=Indicator.objects.filter(below).values("pk"))
        | Q(about=About.MEASURE, subject_id__in=Measure.objects.filter(goal__area=area).values("pk"))
        | Q(about=About.GOAL, subject_id__in=Goal.objects.filter(area=area).values("pk"))
    )


def _indicators(numbers: Iterable[int]) -> dict[int, Subject]:
    found = Indicator.objects.filter(pk__in=list(numbers)).select_related("area", "goal", "measure")
    return {one.pk: indicator_subject(one, INDICATOR_PAGE) for one in found}


def _levels(model: type[Model], numbers: Iterable[int]) -> dict[int, Subject]:
    return {one.pk: Subject(one.title, one.code) for one in model.objects.filter(pk__in=numbers)}


def _chapters(numbers: Iterable[int]) -> dict[int, Subject]:
    found = Chapter.objects.filter(pk__in=numbers).select_related("report")
    return {one.pk: chapter_subject(one) for one in found}

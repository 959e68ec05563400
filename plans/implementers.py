"""Who carries out a measure, by names as people write them."""

from difflib import get_close_matches

from czech.sorting import fold

from .models import Measure, MeasureImplementer, Organisation


def known_names() -> list[str]:
    return list(Organisation.objects.values_list("name", flat=True))


def names_of(measure: Measure) -> list[str]:
    if not measure.pk:
        return []
    rows = measure.measureimplementer_set.select_related("organisation")
    return [row.organisation.name for row in rows]


def spelled(names: list[str], known: list[str]) -> list[str]:
    """The names as the list of organisations spells them; those not in it stay as they are."""
    by_fold = {fold(name): name for name in known}
    return [name if name in known else by_fold.get(fold(name), name) for name in names]


def similar(name: str, known: list[str]) -> list[str]:
    by_fold = {fold(one): one for one in known}
    return [by_fold[one] for one in get_close_matches(fold(name), by_fold, 3, 0.7)]


def write_implementers(measure: Measure, names: list[str], *, by):
    """These organisations in this order; new names become new organisations."""
    rows = {
        row.organisation.name: row for row in measure.measureimplementer_set.select_related("organisation")
    }
    for name, row in rows.items():
        if name not in names:
            row._history_user = by
            row.delete()
    for position, name in enumerate(names, start=1):
        row = rows.get(name) or _new(measure, name)
        if row.pk is None or row.position != position:
            row.position, row._history_user = position, by
            row.save()


def _new(measure: Measure, name: str) -> MeasureImplementer:
    organisation = Organisation.objects.get_or_create(name=name)[0]
    return MeasureImplementer(measure=measure, organisation=organisation)

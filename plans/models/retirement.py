"""What carries values or texts is never deleted; it is retired with a date and stays in older reports."""

from django.db import models
from django.db.models import Q

from .period import WrongState

ALREADY_RETIRED = "Mezitím to už někdo ukončil."
NOT_RETIRED = "Není ukončeno, není co vracet."
REASON_LIMIT = 500


def still_used(on, path="") -> Q:
    """Not retired before the day; `path` leads to what is asked about, such as indicator__."""
    return Q(**{f"{path}retired_on": None}) | Q(**{f"{path}retired_on__gte": on})


def retired_with_reason(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(retired_on=None, retired_reason="") | Q(retired_on__isnull=False) & ~Q(retired_reason=""),
        name=name,
        violation_error_message="K ukončení patří datum i důvod.",
    )


def retired_index(name: str) -> models.Index:
    """Finds the few that were retired without reading the others."""
    return models.Index(fields=["retired_on"], condition=Q(retired_on__isnull=False), name=name)


class RetirableQuerySet(models.QuerySet):
    def in_use(self, on):
        return self.filter(still_used(on))

    def retired(self):
        return self.exclude(retired_on=None)


class Retirable(models.Model):
    """Leaves periods that start after the day; the models bring their own history."""

    retired_on = models.DateField("ukončeno", null=True, blank=True)
    retired_reason = models.TextField("důvod ukončení", blank=True)

    objects = RetirableQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_retired(self) -> bool:
        return self.retired_on is not None

    def retire(self, *, on, reason, by):
        if self.is_retired:
            raise WrongState(ALREADY_RETIRED)
        self._write_retirement(on, reason, by)

    def put_back(self, *, by):
        if not self.is_retired:
            raise WrongState(NOT_RETIRED)
        self._write_retirement(None, "", by)

    def _write_retirement(self, on, reason, by):
        self.retired_on, self.retired_reason = on, reason
        # Outside of a request history would not know the author.
        self._history_user = by
        self.save(update_fields=["retired_on", "retired_reason"])

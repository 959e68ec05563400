from pathlib import PurePosixPath
from uuid import uuid4

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from simple_history.models import HistoricalRecords

from .value import Value

NAME_LIMIT = 150


def random_name(instance, filename: str) -> str:
    """Nothing of what a person called the file gets into a path."""
    name = uuid4().hex
    return str(PurePosixPath("podklady", name[:2], name))


class EvidenceQuerySet(models.QuerySet):
    def active(self):
        return self.filter(retired_at=None)

    def of_cell(self, indicator_id: int, period_id: int):
        """Of one value, what was taken away included, with the people who did it."""
        people = self.select_related("added_by", "retired_by")
        return people.filter(value__indicator=indicator_id, value__period=period_id)


class Evidence(models.Model):
    """What a value rests on: a link or a file; what was taken away stays and is no longer offered."""

    class Kind(models.TextChoices):
        LINK = "link", "odkaz"
        FILE = "file", "soubor"

    value = models.ForeignKey(Value, models.PROTECT, related_name="evidence", verbose_name="hodnota")
    kind = models.CharField("druh", max_length=4, choices=Kind)
    title = models.CharField("název", max_length=NAME_LIMIT)
    url = models.URLField("adresa", max_length=500, blank=True, validators=[URLValidator(["http", "https"])])
    file = models.FileField("soubor", upload_to=random_name, max_length=100, blank=True)
    filename = models.CharField("název souboru", max_length=NAME_LIMIT, blank=True)
    content_type = models.CharField("druh obsahu", max_length=100, blank=True)
    size = models.PositiveIntegerField("velikost", default=0)
    sha256 = models.CharField("otisk", max_length=64, blank=True)
    added_at = models.DateTimeField("přidáno", default=timezone.now, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="přidal"
    )
    retired_at = models.DateTimeField("odebráno", null=True, blank=True)
    retired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="odebral",
    )

    objects = EvidenceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "podklad"
        verbose_name_plural = "podklady"
        ordering = ["added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind="link", file="") & ~Q(url="")) | (Q(kind="file", url="") & ~Q(file="")),
                name="evidence_link_or_file",
                violation_error_message="Podklad je odkaz, nebo soubor.",
            ),
            models.CheckConstraint(
                condition=Q(retired_at=None, retired_by=None)
                | Q(retired_at__isnull=False, retired_by__isnull=False),
                name="evidence_retired_by_somebody",
                violation_error_message="Odebraný podklad má datum i osobu.",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_retired(self) -> bool:
        return self.retired_at is not None

    def retire(self, *, by):
        self.retired_at, self.retired_by = timezone.now(), by
        self.save(update_fields=["retired_at", "retired_by"])

    def restore(self):
        self.retired_at = self.retired_by = None
        self.save(update_fields=["retired_at", "retired_by"])


def evidence_count() -> Coalesce:
    """How many pieces a value of the query around has; a column of it, so that a grid asks nothing more."""
    pieces = Evidence.objects.active().filter(value=OuterRef("pk")).order_by().values("value")
    return Coalesce(Subquery(pieces.annotate(pieces=Count("pk")).values("pieces")), 0)

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from plans.models import ReportingPeriod

from .indicator import Indicator


class BatchQuerySet(models.QuerySet):
    def by(self, user):
        return self.filter(made_by=user)

    def standing(self):
        """Those that nobody took back."""
        return self.filter(undone_at=None)


class Batch(models.Model):
    """Values of one period written by one click, which one click takes back."""

    class Kind(models.TextChoices):
        PASTE = "paste", "vložení z Excelu"
        FILL = "fill", "hromadné vyplnění"

    period = models.ForeignKey(ReportingPeriod, models.PROTECT, related_name="batches", verbose_name="období")
    kind = models.CharField("druh", max_length=5, choices=Kind)
    made_at = models.DateTimeField("zapsáno", auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="zapsal"
    )
    left_behind = models.TextField("co zůstalo nevložené", blank=True)
    undone_at = models.DateTimeField("vráceno", null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="vrátil",
    )

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = "dávka hodnot"
        verbose_name_plural = "dávky hodnot"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__gte=F("made_at")),
                name="batch_undone_after_made",
                violation_error_message="Dávku nejde vrátit dřív, než vznikla.",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} ({self.period})"

    @property
    def is_revocable(self) -> bool:
        """Until the period is submitted; what a consultant has seen is not taken back by one click."""
        submitted = self.period.submitted_at
        is_before_submit = submitted is None or self.made_at > submitted
        return self.undone_at is None and self.period.is_open and is_before_submit


class BatchRow(models.Model):
    """One value of a batch: the version it got, and where in its history it was before."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="rows", verbose_name="dávka")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+", verbose_name="indikátor")
    version = models.PositiveIntegerField("verze po zápisu")
    before = models.PositiveBigIntegerField("verze v historii před zápisem", null=True, blank=True)
    is_undone = models.BooleanField("vráceno", default=False)

    class Meta:
        verbose_name = "hodnota dávky"
        verbose_name_plural = "hodnoty dávky"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "indicator"],
                name="batch_row_once",
                violation_error_message="Indikátor už v dávce je.",
            )
        ]

    def __str__(self):
        return f"{self.batch}: {self.indicator}"

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from .period import ReportingPeriod


class Remark(models.Model):
    """A question or answer at a value, a status or a text of a period."""

    period = models.ForeignKey(ReportingPeriod, models.PROTECT, related_name="remarks", verbose_name="období")
    # What it speaks of may be a value, which lives in an app to the left of this one.
    subject_type = models.ForeignKey(ContentType, models.PROTECT, verbose_name="čeho se týká")
    subject_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    answers = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replies", verbose_name="odpověď na"
    )
    text = models.TextField("text")
    written_at = models.DateTimeField("napsáno", auto_now_add=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="napsal"
    )
    resolved_at = models.DateTimeField("vyřešeno", null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="vyřešil",
    )

    class Meta:
        verbose_name = "připomínka"
        verbose_name_plural = "připomínky"
        ordering = ["written_at", "pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="remark_subject")]
        constraints = [
            models.CheckConstraint(
                condition=Q(resolved_at=None, resolved_by=None)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="remark_resolved_by_somebody",
                violation_error_message="Vyřešená připomínka má datum i osobu.",
            )
        ]

    def __str__(self):
        return self.text[:60]

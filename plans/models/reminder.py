from django.conf import settings
from django.db import models
from django.db.models import Q

from .period import ReportingPeriod


class Reminder(models.Model):
    """One e-mail about a deadline; a row without `sent_at` is a text that somebody prepared."""

    class Stage(models.TextChoices):
        WEEK = "week", "týden před termínem"
        DAY = "day", "v den termínu"
        OVERDUE = "overdue", "po termínu"

    period = models.ForeignKey(
        ReportingPeriod, models.PROTECT, related_name="reminders", verbose_name="období"
    )
    stage = models.CharField("kdy", max_length=10, choices=Stage)
    text = models.TextField("text")
    sent_at = models.DateTimeField("odesláno", null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="odeslal",
    )

    class Meta:
        verbose_name = "upomínka"
        verbose_name_plural = "upomínky"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "stage"],
                condition=Q(sent_by=None),
                name="reminder_once_by_itself",
                violation_error_message="Tato upomínka už odešla.",
            )
        ]

    def __str__(self):
        return f"{self.period}: {self.get_stage_display()}"

    @property
    def is_waiting(self) -> bool:
        """A prepared text that has not gone yet."""
        return self.sent_at is None and self.sent_by_id is None

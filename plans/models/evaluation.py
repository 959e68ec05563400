from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from .levels import Goal, Measure
from .period import ReportingPeriod

TEXT_LIMIT = 20_000


class Status(models.TextChoices):
    """How a measure stands, the same word in every plan; the printed word is kept beside it."""

    COMPLETED = "completed", "Realizováno"
    CONTINUOUS = "continuous", "Plněno průběžně"
    IN_PROGRESS = "in_progress", "V realizaci"
    PARTIAL = "partial", "Částečně splněno"
    NOT_REALISED = "not_realised", "Nerealizováno"
    NOT_MONITORED = "not_monitored", "Nesledováno"
    NOT_RELEVANT = "not_relevant", "Nerelevantní"
    CANCELLED = "cancelled", "Zrušeno"
    NOT_STATED = "not_stated", "Neuvedeno"


class EvaluationQuerySet(models.QuerySet):
    def with_status(self):
        return self.exclude(status=Status.NOT_STATED)


class Evaluation(models.Model):
    """How one measure (or a goal evaluated as a whole) stood in a period."""

    # Every index below begins with the period, so it needs none of its own.
    period = models.ForeignKey(
        ReportingPeriod,
        models.PROTECT,
        db_index=False,
        related_name="evaluations",
        verbose_name="období",
    )
    measure = models.ForeignKey(
        Measure, models.PROTECT, null=True, blank=True, related_name="evaluations", verbose_name="opatření"
    )
    goal = models.ForeignKey(
        Goal, models.PROTECT, null=True, blank=True, related_name="evaluations", verbose_name="cíl"
    )
    status = models.CharField("stav", max_length=15, choices=Status, default=Status.NOT_STATED)
    status_label = models.CharField("stav, jak se tiskne", max_length=60, blank=True)
    covers_start = models.DateField("hodnoceno od", null=True, blank=True)
    covers_end = models.DateField("hodnoceno do", null=True, blank=True)
    reports_received = models.PositiveSmallIntegerField(
        "zohledněné zprávy o realizaci", null=True, blank=True
    )
    reports_expected = models.PositiveSmallIntegerField("očekávané zprávy o realizaci", null=True, blank=True)
    summary = models.TextField("vyhodnocení", blank=True, validators=[MaxLengthValidator(TEXT_LIMIT)])
    detail = models.TextField("podrobné shrnutí", blank=True, validators=[MaxLengthValidator(TEXT_LIMIT)])
    outlook = models.TextField("výhled", blank=True, validators=[MaxLengthValidator(TEXT_LIMIT)])
    version = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField("naposledy změněno", auto_now=True)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="změnil",
    )

    objects = EvaluationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "vyhodnocení"
        verbose_name_plural = "vyhodnocení"
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["period", "updated_at"], name="evaluation_last_change"),
            # Statuses of all towns are counted without reading the texts beside them.
            models.Index(fields=["period", "status", "measure"], name="evaluation_status"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "measure"],
                name="evaluation_measure_once",
                violation_error_message="Opatření už v tomto období vyhodnocení má.",
            ),
            models.UniqueConstraint(
                fields=["period", "goal"],
                name="evaluation_goal_once",
                violation_error_message="Cíl už v tomto období vyhodnocení má.",
            ),
            models.CheckConstraint(
                condition=Q(measure=None, goal__isnull=False) | Q(measure__isnull=False, goal=None),
                name="evaluation_of_measure_or_goal",
                violation_error_message="Vyhodnocení patří buď k opatření, nebo k cíli.",
            ),
            models.CheckConstraint(
                condition=Q(covers_start=None, covers_end=None) | Q(covers_end__gte=F("covers_start")),
                name="evaluation_covers_ordered",
                violation_error_message="Hodnocené období končí dřív, než začíná.",
            ),
            models.CheckConstraint(
                condition=Q(reports_received=None)
                | Q(reports_expected=None)
                | Q(reports_expected__gte=F("reports_received")),
                name="evaluation_reports_received_fit",
                violation_error_message="Zohledněných zpráv nemůže být víc než očekávaných.",
            ),
        ]

    def __str__(self):
        return f"{self.measure or self.goal}: {self.printed_status}"

    @property
    def printed_status(self) -> str:
        """The town's own word where it has one; V realizaci (2/6) where reports are counted."""
        word = self.status_label or self.get_status_display()
        if self.reports_received is None or self.reports_expected is None or "/" in word:
            return word
        return f"{word} ({self.reports_received}/{self.reports_expected})"

    @property
    def calm_status(self) -> str:
        """The printed status without capitals: towns shout REALIZOVÁNO, a page need not."""
        return self.printed_status.capitalize() if self.printed_status.isupper() else self.printed_status

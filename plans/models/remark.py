from django.conf import settings
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.utils import timezone
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from .period import ReportingPeriod, WrongState

RESOLVED = "Připomínka už je vyřešená."
STILL_RETURNED = "Připomínka vrací buňku k opravě; vyřešit ji půjde, až město období znovu odevzdá."


class RemarkQuerySet(models.QuerySet):
    def open(self):
        return self.filter(resolved_at=None)

    def with_new_answer(self):
        """Threads in which somebody else than their author had the last word."""
        replies = Remark.objects.filter(answers=OuterRef("pk")).order_by("-written_at", "-pk")
        last = Subquery(replies.values("written_by")[:1])
        return self.alias(last_writer=last).exclude(last_writer=None).exclude(last_writer=F("written_by"))

    def roots(self):
        """First remarks of threads, each with the number of its replies."""
        return self.filter(answers=None).annotate(reply_count=Count("replies"))

    def returning(self):
        """Remarks that gave a cell back to the town, which has not answered by a new submission yet."""
        return self.filter(asks_for_change=True, answered_at=None)

    def answer(self, *, at, by):
        """The town has submitted again, which answers all of these."""
        remarks = list(self)
        for remark in remarks:
            remark.answered_at = at
        bulk_update_with_history(remarks, self.model, ["answered_at"], default_user=by)

    def write(self, remarks, *, by):
        """Remarks written at once; unlike bulk_create this one is remembered."""
        bulk_create_with_history(remarks, self.model, default_user=by)


class Remark(models.Model):
    """A question or answer at one cell of a period: a value, the status of a measure or a goal, a text."""

    class About(models.TextChoices):
        VALUE = "value", "hodnota"  # of an indicator, which lives in an app to the left of this one
        MEASURE = "measure", "stav opatření"
        GOAL = "goal", "stav cíle"
        CHAPTER = "chapter", "text zprávy"  # of a report, which lives in an app to the left as well

    period = models.ForeignKey(ReportingPeriod, models.PROTECT, related_name="remarks", verbose_name="období")
    about = models.CharField("čeho se týká", max_length=10, choices=About)
    subject_id = models.PositiveBigIntegerField("číslo indikátoru, opatření, cíle nebo textu")
    answers = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replies", verbose_name="odpověď na"
    )
    text = models.TextField("text")
    asks_for_change = models.BooleanField("vrací buňku k opravě", default=False)
    answered_at = models.DateTimeField("město znovu odevzdalo", null=True, blank=True)
    written_at = models.DateTimeField("napsáno", default=timezone.now, editable=False)
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

    objects = RemarkQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "připomínka"
        verbose_name_plural = "připomínky"
        ordering = ["written_at", "pk"]
        indexes = [models.Index(fields=["period", "about", "subject_id"], name="remark_cell")]
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

    @property
    def is_returning(self) -> bool:
        return self.asks_for_change and self.answered_at is None

    @property
    def is_resolved(self) -> bool:
        return self.resolved_at is not None

    def reply(self, *, by, text) -> "Remark":
        if self.is_resolved:
            raise WrongState(RESOLVED)
        cell = {"period": self.period, "about": self.about, "subject_id": self.subject_id}
        answer = Remark(**cell, answers=self, text=text, written_by=by)
        answer._history_user = by
        answer.save()
        return answer

    def resolve(self, *, by):
        """Close the thread; while it holds a cell open for the town it has to wait."""
        if self.is_resolved:
            raise WrongState(RESOLVED)
        if self.is_returning:
            raise WrongState(STILL_RETURNED)
        self.resolved_at, self.resolved_by = timezone.now(), by
        self._history_user = by
        self.save(update_fields=["resolved_at", "resolved_by"])

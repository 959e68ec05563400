from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from .indicator import Indicator
from .loading import LoadedAtOnce


class Operator(models.TextChoices):
    EQUAL = "=", "právě"
    AT_LEAST = "≥", "nejméně"
    AT_MOST = "≤", "nejvýše"
    LESS = "<", "méně než"
    MORE = ">", "více než"
    RISE = "rise", "růst"
    FALL = "fall", "pokles"
    BELOW_REGION = "below_region", "pokles pod krajskou hodnotu"
    CHANGE = "change", "změna o"


class TargetQuerySet(models.QuerySet):
    def current(self):
        """Targets that no later one has replaced."""
        return self.filter(replaced_by=None)


class Target(LoadedAtOnce):
    """What a value should reach and by when; a revision is a new row and the old one stays readable."""

    # These say a direction only and need no number.
    TRENDS = (Operator.RISE, Operator.FALL, Operator.BELOW_REGION)

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="targets", verbose_name="indikátor")
    operator = models.CharField("vztah", max_length=12, choices=Operator, default=Operator.EQUAL)
    number = models.DecimalField("hodnota", max_digits=20, decimal_places=4, null=True, blank=True)
    decimals = models.PositiveSmallIntegerField("desetinná místa", default=0)
    per = models.CharField("za", max_length=40, blank=True, help_text="Například rok nebo 3 roky.")
    due_on = models.DateField("do", null=True, blank=True)
    label = models.CharField(
        "jak se jí říká", max_length=40, blank=True, help_text="plánovaná hodnota, cílová hodnota…"
    )
    text = models.CharField("slovy", max_length=250, blank=True, help_text="Tiskne se místo čísla.")
    set_on = models.DateField("stanoveno", null=True, blank=True)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="stanovil",
    )
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name="nahrazuje"
    )
    reason = models.TextField("důvod změny", blank=True)

    objects = TargetQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "cílová hodnota"
        verbose_name_plural = "cílové hodnoty"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number__isnull=False)
                | Q(operator__in=["rise", "fall", "below_region"])
                | ~Q(text=""),
                name="target_says_something",
                violation_error_message="Cílová hodnota potřebuje číslo, směr nebo slova.",
            )
        ]

    def __str__(self):
        return f"{self.indicator}: {self.get_operator_display()} {self.number or self.text}"

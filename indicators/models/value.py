from functools import cached_property

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from plans.models import ReportingPeriod, Territory

from .indicator import Category, Indicator
from .loading import LoadedAtOnce

NOTE_LIMIT = 2_000


class MissingReason(models.TextChoices):
    NOT_AVAILABLE = "not_available", "není k dispozici"
    NOT_MONITORED = "not_monitored", "nesledováno"
    NOT_RELEVANT = "not_relevant", "nerelevantní"
    NOT_YET = "not_yet", "zatím není"
    SUPPRESSED = "suppressed", "důvěrné (malý počet)"


class Qualifier(models.TextChoices):
    EXACT = "", "přesně"
    ABOUT = "about", "cca"
    AT_LEAST = "at_least", "min."
    AT_MOST = "at_most", "max."


class StateWord(models.TextChoices):
    """The words in which an output without a number is reported."""

    NONE = "", "–"
    DONE = "done", "splněno"
    RUNNING = "running", "probíhá"
    NOT_DONE = "not_done", "nerealizováno"


class Computed(models.TextChoices):
    """Which of count and share nobody typed, because it follows from the other and the whole."""

    NOTHING = "", "nic"
    SHARE = "share", "podíl"
    COUNT = "count", "počet"


class ValueQuerySet(models.QuerySet):
    def known(self):
        """Values that are values and not a reason why there is none."""
        return self.filter(missing_reason="")

    def latest_first(self):
        """By their periods, the baseline last."""
        start, end = (F(f"period__{day}").desc(nulls_last=True) for day in ("start", "end"))
        return self.order_by(start, end)

    def measured(self):
        """Those that say how much; a word or a reason why there is none do not."""
        return self.filter(Q(number__isnull=False) | Q(share__isnull=False) | Q(parts_only=True))


class Value(LoadedAtOnce):
    """What an indicator was in a period, or at the start (without a period).

    A row exists only when somebody said something: a number, a share, parts, a word, or why it is missing.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="values", verbose_name="indikátor")
    # Found by two indexes that begin with the period, so it needs none of its own.
    period = models.ForeignKey(
        ReportingPeriod,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="values",
        verbose_name="období",
    )
    number = models.DecimalField("hodnota", max_digits=20, decimal_places=4, null=True, blank=True)
    decimals = models.PositiveSmallIntegerField("desetinná místa", default=0)
    upper = models.DecimalField("horní mez", max_digits=20, decimal_places=4, null=True, blank=True)
    share = models.DecimalField("podíl (%)", max_digits=9, decimal_places=4, null=True, blank=True)
    share_decimals = models.PositiveSmallIntegerField("desetinná místa podílu", default=0)
    computed = models.CharField(
        "dopočteno", max_length=5, choices=Computed, default=Computed.NOTHING, blank=True
    )
    qualifier = models.CharField(
        "přesnost", max_length=10, choices=Qualifier, default=Qualifier.EXACT, blank=True
    )
    parts_only = models.BooleanField("jen části, bez součtu", default=False)
    state = models.CharField("stav", max_length=10, choices=StateWord, default=StateWord.NONE, blank=True)
    text = models.TextField("text", blank=True, validators=[MaxLengthValidator(NOTE_LIMIT)])
    missing_reason = models.CharField("proč chybí", max_length=15, choices=MissingReason, blank=True)
    covers_start = models.DateField("vlastní období od", null=True, blank=True)
    covers_end = models.DateField("vlastní období do", null=True, blank=True)
    note = models.CharField("poznámka", max_length=NOTE_LIMIT, blank=True, help_text="Tiskne se za hodnotou.")
    footnote = models.TextField("poznámka pod čarou", blank=True, validators=[MaxLengthValidator(NOTE_LIMIT)])
    source = models.CharField("zdroj", max_length=250, blank=True)
    printed = models.CharField(
        "tisknout jako",
        max_length=250,
        blank=True,
        help_text="Jen když se hodnota nedá vytisknout ze svých částí.",
    )
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

    # Filled by queries that count it.
    evidence_count = 0

    objects = ValueQuerySet.as_manager()
    # A sentence of a person is longer than the column would be by itself.
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        verbose_name = "hodnota"
        verbose_name_plural = "hodnoty"
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["period", "updated_at"], name="value_last_change"),
            models.Index(fields=["period", "missing_reason"], name="value_reason"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "indicator"],
                name="value_once_per_period",
                violation_error_message="Indikátor už v tomto období hodnotu má.",
            ),
            models.UniqueConstraint(
                fields=["indicator"],
                condition=Q(period=None),
                name="value_single_baseline",
                violation_error_message="Indikátor už počáteční hodnotu má.",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=False)
                | Q(share__isnull=False)
                | Q(parts_only=True)
                | ~Q(state="")
                | ~Q(text="")
                | ~Q(missing_reason=""),
                name="value_says_something",
                violation_error_message="Hodnota musí být číslo, slovo, nebo důvod, proč chybí.",
            ),
            models.CheckConstraint(
                condition=Q(missing_reason="")
                | Q(number=None, share=None, upper=None, parts_only=False, state="", text=""),
                name="value_or_reason",
                violation_error_message="Buď hodnota, nebo důvod, proč chybí; ne obojí.",
            ),
            models.CheckConstraint(
                condition=Q(upper=None) | Q(upper__gte=F("number")),
                name="value_range_ordered",
                violation_error_message="Horní mez rozsahu je menší než dolní.",
            ),
            models.CheckConstraint(
                condition=Q(covers_start=None, covers_end=None) | Q(covers_end__gte=F("covers_start")),
                name="value_covers_ordered",
                violation_error_message="Vlastní období hodnoty končí dřív, než začíná.",
            ),
        ]

    def __str__(self):
        return f"{self.indicator} ({self.period or 'počáteční hodnota'})"

    @cached_property
    def all_parts(self) -> list["Part"]:
        """The parts in order; a grid fills this for all its values at once."""
        return list(self.parts.select_related("category", "territory"))


class Part(LoadedAtOnce):
    """One part of a value: a category of a breakdown, a member of a vector, a compared territory, a rank."""

    class Kind(models.TextChoices):
        COUNT = "count", "počet"
        SHARE = "share", "podíl (%)"
        RANK = "rank", "pořadí"

    value = models.ForeignKey(Value, models.CASCADE, related_name="parts", verbose_name="hodnota")
    position = models.PositiveIntegerField("pořadí", default=0)
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="složka"
    )
    territory = models.ForeignKey(
        Territory, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="území"
    )
    kind = models.CharField("druh", max_length=5, choices=Kind, default=Kind.COUNT)
    number = models.DecimalField("hodnota", max_digits=20, decimal_places=4)
    decimals = models.PositiveSmallIntegerField("desetinná místa", default=0)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "část hodnoty"
        verbose_name_plural = "části hodnoty"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(category__isnull=False, territory=None)
                | Q(category=None, territory__isnull=False),
                name="part_of_category_or_territory",
                violation_error_message="Část hodnoty patří ke složce, nebo k území.",
            )
        ]

    def __str__(self):
        return f"{self.category or self.territory}: {self.number}"

from django.db import models
from django.db.models import F, Q

from czech.plurals import is_of_people
from plans.models import Territory

from .storing import StatisticQuerySet

WEIGHT_IS_MISSING = "Vážený průměr potřebuje celek, kterým se váží."
ALREADY_BROKEN = "Toto přerušení už je zapsané."
WHOLE_OF_ITSELF = "Definice nemůže být celkem sama sobě."


class Aggregation(models.TextChoices):
    """How figures of several towns come together; what is not said is never guessed."""

    NONE = "", "nesčítá se"
    SUM = "sum", "součet"
    SHARE = "share", "podíl: součet čitatelů a součet celků"
    WEIGHTED = "weighted", "průměr vážený celkem"


class Definition(models.Model):
    """What several towns measure in the same way, so that their indicators can be compared."""

    code = models.SlugField("kód", max_length=40, unique=True)
    name = models.CharField("název", max_length=250, db_collation="cs_sort")
    unit = models.CharField("jednotka", max_length=60, blank=True)
    method = models.TextField("jak se měří", blank=True)
    aggregation = models.CharField(
        "souhrn za více měst", max_length=10, choices=Aggregation, default=Aggregation.NONE, blank=True
    )
    denominator = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="celek",
        help_text="Z čeho je podíl; u součtu obyvatelstvo, na jehož tisíc se přepočítává.",
    )
    counts_people = models.BooleanField(
        "počítá osoby", default=False, help_text="Tytéž osoby se mohou v součtu opakovat."
    )

    class Meta:
        verbose_name = "definice indikátoru"
        verbose_name_plural = "definice indikátorů"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(aggregation=Aggregation.WEIGHTED) | Q(denominator__isnull=False),
                name="definition_weighted_by_something",
                violation_error_message=WEIGHT_IS_MISSING,
            ),
            models.CheckConstraint(
                condition=Q(denominator=None) | ~Q(denominator=F("id")),
                name="definition_whole_is_another",
                violation_error_message=WHOLE_OF_ITSELF,
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def may_repeat(self) -> bool:
        """May whoever is counted in one place be counted in another? A unit of persons says so by itself."""
        return self.counts_people or is_of_people(self.unit)


class SeriesBreak(models.Model):
    """From this year on the figures are not comparable with those before."""

    definition = models.ForeignKey(Definition, models.PROTECT, related_name="breaks", verbose_name="definice")
    territory = models.ForeignKey(
        Territory,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="území",
        help_text="Prázdné znamená všude.",
    )
    year = models.PositiveSmallIntegerField("první rok nové řady")
    reason = models.CharField("důvod", max_length=250)

    class Meta:
        verbose_name = "přerušení řady"
        verbose_name_plural = "přerušení řad"
        ordering = ["definition", "year"]
        constraints = [
            models.UniqueConstraint(
                fields=["definition", "territory", "year"],
                name="series_break_once_in_territory",
                violation_error_message=ALREADY_BROKEN,
            ),
            models.UniqueConstraint(
                fields=["definition", "year"],
                condition=Q(territory=None),
                name="series_break_once_everywhere",
                violation_error_message=ALREADY_BROKEN,
            ),
        ]

    def __str__(self):
        return f"{self.definition}, {self.year}: {self.reason}"


class Statistic(models.Model):
    """A public figure for a territory and a year, which a town may accept as its own value."""

    definition = models.ForeignKey(
        Definition, models.PROTECT, related_name="statistics", verbose_name="definice"
    )
    territory = models.ForeignKey(Territory, models.PROTECT, related_name="statistics", verbose_name="území")
    year = models.PositiveSmallIntegerField("rok")
    number = models.DecimalField("hodnota", max_digits=20, decimal_places=4)
    source = models.CharField("zdroj", max_length=250)
    edition = models.CharField("vydání", max_length=60, blank=True)

    objects = StatisticQuerySet.as_manager()

    class Meta:
        verbose_name = "statistický údaj"
        verbose_name_plural = "statistické údaje"
        ordering = ["definition", "territory", "year"]
        constraints = [
            models.UniqueConstraint(
                fields=["definition", "territory", "year", "edition"],
                name="statistic_unique",
                violation_error_message="Tento údaj už pro území, rok a vydání existuje.",
            )
        ]

    def __str__(self):
        return f"{self.definition}, {self.territory}, {self.year}"

    @property
    def published_as(self) -> str:
        """The source with its edition."""
        return f"{self.source} {self.edition}".strip()

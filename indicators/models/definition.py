from django.db import models

from plans.models import Territory

from .storing import StatisticQuerySet


class Definition(models.Model):
    """What several towns measure in the same way, so that their indicators can be compared."""

    code = models.SlugField("kód", max_length=40, unique=True)
    name = models.CharField("název", max_length=250, db_collation="cs_sort")
    unit = models.CharField("jednotka", max_length=60, blank=True)
    method = models.TextField("jak se měří", blank=True)

    class Meta:
        verbose_name = "definice indikátoru"
        verbose_name_plural = "definice indikátorů"
        ordering = ["name"]

    def __str__(self):
        return self.name


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

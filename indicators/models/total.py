from collections.abc import Iterable

from django.db import connections, models, transaction
from django.db.models import Q

from plans.models import Territory

from .adding import Added, added_up
from .definition import Aggregation, Definition, Statistic

# A table and not rows: at the first import there are none. Reading goes on.
TAKE_TURNS = "LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE"


class StatisticTotalQuerySet(models.QuerySet):
    def take_turns(self):
        """Until the transaction ends, whoever else changes what totals are made of waits.

        Otherwise neither of two would see what the other has brought, and their totals would lack it.
        """
        connection = connections[self.db]
        # SQLite has one writer at a time anyway.
        if connection.features.has_select_for_update:
            table = connection.ops.quote_name(self.model._meta.db_table)
            with connection.cursor() as cursor:
                cursor.execute(TAKE_TURNS.format(table=table))

    def refresh(self, definitions: Iterable[Definition] | None = None, year: int | None = None):
        """Adds the municipalities up again: those of the given definitions and year, or all.

        Nothing is written while the list of districts is not whole, because a region would be guessed.
        """
        statistics = Statistic.objects.exclude(definition__aggregation=Aggregation.NONE)
        stale = self.all()
        if definitions is not None:
            keys = [definition.pk for definition in definitions]
            touched = Q(definition__in=keys) | Q(definition__denominator__in=keys)
            statistics, stale = statistics.filter(touched), stale.filter(touched)
        if year is not None:
            statistics, stale = statistics.filter(year=year), stale.filter(year=year)
        with transaction.atomic(self.db):
            self.take_turns()
            stale.delete()
            self.bulk_create(map(_row, added_up(statistics)), batch_size=1_000)


class StatisticTotal(models.Model):
    """What the figures of all municipalities of a district, a region or the country come to.

    Derived from `Statistic` whenever public data are brought; nobody types it.
    """

    definition = models.ForeignKey(Definition, models.CASCADE, related_name="totals", verbose_name="definice")
    territory = models.ForeignKey(
        Territory, models.CASCADE, related_name="statistic_totals", verbose_name="území"
    )
    year = models.PositiveSmallIntegerField("rok")
    edition = models.CharField("vydání", max_length=60, blank=True)
    number = models.DecimalField("součet", max_digits=24, decimal_places=4)
    municipalities = models.PositiveIntegerField("obcí s údajem")
    # A ratio is made of the same municipalities above and below; nothing where too few of them have a whole.
    divided = models.DecimalField(
        "součet obcí, jejichž celek známe", max_digits=24, decimal_places=4, null=True
    )
    whole = models.DecimalField("součet celků", max_digits=24, decimal_places=4, null=True)
    with_whole = models.PositiveIntegerField("obcí s údajem i celkem", null=True)
    expected = models.PositiveIntegerField("obcí v území")

    objects = StatisticTotalQuerySet.as_manager()

    class Meta:
        verbose_name = "souhrn veřejných údajů"
        verbose_name_plural = "souhrny veřejných údajů"
        ordering = ["definition", "territory", "year"]
        constraints = [
            models.UniqueConstraint(
                fields=["definition", "territory", "year", "edition"], name="statistic_total_unique"
            )
        ]

    def __str__(self):
        return f"{self.definition}, {self.territory}, {self.year}"


def _row(added: Added) -> StatisticTotal:
    sums = added.sums
    ratio = (sums.divided, sums.whole, sums.with_whole) if added.is_ratio_covered else (None, None, None)
    divided, whole, with_whole = ratio
    return StatisticTotal(
        definition_id=added.definition,
        territory_id=added.territory,
        year=added.year,
        edition=added.edition,
        number=sums.number,
        municipalities=sums.municipalities,
        divided=divided,
        whole=whole,
        with_whole=with_whole,
        expected=added.expected,
    )

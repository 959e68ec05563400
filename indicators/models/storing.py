"""Public figures arrive by tens of thousands."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import islice

from django.db import connections, models, transaction

STORED_AT_ONCE = 400
# `bulk_create` makes an object of each figure, which takes six times as long as this.
STORE = """
    INSERT INTO {table} (definition_id, year, source, edition, territory_id, number)
    SELECT %s, %s, %s, %s, column1, column2 FROM (VALUES {rows}) AS given WHERE true
    ON CONFLICT (definition_id, territory_id, year, edition)
    DO UPDATE SET number = excluded.number, source = excluded.source
"""


class StatisticQuerySet(models.QuerySet):
    def of_edition(self, year: int, edition: str):
        return self.filter(year=year, edition=edition)

    def store(
        self, definition, *, year: int, source: str, edition="", figures: Iterable[tuple[int, Decimal]]
    ):
        """Writes figures by the key of their territory; those of the same edition are rewritten."""
        connection = connections[self.db]
        table = connection.ops.quote_name(self.model._meta.db_table)
        waiting = iter(figures)
        with transaction.atomic(self.db), connection.cursor() as cursor:
            while some := list(islice(waiting, STORED_AT_ONCE)):
                rows = ", ".join(["(%s, %s)"] * len(some))
                given = [definition.pk, year, source, edition, *(part for figure in some for part in figure)]
                cursor.execute(STORE.format(table=table, rows=rows), given)

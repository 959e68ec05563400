"""The yearly workbook of the index with 6 258 rows beside openpyxl's own reading of the same file."""

import tempfile
import tracemalloc
from pathlib import Path

from django.db import transaction
from openpyxl import load_workbook

from exchange.public.statistics import Delivery, import_statistics
from tools.bench import Comparison
from tools.country import build_territories, write_workbook

YEAR = 2023
DELIVERY = Delivery("isv", YEAR, "smyšlená statistika")


def comparisons() -> list[Comparison]:
    """Needs a migrated database; bench_grid makes one."""
    build_territories()
    # The folder lives as long as the functions that read from it.
    folder = tempfile.TemporaryDirectory(prefix="bench-")
    path = Path(folder.name) / "index.xlsx"
    write_workbook(path, YEAR)

    def bring() -> int:
        with transaction.atomic():
            result = import_statistics(path, DELIVERY)
            transaction.set_rollback(True)
        assert result.new == 6_258 * 7, folder
        return result.new

    def read() -> int:
        book = load_workbook(path, read_only=True)
        count = sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True))
        book.close()
        return count

    print(f"import of 6 258 rows × 12 columns: peak {peak(bring)} MB, reading alone {peak(read)} MB")
    return [Comparison("import of a workbook, 6 258 rows", bring, "openpyxl reads it, read-only", read, 2, 3)]


def peak(work) -> str:
    """The most memory that Python held at once."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return f"{most / 1024**2:.0f}"

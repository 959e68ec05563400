"""What a large country costs: `python -m tools.bench_country` (or `make bench-country`).

A tenth of the made-up country and the whole of it stand in two databases of one temporary PostgreSQL. Each
page is asked for in both, taking turns, by consultants of the same fourteen towns and by one of all towns.
Whole requests are timed by the clock on the wall, since the database works in another process. At the end of
a line stands "over" where a goal was missed, and "rows" where it was missed because the whole fills a page of
fifty rows and a tenth has but thirty.
"""

import os
import sys
from importlib import import_module

from tools.with_pg import server_programs, temporary_cluster

PEOPLE = ("consultant of 14 towns", "of 14 towns, may see all", "consultant of all towns")


def main() -> int:
    with temporary_cluster(server_programs()) as url:
        start_django(url)
        # It imports models, which exist only now.
        sizes = import_module("tools.bench_country_sizes")
        tenth, whole = sizes.build_size("tenth", 0.1), sizes.build_size("whole", 1)
        print(f"built in {tenth.seconds:.0f} s (a tenth) and {whole.seconds:.0f} s (the whole)")
        for person, name in enumerate(PEOPLE):
            print_table(name, sizes.outcomes(person, tenth, whole))
        tenth.connection.close(), whole.connection.close()
    return 0


def start_django(url: str):
    """Settings are read on import, so the server is named before it."""
    os.environ["DATABASE_URL"] = url
    os.environ["DEBUG"] = "False"
    os.environ["DJANGO_SETTINGS_MODULE"] = "inclusion.settings"
    import_module("inclusion.wsgi")


def print_table(name: str, outcomes):
    print(f"\n{name:30} {'tenth':>23}   {'whole':>23}")
    print(f"{'':30} {'ms':>7} {'rows':>7} {'queries':>7}   {'ms':>7} {'rows':>7} {'queries':>7}   "
          f"{'ratio':>6} {'goal':>6}")  # fmt: skip
    for one in outcomes:
        columns = "   ".join(
            f"{asked.seconds * 1000:7.1f} {asked.rows:7} {asked.queries:7}"
            for asked in (one.tenth, one.whole)
        )
        print(f"{one.page.name:30} {columns}   {one.ratio:6.3f} {one.goal:6.2f}  {one.verdict}", flush=True)


if __name__ == "__main__":
    sys.exit(main())

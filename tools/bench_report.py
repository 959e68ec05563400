"""The report of Krnov as content, chapters and HTML beside WeasyPrint's own work on that HTML."""

from django.conf import settings

from exchange.loading import load_plan_file
from reports.content import report_content
from reports.layouts import layout_of
from reports.pdf import write_pdf
from reports.tree import build_tree
from reports.writers.html import write_html
from tools.bench import Comparison


def comparisons() -> list[Comparison]:
    """Needs a migrated database; bench_grid makes one."""
    plan = load_plan_file(settings.BASE_DIR / "fixtures" / "krnov.yaml")[0].plan
    period = plan.periods.last()

    def build() -> str:
        return write_html(build_tree(report_content(plan, period), layout_of(plan)))

    html = build()
    name, beside = "report of Krnov: content, chapters, HTML", "WeasyPrint on that HTML"
    return [Comparison(name, build, beside, lambda: write_pdf(html), 0.15, 5)]

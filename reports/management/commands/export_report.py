from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Exists, OuterRef, Q

from indicators.models import Value
from plans.models import Evaluation, Plan, ReportingPeriod
from reports.content import report_content
from reports.layouts import LAYOUTS, Layout, layout_of
from reports.pdf import PdfUnavailable, write_pdf
from reports.tree import build_tree
from reports.writers.html import write_html


class Command(BaseCommand):
    help = "Uloží vyhodnocovací zprávu plánu za jedno období jako PDF nebo HTML."

    def add_arguments(self, parser):
        parser.add_argument("plan", metavar="PLAN", help="adresa plánu, viz list_plans")
        parser.add_argument("--period", metavar="OBDOBÍ", help="adresa období; jinak poslední s hodnotami")
        parser.add_argument("--layout", metavar="ROZVRŽENÍ", help="jinak podle druhu plánu")
        parser.add_argument(
            "--without-finished", action="store_true", help="vynechat opatření splněná v dřívějších letech"
        )
        parser.add_argument("--format", choices=["pdf", "html"], default="pdf")
        parser.add_argument("--output", metavar="SOUBOR", required=True, type=Path)

    def handle(self, *, plan, period, layout, output, without_finished, **options):
        plan = chosen_plan(plan)
        period = chosen_period(plan, period)
        layout = chosen_layout(plan, layout)
        self.say(f"{plan}, {period}, {layout.title}: čtu údaje…")
        content = report_content(plan, period, layout.name, without_finished=without_finished)
        tree = build_tree(content, layout)
        html = write_html(tree)
        self.say("Sázím stránky…" if options["format"] == "pdf" else "Ukládám…")
        document = printed(html) if options["format"] == "pdf" else html.encode()
        save_whole(output, document)
        self.say(f"Hotovo: {output}")

    def say(self, sentence):
        """Progress goes beside the output, in its own colour and not in that of errors."""
        self.stderr.write(sentence, style_func=str)


def chosen_plan(slug: str) -> Plan:
    plans = {plan.slug: plan for plan in Plan.objects.with_town()}
    return chosen(plans, slug, "Plán")


def chosen_period(plan: Plan, slug: str | None) -> ReportingPeriod:
    if slug:
        return chosen({period.slug: period for period in plan.periods.all()}, slug, "Období")
    values = Value.objects.filter(period=OuterRef("pk"))
    evaluations = Evaluation.objects.filter(period=OuterRef("pk"))
    started = plan.periods.filter(Q(Exists(values)) | Q(Exists(evaluations)))
    period = started.last() or plan.periods.last()
    if period is None:
        raise CommandError(f"Plán {plan.slug} nemá žádné období.")
    return period


def chosen_layout(plan: Plan, name: str | None) -> Layout:
    return chosen(LAYOUTS, name, "Rozvržení") if name else layout_of(plan)


def chosen(choices: dict, key: str, what: str):
    if key not in choices:
        known = ", ".join(sorted(choices)) or "zatím žádné"
        raise CommandError(f"{what} {key} není. Na výběr: {known}.")
    return choices[key]


def printed(html: str) -> bytes:
    try:
        return write_pdf(html)
    except PdfUnavailable as error:
        raise CommandError(str(error)) from error


def save_whole(path: Path, document: bytes):
    """The file appears complete or not at all; a reader never opens half of it."""
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(document)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise CommandError(f"Soubor {path} nelze zapsat: {error.strerror}.") from error

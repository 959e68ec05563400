"""The end of a report: the numbered notes, and what a reader should know about the document itself."""

from czech.printing import date_text
from indicators.models import MissingReason
from indicators.wording import NOT_AVAILABLE, NOT_ENTERED
from plans.models import Approval, Status
from reports.blocks import Block, Bullets, Heading, Legend, Notes, Paragraph
from reports.content import ReportContent
from reports.narrative import line

from .statuses import default_mark, evaluated_for

# A dash already says that a value is not available, the other reasons are printed in words.
WORDED_REASONS = {
    MissingReason.NOT_MONITORED: "údaj se za toto období nesleduje",
    MissingReason.NOT_RELEVANT: "údaj v tomto období nedává smysl",
    MissingReason.NOT_YET: "údaj má teprve vzniknout",
    MissingReason.SUPPRESSED: "údaj se pro malý počet osob nezveřejňuje",
}
REPORT_COUNTS = "Čísla za stavem, například (2/6): kolik zpráv o realizaci projektu z kolika je zohledněno."


def notes(content: ReportContent) -> list[Block]:
    """The place of the notes; their texts are collected when the report is numbered."""
    return [Heading(2, "Poznámky", "poznamky"), Notes(())]


def about_document(content: ReportContent) -> list[Block]:
    return [
        Heading(2, "O tomto dokumentu", "o-dokumentu", flow=True),
        *fact_lines(_facts(content)),
        Heading(3, "Značky stavů", "znacky-stavu"),
        Legend(tuple(default_mark(status) for status in Status)),
        *_report_counts(content),
        Heading(3, "Jak se tisknou chybějící hodnoty", "chybejici-hodnoty"),
        _missing_values(),
    ]


def plan_facts(content: ReportContent) -> list[tuple[str, str]]:
    plan = content.plan
    return [
        ("Plán", f"{plan.title} ({plan.kind_words.abbreviation})"),
        ("Město", content.municipality.full_name),
        ("Platí také pro", ", ".join(one.full_name for one in content.further_municipalities)),
        ("Platnost", content.validity.text if content.validity else ""),
        ("Schváleno", "; ".join(_approval_text(one) for one in content.approvals)),
    ]


def _facts(content: ReportContent) -> list[tuple[str, str]]:
    report, period = content.report, content.period
    return [
        *plan_facts(content),
        ("Hodnocené období", evaluated_for(content.span).removeprefix("za ").removeprefix("období ")),
        ("Stav dat k", date_text(period.data_as_of) if period.data_as_of else ""),
        ("Vydáno", date_text(report.issued_on) if report.issued_on else ""),
        ("Zpracovali", report.prepared_by),
    ]


def fact_lines(facts: list[tuple[str, str]]) -> list[Block]:
    return [Paragraph(line(text), label=f"{label}:") for label, text in facts if text]


def _approval_text(approval: Approval) -> str:
    place = approval.territory.full_name if approval.territory else ""
    details = filter(None, [place, approval.body, approval.resolution, approval.label])
    return ", ".join([date_text(approval.approved_on), *details])


def _report_counts(content: ReportContent) -> list[Block]:
    """What (2/6) behind a status means, in reports that print it."""
    if not any(row.evaluation and row.evaluation.reports_expected for row in content.action_rows):
        return []
    return [Paragraph(line(REPORT_COUNTS), style="small")]


def _missing_values() -> Bullets:
    worded = [f"{MissingReason(reason).label} – {meaning}" for reason, meaning in WORDED_REASONS.items()]
    texts = [
        f"{NOT_AVAILABLE} (pomlčka) – údaj není k dispozici",
        *worded,
        f"{NOT_ENTERED} – hodnotu ani důvod, proč chybí, nikdo nezapsal",
        "0 – naměřená nula, nikdy ne chybějící hodnota",
    ]
    return Bullets(tuple(line(text) for text in texts))

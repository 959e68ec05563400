"""Reports with the town's own texts, the log of cooperation and the abbreviations."""

from plans.models import Plan
from reports.models import Abbreviation, Chapter, CooperationEvent, Report

from .documents import PlanDocument, ReportDocument
from .ledger import Ledger, Wish
from .saving_plan import Periods


def save_reports(document: PlanDocument, plan: Plan, periods: Periods, ledger: Ledger):
    _save_abbreviations(document, plan, ledger)
    _save_events(document, plan, ledger)
    wishes = [Wish(_report(report, plan, periods), report.line) for report in document.reports]
    rows = ledger.settle(Report, wishes, plan.reports.select_related("period"), ("period_id", "layout"))
    _save_chapters(list(zip(document.reports, rows, strict=True)), plan, ledger)


def _report(document: ReportDocument, plan: Plan, periods: Periods) -> Report:
    return Report(
        plan=plan,
        period=periods[document.period.text],
        layout=document.layout,
        title=document.title,
        number=document.number,
        issued_on=document.issued_on,
        prepared_by=document.prepared_by,
        publicity=document.publicity,
    )


def _save_chapters(reports: list[tuple[ReportDocument, Report]], plan: Plan, ledger: Ledger):
    wishes = [
        Wish(Chapter(report=row, name=chapter.name, text=chapter.text), chapter.line)
        for report, row in reports
        for chapter in report.chapters
    ]
    existing = Chapter.objects.filter(report__plan=plan).select_related("report__plan", "report__period")
    ledger.settle(Chapter, wishes, existing, ("report_id", "name"))


def _save_abbreviations(document: PlanDocument, plan: Plan, ledger: Ledger):
    wishes = [
        Wish(Abbreviation(plan=plan, short=one.short, meaning=one.meaning), one.line)
        for one in document.abbreviations
    ]
    ledger.settle(Abbreviation, wishes, plan.abbreviations.all(), ("short",))


def _save_events(document: PlanDocument, plan: Plan, ledger: Ledger):
    wishes = [
        Wish(
            CooperationEvent(
                plan=plan,
                position=position,
                start=event.when and event.when.start,
                end=event.when and event.when.end,
                title=event.title,
                text=event.text,
            ),
            event.line,
        )
        for position, event in enumerate(document.events, start=1)
    ]
    ledger.settle(CooperationEvent, wishes, plan.events.all(), ("start", "title"), ("title",))

"""The head of a plan with its territories and approvals, and its periods."""

from datetime import date, datetime, time

from django.utils.timezone import make_aware

from plans.models import Approval, Plan, ReportingPeriod

from .documents import PeriodDocument, PlanDocument
from .ledger import Ledger, Wish
from .places import Places

Periods = dict[str, ReportingPeriod]


def save_plan_head(document: PlanDocument, ledger: Ledger) -> tuple[Plan, Places]:
    places = Places(document.municipalities(), ledger)
    head = document.plan
    wish = Plan(
        slug=head.slug,
        kind=head.kind,
        title=head.title,
        municipality=places.town(head.municipality),
        valid_from=head.valid and head.valid.start,
        valid_to=head.valid and head.valid.end,
        regional_centre=head.regional_centre,
        action_plan=head.action_plan,
        planned_funding=head.planned_funding,
        baseline_note=head.baseline_note,
    )
    existing = Plan.objects.filter(slug=head.slug).select_related("municipality")
    (plan,) = ledger.settle(Plan, [Wish(wish, head.line)], existing, ("slug",))
    _save_covers(document, plan, places, ledger)
    _save_approvals(document, plan, places, ledger)
    return plan, places


def _save_covers(document: PlanDocument, plan: Plan, places: Places, ledger: Ledger):
    through = Plan.covers.through
    wishes = [
        Wish(through(plan=plan, territory=places.town(municipality)), municipality.line)
        for municipality in document.plan.covers
    ]
    existing = through.objects.filter(plan=plan).select_related("plan", "territory")
    ledger.settle(through, wishes, existing, ("territory_id",))


def _save_approvals(document: PlanDocument, plan: Plan, places: Places, ledger: Ledger):
    wishes = [
        Wish(
            Approval(
                plan=plan,
                territory=places.town(approval.municipality) if approval.municipality else None,
                body=approval.body,
                approved_on=approval.approved_on,
                resolution=approval.resolution,
                label=approval.label,
            ),
            approval.line,
        )
        for approval in document.plan.approvals
    ]
    existing = plan.approvals.select_related("territory")
    ledger.settle(
        Approval, wishes, existing, ("approved_on", "territory_id", "body"), ("territory_id", "body")
    )


def save_periods(document: PlanDocument, plan: Plan, ledger: Ledger) -> Periods:
    existing = list(plan.periods.all())
    by_slug = {period.slug: period for period in existing}
    wishes = [
        Wish(_period(period, plan, by_slug.get(period.slug)), period.line) for period in document.periods
    ]
    periods = ledger.settle(ReportingPeriod, wishes, existing, ("slug",))
    return {period.slug: period for period in periods}


def _period(document: PeriodDocument, plan: Plan, existing: ReportingPeriod | None) -> ReportingPeriod:
    period = ReportingPeriod(
        plan=plan,
        slug=document.slug,
        title=document.title,
        start=document.covers.start,
        end=document.covers.end,
        data_as_of=document.data_as_of,
        due_on=document.due_on,
    )
    # Review is the work of people: a document closes only a period that nobody has submitted yet.
    if existing and existing.submitted_at:
        period.submitted_at, period.approved_at = existing.submitted_at, existing.approved_at
    elif document.approved_at:
        period.submitted_at = period.approved_at = _midnight(document.approved_at)
    return period


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))

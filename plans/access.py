"""Fetch = authorise: a stranger gets 404, a reader who wants to change something 403."""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from .models import Measure, Plan, Remark, ReportingPeriod

NOT_OWN = "Toto opatření vyplňuje jiná organizace nebo koordinátor města."
NOT_PUBLISHED = "Zpráva za toto období ještě není schválená, číst ji můžete až po schválení."
NOT_REVIEWABLE = "Období kontroluje a schvaluje konzultant Agentury."
NOT_DISCUSSED = "Připomínky řeší koordinátor města s konzultantem Agentury."
NOT_EDITABLE = "Tento plán můžete číst, ale ne měnit. Požádejte koordinátora města."


def plan_to_read(user, slug: str) -> Plan:
    """The plan with its town, its periods and what the user is in it."""
    plan = get_object_or_404(Plan.objects.with_town().prefetch_related("periods"), slug=slug)
    plan.roles = plan.roles_of(user)
    if not plan.roles:
        raise Http404
    return plan


def plan_to_edit(user, slug: str) -> Plan:
    plan = plan_to_read(user, slug)
    if not plan.is_editable:
        raise PermissionDenied(NOT_EDITABLE)
    return plan


def plan_to_fill(user, slug: str) -> Plan:
    """The plan for its editors and for contributors, who fill the measures of their organisation."""
    plan = plan_to_read(user, slug)
    if not (plan.is_editable or plan.is_filled_in_part):
        raise PermissionDenied(NOT_EDITABLE)
    return plan


def own_measures(user, plan: Plan) -> QuerySet[Measure] | None:
    """The measures to which the user's view of the plan is narrowed; None where all of it is seen."""
    if plan.is_seen_whole:
        return None
    return Measure.objects.contributed_by(user).filter(goal__area__plan=plan)


def measure_to_read(user, plan: Plan, pk: int) -> Measure:
    measures = Measure.objects.visible_to(user).filter(goal__area__plan=plan)
    return get_object_or_404(measures, pk=pk)


def whole_plan_to_read(user, slug: str) -> Plan:
    """The plan for pages that tell of more than one organisation's measures: of goals, of whole texts."""
    plan = plan_to_read(user, slug)
    if not plan.is_seen_whole:
        raise Http404
    return plan


def period_to_fill(user, plan_slug: str, slug: str, about: str, subject_id: int) -> ReportingPeriod:
    """The period locked for one cell's change, in one question.

    Says whether the user coordinates the plan (`is_coordinated`), and whether the consultant returned
    this cell (`returns_cell`) or any (`returns_cells`).
    """
    waiting = Remark.objects.returning().filter(period=OuterRef("pk"))
    periods = ReportingPeriod.objects.with_roles_of(user).annotate(
        returns_cell=Exists(waiting.filter(about=about, subject_id=subject_id)), returns_cells=Exists(waiting)
    )
    period = periods.to_change().filter(plan__slug=plan_slug, slug=slug).first()
    if period is None or not (period.is_coordinated or period.is_contributed):
        # Who may not write pays another question to learn whether they may know of it.
        period_of(plan_to_fill(user, plan_slug), slug)
        raise Http404
    return period


def measure_to_fill(user, plan: Plan, period: ReportingPeriod, pk: int) -> Measure:
    measures = Measure.objects.in_use(period.start).with_ownership(user).filter(goal__area__plan=plan)
    measure = get_object_or_404(measures, pk=pk)
    if not (plan.is_editable or measure.is_own):
        raise PermissionDenied(NOT_OWN)
    return measure


def plan_to_review(user, slug: str) -> Plan:
    plan = plan_to_read(user, slug)
    if not plan.is_reviewable:
        raise PermissionDenied(NOT_REVIEWABLE)
    return plan


def plan_to_discuss(user, slug: str) -> Plan:
    """For those who write remarks to each other: the town's coordinator and the consultant."""
    plan = plan_to_read(user, slug)
    if not may_discuss(plan):
        raise PermissionDenied(NOT_DISCUSSED)
    return plan


def period_to_report(plan: Plan, slug: str) -> ReportingPeriod:
    """An approved report is public; until then it is a draft of the town as a whole."""
    period = period_of(plan, slug)
    if not (plan.is_seen_whole or period.is_approved):
        raise PermissionDenied(NOT_PUBLISHED)
    return period


def may_discuss(plan: Plan) -> bool:
    """Of a plan fetched here: is it one of those whose remarks the person reads and writes?"""
    return plan.is_editable or plan.is_reviewable


def period_of(plan: Plan, slug: str) -> ReportingPeriod:
    for period in plan.periods.all():
        if period.slug == slug:
            return period
    raise Http404

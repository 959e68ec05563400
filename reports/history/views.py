from django.shortcuts import get_object_or_404, render

from indicators.models import Indicator
from indicators.targets import promises_of
from plans.access import measure_to_read, own_measures, period_of, plan_to_read, whole_plan_to_read
from plans.models import Goal, Plan, ReportingPeriod
from reports.models import Chapter, Report

from .filters import HistoryForm
from .readers import chapter_subject, indicator_subject, report_subject
from .stream import history_of_plan
from .versions import (
    earlier_statuses,
    earlier_values,
    report_versions,
    status_versions,
    text_versions,
    value_versions,
)


def plan_history(request, plan_slug):
    """Everything that anybody has changed in the plan; for a contributor only in the own measures."""
    plan = plan_to_read(request.user, plan_slug)
    own = own_measures(request.user, plan)
    form = HistoryForm(plan, request.GET, own)
    chosen = form.chosen()
    found = chosen and history_of_plan(plan, chosen, request.GET.get("strana"), own)
    context = {"plan": plan, "period": plan.newest_period, "tab": "history", "form": form, "found": found}
    return render(request, "history/plan.html", context)


def value_history(request, plan_slug, period_slug, pk):
    """One value: all its versions, its earlier periods and the targets the indicator has had."""
    plan = plan_to_read(request.user, plan_slug)
    period = period_of(plan, period_slug)
    indicators = Indicator.objects.visible_in(plan, request.user)
    indicator = get_object_or_404(indicators.select_related("area", "goal", "measure"), pk=pk)
    context = {
        "plan": plan,
        "period": period,
        "tab": "values",
        "subject": indicator_subject(indicator),
        "events": value_versions(indicator, period),
        "earlier": earlier_values(indicator, _before(plan, period)),
        "promises": promises_of(indicator),
    }
    return render(request, "history/value.html", context)


def status_history(request, plan_slug, period_slug, pk):
    plan = plan_to_read(request.user, plan_slug)
    return _status_page(request, plan, period_slug, measure=measure_to_read(request.user, plan, pk))


def goal_status_history(request, plan_slug, period_slug, pk):
    plan = whole_plan_to_read(request.user, plan_slug)
    goal = get_object_or_404(Goal, pk=pk, area__plan=plan)
    return _status_page(request, plan, period_slug, goal=goal)


def text_history(request, plan_slug, period_slug, pk):
    """One text of a report: all its versions."""
    plan = whole_plan_to_read(request.user, plan_slug)
    period = period_of(plan, period_slug)
    texts = Chapter.objects.select_related("report").filter(report__plan=plan, report__period=period)
    chapter = get_object_or_404(texts, pk=pk)
    return _text_page(request, plan, period, chapter_subject(chapter), text_versions(chapter))


def title_history(request, plan_slug, period_slug, pk):
    plan = whole_plan_to_read(request.user, plan_slug)
    period = period_of(plan, period_slug)
    report = get_object_or_404(Report, pk=pk, plan=plan, period=period)
    return _text_page(request, plan, period, report_subject(report), report_versions(report))


def _text_page(request, plan, period, subject, events):
    context = {"plan": plan, "period": period, "tab": "reports", "subject": subject, "events": events}
    return render(request, "history/text.html", context)


def _status_page(request, plan, period_slug, **level):
    """One evaluation: all its versions, and how the measure or goal stood in earlier periods."""
    period = period_of(plan, period_slug)
    context = {
        "plan": plan,
        "period": period,
        "tab": "statuses",
        "subject": next(iter(level.values())),
        "events": status_versions(period, **level),
        "earlier": earlier_statuses(_before(plan, period), **level),
    }
    return render(request, "history/status.html", context)


def _before(plan: Plan, period: ReportingPeriod) -> list[ReportingPeriod]:
    """Periods before this one, the oldest first."""
    return [one for one in plan.periods.all() if (one.start, one.end) < (period.start, period.end)]

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render

from indicators.grid import read_grid
from indicators.views.values import LOCKED, lock_open
from plans.access import measure_to_fill, period_of, plan_to_edit, plan_to_fill, plan_to_read
from plans.forms import EvaluationForm
from plans.models import Evaluation, Goal, Measure


def statuses(request, plan_slug, period_slug):
    """How every measure of the plan stands in the period."""
    plan = plan_to_read(request.user, plan_slug)
    period = period_of(plan, period_slug)
    context = {
        "plan": plan,
        "period": period,
        "tab": "statuses",
        "grid": read_grid(plan, period, request.user),
        "only_missing": request.GET.get("zobrazit") == "bez-stavu",
        "is_editable": plan.is_editable and period.is_open,
    }
    return render(request, "indicators/statuses.html", context)


def edit_measure_status(request, plan_slug, period_slug, pk):
    plan = plan_to_fill(request.user, plan_slug)
    period = period_of(plan, period_slug)
    measure = measure_to_fill(request.user, plan, period, pk)
    return _edit(request, plan, period, measure=measure)


def edit_goal_status(request, plan_slug, period_slug, pk):
    plan = plan_to_edit(request.user, plan_slug)
    goal = get_object_or_404(Goal, pk=pk, area__plan=plan)
    return _edit(request, plan, period_of(plan, period_slug), goal=goal)


def _edit(request, plan, period, **subject):
    """Status, texts and dates of one measure or goal, beside its own figures."""
    if not period.is_open:
        raise PermissionDenied(LOCKED)
    if request.method == "POST":
        form = _posted(request, plan, period, subject)
        if form.is_valid():
            messages.success(request, "Stav je uložený.")
            return redirect("indicators:statuses", plan.slug, period.slug)
    else:
        form = EvaluationForm(instance=_evaluation(period, subject))
    grid = read_grid(plan, period, request.user)
    band = _band(grid, **subject)
    context = {"plan": plan, "period": period, "tab": "statuses", "form": form, "band": band}
    subject_level = next(iter(subject.values()))
    context |= {"subject": subject_level, "level": _level_name(plan, subject_level)}
    return render(request, "indicators/edit_status.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _posted(request, plan, period, subject) -> EvaluationForm:
    """The posted form, saved when nothing is wrong with it."""
    period = lock_open(plan, period)
    form = EvaluationForm(request.POST, instance=_evaluation(period, subject))
    if form.is_valid():
        form.save(by=request.user)
    return form


def _evaluation(period, subject) -> Evaluation:
    return Evaluation.objects.filter(period=period, **subject).first() or Evaluation(period=period, **subject)


def _band(grid, measure=None, goal=None):
    """The rows of figures that belong to what is being evaluated."""
    if measure:
        return next(band for band in grid.measures if band.measure.pk == measure.pk)
    bands = (band for area in grid.areas for band in area.goal_bands)
    return next(band for band in bands if band.goal.pk == goal.pk)


def _level_name(plan, subject) -> str:
    words = plan.kind_words
    if isinstance(subject, Measure):
        return words.measure.one
    return (words.subgoal if subject.parent_id else words.goal).one

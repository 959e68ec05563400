"""How measures stand: all of them as cards, and one opened for writing beside its own figures."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from czech.plurals import counted
from indicators.forms import GridForm, RowForm
from indicators.grid import read_grid
from indicators.status_cards import AreaCards, StatusCard, next_without_status, status_areas
from indicators.views.values import LOCKED, LOCKED_CELL, lock_open
from plans.access import measure_to_fill, period_of, plan_to_edit, plan_to_fill, plan_to_read
from plans.forms import EvaluationForm
from plans.models import Evaluation, Plan, Remark, ReportingPeriod
from plans.rich_text import to_html

LOCKED_STATUS = "Tento stav je zamčený, konzultant vrátil k opravě jen některé."
SAVED = "Stav je uložený."
UNCHANGED = "Nic se nezměnilo, není co ukládat."
WITHOUT_STATUS = "bez-stavu"
WITHOUT_SUMMARY = "bez-shrnuti"
NEXT = "dalsi"


def statuses(request, plan_slug, period_slug):
    """How every measure of the plan stands in the period."""
    plan = plan_to_read(request.user, plan_slug)
    grid = read_grid(plan, period_of(plan, period_slug), request.user)
    only = request.GET.get("zobrazit", "")
    areas = status_areas(grid)
    shown = [area.shown(lambda card: _is_shown(card, only)) for area in areas]
    context = {"only": only, "shown": shown, "next": next_without_status(_cards(areas))}
    return render(request, "indicators/statuses.html", _context(grid, areas) | context)


def edit_measure_status(request, plan_slug, period_slug, pk):
    plan = plan_to_fill(request.user, plan_slug)
    period = period_of(plan, period_slug)
    measure_to_fill(request.user, plan, period, pk)
    return _edit(request, plan, period, Remark.About.MEASURE, pk)


def edit_goal_status(request, plan_slug, period_slug, pk):
    plan = plan_to_edit(request.user, plan_slug)
    return _edit(request, plan, period_of(plan, period_slug), Remark.About.GOAL, pk)


@dataclass
class StatusDesk:
    """What is written on one page and saved together: the evaluation and the figures it speaks of."""

    card: StatusCard
    areas: list[AreaCards]
    form: EvaluationForm
    figures: GridForm

    @classmethod
    def laid(cls, request, plan: Plan, period: ReportingPeriod, about: str, pk: int) -> "StatusDesk":
        data = request.POST if request.method == "POST" else None
        grid = read_grid(plan, period, request.user)
        areas = status_areas(grid, opened_goal=pk if about == Remark.About.GOAL else None)
        card = next((one for one in _cards(areas) if (one.about, one.subject.pk) == (about, pk)), None)
        if card is None:
            raise Http404
        if not card.is_open:
            raise PermissionDenied(LOCKED_STATUS if period.is_open else LOCKED)
        form = EvaluationForm(data, instance=card.evaluation or _first_evaluation(period, card))
        figures = GridForm.shown(grid) if data is None else GridForm.posted(grid, data)
        if figures.locked:
            raise PermissionDenied(LOCKED_CELL)
        return cls(card, areas, form, figures)

    @property
    def rows(self) -> list[RowForm]:
        return [self.figures.forms[row.indicator.pk] for row in self.card.rows]

    def is_valid(self) -> bool:
        """Both are read, so that everything wrong is told at once."""
        return all([self.form.is_valid(), self.figures.is_valid()])

    def save(self, by) -> str:
        """Saves what was touched; returns what to say about it."""
        is_touched = self.form.has_changed()
        if is_touched:
            self.form.save(by=by)
        saved = self.figures.save(by)
        words = [SAVED] if is_touched else []
        if saved:
            words.append(f"Uloženo: {counted(saved, 'hodnota', 'hodnoty', 'hodnoty', 'hodnot')}.")
        return " ".join(words) or UNCHANGED


def _edit(request, plan, period, about: str, pk: int):
    if request.method != "POST":
        return _page(request, StatusDesk.laid(request, plan, period, about, pk))
    with transaction.atomic():
        desk = StatusDesk.laid(request, plan, lock_open(plan, period), about, pk)
        is_valid = desk.is_valid()
        said = desk.save(by=request.user) if is_valid else ""
    if not is_valid:
        return _page(request, desk, status=422)
    messages.success(request, said)
    return redirect(_address_after(request, desk))


def _address_after(request, desk: StatusDesk) -> str:
    """The next measure without a status if it was asked for, else the saved one in the list."""
    plan, period = desk.figures.grid.plan, desk.figures.grid.period
    following = next_without_status(_cards(desk.areas), desk.card)
    if following and request.POST.get("krok") == NEXT:
        return reverse(following.view, args=[plan.slug, period.slug, following.subject.pk])
    return reverse("indicators:statuses", args=[plan.slug, period.slug]) + f"#{desk.card.anchor}"


def _page(request, desk: StatusDesk, status=200):
    here = next(area for area in desk.areas if desk.card in area.cards)
    past = _past_summary(desk.figures.grid, desk.card)
    context = {
        "desk": desk,
        "form": desk.form,
        "opened": desk.card,
        "shown": [here],
        "next": next_without_status(_cards(desk.areas), desk.card),
        "past": past,
        "past_html": to_html(past.summary) if past else "",
    }
    context = _context(desk.figures.grid, desk.areas) | context
    return render(request, "indicators/edit_status.html", context, status=status)


def _context(grid, areas: list[AreaCards]) -> dict:
    cards = _cards(areas)
    return {
        "plan": grid.plan,
        "period": grid.period,
        "tab": "statuses",
        "grid": grid,
        "areas": areas,
        "only": None,
        "opened": None,
        "without_status": sum(card.lacks_status for card in cards),
        "without_summary": sum(card.lacks_summary for card in cards),
    }


def _is_shown(card: StatusCard, only: str) -> bool:
    if only == WITHOUT_STATUS:
        return card.lacks_status
    return card.lacks_summary if only == WITHOUT_SUMMARY else True


def _cards(areas: list[AreaCards]) -> list[StatusCard]:
    return [card for area in areas for card in area.cards]


def _first_evaluation(period: ReportingPeriod, card: StatusCard) -> Evaluation:
    return Evaluation(period=period, **_subject(card))


def _past_summary(grid, card: StatusCard) -> Evaluation | None:
    """The latest summary written about the same thing before."""
    earlier = [period.pk for period in grid.periods if period.pk != grid.period.pk]
    written = Evaluation.objects.filter(period__in=earlier, **_subject(card)).exclude(summary="")
    return written.select_related("period").order_by("-period__start", "-period__end").first()


def _subject(card: StatusCard) -> dict:
    return {"measure" if card.is_measure else "goal": card.subject}

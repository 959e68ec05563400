"""The coordinator edits what the plan says and how it is laid out."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from plans.access import plan_to_edit
from plans.models import Goal, Measure, Plan, PriorityArea
from plans.seen import SeenForm
from plans.structure import Level, Row, anchor, is_removable, level_of, move, remove, structure_of, word_for
from plans.structure_forms import AreaForm, GoalForm, MeasureForm, PlanForm

FORMS = {Level.AREA: AreaForm, Level.GOAL: GoalForm, Level.MEASURE: MeasureForm}
STEPS = {"vys": -1, "niz": 1}
FACTS_NOTE = "Druh plánu, město a adresa stránek se tu nemění; o to požádejte správce."
NEW_MEASURE_NOTE = "Nové opatření se objeví ve všech obdobích plánu, i v těch, která už jsou schválená."
NOT_REMOVABLE = "Odebrat to nejde: něco už na tom závisí, například indikátor, stav nebo připomínka."


def edit_plan(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """Everything that can be edited, with links to the forms."""
    plan = plan_to_edit(request.user, plan_slug)
    return render(request, "plans/structure.html", _frame(plan) | {"nodes": structure_of(plan)})


@transaction.atomic
def edit_plan_facts(request: HttpRequest, plan_slug: str) -> HttpResponse:
    plan = plan_to_edit(request.user, plan_slug)
    stored = Plan.objects.select_for_update().get(pk=plan.pk)
    form = PlanForm(request.POST or None, instance=stored)
    if request.method == "POST" and form.is_valid():
        form.save(by=request.user)
        messages.success(request, "Údaje plánu jsou uložené.")
        return redirect("plans:edit_plan", plan.slug)
    return _form_page(request, plan, form, "Údaje plánu", note=FACTS_NOTE)


@transaction.atomic
def edit_level(request: HttpRequest, plan_slug: str, level: Level, pk: int) -> HttpResponse:
    plan = plan_to_edit(request.user, plan_slug)
    row = _locked(plan, level, pk)
    return _level_form(request, plan, row, f"Upravit: {word_for(plan, row)} {row.code}")


def add_area(request: HttpRequest, plan_slug: str) -> HttpResponse:
    plan = plan_to_edit(request.user, plan_slug)
    return _adding(request, plan, PriorityArea(plan=plan))


def add_goal(request: HttpRequest, plan_slug: str, pk: int) -> HttpResponse:
    plan = plan_to_edit(request.user, plan_slug)
    area = get_object_or_404(plan.areas, pk=pk)
    return _adding(request, plan, Goal(area=area), area)


def add_subgoal(request: HttpRequest, plan_slug: str, pk: int) -> HttpResponse:
    """A specific goal; below it stand measures only."""
    plan = plan_to_edit(request.user, plan_slug)
    parent = get_object_or_404(Level.GOAL.rows(plan).filter(parent=None), pk=pk)
    return _adding(request, plan, Goal(area_id=parent.area_id, parent=parent), parent)


def add_measure(request: HttpRequest, plan_slug: str, pk: int) -> HttpResponse:
    plan = plan_to_edit(request.user, plan_slug)
    goal = get_object_or_404(Level.GOAL.rows(plan), pk=pk)
    return _adding(request, plan, Measure(goal=goal), goal)


@require_POST
def move_level(request: HttpRequest, plan_slug: str, level: Level, pk: int) -> HttpResponse:
    plan = plan_to_edit(request.user, plan_slug)
    row = get_object_or_404(level.rows(plan), pk=pk)
    move(row, STEPS.get(request.POST.get("kam"), 0), by=request.user)
    return _back_to(plan, row)


@transaction.atomic
def remove_level(request: HttpRequest, plan_slug: str, level: Level, pk: int) -> HttpResponse:
    """An area or a goal added by mistake may leave as long as nothing hangs on it."""
    plan = plan_to_edit(request.user, plan_slug)
    row = _locked(plan, level, pk)
    can_leave = is_removable(row)
    if request.method == "POST" and can_leave:
        remove(row, by=request.user)
        messages.success(request, f"Odebráno z plánu: {row}.")
        return redirect("plans:edit_plan", plan.slug)
    context = _frame(plan) | {"row": row, "word": word_for(plan, row), "anchor": anchor(row)}
    context["refusal"] = "" if can_leave else NOT_REMOVABLE
    status = 409 if request.method == "POST" else 200
    return render(request, "plans/remove_level.html", context, status=status)


def _locked(plan: Plan, level: Level, pk: int) -> Row:
    return get_object_or_404(level.rows(plan).select_for_update(of=("self",)), pk=pk)


@transaction.atomic
def _adding(request: HttpRequest, plan: Plan, row: Row, above: Row | None = None) -> HttpResponse:
    return _level_form(request, plan, row, f"Přidat: {word_for(plan, row)}", above)


def _level_form(request, plan: Plan, row: Row, heading: str, above: Row | None = None) -> HttpResponse:
    note = NEW_MEASURE_NOTE if isinstance(row, Measure) and row.pk is None else ""
    back = _place(plan, row if row.pk else above)
    form = FORMS[level_of(row)](request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        form.save(by=request.user)
        messages.success(request, f"Uloženo: {row}.")
        return _back_to(plan, row)
    words = {"above": above, "note": note, "back": back}
    return _form_page(request, plan, form, heading, **words)


def _form_page(request, plan: Plan, form: SeenForm, heading: str, **words) -> HttpResponse:
    blank = {"above": None, "note": "", "back": _place(plan)}
    context = _frame(plan) | blank | words | {"form": form, "heading": heading}
    return render(request, "plans/edit_form.html", context, status=422 if form.errors else 200)


def _frame(plan: Plan) -> dict:
    return {"plan": plan, "period": plan.newest_period, "tab": "structure"}


def _back_to(plan: Plan, row: Row) -> HttpResponseRedirect:
    """Where the row stands now, so that the next step of the keyboard starts there."""
    return redirect(_place(plan, row))


def _place(plan: Plan, row: Row | None = None) -> str:
    page = reverse("plans:edit_plan", args=[plan.slug])
    return f"{page}#{anchor(row)}" if row else page

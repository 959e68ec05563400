"""The coordinator sets for which periods a plan collects values and until when."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from plans.access import plan_to_edit
from plans.models import Plan, ReportingPeriod
from plans.period_forms import PeriodForm, overlap_warning, plan_in_turn

LOCKED = (
    "Období je odevzdané nebo schválené, jeho data ani termín proto změnit nejde. "
    "Půjde to, až ho konzultant vrátí nebo znovu otevře."
)

NOTE = "Adresa období se určí z dat jednou a už se nemění. Po odevzdání se data i termín zamknou."


def periods(request: HttpRequest, plan_slug: str) -> HttpResponse:
    plan = plan_to_edit(request.user, plan_slug)
    return render(request, "plans/periods.html", _frame(plan))


@transaction.atomic
def add_period(request: HttpRequest, plan_slug: str) -> HttpResponse:
    plan = plan_to_edit(request.user, plan_slug)
    new = ReportingPeriod(plan=plan_in_turn(plan))
    return _form_page(request, plan, new, "Přidat období")


@transaction.atomic
def edit_period(request: HttpRequest, plan_slug: str, pk: int) -> HttpResponse:
    plan = plan_to_edit(request.user, plan_slug)
    stored = ReportingPeriod.objects.filter(plan=plan).select_for_update(of=("self",))
    period = get_object_or_404(stored, pk=pk)
    if not period.is_open:
        raise PermissionDenied(LOCKED)
    return _form_page(request, plan, period, f"Upravit období: {period.label}")


def _form_page(request, plan: Plan, period: ReportingPeriod, heading: str) -> HttpResponse:
    form = PeriodForm(request.POST or None, instance=period)
    if request.method == "POST" and form.is_valid():
        form.save(by=request.user)
        messages.success(request, f"Období je uložené: {period.label}.")
        if warning := overlap_warning(period):
            messages.warning(request, warning)
        return redirect("plans:periods", plan.slug)
    back = reverse("plans:periods", args=[plan.slug])
    context = _frame(plan) | {"form": form, "heading": heading, "above": None, "note": NOTE, "back": back}
    return render(request, "plans/edit_form.html", context, status=422 if form.errors else 200)


def _frame(plan: Plan) -> dict:
    return {"plan": plan, "period": plan.newest_period, "tab": "periods"}

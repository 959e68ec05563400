from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render

from indicators.models import Indicator
from indicators.retirement import RetireForm
from plans.access import plan_to_edit
from plans.models import Measure, WrongState


def retire_measure(request, plan_slug, pk):
    plan = plan_to_edit(request.user, plan_slug)
    return _retiring(request, plan, _measures(plan), pk)


def retire_indicator(request, plan_slug, pk):
    plan = plan_to_edit(request.user, plan_slug)
    return _retiring(request, plan, plan.indicators.all(), pk)


def _measures(plan):
    return Measure.objects.filter(goal__area__plan=plan)


@transaction.atomic
def _retiring(request, plan, subjects, pk):
    """Retire, or put back what was retired; two people at once take turns."""
    subject = get_object_or_404(subjects.select_for_update(of=("self",)), pk=pk)
    if request.method != "POST":
        return _page(request, plan, subject, RetireForm(subject))
    form = RetireForm(subject, request.POST)
    is_return = request.POST.get("krok") == "vratit"
    if not (is_return or subject.is_retired) and not form.is_valid():
        return _page(request, plan, subject, form, status=422)
    try:
        done = _put_back(request, subject) if is_return else _retire(request, subject, form)
    except WrongState as wrong:
        return _page(request, plan, subject, RetireForm(subject), str(wrong), status=409)
    messages.success(request, done)
    return redirect(request.path)


def _put_back(request, subject) -> str:
    subject.put_back(by=request.user)
    return "Je zpátky v plánu."


def _retire(request, subject, form: RetireForm) -> str:
    typed = getattr(form, "cleaned_data", {})
    subject.retire(on=typed.get("on"), reason=typed.get("reason", ""), by=request.user)
    return "Je ukončené. Starší období a jejich zprávy ho mají dál."


def _page(request, plan, subject, form: RetireForm, refusal="", status=200):
    context = {
        "plan": plan,
        "period": plan.newest_period,
        "tab": "statuses",
        "subject": subject,
        "is_measure": isinstance(subject, Measure),
        "form": form,
        "refusal": refusal,
        "retired_measures": _measures(plan).retired(),
        "retired_indicators": Indicator.objects.retired().filter(plan=plan),
    }
    return render(request, "indicators/retire.html", context, status=status)

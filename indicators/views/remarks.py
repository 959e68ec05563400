from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from indicators.models import Indicator, Value
from indicators.report_texts import report_texts
from indicators.wording import value_span, word_value
from plans.access import NOT_REVIEWABLE, period_of, plan_to_discuss
from plans.forms import ReplyForm
from plans.letters import announce, correspondents_of
from plans.models import Evaluation, Goal, Measure, Remark, WrongState


@dataclass(frozen=True)
class RemarkedCell:
    """What the thread is about: a value or a text in words, or the evaluation of a measure or goal."""

    name: str
    address: str
    value: str = ""
    evaluation: Evaluation | None = None


def remark(request, plan_slug, period_slug, pk):
    """A thread at one cell: the town and the consultant answer in it, the consultant closes it."""
    plan = plan_to_discuss(request.user, plan_slug)
    threads = period_of(plan, period_slug).remarks.roots()
    root = get_object_or_404(threads.select_related("written_by", "resolved_by"), pk=pk)
    if request.method != "POST":
        return _page(request, root, ReplyForm(label_suffix=""))
    if request.POST.get("krok") == "vyresit":
        return _resolve(request, root)
    return _reply(request, root)


def _reply(request, root: Remark):
    form = ReplyForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _page(request, root, form, status=422)
    try:
        with transaction.atomic():
            reply = _locked(root).reply(by=request.user, text=form.cleaned_data["text"])
            _tell_the_other_side(root, reply)
    except WrongState as wrong:
        return _page(request, root, form, str(wrong), status=409)
    messages.success(request, "Odpověď je uložená.")
    return redirect(_address("remark", root, root.pk))


def _tell_the_other_side(root: Remark, reply: Remark):
    address = settings.SITE_ADDRESS + _address("remark", root, root.pk)
    reply.period, reply.answers = root.period, root
    announce(root.period, "replied", correspondents_of(reply), reply=reply, cell=_cell(root), address=address)


def _resolve(request, root: Remark):
    if not root.period.plan.is_reviewable:
        raise PermissionDenied(NOT_REVIEWABLE)
    try:
        with transaction.atomic():
            _locked(root).resolve(by=request.user)
    except WrongState as wrong:
        return _page(request, root, ReplyForm(label_suffix=""), str(wrong), status=409)
    messages.success(request, "Připomínka je vyřešená.")
    return redirect(_address("remark", root, root.pk))


def _locked(root: Remark) -> Remark:
    """A second click or a reply at the same moment waits for its turn."""
    return Remark.objects.select_for_update().get(pk=root.pk)


def _page(request, root: Remark, form: ReplyForm, refusal="", status=200):
    context = {
        "plan": root.period.plan,
        "period": root.period,
        "tab": _tab(root),
        "root": root,
        "thread": [root, *root.replies.select_related("written_by")],
        "cell": _cell(root),
        "form": form,
        "refusal": refusal,
    }
    return render(request, "indicators/remark.html", context, status=status)


def _tab(root: Remark) -> str:
    if root.period.plan.is_reviewable:
        return "review"
    return "reports" if root.about == Remark.About.CHAPTER else "values"


def _cell(root: Remark) -> RemarkedCell:
    if root.about == Remark.About.VALUE:
        return _value_cell(root)
    if root.about == Remark.About.CHAPTER:
        return _text_cell(root)
    if root.about == Remark.About.MEASURE:
        subject = Measure.objects.select_related("goal").get(pk=root.subject_id)
        return _status_cell(root, subject, subject.goal.area_id, measure=subject)
    subject = Goal.objects.get(pk=root.subject_id)
    return _status_cell(root, subject, subject.area_id, goal=subject)


def _value_cell(root: Remark) -> RemarkedCell:
    indicator = Indicator.objects.get(pk=root.subject_id)
    value = Value.objects.filter(indicator=indicator, period=root.period).first()
    words = word_value(value, indicator, value_span(value) if value else None)
    address = f"{_address('values', root)}#radek-{indicator.pk}"
    return RemarkedCell(indicator.name, address, value=words.line)


def _text_cell(root: Remark) -> RemarkedCell:
    text = next((one for one in report_texts(root.period) if one.pk == root.subject_id), None)
    if text is None:
        raise Http404  # no layout prints it any more
    return RemarkedCell(text.name, text.address, value=text.excerpt)


def _status_cell(root: Remark, subject: Measure | Goal, area_id: int, **owner) -> RemarkedCell:
    evaluation = Evaluation.objects.filter(period=root.period, **owner).first()
    return RemarkedCell(str(subject), f"{_address('statuses', root)}#oblast-{area_id}", evaluation=evaluation)


def _address(name: str, root: Remark, *pk: int) -> str:
    return reverse(f"indicators:{name}", args=[root.period.plan.slug, root.period.slug, *pk])

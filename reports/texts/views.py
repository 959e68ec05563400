from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render

from plans.access import period_of, plan_to_discuss, plan_to_edit
from reports.layouts import LAYOUTS

from .desk import LOCKED_HERE, Desk
from .forms import ChapterForm, TitlePageForm
from .printing import printed

SAVED = "Text je uložený."
UNCHANGED = "Nic se nezměnilo, není co ukládat."
PREVIEW = "nahled"


def texts(request, plan_slug, period_slug, layout):
    """The report's own texts in one layout: what is written, what each chapter is for."""
    desk = _desk(plan_to_discuss(request.user, plan_slug), period_slug, layout)
    return render(request, "reports/texts/list.html", _context(desk) | {"texts": desk.written()})


def edit_title_page(request, plan_slug, period_slug, layout):
    fetch = plan_to_edit if request.method == "POST" else plan_to_discuss
    desk = _desk(fetch(request.user, plan_slug), period_slug, layout)
    if request.method == "POST":
        return _save(request, desk, _posted_title_page)
    return _title_page(request, desk, TitlePageForm(instance=desk.report))


def edit_chapter(request, plan_slug, period_slug, layout, chapter):
    """One text of the report: to write for the coordinator, to read for the consultant."""
    fetch = plan_to_edit if request.method == "POST" else plan_to_discuss
    desk = _desk(fetch(request.user, plan_slug), period_slug, layout)
    if desk.own_text(chapter) is None:
        raise Http404
    if request.method == "POST":
        return _save(request, desk, _posted_chapter, chapter)
    return _chapter_page(request, desk, ChapterForm(instance=desk.chapter(chapter)))


def _save(request, desk: Desk, posted, *name):
    """Save what may be saved; otherwise show the page again with everything that was typed."""
    with transaction.atomic():
        desk = _locked(desk)
        form, is_open, page = posted(request, desk, *name)
        is_saved = is_open and form.is_valid() and request.POST.get("krok") != PREVIEW
        if is_saved and form.wants_saving:
            form.save(by=request.user)
    if not is_open:
        return page(request, desk, form, status=409)
    if not is_saved:
        return page(request, desk, form, status=422 if form.errors else 200)
    messages.success(request, SAVED if form.wants_saving else UNCHANGED)
    return redirect("reports:texts", desk.plan.slug, desk.period.slug, desk.layout.name)


def _posted_chapter(request, desk: Desk, name: str):
    chapter = desk.chapter(name)
    is_open = desk.is_open(chapter if chapter.pk else None)
    return ChapterForm(request.POST, instance=chapter), is_open, _chapter_page


def _posted_title_page(request, desk: Desk):
    return TitlePageForm(request.POST, instance=desk.report), desk.is_title_open, _title_page


def _locked(desk: Desk) -> Desk:
    """Everything read again once it is our turn: people saving the same period take turns."""
    period = desk.plan.periods.select_for_update().get(pk=desk.period.pk)
    period.plan = desk.plan
    return Desk(desk.plan, period, desk.layout)


def _chapter_page(request, desk: Desk, form: ChapterForm, status=200):
    chapter = form.instance
    own = desk.own_text(chapter.name)
    is_open = desk.is_open(chapter if chapter.pk else None)
    text = form["text"].value() or ""
    context = {
        "own": own,
        "chapter": chapter,
        "form": form,
        "lock": "" if is_open else desk.lock or LOCKED_HERE,
        "is_editable": is_open and desk.plan.is_editable,
        "printed": printed(own, text) if text.strip() else "",
        "remarks": desk.threads.get(chapter.pk, []),
    }
    return render(request, "reports/texts/chapter.html", _context(desk) | context, status=status)


def _title_page(request, desk: Desk, form: TitlePageForm, status=200):
    context = {
        "form": form,
        "lock": "" if desk.is_title_open else desk.lock or LOCKED_HERE,
        "is_editable": desk.is_title_open and desk.plan.is_editable,
    }
    return render(request, "reports/texts/title_page.html", _context(desk) | context, status=status)


def _desk(plan, period_slug: str, layout: str) -> Desk:
    period = period_of(plan, period_slug)
    if layout not in LAYOUTS:
        raise Http404
    return Desk(plan, period, LAYOUTS[layout])


def _context(desk: Desk) -> dict:
    return {"plan": desk.plan, "period": desk.period, "tab": "reports", "layout": desk.layout, "desk": desk}

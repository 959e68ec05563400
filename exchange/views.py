"""Public data in the browser: a file is brought, looked at and only then written."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from .forms import FORMS, StatisticsForm
from .models import PublicFile
from .problems import DocumentError
from .progress_page import Ending, answer
from .public.bringing import forget_old, preview, write
from .public.steps import Work

NOT_ADMINISTERED = "Veřejná data nahrává správce."
LATEST = 20
SHOWN = 200


def public_data(request):
    """Bring a file; below stand those that were written before."""
    _administers(request.user)
    kind = request.POST.get("kind", "")
    forms = {name: form(by=request.user) for name, form in FORMS.items()}
    is_refused = False
    if request.method == "POST":
        form = FORMS.get(kind, StatisticsForm)(request.POST, request.FILES, by=request.user)
        if form.is_valid():
            forget_old()
            return redirect("exchange:public_file", form.save().pk)
        forms[form.kind.value], is_refused = form, True
    written = PublicFile.objects.exclude(written_at=None).select_related("brought_by")
    context = {"forms": forms, "written": written[:LATEST], "tab": "public"}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK
    return render(request, "exchange/public_data.html", context, status=status)


def public_file(request, pk):
    """What the file would do and the button that does it, or what it has done."""
    _administers(request.user)
    brought = get_object_or_404(PublicFile, pk=pk)
    if brought.written_at:
        return _written(brought).page(request)
    is_writing = request.method == "POST"
    context = {"brought": brought, "is_writing": is_writing, "tab": "public"}
    return answer(request, context, _writing(brought) if is_writing else _previewing(brought))


def _previewing(brought: PublicFile) -> Work[Ending]:
    try:
        outcome = yield from preview(brought)
    except DocumentError as error:
        return _refused(error)
    context = {"brought": brought, "outcome": outcome, "tab": "public", "shown": SHOWN}
    return Ending("Náhled veřejných dat", "exchange/_preview.html", context)


def _writing(brought: PublicFile) -> Work[Ending]:
    try:
        return _written((yield from write(brought)))
    except DocumentError as error:
        return _refused(error)


def _written(brought: PublicFile) -> Ending:
    changes, left = brought.changes.splitlines(), brought.left.splitlines()
    context = {"brought": brought, "changes": changes, "left": left, "tab": "public", "shown": SHOWN}
    address = reverse("exchange:public_file", args=[brought.pk])
    return Ending(brought.name, "exchange/_written.html", context, address=address)


def _refused(error: DocumentError) -> Ending:
    places = [(problem.place(error.name), problem.text) for problem in error.problems]
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {"places": places, "tab": "public"}
    return Ending("Soubor nejde zapsat", "exchange/_refused.html", context, status)


def _administers(user):
    if not user.is_superuser:
        raise PermissionDenied(NOT_ADMINISTERED)

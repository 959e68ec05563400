"""Public data in the browser: a file is brought, looked at and only then written."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render

from .forms import FORMS, StatisticsForm
from .models import PublicFile
from .problems import DocumentError
from .public.bringing import forget_old, preview, write

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
        return render(request, "exchange/public_file.html", _done(brought))
    try:
        if request.method == "POST":
            write(brought)
            return redirect("exchange:public_file", brought.pk)
        context = {"brought": brought, "outcome": preview(brought), "tab": "public", "shown": SHOWN}
    except DocumentError as error:
        context = {"brought": brought, "error": error, "places": _places(error), "tab": "public"}
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return render(request, "exchange/public_refused.html", context, status=status)
    return render(request, "exchange/public_preview.html", context)


def _done(brought: PublicFile) -> dict:
    changes, left = brought.changes.splitlines(), brought.left.splitlines()
    return {"brought": brought, "changes": changes, "left": left, "tab": "public", "shown": SHOWN}


def _places(error: DocumentError) -> list[tuple[str, str]]:
    return [(problem.place(error.name), problem.text) for problem in error.problems]


def _administers(user):
    if not user.is_superuser:
        raise PermissionDenied(NOT_ADMINISTERED)

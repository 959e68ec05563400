"""One cell saved while somebody types: the same rules as for the whole page, answered to the script."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import JsonResponse
from django.template.loader import render_to_string
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from czech.printing import time_text
from indicators.cell import Cell, cell_to_fill
from indicators.conflict import conflict_of
from indicators.entries import FIELDS, Entry, entry_from
from indicators.forms import CONFLICT, RowForm
from indicators.marks import Mark

# The page was made for one person; what it holds must not be saved as somebody else's.
OWNER = "owner"
STATUSES = {Mark.REFUSED: HTTPStatus.UNPROCESSABLE_ENTITY, Mark.CONFLICT: HTTPStatus.CONFLICT}


@require_POST
def save_value(request, plan_slug, period_slug, pk):
    """Saves the posted row; answers with its state, what stands there now, and what to say about it."""
    if request.POST.get(OWNER, str(request.user.pk)) != str(request.user.pk):
        return JsonResponse({"mark": "foreign"}, status=HTTPStatus.FORBIDDEN)
    try:
        with transaction.atomic():
            cell = cell_to_fill(request.user, plan_slug, period_slug, pk)
            if not cell.is_open:
                return _locked()
            form = _save(cell, request)
    except PermissionDenied:
        return _locked(why="forbidden")
    return JsonResponse(_answer(form, cell), status=STATUSES.get(form.mark, HTTPStatus.OK))


def _locked(**facts) -> JsonResponse:
    return JsonResponse({"mark": Mark.LOCKED, **facts}, status=HTTPStatus.FORBIDDEN)


def _save(cell: Cell, request) -> RowForm:
    """The row as it was refused, or as it stands after saving."""
    form = cell.form
    form.entry, form.seen = entry_from(cell.row, request.POST), request.POST.get(form.prefix + "seen", "")
    if not form.is_touched:
        return cell.form
    form.read()
    if form.errors:
        return form
    form.save(by=request.user)
    return cell.form


def _answer(form: RowForm, cell: Cell) -> dict:
    """`texts` are those now stored: after a conflict the other person's, to choose from."""
    stored = cell.form
    is_refused = form.mark == Mark.REFUSED
    fixes = form.draft.fixes if form.draft else {}
    return {
        "mark": form.mark,
        "seen": form.seen if is_refused else stored.seen,
        "texts": _texts(stored.entry, form.prefix),
        "errors": list(form.errors),
        "message": _message(form, stored.entry, fixes),
        "fix": {form.prefix + name: text for name, text in fixes.items()},
        "unit": form.unit,
        "time": time_text(now()),
        "conflict": CONFLICT in form.errors,
    }


def _message(form: RowForm, stored: Entry, fixes: dict[str, str]) -> str:
    """Under the value: what is wrong or doubtful, with what one click can do about it."""
    conflict = conflict_of(form, stored) if CONFLICT in form.errors else None
    context = {"form": form, "conflict": conflict, "fixes": fixes}
    return render_to_string("indicators/_cell_answer.html", context)


def _texts(entry: Entry, prefix: str) -> dict[str, str]:
    """By the names of the fields."""
    texts = {name: getattr(entry, name) for name in FIELDS} | entry.parts
    return {prefix + name: text for name, text in texts.items()}

"""One definition across towns; the same address with `soubor` gives a workbook or the picture alone."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reports.charts.svg import chart_svg
from reports.registers.files import FORMATS
from reports.registers.registers import Selection
from reports.registers.tables import ROWS_ON_PAGE

from .comparison import Comparison, Origin, compare
from .drawings import MOST_SMALL, MOST_TOGETHER, regions, small_multiples, together
from .explanation import explain
from .forms import ComparisonForm, offer
from .places import places_of
from .table import BY_CHANGE, BY_TOWN, BY_VALUE, beside_rows, in_order, town_rows
from .workbook import selection_of

SVG = "image/svg+xml"
# What belongs to one look and is not carried to another.
OF_PAGE = ("z_ceho", "soubor")
FILE_NAME = "srovnani"


@require_safe
def comparison(request):
    """For everybody: of the towns whose plans they see, and of public figures."""
    places = places_of(request.user)
    offered = offer(places)
    is_consultant = request.user.is_superuser or any(place.is_reviewed for place in places)
    context = {"tab": "comparison", "is_consultant": is_consultant}
    if not offered.definitions:
        return render(request, "comparison/nothing.html", context)
    form = ComparisonForm(request.GET, places=places, offered=offered)
    context["form"] = form
    if not form.is_valid():
        return render(request, "comparison/page.html", context)
    found = compare(form.question())
    if request.GET.get("soubor") == "xlsx":
        return _workbook(selection_of(found, form, _order(request)))
    if request.GET.get("soubor") == "svg":
        return _picture(found)
    return render(request, "comparison/page.html", context | _shown(request, found))


def _shown(request, found: Comparison) -> dict:
    order = _order(request)
    page = Paginator(in_order(found, order), ROWS_ON_PAGE).get_page(request.GET.get("strana"))
    rows = town_rows(found, page.object_list)
    small = small_multiples(found)
    return {
        "found": found,
        "order": order,
        "page": page,
        "rows": rows,
        "remarks": [remark for row in rows for remark in row.remarks],
        "beside": beside_rows(found),
        "together": together(found),
        "small": small,
        "hidden_small": len(found.counted) - len(small),
        "most_small": MOST_SMALL,
        "most_together": 0 if found.has_total else MOST_TOGETHER,
        "regions": regions(found),
        "explained": explain(found, request.GET.get("z_ceho", "")),
        "kept": [(name, value) for name, value in request.GET.items() if name not in OF_PAGE],
        "is_public": found.question.origin == Origin.PUBLIC,
    }


def _order(request) -> str:
    order = request.GET.get("radit", BY_VALUE)
    return order if order in (BY_TOWN, BY_CHANGE) else BY_VALUE


def _workbook(selection: Selection) -> HttpResponse:
    chosen = FORMATS["xlsx"]
    return _file(chosen.write(selection), chosen.content_type, "xlsx")


def _picture(found: Comparison) -> HttpResponse:
    return _file(chart_svg(together(found), standalone=True), SVG, "svg")


def _file(content, content_type: str, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}.{ending}"'
    return response

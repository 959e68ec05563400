from django.http import Http404, HttpResponse
from django.shortcuts import render

from plans.access import period_of, period_to_report, plan_to_read

from .content import report_content
from .layouts import LAYOUTS, layouts_of
from .pdf import PdfUnavailable, write_pdf
from .tree import build_tree
from .writers.html import report_body, write_html

# ?bez-splnenych leaves out measures completed in earlier years.
WITHOUT_FINISHED = "bez-splnenych"


def report_list(request, plan_slug, period_slug):
    """The layouts in which the period's report can be read; a contributor waits for the approval."""
    plan = plan_to_read(request.user, plan_slug)
    period = period_of(plan, period_slug)
    is_readable = plan.is_seen_whole or period.is_approved
    context = {"plan": plan, "period": period, "tab": "reports"}
    context |= {"layouts": layouts_of(plan) if is_readable else []}
    context |= {"approved": [one for one in plan.periods.all() if one.is_approved]}
    return render(request, "reports/list.html", context)


def preview(request, plan_slug, period_slug, layout):
    """The report as a web page: the same content that goes to the PDF."""
    plan, period, tree = _tree(request.user, request.GET, plan_slug, period_slug, layout)
    context = {"plan": plan, "period": period, "tab": "reports", "layout": LAYOUTS[layout]}
    context |= {"query": request.GET.urlencode(), "without_finished": WITHOUT_FINISHED in request.GET}
    return render(request, "reports/preview.html", context | {"report": report_body(tree)})


def download(request, plan_slug, period_slug, layout):
    plan, period, tree = _tree(request.user, request.GET, plan_slug, period_slug, layout)
    try:
        pdf = write_pdf(write_html(tree))
    except PdfUnavailable as unavailable:
        context = {"plan": plan, "period": period, "tab": "reports", "reason": str(unavailable)}
        return render(request, "reports/unavailable.html", context, status=503)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{plan.slug}-{period.slug}.pdf"'
    return response


def _tree(user, query, plan_slug: str, period_slug: str, layout: str):
    plan = plan_to_read(user, plan_slug)
    period = period_to_report(plan, period_slug)
    if layout not in LAYOUTS:
        raise Http404
    content = report_content(plan, period, layout, without_finished=WITHOUT_FINISHED in query)
    return plan, period, build_tree(content, LAYOUTS[layout])

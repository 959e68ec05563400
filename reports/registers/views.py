"""Filtered and sorted lists; the same address with `soubor=xlsx` or `soubor=pdf` gives the whole list."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django_filters.views import FilterView
from django_tables2 import RequestConfig

from czech.printing import money_text
from plans.models import Plan
from reports.pdf import PdfUnavailable

from .files import FORMATS
from .registers import PLANS, PROJECTS, Register, Selection
from .tables import ROWS_ON_PAGE, RegisterPaginator, RegisterTable, register_table

OWN_PART = (
    "Z plánů, do kterých přispíváte za svou organizaci, jsou tu jen projekty, které naplňují její opatření "
    "nebo které realizuje. Součty jsou jen za projekty v seznamu."
)
PAGES = {"per_page": ROWS_ON_PAGE, "paginator_class": RegisterPaginator}


class RegisterView(FilterView):
    """The visible rows of one register, narrowed by the filter in the address."""

    register: Register
    file_name = ""
    formats = ("xlsx", "pdf")
    row_count: int | None = None  # where it is known before the rows are asked for

    def get_filterset_class(self):
        return self.register.filters

    def get_queryset(self):
        return self.register.visible_to(self.request.user)

    def get_context_data(self, **context):
        selection = Selection(self.register, self.filterset, self.object_list, self.note())
        context = {"is_consultant": self.is_consultant()} | context
        context |= {"selection": selection, "totals": selection.totals, "register": self.register}
        return super().get_context_data(**context, table=self.table(selection))

    def table(self, selection: Selection) -> RegisterTable:
        table = register_table(self.register.page_columns, selection.rows, self.footers(selection))
        table.caption = self.register.title
        pages = PAGES | {"known_count": self.row_count}
        return RequestConfig(self.request, paginate=pages).configure(table)

    def is_consultant(self) -> bool:
        """Has the navigation to offer the pages of a consultant?"""
        return Plan.objects.reviewable_by(self.request.user).exists()

    def footers(self, selection: Selection) -> dict[str, str]:
        return {}

    def note(self) -> str:
        return ""

    @property
    def file_format(self) -> str:
        """What the address asks for instead of the page; empty when it asks for the page."""
        asked = self.request.GET.get("soubor", "")
        return asked if asked in self.formats and not self.filterset.errors else ""

    def render_to_response(self, context, **options):
        if not self.file_format:
            return super().render_to_response(context, **options)
        try:
            # The rows of the table are in the order that the page shows.
            return self.file(replace(context["selection"], rows=context["table"].data.data), self.file_format)
        except PdfUnavailable as unavailable:
            messages.error(self.request, str(unavailable))
            return super().render_to_response(context, status=503)

    def file(self, selection: Selection, file_format: str) -> HttpResponse:
        chosen = FORMATS[file_format]
        response = HttpResponse(chosen.write(selection), content_type=chosen.content_type)
        response["Content-Disposition"] = f'attachment; filename="{self.file_name}.{file_format}"'
        return response


class PlanList(RegisterView):
    register = PLANS
    file_name = "register-planu"
    template_name = "registers/plans.html"

    def get_queryset(self):
        """By keys found once: with roles in each question all municipalities are walked through."""
        seen = Plan.objects.visible_to(self.request.user).order_by().values_list("pk", flat=True)
        return self.register.rows(Plan.objects.filter(pk__among=list(seen)))


class ProjectList(RegisterView):
    register = PROJECTS
    file_name = "projekty"
    template_name = "registers/projects.html"

    def note(self) -> str:
        return OWN_PART if Plan.objects.seen_in_part_by(self.request.user).exists() else ""

    def footers(self, selection: Selection) -> dict[str, str]:
        totals = selection.totals
        title = f"Celkem za výběr, {totals.counted_words}"
        return {"projekt": title, "castka": money_text(totals.amount)}

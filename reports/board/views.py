"""The board of towns; the same address with `soubor=xlsx` gives the whole selection."""

from dataclasses import replace
from urllib.parse import urlencode

from django.http import Http404, HttpResponse

from plans.models import ReportingPeriod, Status
from reports.registers.registers import Selection
from reports.registers.views import RegisterView

from .columns import BOARD
from .counters import state_counters
from .facts import BoardRow, board_rows, segments_of
from .filters import OWN
from .listings import LISTINGS, MeasureFilters, Towns, counted_by_status
from .scope import scope_of
from .states import by_urgency, with_urgency

# What belongs to one list only is not carried to the next.
NOT_KEPT = ("strana", "soubor", "radit", "stav_opatreni")
SCOPE = ("rozsah",)


class BoardView(RegisterView):
    """Current periods of the towns one looks after, narrowed by the filter of the board."""

    register = BOARD
    formats = ("xlsx",)
    said_elsewhere = SCOPE  # what of the filter the page shows beside its form

    def get_queryset(self):
        self.scope = scope_of(self.request.user)
        current = ReportingPeriod.objects.filter(pk__among=self.scope.periods)
        return by_urgency(with_urgency(current)).select_related("plan__municipality__parent")

    def get_filterset_kwargs(self, filterset_class):
        """Who looks after own towns and may see all begins with the own."""
        options = super().get_filterset_kwargs(filterset_class)
        chosen = self.request.GET.copy()
        if self.scope.is_double:
            chosen.setdefault("rozsah", OWN)
        return options | {"data": chosen, "scope": self.scope}

    def is_consultant(self) -> bool:
        return True

    def get_context_data(self, **context):
        kept = self.request.GET.copy()
        for name in NOT_KEPT:
            kept.pop(name, None)
        context |= {"tab": "board", "scope": self.scope}
        context |= {"listings": LISTINGS.values(), "kept": kept.urlencode(), "cleared": self.cleared()}
        # The form unfolds for what people should not overlook; put off is whatever it says.
        context |= {"is_narrowed": self.says(but=self.said_elsewhere), "is_filtered": self.says(but=SCOPE)}
        return super().get_context_data(**context)

    def says(self, *, but: tuple[str, ...]) -> bool:
        """Does the form of the filter say anything else, or something that nobody understands?"""
        if not self.filterset.is_valid():
            return True
        chosen = self.filterset.form.cleaned_data.items()
        return any(value for name, value in chosen if name not in but)

    def cleared(self) -> str:
        """What stays in the address without the filter: of which towns the page is, and in what order."""
        scope = self.filterset.form.cleaned_data.get("rozsah")
        kept = {"rozsah": scope, "radit": self.request.GET.get("radit")}
        return urlencode({name: value for name, value in kept.items() if value})


class BoardList(BoardView):
    """One of the lists below the board, over the towns that the board's filter leaves."""

    template_name = "board/list.html"

    def setup(self, request, *args, **options):
        super().setup(request, *args, **options)
        if options["listing"] not in LISTINGS:
            raise Http404
        self.listing = LISTINGS[options["listing"]]
        self.register, self.file_name = self.listing.register, self.listing.slug

    def get_context_data(self, **context):
        towns = self.towns()
        self.object_list = self.listing.rows(towns)
        if self.register.filters is MeasureFilters:
            context |= self.by_status(towns)
        return super().get_context_data(**context, listing=self.listing)

    def by_status(self, towns: Towns) -> dict:
        """All measures of the selection; the list has fewer when a status is chosen."""
        counts = counted_by_status(towns)
        measures = counts.total()
        self.row_count = counts[towns.status] if towns.status else measures
        return {"segments": segments_of(counts, measures), "measure_count": measures}

    def towns(self) -> Towns:
        chosen = self.filterset.form.cleaned_data if self.filterset.is_valid() else {}
        return Towns.of(
            self.object_list, area=chosen.get("oblast", ""), status=chosen.get("stav_opatreni", "")
        )


class Board(BoardView):
    file_name = "mesta"
    template_name = "board/board.html"
    said_elsewhere = (*SCOPE, "stav")

    def get_context_data(self, **context):
        context = super().get_context_data(**context)
        # A file has all rows; to count those of its first page before would be for nobody.
        if self.filterset.errors or self.file_format:
            return context
        shown = [row.record for row in context["table"].paginated_rows]
        rows, counters = board_rows(shown), state_counters(self.filterset.any_state)
        context |= {"rows": rows, "counters": counters, "statuses": _used(rows)}
        return context | {"back": urlencode({"filtr": self.request.GET.urlencode()})}

    def file(self, selection: Selection, file_format: str) -> HttpResponse:
        return super().file(replace(selection, rows=board_rows(list(selection.rows))), file_format)


def _used(rows: list[BoardRow]) -> list[Status]:
    """Statuses that the legend has to explain."""
    used = {segment.status for row in rows for segment in row.segments}
    return [status for status in Status if status in used]

"""The board of towns; the same address with `soubor=xlsx` gives the whole selection."""

from dataclasses import replace

from django.http import HttpResponse

from plans.models import Plan, Status
from reports.registers.registers import Selection
from reports.registers.views import RegisterView

from .columns import BOARD
from .counters import state_counters
from .facts import BoardRow, board_rows
from .filters import OWN
from .scope import scope_of
from .states import by_urgency, current_periods


class BoardView(RegisterView):
    """Current periods of the towns one looks after, narrowed by the filter of the board."""

    register = BOARD
    formats = ("xlsx",)

    def get_queryset(self):
        self.scope = scope_of(self.request.user)
        plans = Plan.objects.reviewable_by(self.request.user)
        return by_urgency(current_periods(plans)).select_related("plan__municipality__parent")

    def get_filterset_kwargs(self, filterset_class):
        """Who looks after own towns and may see all begins with the own."""
        options = super().get_filterset_kwargs(filterset_class)
        chosen = self.request.GET.copy()
        if self.scope.is_double:
            chosen.setdefault("rozsah", OWN)
        return options | {"data": chosen}

    def is_consultant(self) -> bool:
        return True

    def get_context_data(self, **context):
        return super().get_context_data(**context, scope=self.scope)


class Board(BoardView):
    file_name = "mesta"
    template_name = "board/board.html"

    def get_context_data(self, **context):
        context = super().get_context_data(**context)
        if self.filterset.errors:
            return context
        shown = [row.record for row in context["table"].paginated_rows]
        rows, counters = board_rows(shown), state_counters(self.filterset.any_state)
        return context | {"rows": rows, "counters": counters, "statuses": _used(rows)}

    def file(self, selection: Selection, file_format: str) -> HttpResponse:
        return super().file(replace(selection, rows=board_rows(list(selection.rows))), file_format)


def _used(rows: list[BoardRow]) -> list[Status]:
    """Statuses that the legend has to explain."""
    used = {segment.status for row in rows for segment in row.segments}
    return [status for status in Status if status in used]

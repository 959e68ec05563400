"""The page of a list: django-tables2 columns made from the description, at most fifty rows."""

from functools import lru_cache
from html import escape

import django_tables2 as tables
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from reports.blocks import Inline, Line, StatusMark

from .columns import RegisterColumn

ROWS_ON_PAGE = 50


class RegisterPaginator(Paginator):
    """Fifty rows whatever the address asks for; how many there are is counted unless it is known."""

    def __init__(self, rows, per_page, known_count: int | None = None, **options):
        super().__init__(rows, ROWS_ON_PAGE, **options)
        if known_count is not None:
            self.count = known_count


class PageColumn(tables.Column):
    """One described column: reads, sorts and links as its description says."""

    def __init__(self, described: RegisterColumn, is_head: bool, footer: str | None):
        self.described = described
        self.is_head = is_head  # the cells name their rows
        kind = f"col-{described.name} num" if described.numeric else f"col-{described.name}"
        self.opening, self.closing = _tags(is_head, {"class": kind, "data-label": described.title})
        super().__init__(
            verbose_name=described.title,
            accessor="pk",
            orderable=bool(described.order),
            footer=footer,
            attrs={"cell": {"class": kind}},
        )

    def cell(self, record) -> str:
        """The whole cell; the columns of django-tables2 would put its attributes together for every row."""
        first, *others = map(line_html, self.described.reads(record))
        lines = (f'<span class="line">{line}</span>' for line in (self._linked(first, record), *others))
        return f"{self.opening}{''.join(lines)}{self.closing}"

    def _linked(self, words: str, record) -> str:
        if self.described.address is None:
            return words
        return f'<a href="{escape(self.described.address(record))}">{words}</a>'

    def order(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        """The order so far decides among equals."""
        before = queryset.query.order_by
        return queryset.order_by(*self.described.ordering(is_descending), *before), True


class RegisterTable(tables.Table):
    class Meta:
        attrs = {"class": "data-table register-table"}
        order_by_field = "radit"
        page_field = "strana"


def register_table(columns: list[RegisterColumn], rows: QuerySet, footers: dict[str, str]) -> RegisterTable:
    described = [
        (one.name, PageColumn(one, is_head=position == 0, footer=footers.get(one.name)))
        for position, one in enumerate(columns)
    ]
    return RegisterTable(rows, extra_columns=described, sequence=[one.name for one in columns])


def _tags(is_head: bool, attributes: dict[str, str]) -> tuple[str, str]:
    name, scope = ("th", {"scope": "row"}) if is_head else ("td", {})
    return f"<{name}{flatatt(scope | attributes)}>", f"</{name}>"


def row_cells(table: RegisterTable, record) -> SafeString:
    return mark_safe("".join(column.column.cell(record) for column in table.columns))  # noqa: S308


def line_html(line: Line) -> str:
    return "".join(map(inline_html, line))


def inline_html(inline: Inline) -> str:
    if isinstance(inline, StatusMark):
        return _status(inline)
    text = escape(inline.text)
    return f"<small>{text}</small>" if inline.muted else text


@lru_cache(maxsize=256)
def _status(mark: StatusMark) -> SafeString:
    return render_to_string("registers/_state.html", {"mark": mark})

"""The page of a list: django-tables2 columns made from the description, at most fifty rows."""

import django_tables2 as tables
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reports.blocks import Inline, Line, StatusMark

from .columns import RegisterColumn

ROWS_ON_PAGE = 50


class RegisterPaginator(Paginator):
    """Fifty rows whatever the address asks for."""

    def __init__(self, rows, per_page, **options):
        super().__init__(rows, ROWS_ON_PAGE, **options)


class PageColumn(tables.Column):
    """One described column: reads, sorts and links as its description says."""

    empty_values = ()

    def __init__(self, described: RegisterColumn, is_head: bool, footer: str | None):
        self.described = described
        self.is_head = is_head  # the cells name their rows
        kind = {"class": f"col-{described.name} num" if described.numeric else f"col-{described.name}"}
        super().__init__(
            verbose_name=described.title,
            accessor="pk",
            orderable=bool(described.order),
            footer=footer,
            attrs={"cell": kind, "td": {**kind, "data-label": described.title}},
        )

    def render(self, record) -> SafeString:
        first, *others = (line_html(line) for line in self.described.reads(record))
        lines = [(self._linked(first, record),), *((line,) for line in others)]
        return format_html_join("", '<span class="line">{}</span>', lines)

    def _linked(self, words: SafeString, record) -> SafeString:
        if self.described.address is None:
            return words
        return format_html('<a href="{}">{}</a>', self.described.address(record), words)

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


def line_html(line: Line) -> SafeString:
    return format_html_join("", "{}", ((inline_html(inline),) for inline in line))


def inline_html(inline: Inline) -> SafeString:
    if isinstance(inline, StatusMark):
        return render_to_string("registers/_state.html", {"mark": inline})
    return format_html("<small>{}</small>" if inline.muted else "{}", inline.text)

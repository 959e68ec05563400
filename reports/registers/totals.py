"""Sums over chosen projects: per fund and together, and what stays out of them by name."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, QuerySet, Sum
from django.utils.text import capfirst

from czech.plurals import counted
from czech.printing import money_text, number_text
from projects.models import Project
from projects.wording import not_counted, projects_text
from reports.blocks import Block, Cell, Column, Paragraph, Table, TableRow
from reports.narrative import line, listed

from .columns import Value
from .filters import WITHOUT_CALL as KEY_WITHOUT_CALL
from .projects import name_of

WITHOUT_CALL = "Bez výzvy"
NAMED = 6  # longer sentences nobody reads; the list below has them all


@dataclass(frozen=True, slots=True)
class FundTotal:
    code: str  # empty for projects without a call
    count: int
    amount: Decimal

    @property
    def title(self) -> str:
        return self.code or WITHOUT_CALL

    @property
    def key(self) -> str:
        """The value of the filter."""
        return self.code or KEY_WITHOUT_CALL


@dataclass(frozen=True, slots=True)
class ProjectTotals:
    """What a selection of projects comes to; computed on read, never stored."""

    count: int  # counted and not counted together
    counted: int
    amount: Decimal
    without_amount: int
    funds: tuple[FundTotal, ...]
    amount_kinds: tuple[str, ...]
    states: tuple[tuple[str, int], ...]  # of those that are not counted
    uncounted: tuple[Project, ...]  # the first few of them

    @property
    def sentence(self) -> str:
        return projects_text(self.count)

    @property
    def uncounted_count(self) -> int:
        return self.count - self.counted

    @property
    def kinds_sentence(self) -> str:
        """Budgets and eligible costs are different money; a sum of both has to say so."""
        kinds = listed(Project.AmountKind(kind).label for kind in self.amount_kinds)
        missing = f"{projects_text(self.without_amount)} bez uvedené částky"
        return "; ".join(filter(None, (kinds, missing if self.without_amount else "")))

    @property
    def uncounted_sentence(self) -> str:
        """Nepočítají se 2 projekty (podán 1, neschválen 1): Poradna (Krnov, neschválen, 0 Kč); …"""
        if not self.uncounted_count:
            return ""
        verb = capfirst(not_counted(self.uncounted_count))
        states = ", ".join(f"{state} {number_text(count)}" for state, count in self.states)
        named = "; ".join(map(_named, self.uncounted))
        rest = self.uncounted_count - len(self.uncounted)
        further = f"; a další {number_text(rest)}" if rest else ""
        projects = projects_text(self.uncounted_count)
        return f"{verb} {projects} ({states}): {named}{further}."

    @property
    def counted_words(self) -> str:
        forms = ("započtený projekt", "započtené projekty", "započteného projektu", "započtených projektů")
        return counted(self.counted, *forms)

    def facts(self) -> list[tuple[str, Value]]:
        funds = [(f"{fund.title}, {projects_text(fund.count)}", fund.amount) for fund in self.funds]
        total = (f"Celkem, {self.counted_words}", self.amount)
        notes = [("Druh částky", self.kinds_sentence)] if self.kinds_sentence else []
        return [total, *funds, *notes, *([(self.uncounted_sentence, None)] if self.uncounted_count else [])]

    def blocks(self) -> list[Block]:
        columns = (Column("Fond", 70), Column("Započtené projekty", 40, True), Column("Částka", 56, True))
        rows = [_row(fund.title, fund.count, fund.amount) for fund in self.funds]
        rows.append(_row("Celkem za výběr", self.counted, self.amount, kind="total"))
        note = line(f"Součet tvoří: {self.kinds_sentence}.") if self.kinds_sentence else ()
        table = Table(line("Součty podle fondů"), columns, tuple(rows), note=note)
        return [table, *([Paragraph(line(self.uncounted_sentence))] if self.uncounted_count else [])]


def _row(title: str, count: int, amount: Decimal, kind: str = "row") -> TableRow:
    texts = (title, number_text(count), money_text(amount))
    return TableRow(tuple(Cell((line(text),)) for text in texts), kind=kind)


def _named(project: Project) -> str:
    amount = "" if project.amount is None else money_text(project.amount)
    details = (project.plan.municipality.name, project.get_state_display(), amount)
    return f"{name_of(project)} ({', '.join(filter(None, details))})"


def project_totals(rows: QuerySet[Project]) -> ProjectTotals:
    groups = rows.order_by().values("call__programme__code", "state", "amount_kind")
    groups = list(groups.annotate(count=Count("pk"), known=Count("amount"), amount_sum=Sum("amount")))
    counted_groups = [group for group in groups if group["state"] in Project.COUNTED]
    others = [group for group in groups if group["state"] not in Project.COUNTED]
    return ProjectTotals(
        count=_sum(groups, "count"),
        counted=_sum(counted_groups, "count"),
        amount=Decimal(_sum(counted_groups, "amount_sum")),
        without_amount=_sum(counted_groups, "count") - _sum(counted_groups, "known"),
        funds=_funds(counted_groups),
        amount_kinds=tuple(sorted({group["amount_kind"] for group in counted_groups if group["known"]})),
        states=_states(others),
        uncounted=tuple(rows.exclude(state__in=Project.COUNTED)[:NAMED].prefetch_related(None))
        if others
        else (),
    )


def _funds(groups: list[dict]) -> tuple[FundTotal, ...]:
    """Funds by their codes, projects without a call at the end."""
    codes = sorted(
        {group["call__programme__code"] or "" for group in groups}, key=lambda code: (not code, code)
    )
    return tuple(
        FundTotal(code, _sum(members, "count"), Decimal(_sum(members, "amount_sum")))
        for code in codes
        if (members := [group for group in groups if (group["call__programme__code"] or "") == code])
    )


def _states(groups: list[dict]) -> tuple[tuple[str, int], ...]:
    counts = Counter()
    for group in groups:
        counts[group["state"]] += group["count"]
    return tuple((state.label, counts[state]) for state in Project.State if counts[state])


def _sum(groups: list[dict], key: str) -> Decimal | int:
    return sum(group[key] or 0 for group in groups)

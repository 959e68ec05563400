"""The register of plans: whose plan it is, how long it holds and who approved it when."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery

from czech.periods import span_short
from czech.plurals import counted
from czech.printing import date_text
from plans.addresses import address
from plans.models import Approval, Plan
from reports.blocks import Block, Line, Paragraph
from reports.narrative import line, listed, plain

from .columns import Field, RegisterColumn, Value
from .towns import town_lines

PLAN_FORMS = ("plán", "plány", "plánu", "plánů")
APPROVAL_FORMS = ("schválení", "schválení", "schválení", "schválení")
DEFAULT_ORDER = ("municipality__name", "municipality__parent__name", "kind", "valid_from", "title", "pk")


def plan_rows(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    approvals = Prefetch("approvals", Approval.objects.select_related("territory"))
    first = Approval.objects.filter(plan=OuterRef("pk")).order_by("approved_on").values("approved_on")[:1]
    rows = plans.with_town().prefetch_related(approvals, "covers")
    return rows.annotate(first_approved_on=Subquery(first)).order_by(*DEFAULT_ORDER)


def validity_lines(plan: Plan) -> tuple[Line, ...]:
    if plan.valid_from and plan.valid_to:
        return (line(span_short(plan.valid_from, plan.valid_to)),)
    words = [f"od {date_text(plan.valid_from)}"] if plan.valid_from else []
    words += [f"do {date_text(plan.valid_to)}"] if plan.valid_to else []
    return (line(" ".join(words)),) if words else ()


def approval_lines(plan: Plan) -> tuple[Line, ...]:
    """Every approval with its body and, where the plan is of more municipalities, the municipality."""
    return tuple(_approval(approval) for approval in plan.approvals.all())


def _approval(approval: Approval) -> Line:
    resolution = f"usnesení {approval.resolution}" if approval.resolution else ""
    municipality = approval.territory.name if approval.territory else ""
    details = listed(filter(None, (municipality, approval.body, approval.label, resolution)))
    day = plain(date_text(approval.approved_on))
    return (day, plain(f" {details}", muted=True)) if details else (day,)


def approvals_text(plan: Plan) -> str:
    return "\n".join("".join(text.text for text in line) for line in approval_lines(plan))


def covered(plan: Plan) -> str:
    return listed(territory.name for territory in plan.covers.all())


def plan_town_lines(plan: Plan) -> tuple[Line, ...]:
    further = (line(f"dále {covered(plan)}", muted=True),) if covered(plan) else ()
    return town_lines(plan.municipality) + further


def last_approved_on(plan: Plan) -> Value:
    return max((approval.approved_on for approval in plan.approvals.all()), default=None)


PLAN_COLUMNS = (
    RegisterColumn(
        "mesto", "Město", 34,
        (
            Field("Město", lambda plan: plan.municipality.name, 24),
            Field("Okres", lambda plan: plan.municipality.district_name, 20),
            Field("Další území", covered, 30),
        ),
        lines=plan_town_lines,
        order=("municipality__name", "municipality__parent__name"),
    ),
    RegisterColumn(
        "druh", "Druh", 14,
        (Field("Druh plánu", lambda plan: plan.kind_words.name, 32),),
        lines=lambda plan: (line(plan.kind_words.abbreviation),),
        order=("kind",),
    ),
    RegisterColumn(
        "plan", "Plán", 44,
        (Field("Název plánu", lambda plan: plan.title, 60),),
        order=("title",),
        address=lambda plan: address("indicators:tree", plan.slug),
    ),
    RegisterColumn(
        "platnost", "Platnost", 22,
        (
            Field("Platí od", lambda plan: plan.valid_from, 12),
            Field("Platí do", lambda plan: plan.valid_to, 12),
        ),
        lines=validity_lines, missing="neuvedena", order=("valid_from", "valid_to"),
    ),
    RegisterColumn(
        "schvaleni", "Schválení", 34,
        (
            Field("Poprvé schválen", lambda plan: plan.first_approved_on, 15),
            Field("Naposledy schválen", last_approved_on, 18),
            Field("Počet schválení", lambda plan: len(plan.approvals.all()), 15),
            Field("Všechna schválení", approvals_text, 46),
        ),
        lines=approval_lines, order=("first_approved_on",),
    ),
    RegisterColumn(
        "centrum", "Regionální centrum", 18,
        (Field("Regionální centrum", lambda plan: plan.regional_centre, 18),),
        missing="–", order=("regional_centre",),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanTotals:
    """How many plans there are and how many times they were approved."""

    count: int
    approvals: int

    @property
    def sentence(self) -> str:
        return f"{counted(self.count, *PLAN_FORMS)}, {counted(self.approvals, *APPROVAL_FORMS)}"

    def facts(self) -> list[tuple[str, Value]]:
        return [("Počet plánů", self.count), ("Počet schválení", self.approvals)]

    def blocks(self) -> list[Block]:
        return [Paragraph(line(f"{self.sentence}."), style="lead")]


def plan_totals(rows: QuerySet[Plan]) -> PlanTotals:
    numbers = {"count": Count("pk", distinct=True), "approvals": Count("approvals", distinct=True)}
    return PlanTotals(**rows.order_by().aggregate(**numbers))

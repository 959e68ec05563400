"""The keys of a plan in YAML, one table for each kind of mapping; in prose docs/plan-format.md."""

from indicators.models import Aggregation, Definition, SeriesBreak
from plans.kinds import KINDS
from plans.models import (
    Approval,
    Evaluation,
    Goal,
    Measure,
    Organisation,
    Plan,
    PriorityArea,
    ReportingPeriod,
    Territory,
)
from projects.models import PlannedOutput, Project
from reports.layouts import LAYOUTS
from reports.models import Abbreviation, Chapter, CooperationEvent, Report

from . import cells, documents
from .statuses import read_report_count
from .yaml_indicators import INDICATORS
from .yaml_records import Key, keyed, list_of, pairs, record, reference, scalar
from .yaml_scalars import DAY, SPAN, WORDS, choice, text

# Layouts that kinds of plans are to have count too: a town may prepare its report before they exist.
LAYOUT_NAMES = dict.fromkeys([*LAYOUTS, *(kind.layout for kind in KINDS.values())])

MUNICIPALITY = record(
    documents.MunicipalityDocument,
    Key("code", text(Territory, "code")),
    Key("name", text(Territory, "name"), required=True),
    Key("district", text(Territory, "name"), required=True),
    Key("region", text(Territory, "name")),
    Key("kind", choice(Territory.Kind)),
)

APPROVAL = record(
    documents.ApprovalDocument,
    Key("approved_on", DAY, required=True),
    Key("body", text(Approval, "body")),
    Key("resolution", text(Approval, "resolution")),
    Key("label", text(Approval, "label")),
    Key("municipality", MUNICIPALITY),
)

PLAN = record(
    documents.PlanHead,
    Key("slug", text(Plan, "slug"), required=True),
    Key("kind", scalar(cells.code_of(KINDS)), required=True),
    Key("title", text(Plan, "title"), required=True),
    Key("municipality", MUNICIPALITY, required=True),
    Key("valid", SPAN),
    Key("regional_centre", text(Plan, "regional_centre")),
    Key("covers", list_of(MUNICIPALITY)),
    Key("action_plan", text(Plan, "action_plan")),
    Key("planned_funding", scalar(cells.money(Plan, "planned_funding"))),
    Key("baseline_note", text(Plan, "baseline_note")),
    Key("approvals", list_of(APPROVAL)),
)

PERIOD = record(
    documents.PeriodDocument,
    Key("slug", text(ReportingPeriod, "slug"), required=True),
    Key("covers", SPAN, required=True),
    Key("title", text(ReportingPeriod, "title")),
    Key("data_as_of", DAY),
    Key("due_on", DAY),
    Key("approved_at", DAY),
)

DEFINITION = record(
    documents.DefinitionDocument,
    Key("code", text(Definition, "code"), required=True),
    Key("name", text(Definition, "name"), required=True),
    Key("unit", text(Definition, "unit")),
    Key("method", text(Definition, "method")),
    Key("aggregation", choice(Aggregation)),
    Key("denominator", reference()),
    Key("counts_people", scalar(cells.true_or_false)),
    Key(
        "breaks",
        pairs(
            documents.BreakDocument,
            Key("year", scalar(cells.year), required=True),
            Key("reason", text(SeriesBreak, "reason"), required=True),
        ),
    ),
)

EVALUATIONS = keyed(
    "period",
    record(
        documents.EvaluationDocument,
        Key("status", scalar(cells.status)),
        Key("reports", scalar(read_report_count)),
        Key("covers", SPAN),
        Key("summary", text(Evaluation, "summary")),
        Key("detail", text(Evaluation, "detail")),
        Key("outlook", text(Evaluation, "outlook")),
    ),
)

ORGANISATIONS = list_of(reference(lambda name: cells.within(Organisation, "name", cells.organisation(name))))

MEASURE = record(
    documents.MeasureDocument,
    Key("code", text(Measure, "code")),
    Key("title", text(Measure, "title"), required=True),
    Key("detail_title", text(Measure, "detail_title")),
    Key("in_action_plan", scalar(cells.true_or_false)),
    Key("footnote", text(Measure, "footnote")),
    Key("implementers", ORGANISATIONS),
    Key("activity", choice(Measure.Activity)),
    Key("service", text(Measure, "service")),
    Key("term", scalar(cells.term(Measure, "timing"))),
    Key("output", text(Measure, "output")),
    Key("cost", scalar(cells.cost)),
    Key("funding", WORDS),
    Key("risks", WORDS),
    Key("intentions", WORDS),
    Key("evaluations", EVALUATIONS),
    Key("indicators", INDICATORS),
)

GOAL = (
    Key("code", text(Goal, "code")),
    Key("title", text(Goal, "title"), required=True),
    Key("evaluations", EVALUATIONS),
    Key("indicators", INDICATORS),
    Key("measures", list_of(MEASURE)),
)
SPECIFIC_GOAL = record(documents.GoalDocument, *GOAL)
STRATEGIC_GOAL = record(documents.GoalDocument, *GOAL, Key("goals", list_of(SPECIFIC_GOAL)))

AREA = record(
    documents.AreaDocument,
    Key("code", text(PriorityArea, "code")),
    Key("title", text(PriorityArea, "title"), required=True),
    Key(
        "context",
        record(
            documents.ContextDocument,
            Key("heading", text(PriorityArea, "context_heading")),
            Key("position", scalar(cells.whole(PriorityArea, "context_position"))),
            Key("footnote", text(PriorityArea, "context_footnote")),
        ),
    ),
    Key("indicators", INDICATORS),
    Key("goals", list_of(STRATEGIC_GOAL)),
)

OUTPUT = record(
    documents.OutputDocument,
    Key("activity", text(PlannedOutput, "activity")),
    Key("name", text(PlannedOutput, "name")),
    Key("value", scalar(cells.promised)),
    Key("note", text(PlannedOutput, "note")),
)

PROJECT = record(
    documents.ProjectDocument,
    Key("title", text(Project, "title")),
    Key("area", reference()),
    Key("measures", list_of(reference())),
    Key("registration_number", text(Project, "registration_number")),
    Key("recipients", ORGANISATIONS),
    Key("call", scalar(cells.call)),
    Key("state", choice(Project.State)),
    Key("term", scalar(cells.term(Project, "term_text"))),
    Key("starts_on", DAY),
    Key("duration_months", scalar(cells.whole(Project, "duration_months"))),
    Key("ended_on", DAY),
    Key("amount", scalar(cells.money(Project, "amount"))),
    Key("amount_kind", choice(Project.AmountKind)),
    Key("goals", text(Project, "goals")),
    Key("activities", WORDS),
    Key("note", text(Project, "note")),
    Key("outputs", list_of(OUTPUT)),
)

EVENT = record(
    documents.EventDocument,
    Key("when", SPAN),
    Key("title", text(CooperationEvent, "title"), required=True),
    Key("text", text(CooperationEvent, "text")),
)

REPORT = record(
    documents.ReportDocument,
    Key("period", reference(), required=True),
    Key("layout", scalar(cells.code_of(LAYOUT_NAMES)), required=True),
    Key("title", text(Report, "title")),
    Key("number", text(Report, "number")),
    Key("issued_on", DAY),
    Key("prepared_by", text(Report, "prepared_by")),
    Key("publicity", text(Report, "publicity")),
    Key(
        "chapters",
        pairs(
            documents.ChapterDocument,
            Key("name", text(Chapter, "name"), required=True),
            Key("text", text(Chapter, "text")),
        ),
    ),
)

DOCUMENT = record(
    documents.PlanDocument,
    Key("plan", PLAN, required=True),
    Key("periods", list_of(PERIOD)),
    Key("definitions", list_of(DEFINITION)),
    Key(
        "abbreviations",
        pairs(
            documents.AbbreviationDocument,
            Key("short", text(Abbreviation, "short"), required=True),
            Key("meaning", text(Abbreviation, "meaning"), required=True),
        ),
    ),
    Key("indicators", INDICATORS),
    Key("areas", list_of(AREA)),
    Key("projects", list_of(PROJECT)),
    Key("events", list_of(EVENT)),
    Key("reports", list_of(REPORT)),
)

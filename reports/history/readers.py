"""How a change of each kind reads: of what it speaks, what differs and why."""

from dataclasses import replace

from django.db.models import Model

from czech.periods import span_text
from czech.printing import date_text
from indicators.models import Computed, Indicator
from indicators.wording import NOT_ENTERED, target_text, word_value
from plans.models import Status
from plans.models.membership import scope_text
from reports.layouts import LAYOUTS

from .changes import LOADING, Change, Event, Kind, Subject

NO_TARGET = "nestanovena"
NO_ROLE = "bez role"
IN_PLAN = "v plánu"
NOT_IN_PLAN = "není v plánu"
REMARK_OPEN, REMARK_RESOLVED = "otevřená", "vyřešená"
REMARK_RETURNS, REMARK_ANSWERED = "vrací k opravě", "město znovu odevzdalo"
UNSIGNED = "bez přihlášení"
BASELINE = "počáteční hodnota"
INDICATOR_PAGE = "indicators:indicator"
STAMPS = {"version", "updated_at"}
TOLD_BY_VALUE = STAMPS | {
    "number", "decimals", "upper", "share", "share_decimals", "qualifier", "parts_only", "state", "text",
    "missing_reason", "covers_start", "covers_end", "note", "printed", "computed",
}  # fmt: skip
TOLD_BY_TARGET = {"operator", "number", "decimals", "per", "due_on", "text", "set_on", "reason"}
TOLD_BY_STATUS = STAMPS | {
    "status", "status_label", "reports_received", "reports_expected", "covers_start", "covers_end",
}  # fmt: skip
TOLD_BY_STATE = {
    "slug", "start", "end", "submitted_at", "returned_at", "return_reason", "approved_at", "reopened_at",
    "reopen_reason",
}  # fmt: skip
TOLD_BY_VALIDITY = {"retired_on", "retired_reason"}
CHAPTERS = {
    "introduction": "úvod",
    "locality": "popis lokality",
    "context": "kontextové indikátory",
    "commentary": "komentář k indikátorům",
    "action-plan": "vyhodnocení akčního plánu",
    "cards": "podrobné vyhodnocení",
    "plan": "plán a jeho financování",
    "projects": "projekty",
    "cooperation": "průběh spolupráce",
    "advisory-programmes": "poradenské programy",
    "researches": "výzkumy a analýzy",
}


def value_event(change: Change) -> Event:
    worded = change.told(lambda value: word_value(value, value.indicator).line, NOT_ENTERED)
    period = change.row.period
    subject = indicator_subject(
        change.row.indicator, page="reports:value_history" if period else INDICATOR_PAGE
    )
    computed = change.told(_computed, "", "dopočteno")
    fields = change.told_by_fields(TOLD_BY_VALUE)
    return _event(Kind.VALUE, change, subject, [*worded, *computed, *fields], period)


def _computed(value) -> str:
    return Computed(value.computed).label if value.computed else ""


def target_event(change: Change) -> Event:
    """A new target that replaces another is a change of that other one."""
    row = change.row
    why = row.reason if change.sets("reason") else ""
    change = Change(row, change.before or row.replaces)
    worded = change.told(lambda target: target_text(target, row.indicator), NO_TARGET)
    subject = indicator_subject(row.indicator, INDICATOR_PAGE)
    return _event(Kind.TARGET, change, subject, [*worded, *change.told_by_fields(TOLD_BY_TARGET)], why=why)


def evaluation_event(change: Change) -> Event:
    level = change.row.measure or change.row.goal
    page = "reports:status_history" if change.row.measure_id else "reports:goal_status_history"
    differences = [
        *change.told(lambda one: one.instance.calm_status, Status.NOT_STATED.label, "stav"),
        *change.told(_covers, "", "hodnocené období"),
        *change.told_by_fields(TOLD_BY_STATUS),
    ]
    subject = Subject(level.title, level.code, page, level.pk)
    return _event(Kind.EVALUATION, change, subject, differences, change.row.period)


def period_event(change: Change) -> Event:
    period = change.row.instance
    differences = [
        *change.told(lambda one: one.instance.state.label, "", "stav"),
        *change.told(_span, "", "období"),
        *change.told_by_fields(TOLD_BY_STATE),
    ]
    return _event(Kind.PERIOD, change, Subject(period.label), differences, period, _reason(change))


def remark_event(change: Change) -> Event:
    """A remark, a reply in its thread, or what became of it; all of them lead to the thread."""
    row = change.row
    differences = [
        *change.told(lambda one: one.text, "", "odpověď" if row.answers_id else "připomínka"),
        *change.told(_remark_state, REMARK_OPEN, "stav"),
    ]
    subject = replace(row.subject, page="indicators:remark", pk=row.answers_id or row.id)
    return _event(Kind.REMARK, change, subject, differences, row.period)


def report_event(change: Change) -> Event:
    differences = change.told_by_fields({"layout"})
    return _event(Kind.TEXT, change, report_subject(change.row), differences, change.row.period)


def chapter_event(change: Change) -> Event:
    differences = change.told_by_fields({"name"})
    period = change.row.report.period
    return _event(Kind.TEXT, change, chapter_subject(change.row), differences, period)


def plan_event(change: Change) -> Event:
    return _structure_event(change, Subject(change.row.title))


def level_event(change: Change) -> Event:
    """An area, a goal or a measure; one that was added or removed is not told field by field."""
    return _structure_event(change, Subject(change.row.title, change.row.code))


def measure_event(change: Change) -> Event:
    return _retirable_event(change, Subject(change.row.title, change.row.code))


def indicator_event(change: Change) -> Event:
    return _retirable_event(change, change.row.subject)


def implementer_event(change: Change) -> Event:
    measure = change.row.measure
    differences = change.told(lambda row: str(row.organisation), "", "realizátor")
    differences += change.told_by_fields(set()) if change.before and change.after else []
    return _event(Kind.STRUCTURE, change, Subject(measure.title, measure.code), differences)


def _structure_event(change: Change, subject: Subject) -> Event:
    if change.before and change.after:
        return _event(Kind.STRUCTURE, change, subject, change.told_by_fields(set()))
    return _event(Kind.STRUCTURE, change, subject, change.told(lambda row: IN_PLAN, NOT_IN_PLAN))


def _retirable_event(change: Change, subject: Subject) -> Event:
    """A retirement is told by its day, and its reason stands where reasons do."""
    if not (change.before and change.after):
        return _structure_event(change, subject)
    differences = [*change.told(_validity), *change.told_by_fields(TOLD_BY_VALIDITY)]
    why = change.row.retired_reason if change.sets("retired_on") else ""
    return _event(Kind.STRUCTURE, change, subject, differences, why=why)


def right_event(change: Change) -> Event:
    subject = Subject(str(change.row.user or "zrušený účet"))
    return _event(Kind.RIGHT, change, subject, change.told(_role, NO_ROLE))


def indicator_subject(indicator: Indicator, page: str = "") -> Subject:
    return Subject(indicator.name, indicator.owner_code, page, indicator.pk)


def report_subject(report: Model) -> Subject:
    """Of a report or of a version of it."""
    return Subject(f"zpráva: {_layout_title(report)}", page="reports:title_history", pk=report.id)


def chapter_subject(chapter: Model) -> Subject:
    name = CHAPTERS.get(chapter.name, chapter.name)
    title = f"zpráva: {_layout_title(chapter.report)}, {name}"
    return Subject(title, page="reports:text_history", pk=chapter.id)


def _event(kind: Kind, change: Change, subject: Subject, differences, period=None, why="") -> Event:
    row = change.row
    reason = why or row.history_change_reason or ""
    nobody = UNSIGNED if kind in (Kind.RIGHT, Kind.REMARK) else LOADING
    who = str(row.history_user or nobody)
    return Event(kind, row.history_date, who, subject, period, tuple(differences), reason)


def _covers(evaluation: Model) -> str:
    return span_text(evaluation.covers_start, evaluation.covers_end) if evaluation.covers_start else ""


def _span(period: Model) -> str:
    return span_text(period.start, period.end)


def _reason(change: Change) -> str:
    """Why the period was returned or opened again; only the change that says so carries it."""
    if change.sets("returned_at"):
        return change.row.return_reason
    return change.row.reopen_reason if change.sets("reopened_at") else ""


def _validity(level: Model) -> str:
    return f"ukončeno {date_text(level.retired_on)}" if level.retired_on else IN_PLAN


def _remark_state(remark: Model) -> str:
    if remark.resolved_at:
        return REMARK_RESOLVED
    if remark.asks_for_change:
        return REMARK_ANSWERED if remark.answered_at else REMARK_RETURNS
    return REMARK_OPEN


def _role(membership: Model) -> str:
    place = membership.territory or membership.organisation
    return f"{membership.get_role_display()} ({scope_text(place, membership.regional_centre)})"


def _layout_title(report: Model) -> str:
    layout = LAYOUTS.get(report.layout)
    return layout.title if layout else report.layout

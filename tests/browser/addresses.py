"""The address of every page of a plan, for what must hold on all of them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from accounts.models import User
from indicators.models import Batch, Target
from plans.models import Goal, Measure, Plan, Remark, ReportingPeriod
from reports.layouts import LAYOUTS
from reports.models import Chapter, Report


@dataclass(frozen=True)
class PlanPage:
    """A page by name; `address` finds it in any plan that has a measure and a goal."""

    name: str
    address: Callable[[Plan, ReportingPeriod], str]


def _of_period(view: str, *arguments: str) -> Callable[[Plan, ReportingPeriod], str]:
    return lambda plan, period: reverse(view, args=[plan.slug, period.slug, *arguments])


def _measure_status(plan: Plan, period: ReportingPeriod) -> str:
    measure = Measure.objects.filter(goal__area__plan=plan).first()
    return reverse("indicators:edit_measure_status", args=[plan.slug, period.slug, measure.pk])


def _goal_status(plan: Plan, period: ReportingPeriod) -> str:
    goal = Goal.objects.filter(area__plan=plan).first()
    return reverse("indicators:edit_goal_status", args=[plan.slug, period.slug, goal.pk])


def _value_history(plan: Plan, period: ReportingPeriod) -> str:
    return reverse("reports:value_history", args=[plan.slug, period.slug, plan.indicators.first().pk])


def _status_history(plan: Plan, period: ReportingPeriod) -> str:
    return reverse("reports:status_history", args=[plan.slug, period.slug, _first_measure(plan)])


def _value(plan: Plan, period: ReportingPeriod) -> str:
    return reverse("indicators:value", args=[plan.slug, period.slug, plan.indicators.first().pk])


def _text_history(plan: Plan, period: ReportingPeriod) -> str:
    report = Report.objects.get_or_create(plan=plan, period=period, layout="action-plan-table")[0]
    chapter = Chapter.objects.get_or_create(
        report=report, name="locality", defaults={"text": "Leží **na** řece."}
    )[0]
    return reverse("reports:text_history", args=[plan.slug, period.slug, chapter.pk])


def _title_history(plan: Plan, period: ReportingPeriod) -> str:
    report = Report.objects.get_or_create(plan=plan, period=period, layout="action-plan-table")[0]
    return reverse("reports:title_history", args=[plan.slug, period.slug, report.pk])


# What a consultant opens beside them.
REVIEW_PAGES = [
    PlanPage("board", lambda plan, period: reverse("reports:board")),
    PlanPage("measures of all towns", lambda plan, period: reverse("reports:board_list", args=["opatreni"])),
    PlanPage("late reports", lambda plan, period: reverse("reports:board_list", args=["opozdene-zpravy"])),
    PlanPage("reviews", lambda plan, period: reverse("indicators:reviews")),
    PlanPage("review", _of_period("indicators:review")),
    PlanPage("reminder", _of_period("indicators:remind")),
]


def _retiring(plan: Plan, period: ReportingPeriod) -> str:
    measure = Measure.objects.filter(goal__area__plan=plan).first()
    return reverse("indicators:retire_measure", args=[plan.slug, measure.pk])


def _of_indicator(view: str) -> Callable[[Plan, ReportingPeriod], str]:
    return lambda plan, period: reverse(view, args=[plan.slug, plan.indicators.first().pk])


def _structure(view: str, *numbers: Callable[[Plan], int]) -> Callable[[Plan, ReportingPeriod], str]:
    return lambda plan, period: reverse(f"plans:{view}", args=[plan.slug, *(find(plan) for find in numbers)])


def _first_measure(plan: Plan) -> int:
    return Measure.objects.filter(goal__area__plan=plan).first().pk


def _first_area(plan: Plan) -> int:
    return plan.areas.first().pk


def _first_goal(plan: Plan) -> int:
    return Goal.objects.filter(area__plan=plan).first().pk


def _remark(plan: Plan, period: ReportingPeriod) -> str:
    value = {"about": Remark.About.VALUE, "subject_id": plan.indicators.first().pk}
    remark = Remark.objects.create(period=period, text="Odkud je číslo?", written_by=_writer(), **value)
    return reverse("indicators:remark", args=[plan.slug, period.slug, remark.pk])


def _batch(plan: Plan, period: ReportingPeriod) -> str:
    batch = Batch.objects.create(period=period, kind=Batch.Kind.PASTE, made_by=_writer())
    return reverse("indicators:batch", args=[plan.slug, period.slug, batch.pk])


def _writer() -> User:
    return User.objects.filter(memberships__role="coordinator").first()


def _revised_target(plan: Plan, period: ReportingPeriod) -> str:
    target = Target.objects.filter(indicator__plan=plan).first()
    return reverse("indicators:revise_target", args=[plan.slug, target.pk])


PLAN_PAGES = [
    PlanPage("overview", lambda plan, period: reverse("indicators:overview")),
    PlanPage("period", _of_period("indicators:period")),
    PlanPage("values", _of_period("indicators:values")),
    PlanPage("value", _value),
    PlanPage("bulk fill", _of_period("indicators:fill")),
    PlanPage("paste", _of_period("indicators:paste")),
    PlanPage("statuses", _of_period("indicators:statuses")),
    PlanPage("measure status", _measure_status),
    PlanPage("goal status", _goal_status),
    PlanPage("retiring", _retiring),
    PlanPage("indicator", _of_indicator("indicators:indicator")),
    PlanPage("indicator form", _of_indicator("indicators:edit_indicator")),
    PlanPage("new indicator", lambda plan, period: reverse("indicators:add_indicator", args=[plan.slug])),
    PlanPage("retiring an indicator", _of_indicator("indicators:retire_indicator")),
    PlanPage("revised target", _revised_target),
    PlanPage("thread of a remark", _remark),
    PlanPage("batch", _batch),
    PlanPage("baseline", _of_indicator("indicators:baseline")),
    PlanPage("first target", _of_indicator("indicators:add_target")),
    PlanPage("context", _of_period("indicators:context")),
    PlanPage("tree", lambda plan, period: reverse("indicators:tree", args=[plan.slug])),
    PlanPage("edit plan", _structure("edit_plan")),
    PlanPage("edit facts of the plan", _structure("edit_plan_facts")),
    PlanPage("edit measure", _structure("edit_measure", _first_measure)),
    PlanPage("add goal", _structure("add_goal", _first_area)),
    PlanPage("edit area", _structure("edit_area", _first_area)),
    PlanPage("edit goal", _structure("edit_goal", _first_goal)),
    PlanPage("edit period", _structure("edit_period", lambda plan: plan.newest_period.pk)),
    PlanPage("remove area", _structure("remove_area", _first_area)),
    PlanPage("periods", _structure("periods")),
    PlanPage("add period", _structure("add_period")),
    PlanPage("projects", lambda plan, period: reverse("projects:plan", args=[plan.slug])),
    PlanPage("comparison", lambda plan, period: reverse("reports:comparison")),
    PlanPage("register of plans", lambda plan, period: reverse("reports:plans")),
    PlanPage("register of projects", lambda plan, period: reverse("reports:projects")),
    PlanPage("reports", _of_period("reports:list")),
    *(PlanPage(f"report {name}", _of_period("reports:preview", name)) for name in LAYOUTS),
    PlanPage("texts", _of_period("reports:texts", "action-plan-table")),
    PlanPage("title page", _of_period("reports:edit_title_page", "action-plan-table")),
    PlanPage("text", _of_period("reports:edit_chapter", "action-plan-table", "locality")),
    PlanPage("history of a text", _text_history),
    PlanPage("what is missing", _of_period("indicators:submission")),
    PlanPage("history", lambda plan, period: reverse("reports:history", args=[plan.slug])),
    PlanPage("history of a value", _value_history),
    PlanPage("history of a status", _status_history),
    PlanPage("history of the title page", _title_history),
    PlanPage("people", lambda plan, period: reverse("plans:people", args=[plan.municipality_id])),
    PlanPage("invitation", lambda plan, period: reverse("plans:invite", args=[plan.municipality_id])),
    PlanPage("account", lambda plan, period: reverse("accounts:account")),
    PlanPage("not found", lambda plan, period: "/plany/neni/"),
]


def page_name(page: PlanPage) -> str:
    return page.name

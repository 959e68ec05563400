"""Towns in each state of the board; each test adds what it speaks of."""

from datetime import timedelta

from django.utils import timezone
from django.utils.timezone import localdate

from accounts.models import User
from plans.models import ReportingPeriod
from projects.models import ImplementationReport, Project
from tests.builders import Town, make_town


def in_days(count: int):
    return localdate() + timedelta(days=count)


def days_ago(count: int):
    return timezone.now() - timedelta(days=count)


def late_town(name="Sokolov", days=12) -> Town:
    return make_town(name, due_on=in_days(-days))


def submitted_town(name="Ostrava", days=14, **fields) -> Town:
    return make_town(name, submitted_at=days_ago(days), **fields)


def returned_town(name="Most", days=3, **fields) -> Town:
    moments = {"submitted_at": days_ago(days + 1), "returned_at": days_ago(days)}
    return make_town(name, **moments, return_reason="Doplňte.", **fields)


def approved_town(name="Cheb", days=40, by: User | None = None) -> Town:
    return make_town(name, submitted_at=days_ago(days + 1), approved_at=days_ago(days), approved_by=by)


def town_of_each_state() -> list[Town]:
    """In the order of the board."""
    running = make_town("Orlová", due_on=in_days(19))
    return [late_town(), submitted_town(), returned_town(), running, approved_town()]


def make_report(town: Town, *recipients, days_late=20, submitted=False, **project) -> ImplementationReport:
    owner = Project.objects.create(plan=town.plan, **{"state": "running"} | project)
    owner.recipients.set(recipients)
    due = in_days(-days_late)
    return ImplementationReport.objects.create(
        project=owner, ordinal=1, due_on=due, submitted_on=due if submitted else None
    )


def other_period(town: Town, slug: str, start, end, **fields) -> ReportingPeriod:
    return ReportingPeriod.objects.create(plan=town.plan, slug=slug, start=start, end=end, **fields)

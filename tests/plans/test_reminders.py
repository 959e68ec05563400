"""Reminders of a deadline go a week before, on the day and when it has passed, each once."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django.utils.timezone import localdate

from plans.models import Reminder
from plans.reminders import prepared, send, send_due

WEEK, DAY, OVERDUE = Reminder.Stage.WEEK, Reminder.Stage.DAY, Reminder.Stage.OVERDUE


@pytest.fixture
def deadline(krnov, coordinator):
    """Krnov's deadline is today; tests choose from which day they look at it."""
    krnov.period.due_on = localdate()
    krnov.period.save()
    return krnov.period


def send_on(days, capture):
    with capture(execute=True):
        return send_due(localdate() + timedelta(days=days))


@pytest.mark.parametrize(
    ("days", "stages"), [(-8, []), (-7, [WEEK]), (-1, [WEEK]), (0, [DAY]), (3, [OVERDUE])]
)
def test_each_stage_has_its_day(deadline, django_capture_on_commit_callbacks, days, stages):
    assert [one.stage for one in send_on(days, django_capture_on_commit_callbacks)] == stages


def test_a_reminder_goes_to_the_coordinator_once(
    deadline, coordinator, mailoutbox, django_capture_on_commit_callbacks
):
    for _ in range(3):
        send_on(0, django_capture_on_commit_callbacks)
    assert [mail.to for mail in mailoutbox] == [[coordinator.email]]
    assert "dnes je termín" in mailoutbox[0].subject


def test_a_prepared_text_goes_instead_of_the_suggested_one(
    deadline, mailoutbox, django_capture_on_commit_callbacks
):
    Reminder.objects.create(period=deadline, stage=DAY, text="Prosím o data.")
    send_on(0, django_capture_on_commit_callbacks)
    assert "Prosím o data." in mailoutbox[0].body
    assert Reminder.objects.count() == 1


def test_a_submitted_period_is_left_alone(deadline, coordinator, django_capture_on_commit_callbacks):
    deadline.submit(by=coordinator)
    assert send_on(0, django_capture_on_commit_callbacks) == []


def test_the_suggested_text_names_period_and_deadline(deadline):
    assert "leden 2023 – červen 2024" in prepared(deadline, WEEK).text.replace("\u00a0", " ")


def test_the_subject_names_the_day_and_not_how_far_it_is(
    deadline, mailoutbox, django_capture_on_commit_callbacks
):
    send_on(-5, django_capture_on_commit_callbacks)
    day = f"{localdate().day}. {localdate().month}. {localdate().year}"
    assert mailoutbox[0].subject.replace("\u00a0", " ").endswith(f"je {day}")


def test_a_returned_period_is_asked_for_a_correction(
    deadline, coordinator, consultant, mailoutbox, django_capture_on_commit_callbacks
):
    deadline.submit(by=coordinator)
    deadline.send_back(by=consultant, reason="Chybí zdroj.")
    send_on(3, django_capture_on_commit_callbacks)
    assert mailoutbox[0].subject.endswith("čeká na opravu")
    assert "co vám bylo vráceno" in mailoutbox[0].body


def test_a_period_without_a_deadline_has_a_text_too(deadline):
    deadline.due_on = None
    assert "zatím nejsou odeslané" in prepared(deadline, WEEK).text


def test_what_a_consultant_sent_early_does_not_stand_for_the_week_before(
    deadline, consultant, django_capture_on_commit_callbacks
):
    early = Reminder(period=deadline, stage=WEEK, text="Blíží se termín.", sent_by=consultant)
    early.sent_at = timezone.now() - timedelta(days=30)
    early.save()
    assert [one.stage for one in send_on(-7, django_capture_on_commit_callbacks)] == [WEEK]


def test_what_a_consultant_sent_in_that_week_does(deadline, consultant, django_capture_on_commit_callbacks):
    send(prepared(deadline, WEEK), by=consultant)
    assert send_on(-7, django_capture_on_commit_callbacks) == []


def test_the_command_says_what_it_sent(deadline, capsys):
    call_command("send_reminders")
    assert "Odesláno: 1 upomínka." in capsys.readouterr().err.replace("\u00a0", " ")

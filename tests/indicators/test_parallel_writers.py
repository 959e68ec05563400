"""Twenty people saving at once: no accepted write is lost, nobody overwrites another unawares."""

from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from indicators.models import Value
from indicators.views import statuses, values
from plans.models import Evaluation, Reminder
from plans.reminders import send_due
from tests.builders import make_evaluation, make_indicator, make_user, make_value
from tests.html import form_data, page_text
from tests.threads import at_once

WRITERS = 20

# Threads see only what is really committed.
pytestmark = pytest.mark.django_db(transaction=True)


@dataclass
class Writer:
    """One person with a browser; `page` is what they see and would post."""

    user: User
    client: Client
    address: str
    page: dict[str, str]

    def post(self, **typed):
        return self.client.post(self.address, self.page | typed)

    def confirm(self, response) -> int:
        """Save again from every page that warns; returns how many times it took."""
        for attempt in range(1, WRITERS):
            response = self.client.post(self.address, form_data(response))
            if response.status_code == 302:
                return attempt
            assert response.status_code == 422
        raise AssertionError("the conflict never ends")


def writers_at(address, town) -> list[Writer]:
    """Coordinators of the town who have all just opened the same page."""
    writers = []
    for number in range(WRITERS):
        user = make_user(f"pisar{number}.", coordinator_of=town.territory)
        client = Client()
        client.force_login(user)
        writers.append(Writer(user, client, address, form_data(client.get(address))))
    return writers


def the_winner(writers, answers):
    """Position of the only accepted answer; all others were told."""
    codes = [answer.status_code for answer in answers]
    assert sorted(codes) == [302] + [422] * (len(writers) - 1)
    return codes.index(302)


def grid_page(town):
    return reverse("indicators:values", args=[town.plan.slug, town.period.slug])


def status_page(town):
    return reverse("indicators:edit_measure_status", args=[town.plan.slug, town.period.slug, town.measure.pk])


def field(indicator):
    return f"v{indicator.pk}-value"


def test_different_cells_are_all_saved(krnov):
    cells = [make_indicator(krnov.plan, measure=krnov.measure) for _ in range(WRITERS)]
    writers = writers_at(grid_page(krnov), krnov)
    tasks = [
        lambda writer=writer, cell=cell, number=number: writer.post(**{field(cell): str(number)})
        for number, (writer, cell) in enumerate(zip(writers, cells, strict=True))
    ]
    assert [answer.status_code for answer in at_once(tasks)] == [302] * WRITERS
    saved = [Value.objects.get(indicator=cell) for cell in cells]
    expected = [(number, 1, writer.user) for number, writer in enumerate(writers)]
    assert [(value.number, value.version, value.updated_by) for value in saved] == expected
    remembered = [value.history.get() for value in saved]
    assert [(one.number, one.version, one.history_user) for one in remembered] == expected


@pytest.mark.parametrize("before", [0, 1], ids=["empty", "filled"])
def test_the_same_cell_is_saved_by_one_and_the_others_are_told(krnov, before):
    if before:
        make_value(krnov.indicator, krnov.period, 7)
    writers, cell = writers_at(grid_page(krnov), krnov), field(krnov.indicator)
    numbers = [100 + position for position in range(WRITERS)]
    tasks = [
        lambda writer=writer, number=number: writer.post(**{cell: str(number)})
        for writer, number in zip(writers, numbers, strict=True)
    ]
    answers = at_once(tasks)
    first = the_winner(writers, answers)
    value = krnov.indicator.values.get()
    assert (value.number, value.updated_by) == (numbers[first], writers[first].user)
    assert value.history.count() == before + 1
    told = f"Mezitím to změnil někdo jiný ({writers[first].user}): {numbers[first]} osob"
    losers = [position for position in range(WRITERS) if position != first]
    for position in losers:
        assert told in page_text(answers[position])
        assert form_data(answers[position])[cell] == str(numbers[position])
    # The second of them saw only the first winner's value, so they are asked once more.
    assert [writers[one].confirm(answers[one]) for one in losers] == [1] + [2] * (WRITERS - 2)
    remembered = [(one.number, one.history_user) for one in value.history.order_by("history_id")]
    assert remembered[before:] == [(numbers[one], writers[one].user) for one in [first, *losers]]
    assert krnov.indicator.values.get().version == before + WRITERS


@pytest.mark.parametrize("before", [0, 1], ids=["empty", "filled"])
def test_the_same_status_is_saved_by_one_and_the_others_are_told(krnov, before):
    if before:
        make_evaluation(krnov, status="partial")
    writers = writers_at(status_page(krnov), krnov)
    tasks = [
        lambda writer=writer: writer.post(status="completed", summary=f"Píše {writer.user.name}")
        for writer in writers
    ]
    answers = at_once(tasks)
    first = the_winner(writers, answers)
    evaluation, winner = Evaluation.objects.get(), writers[first].user
    assert (evaluation.summary, evaluation.updated_by) == (f"Píše {winner.name}", winner)
    assert evaluation.history.count() == before + 1
    assert evaluation.history.latest().history_user == winner
    for writer, answer in zip(writers, answers, strict=True):
        if writer.user != winner:
            assert f"Mezitím tento stav změnil někdo jiný ({winner})" in page_text(answer)
            assert form_data(answer)["summary"] == f"Píše {writer.user.name}"


@pytest.mark.parametrize("view", ["remind", "remind_together"])
def test_of_those_who_remind_at_the_same_moment_one_writes_to_the_town(krnov, coordinator, mailoutbox, view):
    place = [krnov.plan.slug, krnov.period.slug] if view == "remind" else []
    chosen = {"obdobi": krnov.period.pk, "potvrzeno": "1", "text": "Prosím."}
    clients = [Client() for _ in range(WRITERS)]
    for number, client in enumerate(clients):
        client.force_login(make_user(f"konzultant{number}.", consultant=True))
    address = reverse(f"indicators:{view}", args=place)
    at_once([lambda client=client: client.post(address, chosen) for client in clients])
    assert [mail.to for mail in mailoutbox] == [[coordinator.email]]
    assert Reminder.objects.count() == 1


def test_clocks_that_strike_at_the_same_moment_remind_once(krnov, coordinator, mailoutbox):
    at_once([lambda: send_due(krnov.period.due_on)] * WRITERS)
    assert [mail.to for mail in mailoutbox] == [[coordinator.email]]


@pytest.mark.parametrize("view", [values, statuses])
def test_nothing_is_saved_after_somebody_submitted_meanwhile(krnov, coordinator, client, monkeypatch, view):
    address = grid_page(krnov) if view is values else status_page(krnov)
    client.force_login(coordinator)
    typed = form_data(client.get(address)) | {field(krnov.indicator): "1", "status": "completed"}
    find = view.period_of

    def find_and_submit(*args):
        period = find(*args)
        krnov.period.submit(by=coordinator)
        return period

    monkeypatch.setattr(view, "period_of", find_and_submit)
    assert client.post(address, typed).status_code == 403
    assert not Value.objects.exists()
    assert not Evaluation.objects.exists()

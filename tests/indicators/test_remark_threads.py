"""A remark at a cell is answered by the town or the consultant, and closed by the consultant."""

import pytest
from django.urls import reverse

from plans.letters import consultants_of
from plans.models import Remark, Role, Status
from tests.builders import make_evaluation, make_remark, make_town, make_user, make_value
from tests.html import page_text


@pytest.fixture
def thread(krnov, consultant):
    return make_remark(krnov, by=consultant)


def page(town, remark):
    return reverse("indicators:remark", args=[town.plan.slug, town.period.slug, remark.pk])


def grid(town, name="values"):
    return reverse(f"indicators:{name}", args=[town.plan.slug, town.period.slug])


def reply(client, town, remark, text="Z evidence."):
    return client.post(page(town, remark), {"krok": "odpovedet", "text": text}, follow=True)


def resolve(client, town, remark):
    return client.post(page(town, remark), {"krok": "vyresit"}, follow=True)


def test_the_town_answers_and_the_thread_shows_who(as_coordinator, krnov, thread):
    make_value(krnov.indicator, krnov.period, 229)
    text = page_text(reply(as_coordinator, krnov, thread))
    assert "Odpověď je uložená." in text
    assert "229 osob" in text
    thread_text = text[text.index("Odkud je číslo?") :]
    assert thread_text.index("Koordinatorka") < thread_text.index("Z evidence.")
    assert "Vyřešeno" not in text
    answer = thread.replies.get()
    assert (answer.period, answer.about, answer.subject_id) == (krnov.period, "value", krnov.indicator.pk)


def test_a_remark_at_a_status_shows_the_status(as_coordinator, krnov, consultant):
    make_evaluation(krnov, status=Status.IN_PROGRESS)
    thread = make_remark(krnov, by=consultant, about="measure", subject_id=krnov.measure.pk)
    assert "V realizaci" in page_text(as_coordinator.get(page(krnov, thread)))
    assert page(krnov, thread) in page_text(as_coordinator.get(grid(krnov, "statuses")))
    assert "Stav chybí" in page_text(
        as_coordinator.get(
            page(krnov, make_remark(krnov, by=consultant, about="goal", subject_id=krnov.goal.pk))
        )
    )


def test_only_the_root_stands_at_the_cell_with_its_replies_counted(as_coordinator, krnov, thread):
    reply(as_coordinator, krnov, thread)
    text = page_text(as_coordinator.get(grid(krnov)))
    assert "Odkud je číslo?" in text
    assert "Z evidence." not in text
    assert "1 odpověď" in text
    assert page(krnov, thread) in text


def test_after_submission_the_thread_is_still_found_at_the_cell(as_coordinator, krnov, coordinator, thread):
    krnov.period.submit(by=coordinator)
    assert page(krnov, thread) in page_text(as_coordinator.get(grid(krnov)))


def test_a_reader_sees_no_remarks_at_the_cells(sign_in, reader, krnov, thread):
    assert "Odkud je číslo?" not in page_text(sign_in(reader).get(grid(krnov)))


def test_the_consultant_resolves_and_the_thread_stays_readable(sign_in, consultant, krnov, thread):
    client = sign_in(consultant)
    reply(client, krnov, thread)
    text = page_text(resolve(client, krnov, thread))
    assert "Připomínka je vyřešená." in text
    assert "Z evidence." in text
    thread.refresh_from_db()
    assert thread.resolved_by == consultant
    assert "Odkud je číslo?" not in page_text(client.get(grid(krnov)))


def test_the_town_may_not_resolve(as_coordinator, krnov, thread):
    assert resolve(as_coordinator, krnov, thread).status_code == 403
    thread.refresh_from_db()
    assert not thread.is_resolved


def test_a_second_click_on_resolved_changes_nothing(sign_in, consultant, krnov, thread):
    client = sign_in(consultant)
    resolve(client, krnov, thread)
    again = resolve(client, krnov, thread)
    assert again.status_code == 409
    assert "Připomínka už je vyřešená." in page_text(again)


def test_a_late_reply_is_refused_and_its_text_kept(as_coordinator, krnov, consultant, thread):
    thread.resolve(by=consultant)
    response = reply(as_coordinator, krnov, thread)
    assert response.status_code == 409
    assert "Z evidence." in page_text(response)
    assert not thread.replies.exists()


def test_a_remark_that_holds_a_cell_open_waits_for_the_town(sign_in, consultant, krnov):
    """Were it resolved, the cell would lock, or with it gone the whole period would open."""
    thread = make_remark(krnov, by=consultant, asks_for_change=True)
    response = resolve(sign_in(consultant), krnov, thread)
    assert response.status_code == 409
    assert "až město období znovu odevzdá" in page_text(response)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("  ", "Napište odpověď."), ("Dlouze " + "a" * 2_000, "Odpověď je příliš dlouhá")],
)
def test_an_empty_or_endless_reply_is_refused_and_kept(as_coordinator, krnov, thread, text, sentence):
    response = reply(as_coordinator, krnov, thread, text)
    assert response.status_code == 422
    assert sentence in page_text(response)
    assert text.strip() in page_text(response)
    assert not thread.replies.exists()


def test_a_reply_has_no_page_of_its_own(as_coordinator, krnov, coordinator, thread):
    answer = thread.reply(by=coordinator, text="Z evidence.")
    assert as_coordinator.get(page(krnov, answer)).status_code == 404


def test_a_thread_of_another_town_is_not_found(as_coordinator, krnov, consultant):
    other = make_remark(make_town("Most"), by=consultant)
    assert reply(as_coordinator, krnov, other).status_code == 404
    assert Remark.objects.count() == 1


def test_threads_cost_the_grid_no_query(
    as_coordinator, krnov, coordinator, consultant, django_assert_max_num_queries
):
    for _ in range(5):
        make_remark(krnov, by=consultant).reply(by=coordinator, text="Z evidence.")
    with django_assert_max_num_queries(15):
        as_coordinator.get(grid(krnov))


def test_the_thread_takes_a_fixed_number_of_queries(
    as_coordinator, krnov, coordinator, thread, django_assert_max_num_queries
):
    for _ in range(5):
        thread.reply(by=coordinator, text="Z evidence.")
    with django_assert_max_num_queries(9):
        as_coordinator.get(page(krnov, thread))


class TestLetters:
    """Who replies writes to the other side, once it is really saved."""

    @pytest.fixture
    def answered(self, krnov, client, mailoutbox, django_capture_on_commit_callbacks):
        def answered_by(person, thread, text="Z evidence."):
            client.force_login(person)
            with django_capture_on_commit_callbacks(execute=True):
                response = reply(client, krnov, thread, text)
            assert response.status_code in (200, 422)
            return mailoutbox

        return answered_by

    def test_a_reply_of_the_town_goes_to_the_consultant_who_wrote(
        self, answered, krnov, coordinator, consultant, thread
    ):
        make_user("jiny", consultant=True)
        (letter,) = answered(coordinator, thread)
        assert letter.to == [consultant.email]
        assert letter.subject.startswith("Krnov: odpověď na připomínku")
        body = letter.body.replace("\u00a0", " ")
        assert "Koordinatorka píše" in body
        assert "Čeho se týká: Počet podpořených osob" in body
        assert "Odkud je číslo?" in body
        assert "Z evidence." in body
        assert page(krnov, thread) in body

    def test_a_reply_of_the_consultant_goes_to_all_coordinators(
        self, answered, krnov, coordinator, consultant, thread
    ):
        second = make_user("druha", coordinator_of=krnov.territory)
        make_user("byvala", coordinator_of=krnov.territory).memberships.all().delete()
        letters = answered(consultant, thread)
        assert {letter.to[0] for letter in letters} == {coordinator.email, second.email}

    def test_who_lost_the_role_gets_nothing_and_those_who_follow_the_town_do(
        self, answered, coordinator, consultant, thread
    ):
        successor = make_user("nastupce", consultant=True)
        consultant.memberships.all().delete()
        assert [letter.to for letter in answered(coordinator, thread)] == [[successor.email]]

    def test_the_author_is_never_written_to(self, answered, krnov, consultant, thread):
        both = make_user("oboji", coordinator_of=krnov.territory, consultant=True)
        thread.reply(by=both, text="Podívám se.")
        assert both.email not in {letter.to[0] for letter in answered(both, thread)}

    def test_a_refused_reply_sends_nothing(self, answered, coordinator, thread):
        assert answered(coordinator, thread, text=" ") == []


def test_a_consultant_of_another_town_is_no_consultant_here(krnov, consultant):
    elsewhere = make_user("jinde", reader_of=krnov.territory)
    elsewhere.memberships.create(role=Role.CONSULTANT, territory=make_town("Most").territory)
    assert set(consultants_of(krnov.plan)) == {consultant}
